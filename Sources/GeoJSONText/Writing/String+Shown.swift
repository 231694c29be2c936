extension String {
    /// One byte as a person reads it.
    package init(shown byte: UInt8) {
        let isPlain = byte > 0x20 && byte < 0x7F
        let digits = String(byte, radix: 16, uppercase: true)
        self = isPlain ? "'\(Unicode.Scalar(byte))'" : "the byte 0x" + digits
    }

    /// The text of bytes, with U+FFFD where they are not UTF-8, cut to a length a person reads.
    ///
    /// Control characters become spaces, so that no file can write to a terminal what it wants.
    package init(shown bytes: UnsafeRawBufferPointer, limit: Int = 40) {
        self.init(
            shown: String(decoding: bytes.prefix(limit * 4), as: UTF8.self), limit: limit)
    }

    /// The same of a text.
    package init(shown whole: String, limit: Int = 40) {
        let shown = whole.unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : Character($0)
        }
        self = String(shown.prefix(limit)) + (shown.count > limit ? "…" : "")
    }
}
