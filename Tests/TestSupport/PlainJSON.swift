import Foundation

/// Values to JSON and back as Foundation does it, with keys in their order.
public enum PlainJSON {
    /// The text of a value.
    public static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value of a text.
    public static func value<Value: Decodable>(of text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
