import Geodesy

/// Bounds of the square of the least distance to a line's chords, in square metres.
package struct SquaredChord: Sendable {
    package let least: Double
    package let most: Double

    /// No chord is known.
    package static let unknown = SquaredChord(least: .infinity, most: .infinity)
}
