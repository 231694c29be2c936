/// A value of a JSON text with the byte at which it begins.
package struct JSONNode {
    package enum Value {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    package let value: Value
    /// Counted from 0.
    package let offset: Int

    /// The first member of that name, or `nil`.
    package func member(_ name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == name }?.value
    }

    package var array: [JSONNode]? {
        if case .array(let nodes) = value { nodes } else { nil }
    }

    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    package var number: Double? {
        if case .number(let number) = value { number } else { nil }
    }

    /// What the value is, in words for a sentence.
    package var inWords: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let number): "the number \(number)"
        case .string(let text): "the text \"\(text.prefix(60))\""
        case .array(let nodes): "an array of \(nodes.count)"
        case .object: "an object"
        }
    }
}
