internal import CKernels
import Geodesy

/// A strip in the horizontal plane through a place that pieces of a line run along, all of them forward.
///
/// Positions beside it have the same side at whichever of the pieces they are nearest to;
/// `docs/proofs.md` says why.
package struct ChordStrip {
    /// Across the strip, to the left; of length 1.
    package let across: SIMD3<Double>
    /// The strip lies between these offsets from the place along `across`, in metres.
    package let right: Double
    package let left: Double
}

extension LineChords {
    /// The strip about a place that candidates run along; `nil` where one of them, or a piece beside one,
    /// turns back or ends, or where they are very short or far away.
    package func strip(
        of candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint
    ) -> ChordStrip? {
        let found = withUnsafePointer(to: line) { line in
            withUnsafePointer(to: centre.place) {
                dmz_find_strip(line, candidates.baseAddress, candidates.count, $0)
            }
        }
        guard found.is_there else { return nil }
        return ChordStrip(
            across: SIMD3(found.across.x, found.across.y, found.across.z), right: found.right,
            left: found.left)
    }
}
