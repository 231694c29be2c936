/// Where in the text of an agreement something stands, and how it was taken from there; told, and nothing follows from it.
public struct Citation: Hashable, Sendable {
    /// The place in the text, such as `para 2`.
    public var clause: String?
    /// The words of the agreement.
    public var quote: String?
    /// The text in which it stands, where that is another than the agreement's own.
    public var source: String?
    /// How it was taken from the text, such as `secondary` where nobody has read that itself.
    public var provenance: String?

    /// A citation.
    public init(
        clause: String? = nil, quote: String? = nil, source: String? = nil,
        provenance: String? = nil
    ) {
        (self.clause, self.quote) = (clause, quote)
        (self.source, self.provenance) = (source, provenance)
    }
}

extension Citation {
    /// The place in the text, and from where and how it was taken, as in ` [para 2] (provenance: secondary)`; empty
    /// where nothing is said.
    package var inBrackets: String { inBrackets(.english) }

    /// The same in the words of a language, of which only those between the agreement's own are.
    func inBrackets(_ say: Phrasing) -> String {
        let way = provenance.map { say("provenance: {provenance}", ["provenance": $0]) }
        let origin = [source, way].compactMap { $0 }
        return (clause.map { " [\($0)]" } ?? "")
            + (origin.isEmpty ? "" : " (\(say.all(origin)))")
    }
}

/// What stands in the text of an agreement.
public protocol Cited {
    /// Where it stands.
    var citation: Citation { get set }
}

extension Cited {
    /// Its place in the agreement's text, such as `para 2`.
    public var clause: String? {
        get { citation.clause }
        set { citation.clause = newValue }
    }

    /// The words of the agreement.
    public var quote: String? {
        get { citation.quote }
        set { citation.quote = newValue }
    }

    /// How it was taken from the text, such as `secondary` where nobody has read that itself.
    public var provenance: String? {
        get { citation.provenance }
        set { citation.provenance = newValue }
    }
}
