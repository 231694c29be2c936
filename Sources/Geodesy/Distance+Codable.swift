extension Distance: Codable {
    private enum Key: String, CodingKey {
        case metres
    }

    /// A length from `{"metres": 1937.428}`.
    ///
    /// - Throws: `DecodingError` when the number is missing or not finite.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self = .metres(try Double.finite(.metres, of: container))
    }

    /// Writes the length as `{"metres": 1937.428}`.
    ///
    /// - Throws: `EncodingError` when the number is not finite.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try metres.encodeFinite(.metres, to: &container)
    }
}
