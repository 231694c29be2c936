import Geodesy
import Zones

/// Why a report is in a zone or not, in numbers and in a sentence.
struct ZoneReasons {
    private let compiled: CompiledAgreement
    private let report: Report
    private var model: ZoneModel { compiled.model }

    init(_ compiled: CompiledAgreement, _ report: Report) {
        self.compiled = compiled
        self.report = report
    }

    /// What was measured for a condition.
    func measure(_ trace: ZoneTrace) -> Explanation.Measure? {
        guard case .condition(let number, let source, let given) = trace.part else { return nil }
        let (condition, reading) = asArea(model.conditions[number], source, given)
        let limits = limits(condition, source, reading)
        let bands = limits.compactMap { limit in
            limit.to.map { DistanceBand(from: limit.from, to: $0) }
        }
        var margins = bands.map { $0.margin(at: reading.measure) }
        if condition == .inside { margins = [-reading.measure] }
        if case .nearer(let toFirst) = condition {
            // The difference changes by two metres at most for each that the position moves.
            margins = [(toFirst ? -reading.measure : reading.measure) / 2]
        }
        var off = report.uncertainty.metres
        var route: NearestPlace?
        switch reading {
        case .line(let line):
            off = line.uncertainty
            if source >= model.lineCount { route = line.nearest }
        case .area(_, _, let accuracy), .point(_, let accuracy): off += accuracy
        case .pair(_, let uncertainty): off = uncertainty
        }
        return Explanation.Measure(
            from: name(source), answer: trace.answer, distance: .metres(reading.measure),
            uncertainty: .metres(off), limits: limits,
            margin: margins.min { $0.magnitude < $1.magnitude }.map { .metres($0) }, route: route,
            reason: sentence(condition, source, reading, trace.answer))
    }

    private func name(_ source: Int) -> String {
        if source < model.lineCount {
            return compiled.agreement.lines[compiled.numbers.lineOfPlan[source]].id
        }
        switch model.sources[source] {
        case .line(let line): return line.enclosed == nil ? "a route" : "an area"
        case .point(let point): return "[\(point.centre)]"
        case .area: return "an area"
        case .pair(let first, let second, _): return "\(name(first)) less that from \(name(second))"
        }
    }

    /// A condition on the closed border of an area, and how a report lies to it, as of the area.
    private func asArea(
        _ condition: Condition, _ source: Int, _ reading: SourceReading
    ) -> (Condition, SourceReading) {
        guard case .line(let border) = model.sources[source], border.enclosed != nil,
            case .line(let left, let right, _) = condition, case .line(let line) = reading
        else { return (condition, reading) }
        let ofArea = SourceReading.area(
            isContained: line.nearest.side != .right, border: line.nearest.distance.metres,
            accuracy: line.accuracy)
        guard let right else { return (.inside, ofArea) }
        let from = left == nil ? right.from ?? .zero : nil
        return (.outward(DistanceBand(from: from, to: right.to)), ofArea)
    }

    /// The limits for each side on which the report may lie.
    private func limits(
        _ condition: Condition, _ source: Int, _ reading: SourceReading
    ) -> [Explanation.Limit] {
        func limit(_ side: LineSide?, _ band: DistanceBand?) -> Explanation.Limit {
            let line =
                source < model.lineCount
                ? compiled.agreement.lines[compiled.numbers.lineOfPlan[source]] : nil
            return Explanation.Limit(
                side: side, party: side.flatMap { line?.party(on: $0) }, from: band?.from,
                to: band?.to)
        }
        switch condition {
        case .line(let left, let right, _):
            guard left != right, case .line(let line) = reading else { return [limit(nil, left)] }
            return (line.sides.contains(.left) ? [limit(.left, left)] : [])
                + (line.sides.contains(.right) ? [limit(.right, right)] : [])
        case .point(let band), .outward(let band): return [limit(nil, band)]
        // Decided by the border itself.
        case .inside: return []
        // The two distances are compared with each other.
        case .nearer: return []
        }
    }

    /// Why a zone has its answer.
    func sentence(_ trace: ZoneTrace) -> String {
        switch trace.part {
        case .condition(let number, let source, let given):
            let (condition, reading) = asArea(model.conditions[number], source, given)
            return sentence(condition, source, reading, trace.answer)
        case .zone(let zone): return "it is \(trace.answer.asMembership) '\(id(zone))'"
        case .not(let part): return "not so: " + sentence(part)
        case .any(let parts):
            // What decides; all of them where none does by itself.
            let deciding = parts.filter { $0.answer == trace.answer }
            if trace.answer == .yes, let first = deciding.first { return sentence(first) }
            if parts.allSatisfy({ $0.answer == .undeterminable }), trace.answer == .yes {
                return "it is in one of the parts wherever the report may be"
            }
            return (deciding.isEmpty ? parts : deciding).map { sentence($0) }
                .joined(separator: "; ")
        case .all(let parts): return all(parts, trace.answer)
        }
    }

    private func all(_ parts: [ZoneTrace], _ answer: Answer) -> String {
        guard let first = parts.first else { return "everything belongs to it" }
        var sentences = [sentence(first)]
        for part in parts.dropFirst() {
            switch part.part {
            case .not(let excepted):
                sentences += exceptions(excepted)
            case .condition(let number, _, _) where model.conditions[number] == .inside:
                switch part.answer {
                case .no:
                    sentences.append(
                        "but the position is outside the area to which the zone is cut")
                case .undeterminable:
                    sentences.append("but it may be outside the area to which the zone is cut")
                case .yes: break
                }
            case .condition(let number, _, _) where model.conditions[number].isNearer:
                sentences.append((part.answer == .yes ? "and " : "but ") + sentence(part))
            default:
                if part.answer != .yes { sentences.append("but " + sentence(part)) }
            }
        }
        return sentences.joined(separator: ", ")
    }

    private func exceptions(_ trace: ZoneTrace) -> [String] {
        let parts: [ZoneTrace] = if case .any(let all) = trace.part { all } else { [trace] }
        return parts.filter { $0.answer != .no }.map { part in
            let name = if case .zone(let zone) = part.part { "'\(id(zone))'" } else { "a part" }
            return part.answer == .yes
                ? "but it is in \(name), which is excepted"
                : "but it may be in \(name), which is excepted"
        }
    }

    private func id(_ zone: Int) -> String { compiled.numbers.zone(zone) }

    private func sentence(
        _ condition: Condition, _ source: Int, _ reading: SourceReading, _ answer: Answer
    ) -> String {
        if condition == .inside {
            switch answer {
            case .yes: return "the position is in the area, its border included"
            case .no: return "the position is outside the area"
            case .undeterminable:
                return "the border runs through the region where the report may be"
            }
        }
        if case .nearer(let toFirst) = condition,
            case .pair(let first, let second, _) =
                model.sources[source]
        {
            let (own, other) = toFirst ? (name(first), name(second)) : (name(second), name(first))
            switch answer {
            case .yes: return "it is at least as near to \(own) as to \(other)"
            case .no: return "it is nearer to \(other) than to \(own)"
            case .undeterminable: return "either of \(own) and \(other) may be the nearer"
            }
        }
        let byDistance = self.byDistance(condition, reading)
        guard case .line(_, _, .flat) = condition, case .line(let line) = reading,
            byDistance != .no, line.extents != .alongside
        else { return sentence(condition, reading, byDistance: answer) }
        let isBeyond = line.extents == .beyondEnd
        return sentence(condition, reading, byDistance: byDistance)
            + (isBeyond
                ? ", but the position is beyond the perpendicular at an open end, where the zone "
                    + "ends flat"
                : ", but it may be beyond the perpendicular at an open end, where the zone ends "
                    + "flat")
    }

    /// The answer of a condition if the zone ran round the line's ends.
    private func byDistance(_ condition: Condition, _ reading: SourceReading) -> Answer {
        guard case .line(let left, let right, _) = condition, case .line(let line) = reading
        else { return .undeterminable }
        let round = Condition.line(left: left, right: right, ends: .round)
        let (distance, off) = (reading.measure, line.uncertainty)
        return SourceStates(
            [round], Thresholds(round.thresholds), from: distance - off, to: distance + off,
            sides: line.sides, areSidesUndefined: line.isExact
        ).answer(0)
    }

    private func sentence(
        _ condition: Condition, _ reading: SourceReading, byDistance answer: Answer
    ) -> String {
        var isExact = report.uncertainty == .zero
        switch reading {
        case .line(let line): isExact = line.isExact
        case .area(_, _, let accuracy), .point(_, let accuracy):
            isExact = isExact && accuracy == 0
        case .pair(_, let uncertainty): isExact = uncertainty == 0
        }
        switch answer {
        case .yes:
            return isExact
                ? "the distance is within the limit"
                : "the distance is within the limit wherever the report may be"
        case .no:
            return outside(condition, reading.measure)
                + (isExact ? "" : " wherever the report may be")
        case .undeterminable:
            return "a limit, or the line between two sides with different limits, runs through the "
                + "region where the report may be"
        }
    }

    private func outside(_ condition: Condition, _ distance: Double) -> String {
        switch condition {
        case .line(let left, let right, _):
            let bands = [left, right].compactMap { $0 }
            if let from = bands.compactMap(\.from).first {
                if distance <= from.metres { return "the distance is short of the nearer limit" }
                if bands.contains(where: { distance <= $0.to.metres }) {
                    return "the position is on the side on which the zone is not"
                }
            } else if bands.contains(where: { distance <= $0.to.metres }) {
                return "the position is on a side on which the zone does not reach so far"
            }
            return "the distance is beyond the limit"
        case .outward(let band) where band.from != nil && distance < 0:
            return "the position is within the area, which does not belong to the zone"
        case .point, .outward, .inside, .nearer: return "the distance is beyond the limit"
        }
    }
}
