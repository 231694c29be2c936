import Geodesy

extension Azimuth {
    /// The nearest of eight directions: `north`, `north-east`, and so on.
    var compassWord: String {
        let words = [
            "north", "north-east", "east", "south-east", "south", "south-west", "west",
            "north-west",
        ]
        let eighth = Int((degrees / 45).rounded())
        return words[(eighth + 8) % 8]
    }
}
