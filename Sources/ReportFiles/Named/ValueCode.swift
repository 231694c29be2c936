/// Values that stand for something else, as `1` for a bound of 10 m.
package enum ValueCode {
    /// The same text for all writings of a code: numbers by their value, words in small letters.
    package static func folded(_ text: String) -> String {
        if let number = number(text) { return folded(number) }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ").lowercased()
    }

    /// A number without the fraction that it does not have.
    static func folded(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? "\(Int64(number))" : "\(number)"
    }

    /// The number that a text is, also with white space around or a decimal comma.
    ///
    /// - Parameter sign: the decimal sign of the file's numbers, where that is known.
    static func number(_ text: String, _ sign: DecimalSign? = nil) -> Double? {
        var text = text.trimmingSpaces
        return text.withUTF8 { Double(csv: UnsafeRawBufferPointer($0), sign) }
    }
}
