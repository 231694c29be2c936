import Zones

/// A condition on a property of a report, such as a calibre of at least 100 mm.
public struct AttributeCondition: Hashable, Sendable {
    /// How a property is compared.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        /// The property is at least the quantity.
        case atLeast = ">="
        /// The property is more than the quantity.
        case above = ">"
        /// The property is at most the quantity.
        case atMost = "<="
        /// The property is less than the quantity.
        case below = "<"
        /// The property is the quantity.
        case equal = "="
    }

    /// What a property is compared with.
    public enum Operand: Hashable, Sendable {
        /// A number with its unit.
        case quantity(Quantity)
        /// Words, of which the property is one; letter case does not matter.
        case words([String])
        /// A word among words in an order.
        case level(String, OrderedLevels)
    }

    /// The property's name, such as `calibre`.
    public let name: String
    /// How it is compared.
    public let comparison: Comparison
    /// What it is compared with.
    public let operand: Operand

    /// A condition on a number.
    public init(name: String, _ comparison: Comparison, _ quantity: Quantity) {
        self.init(name: name, comparison, .quantity(quantity))
    }

    /// A condition that a property is one of some words.
    public init(name: String, oneOf words: [String]) {
        self.init(name: name, .equal, .words(words))
    }

    /// A condition.
    public init(name: String, _ comparison: Comparison, _ operand: Operand) {
        self.name = name
        self.comparison = comparison
        self.operand = operand
    }

    /// Why a text is not a condition.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// A condition from text such as `>= 100 mm`, or `>= regiment` where levels order the words; a quantity or
    /// level alone means `=`.
    ///
    /// - Throws: `AttributeCondition.ParsingError` when nothing that can be compared so follows the comparison.
    public init(
        name: String, parsing text: some StringProtocol, levels: [OrderedLevels] = []
    ) throws(ParsingError) {
        let trimmed = text.drop { $0.isWhitespace }
        // Longer signs first, so that `>=` is not read as `>`.
        let signs = Comparison.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
        let comparison = signs.first { trimmed.hasPrefix($0.rawValue) }
        let rest = trimmed.dropFirst(comparison?.rawValue.count ?? 0)
        let word = CategoryTree.folded(rest)
        if let order = levels.first(where: { $0.name == name }) {
            guard order.rank(of: word) != nil else {
                throw ParsingError(
                    description: "'\(rest)' is no level of \(name); "
                        + Spelling.hint(for: word, in: order.words))
            }
            self.init(name: name, comparison ?? .equal, .level(word, order))
            return
        }
        if let quantity = Quantity(parsing: rest) {
            self.init(name: name, comparison ?? .equal, .quantity(quantity))
            return
        }
        throw ParsingError(
            description: "'\(text)' is not a condition; write a comparison, a number and a "
                + "unit, as in '>= 100 mm' (comparisons: >=, >, <=, <, =); a word stands in a list, as in "
                + "[medevac], and words are in an order only where 'levels' says it")
    }

    /// A condition that a property is one of some words.
    ///
    /// - Throws: `AttributeCondition.ParsingError` when one is empty, begins with a comparison or is a
    ///   quantity, or is none of the levels of the property.
    public init(
        name: String, oneOf words: [String], levels: [OrderedLevels]
    ) throws(ParsingError) {
        for word in words {
            let folded = CategoryTree.folded(word)
            let isCompared = Comparison.allCases.contains { folded.hasPrefix($0.rawValue) }
            if folded.isEmpty || isCompared || Quantity(parsing: folded) != nil {
                throw ParsingError(
                    description:
                        "'\(word)' is no word; a list holds words of which the property is one, and a "
                        + "comparison stands alone, as in '>= 100 mm'")
            }
            if let order = levels.first(where: { $0.name == name }), order.rank(of: word) == nil {
                throw ParsingError(
                    description: "'\(word)' is no level of \(name); "
                        + Spelling.hint(for: folded, in: order.words))
            }
        }
        self.init(name: name, oneOf: words)
    }

    /// The names under which a report may give the property: the name itself, and the name with
    /// a unit such as `calibre_mm` for a bare number.
    var reportNames: [(name: String, unit: Quantity.Unit?)] {
        guard case .quantity(let quantity) = operand else { return [(name, nil)] }
        let units = Quantity.Unit.allCases.filter { $0.dimension == quantity.unit?.dimension }
        return [(name, nil)] + units.map { ("\(name)_\($0.rawValue)", $0) }
    }

    /// The name under which a report may say what a height is counted from.
    var referenceName: String? {
        guard case .quantity(let quantity) = operand, quantity.reference != nil else { return nil }
        return name + "_reference"
    }

    /// Whether a report's properties meet the condition.
    ///
    /// - Boundary: unknown where the property is missing, is not a quantity, has another kind of unit, or
    ///   no unit where the condition has one, is a height from another reference, is given several times by
    ///   names that disagree, or is given by one name as a quantity and by another as what is none; and where
    ///   it is none of the words that have an order.
    func holds(for attributes: [String: String]) -> Answer {
        switch operand {
        case .quantity(let quantity): return holds(quantity, for: attributes)
        case .words(let words):
            guard let text = text(in: attributes) else { return .undeterminable }
            let folded = CategoryTree.folded(text)
            return Answer(words.contains { CategoryTree.folded($0) == folded })
        case .level(let word, let order):
            guard let text = text(in: attributes), let own = order.rank(of: text),
                let rank = order.rank(of: word)
            else { return .undeterminable }
            return Answer(comparison.holds(own - rank))
        }
    }

    private func holds(_ quantity: Quantity, for attributes: [String: String]) -> Answer {
        guard conflict(in: attributes).isEmpty else { return .undeterminable }
        for found in given(in: attributes) {
            guard let order = found.quantity?.compared(to: quantity) else { continue }
            return Answer(comparison.holds(order))
        }
        return .undeterminable
    }

    /// What a report says of the property, if it says something.
    private func text(in attributes: [String: String]) -> String? {
        attributes[name].flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }

    /// What a report gives of the property under names that do not agree, as it gives it; empty where
    /// all agree.
    ///
    /// What is no quantity agrees with nothing.
    func conflict(in attributes: [String: String]) -> [(name: String, text: String)] {
        guard case .quantity = operand else { return [] }
        let found = given(in: attributes)
        let isAgreed = found.indices.allSatisfy { k in
            found[..<k].allSatisfy { other in
                guard let a = other.quantity, let b = found[k].quantity else { return false }
                return Self.agree(a, b)
            }
        }
        return isAgreed ? [] : found.map { ($0.name, $0.text) }
    }

    /// What a report gives under each of the names, with the quantity that it is, if it is one.
    private func given(
        in attributes: [String: String]
    ) -> [(name: String, text: String, quantity: Quantity?)] {
        reportNames.compactMap { name, unit in
            guard let text = attributes[name], text.contains(where: { !$0.isWhitespace }) else {
                return nil
            }
            guard let found = Quantity(parsing: text) else { return (name, text, nil) }
            let beside = reference(in: attributes)
            if let own = found.reference, let beside, own != beside { return (name, text, nil) }
            let isBare = found.unit == nil && unit != nil
            return (
                name, text,
                Quantity(
                    found.value, isBare ? unit : found.unit,
                    from: found.reference ?? beside)
            )
        }
    }

    /// What a report says beside a height that it is counted from.
    private func reference(in attributes: [String: String]) -> Quantity.HeightReference? {
        guard let name = referenceName, let text = attributes[name] else { return nil }
        let word = CategoryTree.folded(text).uppercased()
        return word == "MSL" ? .sea : Quantity.HeightReference(rawValue: word)
    }

    /// Whether two quantities may be the same: a bare number may have any unit.
    private static func agree(_ a: Quantity, _ b: Quantity) -> Bool {
        if a.unit == nil, let unit = b.unit {
            return Quantity.Unit.allCases.contains {
                $0.dimension == unit.dimension
                    && Quantity(a.value, $0, from: a.reference).compared(to: b) == 0
            }
        }
        if b.unit == nil, a.unit != nil { return agree(b, a) }
        return a.compared(to: b) == 0
    }
}

extension AttributeCondition.Comparison {
    /// Whether it holds of what is less than, equal to or greater than what it is compared with, by the sign
    /// of the order.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .atLeast: order >= 0
        case .above: order > 0
        case .atMost: order <= 0
        case .below: order < 0
        case .equal: order == 0
        }
    }
}

extension AttributeCondition: CustomStringConvertible {
    /// The condition in words, such as `calibre >= 100 mm` or `activity medevac or fire-fighting`.
    public var description: String { inWords(.english) }

    /// The condition in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        let value: String
        switch operand {
        case .quantity(let quantity): value = quantity.inWords(say)
        case .words(let words):
            return say(
                "{name} {words}", ["name": name, "words": say.either(words)])
        case .level(let word, _): value = word
        }
        let values = ["name": name, "value": value]
        return switch comparison {
        case .atLeast: say("{name} >= {value}", values)
        case .above: say("{name} > {value}", values)
        case .atMost: say("{name} <= {value}", values)
        case .below: say("{name} < {value}", values)
        case .equal: say("{name} = {value}", values)
        }
    }
}
