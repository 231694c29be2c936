import Geodesy

/// A length as the words of an agreement say it.
struct QuotedLength {
    let value: Double
    let unit: Distance.Unit
    /// As it is written.
    let text: String
    /// What stands before it, and after it, in lower case.
    let before: String
    let after: String

    var distance: Distance { Distance(value, unit) }

    /// Whether a length has the same number in another unit, and is another length.
    func isDrifted(from length: Distance) -> Bool {
        guard !Self.areSame(length.metres, distance.metres) else { return false }
        return [Distance.Unit.metre, .kilometre, .yard, .statuteMile, .nauticalMile, .foot]
            .contains { $0 != unit && Self.areSame(length.value(in: $0), value) }
    }

    /// Whether two numbers are the same but for rounding.
    static func areSame(_ a: Double, _ b: Double) -> Bool {
        (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
    }

    /// All lengths in a text that are written with digits, such as `500 yards` and `2-kilometre`.
    static func all(in text: String) -> [QuotedLength] {
        var found: [QuotedLength] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
            let number = rest[start...].prefix {
                $0.isASCII && $0.isNumber || $0 == "." || $0 == ","
            }
            rest = rest[number.endIndex...]
            guard let value = (try? Distance(parsing: number + " m"))?.metres, value > 0 else {
                continue
            }
            let words = rest.drop { $0 == " " || $0 == "-" || $0 == "\u{A0}" }
            let first = words.prefix { $0.isLetter }
            let gap = words[first.endIndex...].prefix { $0 == " " }
            let second = words[gap.endIndex...].prefix { $0.isLetter }
            let both = words[..<second.endIndex]
            for word in [both, first] {
                guard !word.isEmpty, let unit = Distance.Unit(word: word) else { continue }
                found.append(
                    QuotedLength(
                        value: value, unit: unit,
                        // As files write it, whatever joins the two.
                        text: "\(number) \(word)",
                        before: text[..<start].suffix(40).lowercased(),
                        after: text[word.endIndex...].prefix(40).lowercased()))
                break
            }
        }
        return found
    }
}
