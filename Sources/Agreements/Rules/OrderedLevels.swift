/// Words in an order, such as the echelons from platoon to brigade, by which conditions compare.
public struct OrderedLevels: Hashable, Sendable {
    /// The property of reports whose words these are.
    public let name: String
    /// The words, the least first.
    public let words: [String]

    /// Words in an order.
    public init(_ name: String, _ words: [String]) {
        self.name = name
        self.words = words
    }

    /// The place of a word, letter case and white space at its ends aside; `nil` for another.
    func rank(of word: String) -> Int? {
        let folded = CategoryTree.folded(word)
        return words.firstIndex { CategoryTree.folded($0) == folded }
    }
}
