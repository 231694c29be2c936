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

    /// The property's name, such as `calibre`.
    public let name: String
    /// How it is compared.
    public let comparison: Comparison
    /// What it is compared with.
    public let quantity: Quantity

    /// A condition.
    public init(name: String, _ comparison: Comparison, _ quantity: Quantity) {
        self.name = name
        self.comparison = comparison
        self.quantity = quantity
    }

    /// Why a text is not a condition.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// A condition from text such as `>= 100 mm`; a quantity alone means `=`.
    ///
    /// - Throws: `AttributeCondition.ParsingError` when no quantity follows the comparison.
    public init(name: String, parsing text: some StringProtocol) throws(ParsingError) {
        let trimmed = text.drop { $0.isWhitespace }
        // Longer signs first, so that `>=` is not read as `>`.
        let signs = Comparison.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
        let comparison = signs.first { trimmed.hasPrefix($0.rawValue) }
        let rest = trimmed.dropFirst(comparison?.rawValue.count ?? 0)
        guard let quantity = Quantity(parsing: rest) else {
            throw ParsingError(
                description: "'\(text)' is not a condition; write a comparison, a number and a "
                    + "unit, as in '>= 100 mm' (comparisons: >=, >, <=, <, =)")
        }
        self.init(name: name, comparison ?? .equal, quantity)
    }

    /// The names under which a report may give the property: the name itself, and the name with
    /// a unit such as `calibre_mm` for a bare number.
    var reportNames: [(name: String, unit: Quantity.Unit?)] {
        let units = Quantity.Unit.allCases.filter { $0.dimension == quantity.unit?.dimension }
        return [(name, nil)] + units.map { ("\(name)_\($0.rawValue)", $0) }
    }

    /// Whether a report's properties meet the condition.
    ///
    /// - Boundary: unknown where the property is missing, is not a quantity, has another kind of unit, or
    ///   no unit where the condition has one, is given several times by names that disagree, or is given by
    ///   one name as a quantity and by another as what is none.
    func holds(for attributes: [String: String]) -> Answer {
        guard conflict(in: attributes).isEmpty else { return .undeterminable }
        for found in given(in: attributes) {
            guard let order = found.quantity?.compared(to: quantity) else { continue }
            let holds =
                switch comparison {
                case .atLeast: order >= 0
                case .above: order > 0
                case .atMost: order <= 0
                case .below: order < 0
                case .equal: order == 0
                }
            return holds ? .yes : .no
        }
        return .undeterminable
    }

    /// What a report gives of the property under names that do not agree, as it gives it; empty where
    /// all agree.
    ///
    /// What is no quantity agrees with nothing.
    func conflict(in attributes: [String: String]) -> [(name: String, text: String)] {
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
            let isBare = found.unit == nil && unit != nil
            return (name, text, isBare ? Quantity(found.value, unit) : found)
        }
    }

    /// Whether two quantities may be the same: a bare number may have any unit.
    private static func agree(_ a: Quantity, _ b: Quantity) -> Bool {
        if a.unit == nil, let unit = b.unit {
            return Quantity.Unit.allCases.contains {
                $0.dimension == unit.dimension && Quantity(a.value, $0).compared(to: b) == 0
            }
        }
        if b.unit == nil, a.unit != nil { return agree(b, a) }
        return a.compared(to: b) == 0
    }
}

extension AttributeCondition: CustomStringConvertible {
    /// The condition in words, such as `calibre >= 100 mm`.
    public var description: String { "\(name) \(comparison.rawValue) \(quantity)" }
}
