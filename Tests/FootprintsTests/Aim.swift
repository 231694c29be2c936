import Geodesy
import TestSupport
import Zones

/// A region as large as it can be before the first place of it has another answer.
struct Aim {
    /// The region at that size.
    let region: DrawnRegion
    /// The zone of which the answer changes.
    let zone: Int
    /// The spot at which it does.
    let spot: Spot

    /// Makes a region so large, by the definitions at its places; `nil` where no place of the region as it is has
    /// another answer than its smallest places.
    init?(
        _ region: DrawnRegion, _ model: ZoneModel, spots count: Int,
        _ random: inout SeededGenerator
    ) {
        var spots = (0..<count).map { _ in Self.edge(of: region, &random) }
        let tiny = region.scaled(1e-7)
        let first = model.memberships(of: tiny.place(spots[0]))
        guard let (zone, spot) = Self.change(region, spots, model, from: first) else { return nil }
        func differing(_ scale: Double, _ spots: [Spot]) -> Spot? {
            let scaled = region.scaled(scale)
            return spots.first { model.memberships(of: scaled.place($0))[zone] != first[zone] }
        }
        var (low, high, witness) = (0.0, 1.0, spot)
        func narrow(_ spots: [Spot], steps: Int) {
            for _ in 0..<steps {
                let middle = (low + high) / 2
                if let found = differing(middle, spots) {
                    (high, witness) = (middle, found)
                } else {
                    low = middle
                }
            }
        }
        narrow(spots, steps: 8)
        // Other spots near the one that was the first may be sooner.
        for reach in [0.1, 0.01, 0.001] {
            spots = (0..<count / 2).map { _ in witness.near(reach, &random) }
            low = high * (1 - 2 * reach)
            for _ in 0..<8 {
                guard let found = differing(low, spots) else { break }
                (high, witness) = (low, found)
                low *= 1 - 2 * reach
            }
            narrow([witness] + spots, steps: 7)
        }
        (self.region, self.zone, self.spot) = (region.scaled(high), zone, witness)
    }

    /// One of the zones whose answer changes somewhere, and a spot where it does.
    private static func change(
        _ region: DrawnRegion, _ spots: [Spot], _ model: ZoneModel, from first: [Answer]
    ) -> (Int, Spot)? {
        for spot in spots {
            let found = model.memberships(of: region.place(spot))
            if let zone = first.indices.first(where: { found[$0] != first[$0] }) {
                return (zone, spot)
            }
        }
        return nil
    }

    /// A spot on the edge, as far off as may be.
    private static func edge(of region: DrawnRegion, _ random: inout SeededGenerator) -> Spot {
        var spot = Spot.anywhere(parts: region.parts, &random)
        spot.off = 1
        switch region.kind {
        case .circleAsBound, .circleAndBound:
            // Straight on from the centre.
            (spot.v, spot.turn) = (1, spot.u)
        case .ellipse: spot.v = 1
        default:
            if Int.random(in: 0..<4, using: &random) == 0 { spot.u = spot.u.rounded() }
            if Int.random(in: 0..<2, using: &random) == 0 { spot.v = spot.v.rounded() }
        }
        return spot
    }
}
