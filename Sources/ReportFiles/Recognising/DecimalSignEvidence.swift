/// What the numbers of a file's first records say of its decimal sign.
struct DecimalSignEvidence {
    private var signs: Set<DecimalSign> = []

    /// The only sign that all of them may have, if there is one.
    var decision: DecimalSign? { signs.count == 1 ? signs.first : nil }

    /// What may still be decided.
    private var possible: [DecimalSign?] {
        signs.isEmpty ? [nil, .point, .comma] : signs.count == 1 ? [nil, signs.first] : [nil]
    }

    /// Looks at the text of a number; answers whether it is read in two ways, such as `1,500`, by what may still
    /// be decided.
    mutating func look(at text: UnsafeRawBufferPointer, as kind: NumberKind) -> Bool {
        guard text.contains(where: { $0 == DecimalSign.comma.byte || $0 == DecimalSign.point.byte })
        else { return false }
        take(text, kind)
        return isOpen { kind.reading(of: text, $0) }
    }

    /// Whether what may still be decided reads something in two ways.
    func isOpen<Reading: Hashable>(_ reading: (DecimalSign?) -> Reading) -> Bool {
        Set(possible.map(reading)).count > 1
    }

    /// Takes what a number tells.
    private mutating func take(_ text: UnsafeRawBufferPointer, _ kind: NumberKind) {
        var found: [(sign: DecimalSign, digitsBefore: Int)] = []
        var digits = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): found.append((.point, digits))
            case UInt8(ascii: ","): found.append((.comma, digits))
            case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x20: break
            default: return
            }
        }
        guard let last = found.last else { return }
        let kinds = Set(found.map(\.sign))
        if kinds.count == 2 {
            // Thousands stand before the fraction.
            if found.dropLast().allSatisfy({ $0.sign == last.sign.other }) {
                signs.insert(last.sign)
            }
            return
        }
        if found.count > 1 {
            signs.insert(last.sign.other)
            return
        }
        let isLikeThousands =
            digits - last.digitsBefore == 3 && (1...3).contains(last.digitsBefore)
            && text.first { (0x30...0x39).contains($0) } != 0x30
        // Degrees have no thousands.
        if isLikeThousands, kind != .degrees { return }
        signs.insert(last.sign)
    }
}
