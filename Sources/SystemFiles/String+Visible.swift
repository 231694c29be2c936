/// Text that a terminal may be shown, whatever file it comes from.
extension String {
    /// The text in one line, with escapes for all that could steer a terminal, begin a line of its
    /// own or turn the order of what is read: `\n`, `\r`, `\t`, `\u001B`, `\u202E`, and `\xFF` for a
    /// byte that is no UTF-8.
    ///
    /// This is the one place that knows which characters these are. A text that is visible already
    /// stays as it is: a backslash is not escaped.
    package init(visible text: String) {
        guard text.unicodeScalars.contains(where: \.isHidden) else {
            self = text
            return
        }
        self.init()
        for scalar in text.unicodeScalars {
            if scalar.isHidden {
                append(scalar.escape)
            } else {
                unicodeScalars.append(scalar)
            }
        }
    }

    /// The same of bytes that may be no UTF-8.
    package init(visible bytes: some Collection<UInt8>) {
        self.init(visible: String(rawBytes: bytes))
    }
}

extension Unicode.Scalar {
    /// Whether a terminal would not show the character but do something.
    package var isHidden: Bool {
        switch value {
        // Letters, digits and signs, most of what there is.
        case 0x20...0x7E: false
        // Controls: C0, DEL and C1.
        case 0...0x1F, 0x7F...0x9F: true
        // Direction marks, embeddings, overrides and isolates.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        // Separators of lines and paragraphs.
        case 0x2028, 0x2029: true
        default: rawByte != nil
        }
    }

    fileprivate var escape: String {
        switch self {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            if let rawByte { return "\\x" + String(rawByte, radix: 16, uppercase: true) }
            let digits = String(value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }
}
