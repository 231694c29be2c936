import Geodesy
import Zones

/// What an index says of one position.
public struct ZoneVerdict: Hashable, Sendable {
    let row: ZoneRow
    let zoneCount: Int

    /// All that is said of zones.
    package var answer: FootprintAnswer { row.answer }

    /// Membership in a zone, by its number in the plan.
    public func membership(inZone zone: ZoneNumber) -> Answer {
        precondition((0..<zoneCount).contains(zone.rawValue), "the plan has no zone \(zone)")
        return row.membership(inZone: zone.rawValue)
    }

    /// The numbers of the zones that certainly contain the position, ascending.
    public var zonesInside: [ZoneNumber] { Self.zones(row.zones.inside) }

    /// The numbers of the zones that may or may not contain the position, ascending.
    public var zonesUndeterminable: [ZoneNumber] { Self.zones(row.zones.undeterminable) }

    /// The numbers of the zones that certainly hold some of a footprint and certainly not all of it, ascending.
    ///
    /// Only of footprints that the object covers; they are among the undeterminable ones.
    public var zonesPartly: [ZoneNumber] {
        Self.zones(zip(row.answer.touched, row.answer.missed).map { $0 & $1 })
    }

    /// Whether some of the object is in a zone: yes as well where that is certain and whether all of it is
    /// is not.
    public func touches(zone: ZoneNumber) -> Answer {
        precondition((0..<zoneCount).contains(zone.rawValue), "the plan has no zone \(zone)")
        return row.answer.touches(zone.rawValue)
    }

    /// On which side of a line the reported position lies.
    ///
    /// - Returns: `nil` when the position is farther from the line than every limit on it, or not on
    ///   the globe, or when the plan does not ask for the line's side.
    public func side(ofLine line: LineNumber) -> LineSide? { row.sides[line.rawValue] }

    private static func zones(_ words: [UInt64]) -> [ZoneNumber] {
        var found: [ZoneNumber] = []
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                found.append(ZoneNumber(rawValue: number << 6 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return found
    }
}
