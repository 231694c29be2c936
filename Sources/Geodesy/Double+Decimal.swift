extension StringProtocol {
    /// What a text begins with of a decimal number: digits, signs, points and commas, and an exponent.
    package var leadingNumber: SubSequence {
        func isDigit(_ character: Character?) -> Bool {
            character.map { $0.isASCII && $0.isNumber } ?? false
        }
        let number = prefix { isDigit($0) || ".,-+".contains($0) }
        let rest = dropFirst(number.count)
        guard isDigit(number.last ?? " ") || number.last == ".", let e = rest.first,
            e == "e" || e == "E"
        else { return number }
        let sign = rest.dropFirst().prefix(1).allSatisfy { "+-".contains($0) } ? 1 : 0
        let digits = rest.dropFirst(1 + sign).prefix { isDigit($0) }
        guard !digits.isEmpty else { return number }
        return self[..<digits.endIndex]
    }

    package var trimmingSpaces: SubSequence {
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
