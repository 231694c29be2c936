extension Distance {
    /// Why a text is not a length.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text as found.
        public let text: String
        /// What is wrong with it.
        public let reason: String
        /// A fault of a text.
        package init(text: String, reason: String) {
            self.text = text
            self.reason = reason
        }

        /// The sentence for a person.
        public var description: String { "'\(text)' is not a length: \(reason)" }
    }

    /// A length from text such as `2 km`, `1,852 m`, `500 yards`, `12 nm` or `2km`.
    ///
    /// The number is decimal, with a point, with commas only where they part thousands, and with an
    /// exponent if need be (`1.5e3 m`); the unit is required. White space around and between does not
    /// matter.
    ///
    /// - Throws: `Distance.ParsingError` when the number or the unit cannot be read, when there is
    ///   no unit, and when the length is negative or not finite.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        func refuse(_ reason: String) -> ParsingError {
            ParsingError(text: String(text), reason: reason)
        }
        let trimmed = text.trimmingSpaces
        let number = trimmed.leadingNumber
        let word = trimmed.dropFirst(number.count).trimmingSpaces
        if let most = Self.interval(trimmed) {
            throw refuse(
                "it is an interval, and one length is expected, such as '\(most)'; only the width of a zone may be "
                    + "known to lie in an interval, written with a hyphen as in '15-20 km each side'"
            )
        }
        guard !number.isEmpty else { throw refuse("it does not begin with a number") }
        guard let value = Double(withThousands: number) else {
            let hint = Self.withPoint(number).map { "; write \($0)" } ?? ""
            throw refuse("'\(number)' is not a decimal number\(hint)")
        }
        guard value >= 0 else { throw refuse("a length is at least zero, not negative") }
        guard !word.isEmpty else {
            throw refuse("it has no unit; write m, km, nm, mi, yd or ft after the number")
        }
        guard let unit = Unit(word: word) else {
            throw refuse(
                word == "M"
                    ? "'M' is the metre to some and the nautical mile of charts to others; write m or nm"
                    : "'\(word)' is no unit known here; use m, km, nm, mi, yd or ft")
        }
        guard value.isFinite, (value * unit.metres).isFinite else {
            throw refuse("it is too large to be one")
        }
        self.init(value, unit)
    }

    /// The number with a point where a comma stands for one.
    private static func withPoint(_ number: some StringProtocol) -> String? {
        let parts = number.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, !number.contains(".") else { return nil }
        let written = parts.joined(separator: ".")
        return Double(written).map { _ in written }
    }

    /// The greater of two lengths between which a text such as `15-20 km` or `up to 30 km` leaves it
    /// open; `nil` for other texts.
    private static func interval(_ text: some StringProtocol) -> String? {
        let words = String(text).replacing("\u{2013}", with: "-").replacing("\u{2014}", with: "-")
        for separator in ["up to", " to ", "-", "..."] {
            guard let range = words.ranges(of: separator).last else { continue }
            let (head, tail) = (
                words[..<range.lowerBound], words[range.upperBound...].trimmingSpaces
            )
            let number = tail.leadingNumber
            let isOpen =
                separator == "up to" || Double(withThousands: head.trimmingSpaces) != nil
                || (try? Distance(parsing: head)) != nil
            if isOpen, !number.isEmpty, number.first?.isNumber == true, number.count < tail.count {
                return String(tail)
            }
        }
        return nil
    }
}
