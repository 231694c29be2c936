public import Geodesy

/// What an index says of one position.
public struct ZoneVerdict: Sendable {
    let labels: ZoneLabels
    let label: UInt32

    /// Membership in a zone, by its number in the plan.
    public func membership(inZone zone: Int) -> Membership {
        labels.isInside(label, zone: zone)
            ? .inside : labels.isUndeterminable(label, zone: zone) ? .undeterminable : .outside
    }

    /// The numbers of the zones that certainly contain the position, ascending.
    public var zonesInside: [Int] {
        (0..<labels.zoneCount).filter { labels.isInside(label, zone: $0) }
    }

    /// The numbers of the zones that may or may not contain the position, ascending.
    public var zonesUndeterminable: [Int] {
        (0..<labels.zoneCount).filter { labels.isUndeterminable(label, zone: $0) }
    }

    /// On which side of a line the reported position lies; `nil` when it is farther from the line
    /// than every limit on it, or not on the globe.
    public func side(ofLine line: Int) -> LineSide? { labels.side(label, line: line) }
}

extension ZoneVerdict: Equatable {
    /// Whether both say the same of every zone and every side.
    public static func == (a: ZoneVerdict, b: ZoneVerdict) -> Bool { a.row == b.row }

    private var row: ZoneRow {
        ZoneRow(
            (0..<labels.zoneCount).map(membership(inZone:)),
            sides: (0..<labels.lineCount).map(side(ofLine:)))
    }
}
