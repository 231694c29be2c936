import Agreements

extension AgreementReader {
    /// Where in the text something stands.
    mutating func citation(_ fields: Fields) -> Citation {
        func words(_ key: String) -> String? { fields.node(key).flatMap { text($0, key) } }
        return Citation(
            clause: words("clause"), quote: words("quote"), source: words("source"),
            provenance: words("provenance"))
    }
}
