public import Geodesy
public import Zones

/// Reports in columns: what `BatchJudge` takes.
///
/// Row `k` of every column speaks of report `k`. What rules ask of a report besides its place and time
/// repeats itself, so that it is kept once: row `k` of `kinds` is an index of `kindReports`.
public struct ReportColumns: Sendable {
    /// The reported positions; their number is that of the reports.
    public var positions: [Coordinate]
    /// Bounds on how far the true positions may be from them; as many as positions.
    public var uncertainties: [Distance]
    /// When they were observed, `nil` where it is not known; as many as positions.
    public var times: [Instant?]
    /// The spans of those reports of which no moment is known but a span, by their rows.
    public var spans: [Int: TimeSpan]
    /// The regions of those reports of which one is known, by their rows; `uncertainties` come on top.
    public var footprints: [Int: Footprint]
    /// What was reported, as indices of `kindReports`; as many as positions.
    public var kinds: [Int32]
    /// How many objects reports tell of, `unreadableCount` where that is no number; as many as positions, or
    /// none where each tells of one.
    public var counts: [Int] = []
    /// In place of a number that is none.
    public static let unreadableCount = -1
    /// For each kind a report with its category, party, attributes, origin and effect; nothing else of it counts.
    public var kindReports: [Report]

    /// Columns as they are.
    ///
    /// - Precondition: all columns but `kindReports` have the same length.
    public init(
        positions: [Coordinate], uncertainties: [Distance], times: [Instant?], kinds: [Int32],
        kindReports: [Report], spans: [Int: TimeSpan] = [:], footprints: [Int: Footprint] = [:]
    ) {
        precondition(
            uncertainties.count == positions.count && times.count == positions.count
                && kinds.count == positions.count, "the columns have different lengths")
        self.positions = positions
        self.uncertainties = uncertainties
        self.times = times
        self.kinds = kinds
        self.spans = spans
        self.footprints = footprints
        self.kindReports = kindReports
    }

    /// The columns of reports, in their order.
    public init(_ reports: some Sequence<Report> = []) {
        self.init(positions: [], uncertainties: [], times: [], kinds: [], kindReports: [])
        var known: [ReportKind: Int32] = [:]
        for report in reports {
            let kind = ReportKind(report)
            let number = known[kind] ?? Int32(kindReports.count)
            if number == kindReports.count {
                known[kind] = number
                kindReports.append(report)
            }
            if let span = report.span { spans[positions.count] = span }
            if let footprint = report.footprint { footprints[positions.count] = footprint }
            if report.count != 1 || !counts.isEmpty {
                counts += repeatElement(1, count: positions.count - counts.count)
                counts.append(report.count ?? Self.unreadableCount)
            }
            positions.append(report.position)
            uncertainties.append(report.uncertainty)
            times.append(report.time)
            kinds.append(number)
        }
    }

    /// How many reports there are.
    public var count: Int { positions.count }

    /// One report, whole.
    public func report(_ k: Int) -> Report {
        var report = kindReports[Int(kinds[k])]
        report.position = positions[k]
        report.uncertainty = uncertainties[k]
        report.time = times[k]
        report.span = spans[k]
        report.footprint = footprints[k]
        if !counts.isEmpty { report.count = counts[k] < 0 ? nil : counts[k] }
        return report
    }
}

/// What rules ask of a report besides its place and time.
struct ReportKind: Hashable {
    let category: String?
    let party: String?
    let attributes: [String: String]
    let places: [EventPosition?]

    init(_ report: Report) {
        category = report.category
        party = report.party
        attributes = report.attributes
        places = [report.origin, report.effect]
    }
}
