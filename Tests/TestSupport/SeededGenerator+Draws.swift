import Foundation
public import Geodesy

extension SeededGenerator {
    /// A number between two, every order of magnitude as likely as the others.
    public mutating func logarithmic(_ low: Double, _ high: Double) -> Double {
        exp(Double.random(in: log(low)...log(high), using: &self))
    }

    /// A position in a box of degrees, its numbers drawn evenly.
    public mutating func position(
        longitude: ClosedRange<Double>, latitude: ClosedRange<Double>
    ) -> Coordinate {
        Coordinate(
            longitude: .random(in: longitude, using: &self),
            latitude: .random(in: latitude, using: &self))
    }

    /// A position anywhere on the globe, by its area.
    public mutating func positionAnywhere() -> Coordinate {
        let height = Double.random(in: -1...1, using: &self)
        return Coordinate(
            longitude: .random(in: -180...180, using: &self),
            latitude: asin(height) * 180 / Double.pi)
    }
}
