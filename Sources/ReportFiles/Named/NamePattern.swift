/// A name of a column or property in which one `*` may stand for any word.
struct NamePattern {
    /// What stands before and behind the word.
    private let head: String
    private let tail: String
    /// Whether the name has a `*`.
    let hasWord: Bool

    init(_ name: String) {
        let parts = name.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        head = String(parts[0])
        tail = parts.count > 1 ? String(parts[1]) : ""
        hasWord = parts.count > 1
    }

    /// The word for which the `*` stands in a name, which may be empty; `nil` where the name is another.
    func word(in name: String) -> String? {
        guard hasWord, name.utf8.count >= head.utf8.count + tail.utf8.count,
            name.hasPrefix(head), name.hasSuffix(tail)
        else { return nil }
        return String(name.dropFirst(head.count).dropLast(tail.count))
    }

    /// The name with such a word.
    func name(with word: String) -> String { hasWord ? head + word + tail : head }
}
