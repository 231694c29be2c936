import Agreements
import Geodesy
import Zones

/// Zones put together from others.
extension AgreementReader {
    /// The keys under which a zone is put together from others.
    static let combinations = ["union", "intersection", "difference"]

    /// A zone that is in any or all of others, or in the first of them and in no other.
    mutating func combination(_ key: String, _ scope: ZoneScope) -> Region<
        ReferenceLine.ID, Zone.ID
    >? {
        refuseKeys(
            ["of", "along", "side", "edges", "accuracy"], scope, "is put together from other zones")
        guard let node = scope.fields.node(key), let zones = texts(node, key) else { return nil }
        guard zones.count >= 2 else {
            refuse(node.mark, "\(key) is a list of at least two zones, as in [dmz, plant]")
            return nil
        }
        let known = declared["zones"] ?? []
        let unknown = zones.filter { !known.contains($0) }
        for zone in unknown {
            refuse(node.mark, "there is no zone '\(zone)'; \(Spelling.hint(for: zone, in: known))")
        }
        guard unknown.isEmpty else { return nil }
        let regions = zones.map { Region<ReferenceLine.ID, Zone.ID>.zone($0) }
        switch key {
        case "union": return .union(regions)
        case "intersection": return .intersection(regions)
        default:
            return Region<ReferenceLine.ID, Zone.ID>.zone(zones[0]).excluding(
                Array(zones.dropFirst()))
        }
    }
}
