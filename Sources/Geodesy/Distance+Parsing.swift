extension Distance {
    /// Why a text is not a length.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text as found.
        public let text: String
        /// What is wrong with it.
        public let reason: String
        /// The sentence for a person.
        public var description: String { "'\(text)' is not a length: \(reason)" }
    }

    /// A length from text such as `2 km`, `1,852 m`, `500 yards`, `12 nm` or `2km`.
    ///
    /// The number is decimal, with a point and with commas only where they part thousands; the
    /// unit is required. White space around and between does not matter.
    ///
    /// - Throws: `Distance.ParsingError` when the number or the unit cannot be read, when there is
    ///   no unit, and when the length is negative or not finite.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        func refuse(_ reason: String) -> ParsingError {
            ParsingError(text: String(text), reason: reason)
        }
        let trimmed = text.trimmingSpaces
        let number = trimmed.prefix { $0.isASCII && ($0.isNumber || ".,-+".contains($0)) }
        let word = trimmed.dropFirst(number.count).trimmingSpaces
        guard !number.isEmpty else { throw refuse("it does not begin with a number") }
        guard let value = Double(withThousands: number) else {
            throw refuse("'\(number)' is not a decimal number")
        }
        guard !word.isEmpty else {
            throw refuse("it has no unit; write m, km, nm, mi, yd or ft after the number")
        }
        guard let unit = Unit(word: word) else {
            throw refuse("'\(word)' is no unit known here; use m, km, nm, mi, yd or ft")
        }
        guard value >= 0, value.isFinite, (value * unit.metres).isFinite else {
            throw refuse("a length is finite and not negative")
        }
        self.init(value, unit)
    }
}

extension StringProtocol {
    var trimmingSpaces: SubSequence {
        let head = drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return head }
        return head[...last]
    }
}

extension Double {
    /// A decimal number in which commas may stand before each full group of three digits.
    init?(withThousands text: some StringProtocol) {
        let whole = text.prefix { $0 != "." }
        guard !text.dropFirst(whole.count).contains(",") else { return nil }
        if whole.contains(",") {
            let groups = whole.drop { $0 == "+" || $0 == "-" }.split(
                separator: ",", omittingEmptySubsequences: false)
            guard let head = groups.first, (1...3).contains(head.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        self.init(String(text.filter { $0 != "," }))
    }
}
