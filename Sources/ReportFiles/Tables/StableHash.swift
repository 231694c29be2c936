/// A hash of 128 bits that is the same in every run and on every machine: SipHash-2-4 with a fixed key.
///
/// - Source: J.-P. Aumasson and D. J. Bernstein, SipHash: a fast short-input PRF, 2012, and the authors'
///   reference code for 128 bits.
struct StableHash: Hashable, Comparable {
    let high: UInt64
    let low: UInt64

    /// A hash that is known.
    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The hash of some bytes, by the key of the authors' test vectors, the bytes 0 to 15.
    init(_ bytes: UnsafeRawBufferPointer) {
        var state = State(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            state.take(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        for k in whole..<bytes.count { last |= UInt64(bytes[k]) << (8 * UInt64(k - whole)) }
        state.take(last)
        (low, high) = state.finish()
    }

    static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

    private struct State {
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64)

        init(_ k0: UInt64, _ k1: UInt64) {
            a = k0 ^ 0x736F_6D65_7073_6575
            b = k1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE
            c = k0 ^ 0x6C79_6765_6E65_7261
            d = k1 ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            d ^= word
            round(2)
            a ^= word
        }

        mutating func finish() -> (UInt64, UInt64) {
            c ^= 0xEE
            round(4)
            let first = a ^ b ^ c ^ d
            b ^= 0xDD
            round(4)
            return (first, a ^ b ^ c ^ d)
        }

        private mutating func round(_ count: Int) {
            for _ in 0..<count {
                a &+= b
                b = Self.turned(b, 13) ^ a
                a = Self.turned(a, 32)
                c &+= d
                d = Self.turned(d, 16) ^ c
                a &+= d
                d = Self.turned(d, 21) ^ a
                c &+= b
                b = Self.turned(b, 17) ^ c
                c = Self.turned(c, 32)
            }
        }

        private static func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 {
            word << bits | word >> (64 - bits)
        }
    }
}
