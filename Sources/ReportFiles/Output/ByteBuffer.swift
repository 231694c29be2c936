#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes that are put together to be written.
///
/// An array would do, but appending to it costs several times the copying of the few bytes that a
/// record's parts have.
package struct ByteBuffer: ~Copyable {
    /// How many bytes there are.
    package private(set) var count = 0
    private var capacity = 0
    private var base: UnsafeMutableRawPointer?

    package init() {}

    package init(_ bytes: some Collection<UInt8>) {
        append(contentsOf: bytes)
    }

    deinit { free(base) }

    /// The bytes, until the next change.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    package var isEmpty: Bool { count == 0 }

    package subscript(_ k: Int) -> UInt8 {
        get {
            precondition(k >= 0 && k < count)
            return base?.load(fromByteOffset: k, as: UInt8.self) ?? 0
        }
        set {
            precondition(k >= 0 && k < count)
            base?.storeBytes(of: newValue, toByteOffset: k, as: UInt8.self)
        }
    }

    /// Forgets the bytes; a little memory is kept for the next ones.
    package mutating func removeAll() {
        count = 0
        guard capacity > Self.mostKept else { return }
        free(base)
        base = nil
        capacity = 0
    }

    /// Forgets the first bytes.
    mutating func removeFirst(_ length: Int) {
        guard length > 0, let base else { return }
        count -= length
        memmove(base, base + length, count)
    }

    /// Where `length` bytes may be written, of which `advance` then tells how many were.
    @inline(__always)
    mutating func reserve(_ length: Int) -> UnsafeMutableRawPointer {
        if capacity - count < length { grow(length) }
        // `grow` has made room, or ended the process.
        return base.unsafelyUnwrapped + count
    }

    @inline(__always)
    mutating func advance(_ length: Int) { count &+= length }

    @inline(never)
    private mutating func grow(_ length: Int) {
        // Doubled while small; large records are copied once and should not take twice their size.
        let more = min(max(capacity, 1 << 12), 1 << 22)
        capacity = max(count + length, capacity + more)
        base = realloc(base, capacity)
        // NULL without memory
        guard base != nil else { fatalError("no memory for \(capacity) bytes of output") }
    }

    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1).storeBytes(of: byte, as: UInt8.self)
        count &+= 1
    }

    @inline(__always)
    package mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count).copyMemory(from: start, byteCount: bytes.count)
        count &+= bytes.count
    }

    package mutating func append(contentsOf bytes: Slice<UnsafeRawBufferPointer>) {
        append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
    }

    package mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        append(contentsOf: UnsafeRawBufferPointer(bytes))
    }

    package mutating func append(contentsOf other: borrowing ByteBuffer) {
        append(contentsOf: other.bytes)
    }

    package mutating func append(contentsOf bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable {
            append(contentsOf: UnsafeRawBufferPointer($0))
        }
        if done == nil { for byte in bytes { append(byte) } }
    }

    private static let mostKept = 8 << 20
}
