/// Which categories of an agreement contain which others.
///
/// A category may be in several others. A dotted path needs no tree: `military.tank` is a
/// `military` everywhere. Letter case and white space at the ends do not matter.
public struct CategoryTree: Hashable, Sendable {
    /// A category with those that it contains.
    public struct Branch: Hashable, Sendable {
        /// The containing category.
        public let category: String
        /// The categories directly in it.
        public let members: [String]

        /// A category with those that it contains.
        public init(_ category: String, _ members: [String]) {
            self.category = category
            self.members = members
        }
    }

    /// The containing categories, in the order in which they were written.
    public var branches: [Branch]

    /// A tree from its branches.
    public init(_ branches: [Branch] = []) { self.branches = branches }

    /// A name in the form in which names are compared.
    package static func folded(_ name: some StringProtocol) -> String {
        let head = name.drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return head[...last].lowercased()
    }

    /// All beginnings of a dotted path, the longest first: `a.b.c`, `a.b`, `a`.
    package static func paths(_ folded: String) -> [String] {
        var paths = [folded]
        var rest = folded[...]
        while let dot = rest.lastIndex(of: ".") {
            rest = rest[..<dot]
            if !rest.isEmpty { paths.append(String(rest)) }
        }
        return paths
    }

    /// Everything that a category is, itself and dotted beginnings included, as folded names.
    package func kinds(of category: String) -> Set<String> {
        var found: Set<String> = []
        var open = Self.paths(Self.folded(category))
        while let next = open.popLast() {
            guard found.insert(next).inserted else { continue }
            for branch in branches
            where branch.members.contains(where: { Self.folded($0) == next }) {
                open += Self.paths(Self.folded(branch.category))
            }
        }
        return found
    }
}
