extension Instant: Codable {
    /// A moment from text by RFC 3339, such as `"2026-12-01T00:00:00+02:00"`.
    ///
    /// - Throws: `DecodingError` when `init(parsing:)` refuses the text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(ParsingError) {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: error.description)
        }
    }

    /// Writes the moment by RFC 3339 in UTC, to the nanosecond.
    ///
    /// - Throws: `EncodingError` for years other than 0 to 9999, which that form cannot hold.
    public func encode(to encoder: any Encoder) throws {
        guard let same = try? Instant(parsing: description), same == self else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(
                    codingPath: encoder.codingPath,
                    debugDescription: "\(self) cannot be written by RFC 3339"))
        }
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
