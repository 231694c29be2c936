import Geodesy

/// A line from which an agreement measures, such as a line of contact.
public struct ReferenceLine: Hashable, Sendable, Cited {
    /// The identifier used in zones.
    public let id: String
    /// Where the line runs; of one with versions the first of these.
    public let geometry: LineGeometry
    /// The versions of the line, in the order of their times; none where it never moves.
    ///
    /// The time of a report picks the version. Of a report without one it is certain only what holds under all of
    /// them; where none holds, nothing is certain of what is measured from the line.
    public let versions: [Version<LineGeometry>]
    /// The party whose territory is on the left when looking along the line.
    public let left: Party.ID?
    /// The party whose territory is on the right when looking along the line.
    public let right: Party.ID?
    /// A bound on how far the line as given may lie from the line as meant.
    public var accuracy: Distance
    /// How well stretches of the line are known, where that differs; `accuracy` is then the greatest of these.
    public var accuracies: [LineInterval<Distance>] = []
    /// Markers along the line.
    public var markers: [LineMarker] = []
    /// Whether stretches of it are agreed, where that differs; told, and nothing follows from it.
    public var statuses: [LineInterval<Status>] = []
    /// Where in the agreement's text it stands.
    public var citation = Citation()
    /// What kind of line it is, where the agreement says it; told, and nothing follows from it.
    public let kind: Kind?
    /// Whether it is agreed, where that is said; told, and nothing follows from it.
    public let status: Status?
    /// Whether it is without prejudice to claims, as it may be said of it.
    public let isWithoutPrejudice: Bool

    /// A line with its sides.
    public init(
        id: String, geometry: LineGeometry, left: Party.ID? = nil, right: Party.ID? = nil,
        accuracy: Distance = .zero, kind: Kind? = nil, status: Status? = nil,
        isWithoutPrejudice: Bool = false
    ) {
        self.init(
            id: id, geometry: geometry, versions: [], left: left, right: right, accuracy: accuracy,
            kind: kind, status: status, isWithoutPrejudice: isWithoutPrejudice)
    }

    /// A line that moves, with its sides.
    ///
    /// - Precondition: there is a version.
    public init(
        id: String, versions: [Version<LineGeometry>], left: Party.ID? = nil,
        right: Party.ID? = nil, accuracy: Distance = .zero, kind: Kind? = nil,
        status: Status? = nil, isWithoutPrejudice: Bool = false
    ) {
        precondition(!versions.isEmpty, "a line with versions has at least one")
        self.init(
            id: id, geometry: versions[0].form, versions: versions, left: left, right: right,
            accuracy: accuracy, kind: kind, status: status, isWithoutPrejudice: isWithoutPrejudice)
    }

    private init(
        id: String, geometry: LineGeometry, versions: [Version<LineGeometry>], left: Party.ID?,
        right: Party.ID?, accuracy: Distance, kind: Kind?, status: Status?,
        isWithoutPrejudice: Bool
    ) {
        self.id = id
        self.geometry = geometry
        self.versions = versions
        self.left = left
        self.right = right
        self.accuracy = accuracy
        self.kind = kind
        self.status = status
        self.isWithoutPrejudice = isWithoutPrejudice
    }

    /// All that the line may be, one after the other.
    package var geometries: [LineGeometry] {
        versions.isEmpty ? [geometry] : versions.map(\.form)
    }

    /// The same line with other geometries.
    package func replacing<Failure: Error>(
        _ replace: (LineGeometry) throws(Failure) -> LineGeometry
    ) throws(Failure) -> ReferenceLine {
        var replaced: [Version<LineGeometry>] = []
        for version in versions {
            var version = version
            version.form = try replace(version.form)
            replaced.append(version)
        }
        var first = geometry
        if let form = replaced.first?.form { first = form } else { first = try replace(first) }
        var line = ReferenceLine(
            id: id, geometry: first, versions: replaced,
            left: left, right: right, accuracy: accuracy, kind: kind, status: status,
            isWithoutPrejudice: isWithoutPrejudice)
        (line.accuracies, line.markers, line.statuses) = (accuracies, markers, statuses)
        line.citation = citation
        return line
    }

    /// The line as if it had always been at one of its versions, by its place among these.
    package func fixed(atVersion number: Int) -> ReferenceLine {
        var line = ReferenceLine(
            id: id, geometry: versions[number].form, left: left, right: right, accuracy: accuracy,
            kind: kind, status: status, isWithoutPrejudice: isWithoutPrejudice)
        (line.accuracies, line.markers, line.statuses) = (accuracies, markers, statuses)
        line.citation = citation
        return line
    }

    /// The kinds of line of which agreements speak.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Along it the parties' forces faced each other, usually at a stated date.
        case contact
        /// The most forward positions of one side's forces at a time.
        case forward
        /// Agreed and marked, withdrawal is measured from it.
        case demarcation
        /// Forces may not move beyond it.
        case armistice
        /// The positions at a cease-fire.
        case ceasefire
        /// A cease-fire line that was later delineated.
        case control
        /// An internal boundary that is used as a reference.
        case administrative
        /// A boundary between states.
        case boundary
        /// Limits at sea are measured from it.
        case baseline
        /// A class of weapons stays behind it.
        case withdrawal
    }

    /// Whether a line is agreed.
    public enum Status: String, CaseIterable, Hashable, Sendable {
        /// By all parties.
        case agreed
        /// Until something is settled.
        case provisional
        /// Not by all parties.
        case disputed
    }

    /// The party whose side is `side`, or `nil` on the line, where the side is undefined and where
    /// the agreement names no party.
    public func party(on side: LineSide) -> Party.ID? {
        switch side {
        case .left: left
        case .right: right
        case .on, .none: nil
        }
    }
}

extension Party: Identifiable {}
