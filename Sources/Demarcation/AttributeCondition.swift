import Zones

/// A condition on a property of a report, such as a calibre of at least 100 mm.
public struct AttributeCondition: Hashable, Sendable {
    /// How a property is compared.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        case atLeast = ">="
        case above = ">"
        case atMost = "<="
        case below = "<"
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
    /// - Boundary: unknown where the property is missing, is not a quantity, or has another
    ///   kind of unit, or no unit where the condition has one.
    func holds(for attributes: [String: String]) -> Answer {
        for (name, unit) in reportNames {
            guard let text = attributes[name], let found = Quantity(parsing: text) else { continue }
            let read = found.unit == nil && unit != nil ? Quantity(found.value, unit) : found
            guard let order = read.compared(to: quantity) else { continue }
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
}

extension AttributeCondition: CustomStringConvertible {
    /// The condition in words, such as `calibre >= 100 mm`.
    public var description: String { "\(name) \(comparison.rawValue) \(quantity)" }
}
