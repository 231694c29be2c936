internal import CKernels
import Geodesy

/// Consecutive pieces of a line, eight by eight or fewer.
package struct PieceRun: Sendable {
    /// As in `dmz_runs`.
    package let bits: UInt32
    private static let countBits = UInt32(DMZ_RUN_COUNT_BITS)
    private static let firstBits = UInt32(DMZ_RUN_FIRST_BITS)

    /// The most eights that any run has, and one that is known of a cell.
    private static let most = 1 << Int(countBits) - 1
    static let mostOfCell = 8

    /// Nothing is known: all pieces may be nearest.
    package static let unknown = PieceRun(bits: 0)

    package init(bits: UInt32) { self.bits = bits }

    private init(eights: ClosedRange<UInt32>) {
        precondition(eights.upperBound < 1 << Self.firstBits, "at most 2^25 pieces")
        bits = eights.lowerBound << Self.countBits | UInt32(eights.count)
    }

    /// The run from the first to the last of some pieces of a line in ascending order; unknown where
    /// it would be too long, or hold too many others.
    package init(covering pieces: UnsafeBufferPointer<UInt32>, of chords: LineChords) {
        self = .unknown
        guard let first = pieces.first, let last = pieces.last else { return }
        let count = Int(last - first) + 1
        guard count <= 2 * pieces.count + 2 else { return }
        let eights = chords.pieces.eightOfPiece
        let run = eights[Int(first)]...eights[Int(last)]
        if run.count <= Self.mostOfCell { self.init(eights: run) }
    }

    /// The runs that together cover some pieces of a line in ascending order, and few others.
    static func covering(_ pieces: ArraySlice<UInt32>, of chords: LineChords) -> [PieceRun] {
        var runs: [PieceRun] = []
        var open: ClosedRange<UInt32>?
        for piece in pieces {
            let eight = chords.pieces.eightOfPiece[Int(piece)]
            if let last = open, eight <= last.upperBound + 1,
                eight - last.lowerBound < Self.most
            {
                open = last.lowerBound...eight
            } else {
                if let last = open { runs.append(PieceRun(eights: last)) }
                open = eight...eight
            }
        }
        if let last = open { runs.append(PieceRun(eights: last)) }
        return runs
    }

    @inline(__always)
    var isKnown: Bool { bits != 0 }
    /// How many pieces there are at most.
    var count: Int { 8 * Int(bits & (1 << Self.countBits - 1)) }
}
