import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Zones given by coordinates, many in one plan, against exact arithmetic.
@Suite struct AreaExactTests {
    @Test("Stored areas, all in one plan, as exact rationals decide")
    func stored() throws {
        var plan = ZonePlan()
        for area in StoredArea.all {
            plan.addZone(.area(try PolygonGeometry(polygons: area.polygons)))
        }
        let index = try ZoneIndex(plan, detail: .rough)
        for (zone, area) in StoredArea.all.enumerated() {
            let verdicts = index.classify(area.answers.map(\.position))
            for (answer, verdict) in zip(area.answers, verdicts) {
                #expect(
                    verdict.zonesInside.map(\.rawValue).contains(zone) == answer.inside,
                    "\(area.name): \(answer.position)")
                #expect(verdict.zonesUndeterminable == [])
            }
        }
    }

    @Test("Overlapping areas on their borders and one ulp beside them", arguments: [1, 2])
    func borders(seed: UInt64) throws {
        var source = RandomAreas(random: SeededGenerator(seed: seed))
        let areas = source.all()
        var plan = ZonePlan()
        var exact: [ExactArea] = []
        for polygons in areas {
            plan.addZone(.area(try PolygonGeometry(polygons: polygons)))
            exact.append(try #require(ExactArea(polygons)))
        }
        let combinations = Self.combinations(of: areas.count, &source.random)
        for combination in combinations { plan.addZone(combination.shape) }
        let index = try ZoneIndex(plan, detail: .rough)
        let positions = areas.flatMap { source.positions($0, perRing: 2) }
        let verdicts = index.classify(positions)
        var (asked, inAny) = (0, 0)
        for (number, position) in positions.enumerated() {
            let truth = exact.map { $0.contains(position) }
            guard !truth.contains(nil) else { continue }
            var expected = truth.map { $0 == true }
            for combination in combinations { expected.append(combination.value(expected)) }
            asked += 1
            if expected.contains(true) { inAny += 1 }
            let zones = expected.indices.filter { expected[$0] }
            #expect(
                verdicts[number].zonesInside.map(\.rawValue) == zones, "\(position), seed \(seed)")
            #expect(verdicts[number].zonesUndeterminable == [])
            if number % 7 == 0 { #expect(index.classify(position) == verdicts[number]) }
        }
        #expect(asked > 1000 && inAny > asked / 2)
    }

    @Test("A pole is inside what runs round it and what reaches it")
    func poles() throws {
        var source = RandomAreas(random: SeededGenerator(seed: 4))
        let areas = source.all().suffix(5)
        var plan = ZonePlan()
        for polygons in areas { plan.addZone(.area(try PolygonGeometry(polygons: polygons))) }
        let index = try ZoneIndex(plan, detail: .rough)
        for longitude in [-180.0, -12, 0, 77.7, 180] {
            let north = index.classify(Coordinate(longitude: longitude, latitude: 90))
            let south = index.classify(Coordinate(longitude: longitude, latitude: -90))
            #expect(north.zonesInside == [0, 1, 3])
            #expect(south.zonesInside == [0, 2, 4])
        }
    }

    /// A combination of three zones, as a shape and as logic.
    struct Combination {
        let kind: Int
        let zones: [Int]

        var shape: Region<LineNumber, ZoneNumber> {
            let parts = zones.map { Region<LineNumber, ZoneNumber>.zone(ZoneNumber(rawValue: $0)) }
            let (a, b, c) = (parts[0], parts[1], parts[2])
            switch kind {
            case 0: return .union([a, b, c])
            case 1: return .intersection([a, b])
            case 2: return .difference(a, b)
            case 3: return .difference(.union([a, b]), c)
            case 4: return .intersection([.union([a, b]), .difference(c, a)])
            default: return .difference(.intersection([]), .union([a, .intersection([b, c])]))
            }
        }

        func value(_ inside: [Bool]) -> Bool {
            let (a, b, c) = (inside[zones[0]], inside[zones[1]], inside[zones[2]])
            switch kind {
            case 0: return a || b || c
            case 1: return a && b
            case 2: return a && !b
            case 3: return (a || b) && !c
            case 4: return (a || b) && c && !a
            default: return !(a || (b && c))
            }
        }
    }

    private static func combinations(
        of count: Int, _ random: inout SeededGenerator
    ) -> [Combination] {
        (0..<48).map { number in
            // Of the areas, and of combinations made before.
            Combination(
                kind: number % 6,
                zones: (0..<3).map { _ in Int.random(in: 0..<count + number, using: &random) })
        }
    }
}
