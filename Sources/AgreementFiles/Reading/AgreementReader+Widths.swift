import Agreements
import Geodesy
import Zones

/// Distances that say little: none at all, or more than there are on the globe.
extension AgreementReader {
    /// No two places on the ellipsoid are farther apart: half a meridian.
    private static let greatestDistance = Distance.metres(20_003_932)

    /// Says where a width leaves only the line itself, or takes in the whole globe.
    mutating func warnOfWidths(_ zone: Zone, _ lines: [ReferenceLine]) {
        let mark = marks[["zones", zone.id, "within"]] ?? marks[["zones", zone.id]]
        for leaf in zone.regions.flatMap(\.leaves) {
            if case .beside(let course, let left, let right, _) = leaf {
                for (side, band) in [(LineSide.left, left), (.right, right)]
                where band?.from == nil && band?.to == .zero {
                    var name = side.rawValue
                    if case .line(let id) = course,
                        let party = lines.first(where: { $0.id == id })?.party(on: side)
                    {
                        name += " (\(party))"
                    }
                    warn(
                        mark,
                        "zone '\(zone.id)': the width to the \(name) is 0, so that on that side only the "
                            + "line itself belongs to the zone; leave it out, or write a width above zero"
                    )
                }
            }
            let widest = leaf.bands.map(\.to).max() ?? .zero
            if widest >= Self.greatestDistance {
                warn(
                    mark,
                    "zone '\(zone.id)': no place on the globe is farther than 20004 km from any other, so "
                        + "that a distance of \(widest) takes in all of it; check the number and its unit"
                )
            }
        }
    }
}
