/// Consecutive pieces of a line, among which are all that can be nearest to some position.
package struct PieceRun: Sendable {
    package let bits: UInt32
    private static let countBits: UInt32 = 6

    /// The most pieces that a run has.
    static let greatestCount = 1 << Int(countBits) - 1

    /// Nothing is known: all pieces may be nearest.
    package static let unknown = PieceRun(bits: 0)

    package init(bits: UInt32) { self.bits = bits }

    /// The run from the first to the last of some pieces in ascending order; unknown where it would
    /// be too long, or hold too many others.
    package init(covering pieces: UnsafeBufferPointer<UInt32>) {
        self = .unknown
        guard let first = pieces.first, let last = pieces.last else { return }
        let count = Int(last - first) + 1
        let isCompact = count <= Self.greatestCount && count <= 2 * pieces.count + 2
        guard isCompact, first < 1 << (32 - Self.countBits) else { return }
        self.init(bits: first << Self.countBits | UInt32(count))
    }

    @inline(__always)
    var isKnown: Bool { bits != 0 }
    /// The number of the first piece.
    @inline(__always)
    var first: Int { Int(bits >> Self.countBits) }
    /// How many pieces there are.
    @inline(__always)
    var count: Int { Int(bits & (1 << Self.countBits - 1)) }
}
