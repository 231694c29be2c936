/// A grid reference in capitals without spaces, at most 16 bytes.
struct PackedReference {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) << UInt64(8 * count)
        } else if count < 16 {
            high |= UInt64(byte) << UInt64(8 * (count - 8))
        }
        count += 1
    }

    /// The byte at a place below 16.
    subscript(place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: place < 8 ? low >> (8 * place) : high >> (8 * (place - 8)))
    }

    /// Calls `body` with the first byte's address.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        // In the order of reading, whatever the processor's.
        withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) {
            // Never empty, so never without an address.
            guard let base = $0.baseAddress else { preconditionFailure("16 bytes have an address") }
            return body(base.assumingMemoryBound(to: UInt8.self))
        }
    }
}
