import Geodesy
import Zones

/// A reported position or sensor detection, with what rules need to know of it.
public struct Report: Hashable, Sendable {
    /// The reported position.
    public var position: Coordinate
    /// A bound on how far the true position may be from the reported one.
    public var uncertainty: Distance
    /// The region in which the object may be, or which it covers, where more is known of it than a bound.
    ///
    /// The position is then no more than what distances are told from; `uncertainty` comes on top: the
    /// object may be so far beyond the region.
    public var footprint: Footprint?
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
    /// Where what is reported came from, such as a shot; `nil` where it is not known.
    public var origin: EventPosition?
    /// Where it had its effect; `nil` where that is the reported position.
    public var effect: EventPosition?
    /// How many objects it tells of; `nil` where a number was given that is none.
    public var count: Int? = 1

    /// A report.
    public init(
        position: Coordinate, uncertainty: Distance = .zero, footprint: Footprint? = nil,
        category: String? = nil,
        party: Party.ID? = nil, time: Instant? = nil, span: TimeSpan? = nil,
        attributes: [String: String] = [:]
    ) {
        self.position = position
        self.uncertainty = uncertainty
        self.footprint = footprint
        self.category = category
        self.party = party
        self.time = time
        self.span = span
        self.attributes = attributes
    }
}

extension Report {
    /// The same as a position with a bound: the disc about all of where the object may be.
    func enclosingDisc(under model: PositionModel?) -> Report {
        guard let footprint else { return self }
        let disc = footprint.toldDisc(under: model)
        var report = self
        report.position = disc.centre
        report.uncertainty = .metres(disc.radius) + uncertainty
        report.footprint = nil
        return report
    }

    /// The footprint; of a report without one the circle of its bound.
    ///
    /// `nil` where these are none.
    var spread: Footprint? {
        footprint ?? (try? Footprint.circle(about: position, radius: uncertainty))
    }
}
