/// What the numbers of a file's first records say of its decimal sign.
struct DecimalSignEvidence {
    private var signs: Set<DecimalSign> = []

    /// The only sign that all of them may have, if there is one.
    var decision: DecimalSign? { signs.count == 1 ? signs.first : nil }

    /// Looks at the text of a number; answers whether it can be read in two ways, such as `1,500`.
    ///
    /// Degrees cannot: they have no thousands.
    mutating func look(at text: UnsafeRawBufferPointer, isDegrees: Bool) -> Bool {
        var found: [(sign: DecimalSign, digitsBefore: Int)] = []
        var digits = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): found.append((.point, digits))
            case UInt8(ascii: ","): found.append((.comma, digits))
            case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x20: break
            default: return false
            }
        }
        guard let last = found.last else { return false }
        let kinds = Set(found.map(\.sign))
        if kinds.count == 2 {
            // Thousands stand before the fraction.
            if found.dropLast().allSatisfy({ $0.sign == last.sign.other }) {
                signs.insert(last.sign)
            }
            return false
        }
        if found.count > 1 {
            signs.insert(last.sign.other)
            return false
        }
        let isLikeThousands =
            digits - last.digitsBefore == 3 && (1...3).contains(last.digitsBefore)
            && text.first { (0x30...0x39).contains($0) } != 0x30
        if isLikeThousands, !isDegrees { return true }
        signs.insert(last.sign)
        return false
    }
}
