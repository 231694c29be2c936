/// Bytes of a text, without white space at its ends.
struct ByteText {
    /// How long a text may be that is looked at; none of a position has as many bytes.
    static let longest = 1000

    let bytes: UnsafePointer<UInt8>
    /// Where the text begins and ends in the bytes.
    let start: Int
    let end: Int

    /// `nil` for a text of white space alone.
    init?(_ buffer: UnsafeRawBufferPointer) {
        guard let base = buffer.baseAddress else { return nil }
        let bytes = base.assumingMemoryBound(to: UInt8.self)
        var (start, end) = (0, buffer.count)
        while start < end {
            let width = Self.spaceWidth(bytes, start, end)
            if width == 0 { break }
            start += width
        }
        while end > start {
            if Self.isSpace(bytes[end - 1]) {
                end -= 1
            } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else if end - start >= 3, Self.spaceWidth(bytes, end - 3, end) == 3 {
                end -= 3
            } else {
                break
            }
        }
        guard start < end else { return nil }
        (self.bytes, self.start, self.end) = (bytes, start, end)
    }

    private init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        (self.bytes, self.start, self.end) = (bytes, start, end)
    }

    /// The text from one place to another.
    func part(_ start: Int, _ end: Int) -> ByteText { ByteText(bytes, start, end) }

    var count: Int { end - start }

    /// The byte at a place; 0 at the end and beyond.
    @inline(__always)
    subscript(place: Int) -> UInt8 { place < end ? bytes[place] : 0 }

    var string: String {
        String(decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// An ASCII letter as a capital; 0 for anything else.
    @inline(__always)
    static func capital(_ byte: UInt8) -> UInt8 {
        let upper = byte & 0xDF
        return upper >= 0x41 && upper <= 0x5A ? upper : 0
    }

    /// How many bytes of white space stand at a place: none, one, or those of the no-break space
    /// and of the spaces of typesetting (U+2000 to U+200B, U+202F, U+FEFF).
    @inline(__always)
    static func spaceWidth(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Int {
        let byte = bytes[place]
        if isSpace(byte) { return 1 }
        guard byte >= 0xC2 else { return 0 }
        if byte == 0xC2, place + 1 < end, bytes[place + 1] == 0xA0 { return 2 }
        guard place + 2 < end else { return 0 }
        let (second, third) = (bytes[place + 1], bytes[place + 2])
        if byte == 0xE2, second == 0x80, third >= 0x80, third <= 0x8B || third == 0xAF { return 3 }
        return byte == 0xEF && second == 0xBB && third == 0xBF ? 3 : 0
    }

    /// The first place from `place` on that is no white space.
    @inline(__always)
    func afterSpaces(_ place: Int) -> Int {
        var place = place
        while place < end {
            let width = Self.spaceWidth(bytes, place, end)
            if width == 0 { break }
            place += width
        }
        return place
    }
}
