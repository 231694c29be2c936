extension Double {
    /// The number under a key.
    ///
    /// - Throws: `DecodingError` when there is none, or one that is not finite.
    static func finite<Key>(
        _ key: Key, of container: KeyedDecodingContainer<Key>
    ) throws -> Double {
        let number = try container.decode(Double.self, forKey: key)
        guard number.isFinite else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "\(number) is not a finite number")
        }
        return number
    }

    /// Writes the number under a key.
    ///
    /// - Throws: `EncodingError` when it is not finite, which most formats cannot hold.
    func encodeFinite<Key>(
        _ key: Key, to container: inout KeyedEncodingContainer<Key>
    ) throws {
        guard isFinite else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(
                    codingPath: container.codingPath + [key],
                    debugDescription: "\(self) is not a finite number"))
        }
        try container.encode(self, forKey: key)
    }
}
