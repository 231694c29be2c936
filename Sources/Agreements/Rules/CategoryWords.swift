/// The words of an agreement's categories, and what those of reports may mean.
struct CategoryWords: Sendable {
    /// What a reported category is, as folded names.
    struct Meaning: Sendable {
        /// What it certainly is.
        let certain: Set<String>
        /// What it may be besides; `nil` for anything.
        let possible: Set<String>?
        /// The kinds for all of which the word stands, of which it may be any.
        var narrower: Set<String> = []
    }

    private let tree: CategoryTree
    /// Whether the agreement's list of categories is complete.
    private let isComplete: Bool
    /// What each category that the agreement names is.
    private var known: [String: Set<String>] = [:]

    init(_ agreement: Agreement) {
        tree = agreement.categories
        isComplete = agreement.others == .unregulated
        let rules = agreement.rules.flatMap(\.categories) + agreement.reach.map(\.category)
        let counted =
            agreement.sites.flatMap(\.inventory).map(\.category)
            + agreement.obligations.flatMap(\.categories)
        let branches = tree.branches.flatMap { [$0.category] + $0.members }
        for word in Set((rules + counted + branches).map { CategoryTree.folded($0) }) {
            known[word] = tree.kinds(of: word)
        }
    }

    /// Whether rules or the tree of categories name a folded word.
    func isKnown(_ folded: String) -> Bool { known[folded] != nil }

    /// What a reported category means; `nil` for an empty one.
    ///
    /// A word for several kinds, as `military` is, may be any of them. A word that the agreement does not know
    /// may mean any of its categories; one that begins with a known one, as `military.gun` does, any that are
    /// in it. With a complete list it means nothing else.
    func meaning(of category: String) -> Meaning? {
        let folded = CategoryTree.folded(category)
        guard !folded.isEmpty else { return nil }
        if let kinds = known[folded] {
            // A word for several kinds leaves open which of them it is.
            let narrower = known.filter { $0.key != folded && $0.value.contains(folded) }.map(\.key)
            return Meaning(certain: kinds, possible: [], narrower: Set(narrower))
        }
        let certain = tree.kinds(of: folded)
        if isComplete { return Meaning(certain: certain, possible: []) }
        guard let parent = CategoryTree.paths(folded).first(where: { known[$0] != nil }) else {
            return Meaning(certain: certain, possible: nil)
        }
        let within = known.filter { $0.value.contains(parent) }.map(\.key)
        return Meaning(certain: certain, possible: Set(within))
    }
}
