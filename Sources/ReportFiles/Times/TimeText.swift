/// The bytes of a written time, read from front to back.
struct TimeText {
    private let bytes: [UInt8]
    private var next = 0

    /// A text without white space at its ends; spaces that do not break are as good as others.
    init(_ text: String) {
        var plain = Array(text.utf8)
        if plain.contains(where: { $0 >= 0x80 }) { plain = Self.withPlainSpaces(plain) }
        while let last = plain.last, Self.isSpace(last) { plain.removeLast() }
        if let first = plain.first, Self.isSpace(first) {
            plain = Array(plain.drop { Self.isSpace($0) })
        }
        bytes = plain
    }

    /// U+00A0 and U+202F as spaces.
    private static func withPlainSpaces(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        for byte in bytes {
            plain.append(byte)
            if plain.hasSuffix([0xC2, 0xA0]) { plain.replaceLast(2) }
            if plain.hasSuffix([0xE2, 0x80, 0xAF]) { plain.replaceLast(3) }
        }
        return plain
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    var isAtEnd: Bool { next == bytes.count }

    /// The byte that is next; 0 at the end.
    var peek: UInt8 { next < bytes.count ? bytes[next] : 0 }

    /// Whether the byte that is next is a digit.
    var isAtDigit: Bool { peek &- 0x30 < 10 }

    /// Passes a byte if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        next += 1
        return true
    }

    /// Passes one of some bytes, and gives it back.
    mutating func take(oneOf characters: StaticString) -> UInt8? {
        let known = UnsafeBufferPointer(
            start: characters.utf8Start, count: characters.utf8CodeUnitCount)
        guard !isAtEnd, known.contains(peek) else { return nil }
        next += 1
        return bytes[next - 1]
    }

    /// Passes spaces; whether there was one.
    @discardableResult
    mutating func takeSpaces() -> Bool {
        let start = next
        while !isAtEnd, Self.isSpace(peek) { next += 1 }
        return next > start
    }

    /// Passes all digits that are next; `nil` without any, or with more than a number of nine digits has.
    mutating func number() -> (value: Int, digits: Int)? {
        let start = next
        var value = 0
        while isAtDigit, next - start < 9 {
            value = value * 10 + Int(peek - 0x30)
            next += 1
        }
        return next == start || isAtDigit ? nil : (value, next - start)
    }

    /// Passes digits of a fraction: nanoseconds, further digits dropped; `nil` without any.
    mutating func fraction() -> Int32? {
        guard isAtDigit else { return nil }
        var (value, unit): (Int32, Int32) = (0, 100_000_000)
        while isAtDigit {
            value += Int32(peek - 0x30) * unit
            unit /= 10
            next += 1
        }
        return value
    }

    /// Passes all ASCII letters that are next: these in lower case.
    mutating func word() -> [UInt8] {
        let start = next
        while (peek | 0x20) &- UInt8(ascii: "a") < 26 { next += 1 }
        return bytes[start..<next].map { $0 | 0x20 }
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }

    fileprivate mutating func replaceLast(_ count: Int) {
        removeLast(count)
        append(0x20)
    }
}
