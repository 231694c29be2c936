import Geodesy

/// All places within a distance of one.
package struct Disc: Hashable, Sendable {
    /// Its middle.
    package let centre: Coordinate
    /// How far its rim is from there; NaN where that is not known.
    package let radius: Distance

    package init(centre: Coordinate, radius: Distance) {
        (self.centre, self.radius) = (centre, radius)
    }

    /// Whether a place is certainly in it.
    func contains(_ place: Coordinate) -> Bool {
        Geodesic.distance(from: centre, to: place) <= radius
    }

    /// The disc in words, its radius rounded up to a metre.
    var words: String {
        let metres = radius.metres.rounded(.up)
        let shown = Int(exactly: metres).map(\.grouped) ?? "\(metres)"
        return "within \(shown) m of \(centre.longitude.fixed(5)), \(centre.latitude.fixed(5))"
    }
}
