extension Area: Codable {
    private enum Key: String, CodingKey {
        case squareMetres
    }

    /// An area from `{"squareMetres": 2.5e6}`.
    ///
    /// - Throws: `DecodingError` when the number is missing or not finite.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self = .squareMetres(try Double.finite(.squareMetres, of: container))
    }

    /// Writes the area as `{"squareMetres": 2.5e6}`.
    ///
    /// - Throws: `EncodingError` when the number is not finite.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try squareMetres.encodeFinite(.squareMetres, to: &container)
    }
}
