internal import CKernels
import Geodesy

/// What some places of a line show to all positions in a disc.
package struct ShownSides {
    /// Whether positions may be on the left, on the right.
    package let left: Bool
    package let right: Bool
    /// Whether positions may be alongside the line, beyond an open end.
    package let alongside: Bool
    package let beyond: Bool

    /// Whether it is certain what every position sees.
    package var isCertain: Bool { left != right && alongside != beyond }
}

extension LineChords {
    /// What candidates show to all positions in a disc: the sides of every place of theirs that may
    /// be nearest to one.
    package func sides(
        shownBy candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint, radius: Double
    ) -> ShownSides {
        let shown = withUnsafePointer(to: line) { line in
            withUnsafePointer(to: centre.place) {
                dmz_shown_sides(line, candidates.baseAddress, candidates.count, $0, radius)
            }
        }
        return ShownSides(
            left: shown.left, right: shown.right, alongside: shown.alongside,
            beyond: shown.beyond)
    }

    /// The line as the loops need it.
    var line: dmz_line {
        dmz_line(
            eights: pieces.eights.baseAddress, chords: pieces.chords.baseAddress,
            bows: pieces.bows.baseAddress, is_bent: isBent,
            // A place of the line and its chord are nowhere farther apart than the sag.
            sag: 2 * sag, spread: FastDistance.spreadOfChords, slack: FastDistance.contenderSlack,
            error_least: FastDistance.leastError, error_cubic: FastDistance.cubicError,
            error_quintic: FastDistance.quinticError,
            sideways_least: FastDistance.leastSidewaysError,
            sideways_cubic: FastDistance.cubicSidewaysError)
    }
}
