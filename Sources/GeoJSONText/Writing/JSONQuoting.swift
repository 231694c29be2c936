/// Which characters of a string JSON text does not hold as they are, and what stands for them.
///
/// Quotes, backslashes and control characters are escaped (RFC 8259, section 7), all others stay.
package enum JSONQuoting {
    /// How control characters are written.
    package enum Controls {
        /// All as `\u000a`.
        case hexadecimal
        /// Line feed, return and tab by their letters, as in `\n`, for people to read.
        case letters
    }

    /// Whether the bytes of a text can stand between quotes as they are.
    package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !bytes.contains(where: isEscaped)
    }

    /// The bytes of a text as they stand between quotes.
    package static func escaped(
        _ bytes: UnsafeBufferPointer<UInt8>, controls: Controls = .hexadecimal
    ) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard isEscaped(byte) else {
                escaped.append(byte)
                continue
            }
            escaped.append(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): escaped.append(byte)
            case 0x0A where controls == .letters: escaped.append(UInt8(ascii: "n"))
            case 0x0D where controls == .letters: escaped.append(UInt8(ascii: "r"))
            case 0x09 where controls == .letters: escaped.append(UInt8(ascii: "t"))
            default:
                escaped += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
                escaped += [hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        return escaped
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension String {
    /// The text as a JSON string, with its quotes.
    package func quotedAsJSON(controls: JSONQuoting.Controls = .hexadecimal) -> String {
        var text = self
        return text.withUTF8 { bytes in
            let inner = JSONQuoting.escaped(bytes, controls: controls)
            return "\"" + String(decoding: inner, as: UTF8.self) + "\""
        }
    }
}
