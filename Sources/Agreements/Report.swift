import Geodesy

/// A reported position or sensor detection, with what rules need to know of it.
public struct Report: Hashable, Sendable {
    /// The reported position.
    public var position: Coordinate
    /// A bound on how far the true position may be from the reported one.
    public var uncertainty: Distance
    /// What was reported, in the agreement's own words; `nil` where it is not known.
    public var category: String?
    /// The party to which the report refers; `nil` where it is not known.
    public var party: Party.ID?
    /// When it was observed; `nil` where it is not known.
    public var time: Instant?
    /// When it was observed, where no moment is known but a span, such as a day; `time` is then not asked.
    public var span: TimeSpan?
    /// Further properties that conditions of rules name, such as `calibre`, as written.
    public var attributes: [String: String]

    /// A report.
    public init(
        position: Coordinate, uncertainty: Distance = .zero, category: String? = nil,
        party: Party.ID? = nil, time: Instant? = nil, span: TimeSpan? = nil,
        attributes: [String: String] = [:]
    ) {
        self.position = position
        self.uncertainty = uncertainty
        self.category = category
        self.party = party
        self.time = time
        self.span = span
        self.attributes = attributes
    }
}
