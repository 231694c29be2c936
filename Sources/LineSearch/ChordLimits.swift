import Geodesy

/// Squares of least chords, in square metres, below the first and above the second of which the nearest
/// place need not be known.
package struct ChordLimits: Sendable {
    package let below: Double
    package let above: Double

    package init(below: Double, above: Double) {
        self.below = below
        self.above = above
    }

    /// Less than every square, so that none is below it.
    static let belowAll = -1.0

    /// The nearest place must be known.
    package static let none = ChordLimits(below: belowAll, above: .infinity)
}
