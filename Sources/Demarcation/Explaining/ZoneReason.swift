import Geodesy
import ZoneIndexing

/// Why a report is in a zone or not, as a sentence.
struct ZoneReason {
    let zone: Zone
    let except: [(id: Zone.ID, membership: Membership)]
    let reading: ZoneReading

    var text: String {
        var parts = [byMeasure]
        if let after = reading.afterEnds, after != reading.byMeasure {
            parts.append(
                after == .outside
                    ? "but the position is beyond the perpendicular at an open end, where the zone "
                        + "ends flat"
                    : "but it may be beyond the perpendicular at an open end, where the zone ends "
                        + "flat")
        }
        switch reading.clip {
        case .outside: parts.append("but the position is outside the area to which the zone is cut")
        case .undeterminable:
            parts.append("but it may be outside the area to which the zone is cut")
        case .inside, nil: break
        }
        for (id, membership) in except where membership != .outside {
            parts.append(
                membership == .inside
                    ? "but it is in '\(id)', which is excepted"
                    : "but it may be in '\(id)', which is excepted")
        }
        return parts.joined(separator: ", ")
    }

    private var byMeasure: String {
        if case .area = zone.definition { return byArea }
        let isExact = reading.uncertainty == 0
        return switch reading.byMeasure {
        case .inside:
            isExact
                ? "the distance is within the limit"
                : "the distance is within the limit wherever the report may be"
        case .outside: outside + (isExact ? "" : " wherever the report may be")
        case .undeterminable:
            "a limit, or the line between two sides with different limits, runs through the region "
                + "where the report may be"
        }
    }

    private var outside: String {
        switch zone.definition {
        case .within(let left, let right, _) where isWithin(max(left ?? .zero, right ?? .zero)):
            return "the position is on a side on which the zone does not reach so far"
        case .between(let from, _, _, _) where isWithin(from):
            return "the distance is short of the nearer limit"
        case .between(_, let to, _, _) where isWithin(to):
            return "the position is on the side on which the zone is not"
        case .aroundArea(_, _, false) where reading.distance < 0:
            return "the position is within the area, which does not belong to the zone"
        default: return "the distance is beyond the limit"
        }
    }

    private func isWithin(_ distance: Distance) -> Bool { reading.distance <= distance.metres }

    private var byArea: String {
        switch reading.byMeasure {
        case .inside: "the position is in the area, its border included"
        case .outside: "the position is outside the area"
        case .undeterminable: "the border runs through the region where the report may be"
        }
    }
}
