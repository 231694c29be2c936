internal import CKernels

/// How far reports in a cell may be off for its label to be their verdict, as a number of eight bits: how often a
/// metre is doubled, and the eighth of the way to the next doubling.
enum Clearance {
    /// The greatest number whose length is at most a length in metres, which counts a hair short; 0 below 9/8 m.
    static func code(_ metres: Double) -> UInt8 {
        let short = metres * (1 - 1e-9)
        guard short >= 1 else { return 0 }
        let bits = short.bitPattern >> UInt64(Double.significandBitCount - bitsBetweenDoublings)
        return UInt8(min(255, bits - oneMetre))
    }

    /// The greatest of few numbers whose length is at most a length in metres: halves of the way to the next
    /// doubling, up to 16 km.
    static func coarseCode(_ metres: Double) -> UInt8 { min(code(metres) & ~3, 8 * 14) }

    private static let bitsBetweenDoublings = Int(DMZ_CLEARANCE_BITS)
    private static let oneMetre =
        1.0.bitPattern >> UInt64(Double.significandBitCount - bitsBetweenDoublings)
}
