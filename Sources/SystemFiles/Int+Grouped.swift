extension Int {
    /// The number with commas between groups of three digits, the same in every locale.
    package var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (k, digit) in digits.enumerated() {
            if k > 0, (digits.count - k).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
