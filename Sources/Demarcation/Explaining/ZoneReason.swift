import Geodesy

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
        case .outside:
            isExact
                ? "the distance is beyond the limit"
                : "the distance is beyond the limit wherever "
                    + "the report may be"
        case .undeterminable:
            "a limit, or the line between two sides with different limits, runs through the region "
                + "where the report may be"
        }
    }

    private var byArea: String {
        switch reading.byMeasure {
        case .inside: "the position is in the area, its border included"
        case .outside: "the position is outside the area"
        case .undeterminable: "the border runs through the region where the report may be"
        }
    }
}
