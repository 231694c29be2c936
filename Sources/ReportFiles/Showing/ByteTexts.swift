#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Remembers what is made of bytes that come again and again, such as the words of a column.
struct ByteTexts<Value> {
    private struct Slot {
        let bytes: [UInt8]
        let value: Value
    }
    private var slots: [Slot?]
    private static var count: Int { 1 << 10 }
    /// Longer bytes hardly ever come twice.
    private static var longest: Int { 1024 }

    init() { slots = Array(repeating: nil, count: Self.count) }

    /// What is made of bytes.
    @inline(__always)
    mutating func value(
        _ bytes: UnsafeRawBufferPointer, _ make: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        guard bytes.count <= Self.longest, let start = bytes.baseAddress else {
            return make(bytes)
        }
        // FNV-1a by words of eight bytes.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var k = 0
        while k + 8 <= bytes.count {
            hash =
                (hash ^ bytes.loadUnaligned(fromByteOffset: k, as: UInt64.self))
                &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            k += 8
        }
        while k < bytes.count {
            hash = (hash ^ UInt64(bytes[k])) &* 0x100_0000_01B3
            k += 1
        }
        let place = Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & UInt64(Self.count - 1))
        if let slot = slots[place], slot.bytes.count == bytes.count,
            slot.bytes.withUnsafeBytes({ known in
                known.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? true
            })
        {
            return slot.value
        }
        let value = make(bytes)
        slots[place] = Slot(bytes: Array(bytes), value: value)
        return value
    }
}
