#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension UnsafeRawBufferPointer {
    /// The place of the first such byte at or after `start`.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// Whether the bytes are those of an ASCII text.
    func isEqual(to text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount, let base = baseAddress else {
            return count == text.utf8CodeUnitCount
        }
        return memcmp(base, text.utf8Start, count) == 0
    }

    subscript(part range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[range])
    }
}

extension String {
    /// One byte as a person reads it.
    init(shown byte: UInt8) {
        let isPlain = byte > 0x20 && byte < 0x7F
        let digits = String(byte, radix: 16, uppercase: true)
        self = isPlain ? "'\(Unicode.Scalar(byte))'" : "the byte 0x" + digits
    }

    /// The text of bytes, with U+FFFD where they are not UTF-8, cut to a length a person reads.
    ///
    /// Control characters become spaces, so that no file can write to a terminal what it wants.
    package init(shown bytes: UnsafeRawBufferPointer, limit: Int = 40) {
        let whole = String(decoding: bytes.prefix(limit * 4), as: UTF8.self)
        let shown = whole.unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : Character($0)
        }
        self = String(shown.prefix(limit)) + (shown.count > limit ? "…" : "")
    }
}
