import Geodesy

/// A length within a text, as exact as it is written: `6 km` is 5.5 to 6.5 km, `7-10km` what it says.
struct WrittenLength {
    let least: Distance
    let greatest: Distance
    /// Where it stands in the text.
    let place: Range<String.Index>

    private typealias Found = Regex<(Substring, Substring, Substring?, Substring?, Substring?)>
        .Match

    /// The only length in a text of small letters; `nil` where there is none, several, or one that can be read in
    /// two ways.
    ///
    /// - Parameter unit: what numbers without a unit count; `nil` where they must have one.
    static func find(in text: String, unit: Distance?) -> WrittenLength? {
        // A number, perhaps its unit, and perhaps a second number with one.
        let form =
            /([0-9]+(?:[.,][0-9]+)?)[ ]?([a-zа-яіїє]+)?(?:[ ]?-[ ]?([0-9]+(?:[.,][0-9]+)?)[ ]?([a-zа-яіїє]+)?)?/
        let matches = text.matches(of: form)
        guard matches.count == 1, let match = matches.first else { return nil }
        guard let second = match.3 else {
            let word = match.2.map(String.init)
            guard let one = Number(match.1, word, unit) else { return nil }
            let end = one.takesWord ? match.range.upperBound : match.1.endIndex
            return WrittenLength(
                least: .metres(max(0, one.metres - one.half)),
                greatest: .metres(one.metres + one.half), place: match.1.startIndex..<end)
        }
        let last = match.4.map(String.init)
        guard let high = Number(second, last, unit),
            let low = Number(
                match.1, match.2.map(String.init) ?? (high.takesWord ? last : nil), unit),
            match.2 == nil || low.takesWord, low.metres <= high.metres
        else { return nil }
        let end = high.takesWord ? match.range.upperBound : second.endIndex
        return WrittenLength(
            least: .metres(low.metres), greatest: .metres(high.metres),
            place: match.1.startIndex..<end)
    }

    /// A number of lengths.
    private struct Number {
        let metres: Double
        /// Half a unit of the last digit that is told; zeros at the end of whole metres are rounding.
        let half: Double
        /// Whether the word behind it is its unit, and not a direction.
        let takesWord: Bool

        init?(_ digits: Substring, _ word: String?, _ unit: Distance?) {
            let parts = digits.split(whereSeparator: { $0 == "." || $0 == "," })
            let decimals = parts.count > 1 ? parts[1].count : 0
            // Thousands may be meant.
            if digits.contains(","), decimals == 3 { return nil }
            guard let number = Double(digits.replacing(",", with: ".")) else { return nil }
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

        private static func unit(_ word: String) -> Distance? {
            switch word {
            case "км": .kilometres(1)
            case "м": .metres(1)
            default: Distance.Unit(word: word == "kms" ? "km" : word).map { .metres($0.metres) }
            }
        }
    }
}
