/// What parts the whole of a number from its fraction.
package enum DecimalSign: String, CaseIterable, Hashable, Sendable {
    case point
    case comma

    /// Its byte.
    var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

    /// That of a number which has one of both at most.
    init(of text: String) { self = text.utf8.contains(Self.comma.byte) ? .comma : .point }

    /// The other one, which may part thousands.
    var other: DecimalSign { self == .point ? .comma : .point }

    /// A number of a file with this sign, perhaps with a unit behind it, as other programs write it; `nil` where
    /// it is written so or is none.
    func plain(_ text: String) -> String? {
        let start = text.firstIndex { $0 != " " } ?? text.startIndex
        let digits = text[start...].prefix { "0123456789.,+-".contains($0) }
        let isOther = digits.utf8.contains { $0 == UInt8(ascii: ",") || $0 == other.byte }
        guard isOther else { return nil }
        var number = String(digits)
        guard let value = number.withUTF8({ Double(csv: UnsafeRawBufferPointer($0), self) }) else {
            return nil
        }
        return "\(value)\(text[digits.endIndex...])"
    }

    /// Whether a text is a number, written with the other sign where its fraction would begin.
    ///
    /// Degrees have no thousands, so that such a text is of another hand than the file.
    func isContradicted(by text: UnsafeRawBufferPointer) -> Bool {
        var others = 0
        for byte in text {
            switch byte {
            case other.byte: others += 1
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"): break
            default: return false
            }
        }
        return others == 1
    }

    /// What is wrong with such a text.
    func contradiction(_ name: String, _ text: UnsafeRawBufferPointer) -> String {
        "\(name) '\(String(shown: text, limit: 80))' has a decimal \(other.rawValue), and the file's "
            + "numbers have a \(rawValue); expected one and the same"
    }
}

extension DecimalSign {
    /// A number in digits of a file with that sign, or with one that is not known, with a point before its
    /// fraction and no thousands; `nil` of a text that is none, or can be read in two ways.
    static func pointed(_ text: String, _ sign: DecimalSign?) -> String? {
        var text = text.trimmingSpaces
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            guard Double(csv: bytes, sign) != nil else { return nil }
            let found = sign ?? (bytes.contains(DecimalSign.comma.byte) ? .comma : .point)
            return found.pointed(bytes).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The bytes of such a number; `nil` where the other sign stands elsewhere than between thousands.
    fileprivate func pointed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var isFraction = false
        var digits = 0
        var groups = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                digits += 1
                plain.append(byte)
            case self.byte:
                if isFraction || (groups > 0 && digits != 3) { return nil }
                isFraction = true
                plain.append(UInt8(ascii: "."))
            case other.byte:
                let isGroup = groups == 0 ? (1...3).contains(digits) : digits == 3
                if isFraction || !isGroup { return nil }
                groups += 1
                digits = 0
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if groups > 0 { return nil }
                plain.append(byte)
            default: plain.append(byte)
            }
        }
        return !isFraction && groups > 0 && digits != 3 ? nil : plain
    }
}

extension Double {
    /// A number of a file whose decimal sign is known: the other sign may stand between thousands, as in
    /// `1.250.000,5`, and nowhere else; a number with an exponent has none.
    init?(csv bytes: UnsafeRawBufferPointer, _ sign: DecimalSign?) {
        guard let sign else {
            self.init(csv: bytes)
            return
        }
        guard let plain = sign.pointed(bytes),
            let value = plain.withUnsafeBytes({ Double(csv: $0) })
        else { return nil }
        self = value
    }
}
