import SystemFiles

extension String {
    /// One byte as a person reads it.
    package init(shown byte: UInt8) {
        let isPlain = byte > 0x20 && byte < 0x7F
        let digits = String(byte, radix: 16, uppercase: true)
        self = isPlain ? "'\(Unicode.Scalar(byte))'" : "the byte 0x" + digits
    }

    /// The text of bytes in one line, with escapes for what a terminal would not show, cut to a
    /// length a person reads.
    package init(shown bytes: UnsafeRawBufferPointer, limit: Int = 40) {
        // Characters have at most four bytes; of one more than is shown, none is cut in two.
        self.init(shown: String(rawBytes: bytes.prefix((limit + 1) * 4)), limit: limit)
    }

    /// The same of a text.
    package init(shown whole: String, limit: Int = 40) {
        let scalars = whole.unicodeScalars
        let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
        let isCut = cut.map { $0 < scalars.endIndex } ?? false
        self = String(visible: String(scalars[..<(cut ?? scalars.endIndex)])) + (isCut ? "…" : "")
    }
}
