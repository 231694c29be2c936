import Geodesy
import ZoneIndexing

/// An agreement made ready to judge reports; it does not change and may be shared by all workers.
public struct CompiledAgreement: Sendable {
    /// The agreement.
    public let agreement: Agreement
    /// The properties of reports that conditions ask for, sorted; `Report.attributes` needs no
    /// others.
    public let attributeNames: [String]

    let locators: [LineLocator]
    let zones: [CompiledZone]
    let rules: [CompiledRule]
    /// The zones in an order in which each comes after those excepted from it.
    let order: [Int]
    /// Per line, how far from it zones ask for its side and ends.
    let reaches: [LineReading.Reach]
    /// The zones compiled for large numbers; without it every report is measured anew.
    var index: AgreementIndex?
    /// What each category that the agreement names is.
    let kinds: [String: Set<String>]

    /// An agreement made ready.
    ///
    /// With an `index` of zones, which takes a moment to compile, judging takes less than a
    /// microsecond in most places; without one some microseconds for each line and area. What is
    /// found is the same. Zones with distances beyond `ZoneIndex.greatestDistance` do without.
    ///
    /// - Throws: `AgreementError`, the first of the agreement's `faults`.
    public init(
        _ agreement: Agreement, index detail: ZoneIndex.Detail? = nil
    ) throws(AgreementError) {
        try agreement.validate()
        self.agreement = agreement
        locators = agreement.lines.map { LineLocator($0.geometry) }
        let (lineNumbers, zoneNumbers) = (agreement.lineNumbers, agreement.zoneNumbers)
        let zones = agreement.zones.map {
            CompiledZone($0, lines: lineNumbers, zones: zoneNumbers)
        }
        self.zones = zones
        rules = agreement.rules.map { CompiledRule($0, in: agreement, zones: zoneNumbers) }
        let order = agreement.exceptedFirst() ?? []
        self.order = order
        reaches = agreement.lines.indices.map { line in
            zones.map { $0.reach(ofLine: line) }.reduce(into: LineReading.Reach()) {
                $0.ofSides = max($0.ofSides, $1.ofSides)
                $0.ofFlatEnds = max($0.ofFlatEnds, $1.ofFlatEnds)
            }
        }
        let conditions = agreement.rules.flatMap { $0.prohibits + $0.exempt }
        let names = conditions.flatMap(\.attributes).flatMap(\.reportNames).map(\.name)
        attributeNames = Set(names).sorted()
        var kinds: [String: Set<String>] = [:]
        for category in conditions.map(\.category)
            + agreement.categories.branches.flatMap({ [$0.category] + $0.members })
        {
            kinds[category] = agreement.categories.kinds(of: category)
        }
        self.kinds = kinds
        if let detail { index = try? AgreementIndex(agreement, order: order, detail: detail) }
    }

    /// What the agreement says of a report.
    ///
    /// - Boundary: a position that is not on the globe, or an uncertainty that is negative or not
    ///   a number, leaves every zone undeterminable, and the line and distance `nil`.
    public func judge(_ report: Report) -> Judgement {
        let found = findings(of: report)
        return judgement(of: report, memberships: found.memberships, place: found.place)
    }

    /// What follows from where a report lies.
    func judgement(
        of report: Report, memberships: [Membership], place: AgreementIndex.Place?
    ) -> Judgement {
        let subject = self.subject(of: report)
        var judgement = Judgement()
        for (zone, membership) in zip(agreement.zones, memberships) {
            switch membership {
            case .inside: judgement.zonesInside.append(zone.id)
            case .undeterminable: judgement.zonesUndeterminable.append(zone.id)
            case .outside: break
            }
        }
        if let place {
            let line = agreement.lines[place.line]
            judgement.line = line.id
            judgement.distance = place.distance
            judgement.side = line.party(on: place.side)
        }
        for rule in rules {
            guard let finding = rule.finding(for: subject, memberships: memberships) else {
                continue
            }
            judgement.rules.append(Judgement.RuleFinding(rule: rule.id, finding: finding))
        }
        judgement.finding = Self.gravest(judgement.rules)
        return judgement
    }

    /// Membership of a reported position in every zone, in the agreement's order.
    public func memberships(of position: Coordinate, uncertainty: Distance = .zero) -> [Membership]
    {
        if let index { return index.memberships(of: position, uncertainty: uncertainty) }
        let report = Report(position: position, uncertainty: uncertainty)
        return zoneReadings(report, readings(of: position, uncertainty: uncertainty))
            .map(\.membership)
    }

    /// Where a report lies to the nearest line and to every zone.
    func findings(
        of report: Report
    ) -> (memberships: [Membership], place: AgreementIndex.Place?) {
        if let index {
            return (
                index.memberships(of: report.position, uncertainty: report.uncertainty),
                index.place(of: report.position, uncertainty: report.uncertainty)
            )
        }
        let lines = readings(of: report.position, uncertainty: report.uncertainty)
        let place = lines.flatMap { lines in
            Self.nearest(of: lines).map { number in
                AgreementIndex.Place(
                    line: number, distance: lines[number].nearest.distance,
                    side: lines[number].nearest.side)
            }
        }
        return (zoneReadings(report, lines).map(\.membership), place)
    }

    /// How a report lies to every line, or `nil` when it has no usable position.
    func readings(
        of position: Coordinate, uncertainty: Distance, inFull: Bool = false
    ) -> [LineReading]? {
        guard position.isValid, uncertainty >= .zero, uncertainty.metres.isFinite else {
            return nil
        }
        return locators.indices.map { line in
            LineReading(
                position,
                uncertainty: uncertainty.metres + agreement.lines[line].accuracy.metres,
                locator: locators[line], reach: inFull ? .unlimited : reaches[line])
        }
    }

    /// How a report lies to every zone, in the agreement's order.
    func zoneReadings(
        _ report: Report, _ lines: [LineReading]?, inFull: Bool = false
    ) -> [ZoneReading] {
        var found = [ZoneReading](repeating: ZoneReading(), count: zones.count)
        guard let lines else { return found }
        var memberships = [Membership](repeating: .undeterminable, count: zones.count)
        for zone in order {
            found[zone] = zones[zone].read(
                report.position, uncertainty: report.uncertainty.metres, lines: lines,
                memberships: memberships, inFull: inFull)
            memberships[zone] = found[zone].membership
        }
        return found
    }

    /// What rules ask of a report.
    func subject(of report: Report) -> Subject {
        Subject(
            kinds: report.category.flatMap(kinds(ofReported:)),
            party: report.party.map { CategoryTree.folded($0) }.flatMap { $0.isEmpty ? nil : $0 },
            time: report.time, attributes: report.attributes)
    }

    private func kinds(ofReported category: String) -> Set<String>? {
        if let known = kinds[category] { return known }
        let folded = CategoryTree.folded(category)
        return folded.isEmpty ? nil : agreement.categories.kinds(of: folded)
    }

    /// The line whose nearest place is nearest; of equally near ones the first.
    static func nearest(of lines: [LineReading]) -> Int? {
        lines.indices.min {
            lines[$0].nearest.distance.metres < lines[$1].nearest.distance.metres
        }
    }

    /// The gravest of the findings; the cases of `Finding` are in that order.
    static func gravest(_ findings: [Judgement.RuleFinding]) -> Finding {
        Finding.allCases.first { candidate in findings.contains { $0.finding == candidate } }
            ?? .unregulated
    }
}
