/// The words of findings, of which files may have more than this program writes.
enum FindingWords {
    /// Those that are known, the gravest first.
    static let byGravity = [
        "apparent_breach", "undeterminable", "counted", "pending", "exempt", "suspended",
        "compliant", "unregulated",
    ]

    /// Stands for the finding of a record that could not be used.
    static let refused = "refused"
    /// Stands for what a record does not say.
    static let none = "none"

    /// Words of columns that no finding may have.
    private static let taken: Set<String> = ["total", "duplicates"]

    /// Whether a text may be a finding: a few small letters and underscores.
    static func isWord(_ text: String) -> Bool {
        if byGravity.contains(text) { return true }
        let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
        return isPlain && (1...40).contains(text.utf8.count) && !taken.contains(text)
    }

    /// The order of columns: known words by gravity, others by their letters, then what is no finding.
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (first, second) = (rank(a), rank(b))
        return first != second ? first < second : a < b
    }

    private static func rank(_ word: String) -> Int {
        if word == refused { return byGravity.count + 1 }
        if word == none { return byGravity.count + 2 }
        return byGravity.firstIndex(of: word) ?? byGravity.count
    }
}
