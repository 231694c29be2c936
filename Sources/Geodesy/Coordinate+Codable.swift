extension Coordinate: Codable {
    private enum Key: String, CodingKey {
        case longitude, latitude
    }

    /// A position from `{"longitude": -30.5, "latitude": 47.52}`, in degrees.
    ///
    /// - Throws: `DecodingError` when a number is missing or the position is not on the globe.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            longitude: try container.decode(Double.self, forKey: .longitude),
            latitude: try container.decode(Double.self, forKey: .latitude))
        guard isValid else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: container.codingPath,
                    debugDescription: "[\(self)] is not on the globe"))
        }
    }

    /// Writes the position as `{"longitude": -30.5, "latitude": 47.52}`, in degrees.
    ///
    /// - Throws: `EncodingError` when it is not on the globe.
    public func encode(to encoder: any Encoder) throws {
        guard isValid else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(
                    codingPath: encoder.codingPath,
                    debugDescription: "[\(self)] is not on the globe"))
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(longitude, forKey: .longitude)
        try container.encode(latitude, forKey: .latitude)
    }
}
