import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// What must hold between verdicts, whatever they are.
@Suite struct ZoneRelationTests {
    private static let widths = LimitPositions.limits

    /// Positions near limits and anywhere, on the globe's seams, twice, and off the globe.
    private func positions(_ line: LineGeometry, seed: UInt64) -> [Coordinate] {
        var source = LimitPositions(line, seed: seed)
        var all: [Coordinate] = []
        for _ in 0..<2 { all += source.ray(limit: source.anyLimit()).map(\.position) }
        for _ in 0..<60 {
            all.append(
                source.random.position(longitude: -180...180, latitude: -90...90))
        }
        all += line.parts.joined().prefix(40)
        for latitude in [-90.0, -89.99, -0.0, 0, 60.25, 90] {
            for longitude in [-180, -179.99, -0.0, 0, 33, 180] {
                all.append(Coordinate(longitude: longitude, latitude: latitude))
            }
        }
        for bad in [Double.nan, .infinity, -.infinity, 181, 1e300] {
            all.append(Coordinate(longitude: bad, latitude: 45))
            all.append(Coordinate(longitude: 10, latitude: bad))
        }
        all += all.prefix(20)
        return all.shuffled(using: &source.random)
    }

    private func index(_ line: LineGeometry) throws -> ZoneIndex {
        var plan = ZonePlan()
        plan.addLine(line)
        for zone in LineZone.all { plan.addZone(zone.shape) }
        return try ZoneIndex(plan, detail: .rough)
    }

    @Test("Order, cut and number of the positions change nothing", arguments: HardLine.sample)
    func batches(hard: HardLine) throws {
        let line = try hard.line(.geodesic)
        let index = try index(line)
        let positions = positions(line, seed: hard.seed(.geodesic))
        let whole = index.classify(positions)
        #expect(whole.count == positions.count)
        let backward = index.classify(positions.reversed())
        let cuts = [0..<71, 71..<73, 73..<positions.count]
        let cut = cuts.flatMap { Array(index.classify(Array(positions[$0]))) }
        let spanned = index.classify(positions.span)
        let exact = Array(repeating: Distance.zero, count: positions.count)
        let withoutBound = index.classify(positions, uncertainties: exact)
        // Longer than what is looked up at once, and no whole number of its steps.
        let long = index.classify((0..<20_001).map { positions[$0 % positions.count] })
        #expect(long.indices.allSatisfy { long[$0] == whole[$0 % positions.count] })
        let places = index.nearest(to: positions)
        let found = index.linePlaces(nearestTo: positions)
        #expect(places.count == positions.count && found.count == positions.count)
        for (number, position) in positions.enumerated() {
            let one = index.classify(position)
            #expect(whole[number] == one, "\(position)")
            #expect(backward[positions.count - 1 - number] == one, "\(position)")
            #expect(cut[number] == one, "\(position)")
            #expect(spanned[number] == one, "\(position)")
            #expect(withoutBound[number] == one, "\(position)")
            if let place = index.nearest(to: position), position.isValid {
                #expect(place == places[number], "\(position)")
                #expect(
                    index.nearest(to: position, sureToMillimetres: false) == found[number],
                    "\(position)")
            }
        }
    }

    @Test(
        "Reversing the line swaps its sides and changes nothing else", arguments: HardLine.sample)
    func reversal(hard: HardLine) throws {
        let line = try hard.line(.geodesic)
        var (forward, backward) = (ZonePlan(), ZonePlan())
        forward.addLine(line)
        backward.addLine(line.reversed)
        for zone in LineZone.all {
            forward.addZone(zone.shape)
            var swapped = zone
            (swapped.left, swapped.right) = (zone.right, zone.left)
            // A band is written by its right side.
            if swapped.isBand, swapped.right == nil {
                let band = zone.right ?? 0...0
                backward.addZone(
                    .between(
                        from: .metres(band.lowerBound), to: .metres(band.upperBound), sides: .left,
                        of: 0, ends: zone.flatEnds ? .flat : .round))
            } else {
                backward.addZone(swapped.shape)
            }
        }
        var source = LimitPositions(line, seed: hard.seed(.geodesic) &+ 5)
        var truths: [OracleAnswer] = []
        for _ in 0..<3 { truths += source.ray(limit: source.anyLimit()) }
        let (one, other) = (
            try ZoneIndex(forward, detail: .rough), try ZoneIndex(backward, detail: .rough)
        )
        for truth in truths where truth.isSideCertain && truth.segmentMargin > 2e-6 {
            let (ahead, back) = (one.classify(truth.position), other.classify(truth.position))
            #expect(
                ahead.side(ofLine: 0)?.reversed == back.side(ofLine: 0), "\(truth.position)")
            guard LineZone.all.allSatisfy({ $0.contains(truth, endsOnItself: false) != nil })
            else { continue }
            #expect(ahead.zonesInside == back.zonesInside, "\(truth.position)")
        }
    }

    @Test("A wider zone contains a narrower one", arguments: HardLine.sample)
    func nesting(hard: HardLine) throws {
        let line = try hard.line(.geodesic)
        var plan = ZonePlan()
        plan.addLine(line)
        for width in Self.widths {
            plan.addZone(.within(width, of: 0))
            plan.addZone(.within(left: width, right: nil, of: 0))
            plan.addZone(.within(left: width, right: width, of: 0, ends: .flat))
        }
        let index = try ZoneIndex(plan, detail: .rough)
        for verdict in index.classify(positions(line, seed: hard.seed(.geodesic) &+ 7)) {
            let inside = Set(verdict.zonesInside.map(\.rawValue))
            for zone in inside {
                #expect(zone + 3 >= plan.zones.count || inside.contains(zone + 3))
                #expect(zone % 3 == 0 || inside.contains(zone - zone % 3))
            }
        }
    }

    @Test("Both names of the antimeridian and all of a pole are one place")
    func seams() throws {
        for hard in [HardLine.alongAntimeridian, .overAntimeridian, .throughNorthPole] {
            let index = try index(try hard.line(.geodesic))
            for latitude in stride(from: -90.0, through: 90, by: 0.75) {
                let east = Coordinate(longitude: 180, latitude: latitude)
                let west = Coordinate(longitude: -180, latitude: latitude)
                #expect(index.classify(east) == index.classify(west), "\(hard), \(latitude)")
            }
            for latitude in [-90.0, 90] {
                let pole = index.classify(Coordinate(longitude: 0, latitude: latitude))
                for longitude in [-180.0, -77.7, 12, 90, 180] {
                    let other = Coordinate(longitude: longitude, latitude: latitude)
                    #expect(index.classify(other).zonesInside == pole.zonesInside)
                }
            }
        }
    }

    @Test("What is not on the globe is in no zone and out of none")
    func offTheGlobe() throws {
        let index = try index(try HardLine.closedRing.line(.geodesic))
        #expect(index.classify([Coordinate]()).isEmpty)
        #expect(index.nearest(to: [Coordinate]()).isEmpty)
        let all = LineZone.all.indices.map { ZoneNumber(rawValue: $0) }
        for (longitude, latitude) in [
            (Double.nan, 4), (-74, .nan), (.infinity, 4), (-74, -.infinity), (180.1, 4),
            (-74, 90.000001), (1e308, 1e308),
        ] {
            let position = Coordinate(longitude: longitude, latitude: latitude)
            for verdict in [index.classify(position), index.classify([position])[0]] {
                #expect(verdict.zonesInside == [])
                #expect(verdict.zonesUndeterminable == all)
                #expect(verdict.side(ofLine: 0) == nil)
            }
            #expect(index.nearest(to: position)?.distance.metres.isNaN ?? false)
        }
        let here = Coordinate(longitude: -74, latitude: 4)
        for bound in [Double.nan, -1, .infinity] {
            let vague = index.classify(here, uncertainty: .metres(bound))
            #expect(vague.zonesUndeterminable == all)
        }
        let far = index.classify(Coordinate(longitude: 106, latitude: -4))
        #expect(far.zonesInside == [])
        #expect(far.zonesUndeterminable == [])
        #expect(far.side(ofLine: 0) == nil)
    }
}
