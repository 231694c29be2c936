extension Azimuth: Codable {
    private enum Key: String, CodingKey {
        case degrees
    }

    /// A direction from `{"degrees": -12.5}`.
    ///
    /// - Throws: `DecodingError` when the number is missing or not finite.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self = Azimuth(degrees: try Double.finite(.degrees, of: container))
    }

    /// Writes the direction as `{"degrees": -12.5}`.
    ///
    /// - Throws: `EncodingError` when the number is not finite.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try degrees.encodeFinite(.degrees, to: &container)
    }
}
