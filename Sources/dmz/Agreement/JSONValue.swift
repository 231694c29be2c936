import GeoJSONText

/// A JSON value whose members keep the order in which they were written.
enum JSONValue {
    case null
    case number(Double)
    /// A number with at most so many decimals.
    case decimal(Double, Int)
    case integer(Int)
    case string(String)
    case bool(Bool)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A length in metres, to the micrometre.
    static func metres(_ metres: Double?) -> JSONValue { metres.map { .decimal($0, 6) } ?? .null }

    /// The value as indented text.
    func text(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .null: return "null"
        // JSON has no word for what is not finite.
        case .number(let number): return number.isFinite ? "\(number)" : "null"
        case .decimal(let number, let decimals):
            guard number.isFinite else { return "null" }
            var digits = Substring(number.fixed(decimals))
            while digits.last == "0" { digits.removeLast() }
            return String(digits.last == "." ? digits + "0" : digits)
        case .integer(let number): return "\(number)"
        case .string(let text): return text.quotedAsJSON(controls: .letters)
        case .bool(let value): return "\(value)"
        case .array(let values) where values.isEmpty: return "[]"
        case .array(let values):
            let lines = values.map { inner + $0.text(indent: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
        case .object(let members):
            let lines = members.map { key, value in
                inner + key.quotedAsJSON(controls: .letters) + ": " + value.text(indent: inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
        }
    }
}
