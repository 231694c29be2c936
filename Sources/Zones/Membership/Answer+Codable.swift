extension Answer: Codable {
    /// An answer from one of the words `yes`, `no` and `undeterminable`.
    ///
    /// - Throws: `DecodingError` when it is another word.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        guard let answer = Answer.allCases.first(where: { $0.word == word }) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(word)' is none of yes, no and undeterminable")
        }
        self = answer
    }

    /// Writes the answer as `yes`, `no` or `undeterminable`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }

    private var word: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .undeterminable: "undeterminable"
        }
    }
}
