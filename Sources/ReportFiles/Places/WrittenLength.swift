import Geodesy

/// A length within a text, as exact as it is written: `6 km` is 5.5 to 6.5 km, `7-10km` what it says.
struct WrittenLength {
    let least: Distance
    let greatest: Distance
    /// Where it stands in the text.
    let place: Range<String.Index>

    private typealias Found = Regex<(Substring, Substring, Substring?, Substring?, Substring?)>
        .Match

    /// The only length in a text of small letters; `nil` where there is none, several, one below zero, or one that
    /// can be read in two ways.
    ///
    /// - Parameters:
    ///   - unit: what numbers without a unit count; `nil` where they must have one.
    ///   - sign: the decimal sign of the file's numbers, where that is known; what may be thousands is read by
    ///     it.
    static func find(
        in text: String, unit: Distance?, _ sign: DecimalSign? = nil
    ) -> WrittenLength? {
        // A number, perhaps its unit, and perhaps a second number with one.
        let form =
            /([0-9]+(?:[.,][0-9]+)?)[ ]?([a-zа-яіїє]+)?(?:[ ]?-[ ]?([0-9]+(?:[.,][0-9]+)?)[ ]?([a-zа-яіїє]+)?)?/
        let matches = text.matches(of: form)
        guard matches.count == 1, let match = matches.first,
            !hasMinus(text[..<match.range.lowerBound])
        else { return nil }
        guard let second = match.3 else {
            let word = match.2.map(String.init)
            guard let one = Number(match.1, word, unit, sign) else { return nil }
            let end = one.takesWord ? match.range.upperBound : match.1.endIndex
            return WrittenLength(
                least: .metres(max(0, one.metres - one.half)),
                greatest: .metres(one.metres + one.half), place: match.1.startIndex..<end)
        }
        let last = match.4.map(String.init)
        guard let high = Number(second, last, unit, sign),
            let low = Number(
                match.1, match.2.map(String.init) ?? (high.takesWord ? last : nil), unit, sign),
            match.2 == nil || low.takesWord, low.metres <= high.metres
        else { return nil }
        let end = high.takesWord ? match.range.upperBound : second.endIndex
        return WrittenLength(
            least: .metres(low.metres), greatest: .metres(high.metres),
            place: match.1.startIndex..<end)
    }

    /// Whether a text ends in a dash that is the sign of what follows: one with nothing before it, or with a space
    /// before it and none behind.
    private static func hasMinus(_ before: Substring) -> Bool {
        guard let dash = before.lastIndex(where: { !$0.isWhitespace }), before[dash] == "-" else {
            return false
        }
        guard let last = before[..<dash].last else { return true }
        return last.isWhitespace && before.last == "-"
    }

    /// A number of lengths.
    private struct Number {
        let metres: Double
        /// Half a unit of the last digit that is told; zeros at the end of whole metres are rounding.
        let half: Double
        /// Whether the word behind it is its unit, and not a direction.
        let takesWord: Bool

        init?(_ written: Substring, _ word: String?, _ unit: Distance?, _ sign: DecimalSign?) {
            guard let digits = Self.plain(written, sign), let number = Double(digits) else {
                return nil
            }
            let parts = digits.split(separator: ".")
            let decimals = parts.count > 1 ? parts[1].count : 0
            let named = word.flatMap(Self.unit)
            guard let one = named ?? (word.map { CompassPoint($0) != nil } ?? true ? unit : nil)
            else {
                return nil
            }
            takesWord = named != nil
            metres = number * one.metres
            var step = 1.0
            for _ in 0..<decimals { step /= 10 }
            if decimals == 0, one == .metres(1) {
                for _ in parts[0].reversed().prefix(while: { $0 == "0" }) { step *= 10 }
                if number == 0 { step = 1 }
            }
            half = step * one.metres / 2
        }

        /// The number with a point before its fraction; `nil` where thousands may be meant.
        private static func plain(_ written: Substring, _ sign: DecimalSign?) -> String? {
            let parts = written.split(whereSeparator: { $0 == "." || $0 == "," })
            guard parts.count == 2 else { return String(written) }
            let found = DecimalSign(of: String(written))
            let mayBeThousands =
                parts[1].count == 3 && parts[0].count <= 3 && !parts[0].hasPrefix("0")
            if mayBeThousands, found != sign ?? .point {
                return sign == nil ? nil : parts.joined()
            }
            return parts.joined(separator: ".")
        }

        private static func unit(_ word: String) -> Distance? {
            switch word {
            case "км": .kilometres(1)
            case "м": .metres(1)
            default: Distance.Unit(word: word == "kms" ? "km" : word).map { .metres($0.metres) }
            }
        }
    }
}
