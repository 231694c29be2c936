import Agreements
import Geodesy
import ZoneDrawing
import Zones

/// By how much a zone with several widths along a line would be larger if each stretch were measured by itself.
struct MeetingDifference {
    let zone: Zone.ID
    /// The area that only `meeting: union` has.
    let area: Area

    private static let tolerance = Distance.metres(10)

    /// Those of an agreement's zones that have several widths along a line; without those that cannot be drawn.
    static func all(in agreement: Agreement) -> [MeetingDifference] {
        agreement.zones.compactMap { zone in
            let nearest = zone.replacing { $0.meeting(.nearest) }
            let union = zone.replacing { $0.meeting(.union) }
            guard nearest.regions != union.regions, let lesser = area(of: nearest, in: agreement),
                let greater = area(of: union, in: agreement)
            else { return nil }
            return MeetingDifference(
                zone: zone.id, area: .squareMetres(max(0, greater - lesser)))
        }
    }

    private static func area(of zone: Zone, in agreement: Agreement) -> Double? {
        var agreement = agreement
        agreement.zones = agreement.zones.map { $0.id == zone.id ? zone : $0 }
        guard let drawer = try? ZoneDrawer(agreement, tolerance: tolerance),
            case .success(let drawings)? = drawer.draw([zone], withHalves: false).first
        else { return nil }
        return drawings.first?.area.squareMetres
    }
}

extension Region {
    /// The same with every meeting of widths of one kind.
    fileprivate func meeting(_ kind: StretchMeeting) -> Region {
        switch self {
        case .stretches(let line, let stretches, let ends, _):
            .stretches(line, stretches, ends: ends, meeting: kind)
        case .union(let regions): .union(regions.map { $0.meeting(kind) })
        case .intersection(let regions): .intersection(regions.map { $0.meeting(kind) })
        case .difference(let a, let b): .difference(a.meeting(kind), b.meeting(kind))
        default: self
        }
    }
}
