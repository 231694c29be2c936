import Geodesy
import ZoneIndexing

extension CompiledAgreement {
    /// All numbers behind the judgement of a report.
    public func explain(_ report: Report) -> Explanation {
        let lines = readings(of: report.position, uncertainty: report.uncertainty, inFull: true)
        let readings = zoneReadings(report, lines, inFull: true)
        let memberships = readings.map(\.membership)
        let subject = subject(of: report)
        let nearest = lines.flatMap { Self.nearest(of: $0) }
        return Explanation(
            report: report, judgement: judge(report),
            lines: (lines ?? []).enumerated().map { number, reading in
                let line = agreement.lines[number]
                return Explanation.Line(
                    id: line.id, nearest: reading.nearest, accuracy: line.accuracy,
                    uncertainty: .metres(reading.uncertainty), sides: reading.sides,
                    party: line.party(on: reading.nearest.side), isNearest: number == nearest)
            },
            zones: readings.indices.map { zone in
                explain(zone: zone, readings[zone], lines, memberships)
            },
            rules: rules.indices.map { explain(rule: $0, subject, memberships) })
    }

    private func explain(
        zone number: Int, _ reading: ZoneReading, _ lines: [LineReading]?,
        _ memberships: [Membership]
    ) -> Explanation.ZonePart {
        let zone = agreement.zones[number]
        let sentence = ZoneReason(
            zone: zone,
            except: zones[number].except.map { (agreement.zones[$0].id, memberships[$0]) },
            reading: reading)
        guard let lines else {
            return Explanation.ZonePart(
                id: zone.id, membership: reading.membership,
                definition: agreement.inWords(zone), distance: nil, uncertainty: nil, limits: [],
                margin: nil, reason: "the position or its uncertainty cannot be used", route: nil)
        }
        let bands = bands(of: number, lines)
        var margins = bands.filter { $0.band.to > -.infinity }
            .map { $0.band.margin(at: reading.distance) }
        if case .area = zones[number].measure { margins = [-reading.distance] }
        return Explanation.ZonePart(
            id: zone.id, membership: reading.membership, definition: agreement.inWords(zone),
            distance: .metres(reading.distance), uncertainty: .metres(reading.uncertainty),
            limits: bands.map { side, party, band in
                Explanation.ZonePart.Limit(
                    side: side, party: party,
                    from: band.from == -.infinity ? nil : .metres(band.from),
                    to: band.to == -.infinity ? nil : .metres(band.to))
            },
            margin: margins.min { $0.magnitude < $1.magnitude }.map { .metres($0) },
            reason: sentence.text, route: reading.route?.nearest)
    }

    /// The bands that decide, for each side on which the report may lie.
    private func bands(
        of zone: Int, _ lines: [LineReading]
    ) -> [(side: LineSide?, party: Party.ID?, band: DistanceBand)] {
        switch zones[zone].measure {
        case .line(let number, let left, let right):
            if left == right { return [(nil, nil, left)] }
            let line = agreement.lines[number]
            var bands: [(side: LineSide?, party: Party.ID?, band: DistanceBand)] = []
            if lines[number].sides.contains(.left) { bands.append((.left, line.left, left)) }
            if lines[number].sides.contains(.right) { bands.append((.right, line.right, right)) }
            return bands
        case .route(_, let band), .point(_, let band), .aroundArea(_, let band):
            return [(nil, nil, band)]
        // Decided by the border itself.
        case .area: return []
        }
    }

    private func explain(
        rule number: Int, _ subject: Subject, _ memberships: [Membership]
    ) -> Explanation.RulePart {
        let (rule, compiled) = (agreement.rules[number], rules[number])
        let covers = (
            category: compiled.coversCategory(subject), party: compiled.coversParty(subject),
            time: compiled.coversTime(subject)
        )
        let membership = compiled.membership(memberships)
        let finding = compiled.finding(for: subject, memberships: memberships)
        func written(_ moment: Instant?) -> String? {
            moment.map { agreement.zero?.written($0) ?? $0.description }
        }
        return Explanation.RulePart(
            id: rule.id, finding: finding, covers: covers, membership: membership,
            from: written(compiled.from), until: written(compiled.until), clause: rule.clause,
            quote: rule.quote,
            reason: RuleReason(
                rule: rule, covers: covers, membership: membership, finding: finding,
                hasCategory: subject.kinds != nil, from: written(compiled.from),
                until: written(compiled.until)
            ).text)
    }
}
