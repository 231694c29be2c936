import CKernels
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Cells tell of reports whether a limit is within what they may be off; here it is just within, or just
/// not.
@Suite("Margins of limits")
struct MarginTests {
    /// A line of 30 vertices that starts at a place and turns to and fro, over the antimeridian or on a
    /// high parallel as well.
    private func line(_ west: Double, _ south: Double) throws -> LineGeometry {
        try LineGeometry(
            (0..<30).map { k in
                let east = west + Double(k) * 0.06
                return Coordinate(
                    longitude: east > 180 ? east - 360 : east,
                    latitude: south + 0.03 * Double(k * k % 5))
            })
    }

    @Test(
        "Bounds that just reach a limit, and that just do not",
        arguments: [(10.0, 48.0), (179.2, 20), (40, 84)], [0.0, 30])
    func justReached(place: (Double, Double), accuracy: Double) throws {
        let limits = [2e3, 5e3, 25e3, 90e3]
        var plan = ZonePlan()
        let first = plan.addLine(
            try line(place.0, place.1), accuracy: .metres(accuracy), tellsSide: true)
        for limit in limits { plan.addZone(.within(.metres(limit), of: first)) }
        plan.addZone(.within(left: .kilometres(9), right: nil, of: first))
        plan.addZone(
            .aroundPoint(
                radius: .kilometres(7),
                centre: Coordinate(longitude: place.0, latitude: place.1)))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 3)
        var positions: [Coordinate] = []
        var bounds: [Distance] = []
        while positions.count < LongRuns.count(4000, inGate: 2000) {
            let east = place.0 + Double.random(in: -2...4, using: &random)
            let position = Coordinate(
                longitude: east > 180 ? east - 360 : east,
                latitude: place.1 + Double.random(in: -1...1, using: &random))
            guard let distance = index.nearest(to: position)?.distance.metres else { continue }
            for limit in limits + [9e3] {
                let gap = (distance - limit).magnitude
                guard gap > 1, gap < 20_000 else { continue }
                let off = [-300, -20, -0.5, -0.01, 0.01, 0.5, 20, 300].randomElement(using: &random)
                positions.append(position)
                bounds.append(.metres(max(0.1, gap - accuracy + (off ?? 0))))
            }
        }
        let verdicts = index.discVerdicts(positions, uncertainties: bounds)
        var undeterminable = 0
        for (i, position) in positions.enumerated() {
            let exact = index.exactVerdict(position, uncertainty: bounds[i])
            #expect(verdicts[i] == exact, "\(position), \(bounds[i])")
            #expect(index.discVerdict(position, uncertainty: bounds[i]) == exact)
            if !exact.zonesUndeterminable.isEmpty { undeterminable += 1 }
        }
        #expect(undeterminable > positions.count / 5)
        #expect(undeterminable < positions.count)
    }

    @Test(
        "Limits that pass beside a pole, in cells that reach beyond it", arguments: [1.0, -1],
        [111.65, 111.69, 111.75])
    func besidePole(sign: Double, limit: Double) throws {
        var plan = ZonePlan()
        let first = plan.addLine(
            try LineGeometry(
                [0.0, 1, 2].map { Coordinate(longitude: $0, latitude: sign * 89) }))
        // The pole is 111.69 km away.
        plan.addZone(.within(.kilometres(limit), of: first))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 5)
        let positions = (0..<4000).map { k in
            Coordinate(
                longitude: .random(in: -180...180, using: &random),
                latitude: sign
                    * (90 - (k % 2 == 0 ? 0.01 : 0.002) * .random(in: 0...1, using: &random)))
        }
        let bounds = positions.map { _ in
            Distance.metres(.random(in: 1...300, using: &random))
        }
        let (sure, unsure) = (
            index.classify(positions), index.discVerdicts(positions, uncertainties: bounds)
        )
        for (i, position) in positions.enumerated() {
            #expect(sure[i] == index.exactVerdict(position), "\(position)")
            let exact = index.exactVerdict(position, uncertainty: bounds[i])
            #expect(unsure[i] == exact, "\(position), \(bounds[i])")
        }
    }

    @Test("Astride a limit so far away that paths are longer than chords")
    func farLimit() throws {
        var plan = ZonePlan()
        let ends = [
            Coordinate(longitude: 10, latitude: 48), Coordinate(longitude: 11, latitude: 48),
        ]
        let first = plan.addLine(try LineGeometry(ends))
        plan.addZone(.within(.kilometres(1_500), of: first))
        let index = try ZoneIndex(plan)
        var random = SeededGenerator(seed: 9)
        for _ in 0..<1500 {
            let position = Coordinate(
                longitude: .random(in: 10.2...10.8, using: &random),
                latitude: 34.51 + .random(in: -0.12...0.12, using: &random))
            guard let distance = index.nearest(to: position)?.distance.metres else { continue }
            for off in [-40, -10, 10, 40.0] {
                let bound = Distance.metres(max(1, (distance - 1.5e6).magnitude + off))
                #expect(
                    index.discVerdict(position, uncertainty: bound)
                        == index.exactVerdict(position, uncertainty: bound),
                    "\(position), \(bound)")
            }
        }
    }

    @Test("Reports that are none, far away, or off by more than any cell tells")
    func odd() throws {
        var plan = ZonePlan()
        let first = plan.addLine(try line(10, 48))
        plan.addZone(.within(.kilometres(5), of: first))
        let index = try ZoneIndex(plan, detail: .coarse)
        let positions = [Coordinate].vertices([
            (.nan, 48), (10, .infinity), (10, 48), (11, 48.1), (11, 48.3), (-100, -40),
            (181, 0),
        ])
        for metres in [0, 0.1, 400, 9_999, 10_001, 60_000, 5e6, .infinity, -1, .nan] {
            let bounds = positions.map { _ in Distance.metres(metres) }
            let verdicts = index.discVerdicts(positions, uncertainties: bounds)
            for (i, position) in positions.enumerated() {
                #expect(
                    verdicts[i] == index.exactVerdict(position, uncertainty: bounds[i]),
                    "\(position), \(metres) m")
            }
        }
    }
}
