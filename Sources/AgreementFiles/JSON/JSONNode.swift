/// A value of a JSON text with the byte at which it begins.
struct JSONNode {
    enum Value {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    let value: Value
    let offset: Int

    /// The first member of that name, or `nil`.
    func member(_ name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == name }?.value
    }

    var array: [JSONNode]? {
        if case .array(let nodes) = value { nodes } else { nil }
    }

    var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = value { number } else { nil }
    }

    /// What the value is, in words for a sentence.
    var inWords: String {
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
