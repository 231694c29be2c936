import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Whether a report is on one side of a line for certain.
@Suite struct SideCertaintyTests {
    /// Positions from a metre to 80 km from vertices, with a bound each.
    static func reports(
        about hard: HardLine, count: Int, _ random: inout SeededGenerator
    ) throws -> [(position: Coordinate, bound: Double)] {
        let vertices = hard.parts.flatMap { $0 }
        return try (0..<count).map { _ in
            let vertex = try #require(vertices.randomElement(using: &random))
            let off = random.logarithmic(1, 80_000)
            return (vertex.moved(off, &random), .random(in: 1...400, using: &random))
        }
    }

    @Test(
        "The index says what the definition says", arguments: HardLine.sample, EdgeKind.allCases)
    func agreement(hard: HardLine, edges: EdgeKind) throws {
        var random = SeededGenerator(seed: hard.seed(edges) ^ 0x51de)
        for accuracy in [0.0, 40] {
            let line = try hard.line(edges, joins: .endToEnd)
            var plan = ZonePlan()
            plan.addLine(line, accuracy: .metres(accuracy), tellsSide: false, isForNearest: true)
            plan.addZone(.within(.kilometres(5), of: 0))
            let index = try ZoneIndex(plan, detail: .rough)
            let locator = index.model.line(0).locator
            for (position, bound) in try Self.reports(about: hard, count: 60, &random) {
                let nearest = locator.nearest(to: position)
                let sides = locator.possibleSides(
                    of: position, within: .metres(bound), accuracy: .metres(accuracy))
                let isCertain = index.isSideCertain(
                    of: position, within: bound, ofLine: 0, nearest.side, nearest.distance)
                #expect(
                    isCertain == (sides == .left || sides == .right),
                    "\(position), \(bound) m, line to \(accuracy) m")
                guard LongRuns.areAsked || Int(bound) % 6 == 0 else { continue }
                // A circle of a part of it, and the rest beyond; a hair beside the position too.
                let circle = try Footprint.circle(about: position, radius: .metres(0.7 * bound))
                var beside = position
                beside.latitude += beside.latitude > 0 ? -5e-9 : 5e-9
                for place in [position, beside] {
                    let isCircleCertain = index.isSideCertain(
                        of: circle, at: place, within: 0.3 * bound, ofLine: 0, nearest.side,
                        nearest.distance, under: nil)
                    // What the search shows of parts may tell more than the disc, never less.
                    if isCertain { #expect(isCircleCertain, "circle about \(position)") }
                    guard isCircleCertain else { continue }
                    for _ in 0..<4 {
                        let there = position.moved(
                            bound * Double.random(in: 0.5...0.999, using: &random), &random)
                        #expect(
                            locator.nearest(to: there).side == nearest.side,
                            "circle about \(position), \(there)")
                    }
                }
            }
        }
    }

    @Test("On one strand, everything around is on one side", arguments: HardLine.sample)
    func strands(hard: HardLine) throws {
        var random = SeededGenerator(seed: hard.seed(.geodesic) ^ 0x57a)
        let locator = LineLocator(try hard.line(.geodesic, joins: .endToEnd))
        for (position, bound) in try Self.reports(about: hard, count: 60, &random) {
            let nearest = locator.nearest(to: position)
            guard nearest.distance.metres > bound + 0.001,
                locator.isOnOneStrand(
                    SIMD3(position),
                    reach: LineLocator.greatestChord(
                        ofPath: nearest.distance.metres + 2 * bound), slack: 2 * bound)
            else { continue }
            for _ in 0..<20 {
                let way = bound * Double.random(in: 0...1, using: &random).squareRoot()
                let there = locator.nearest(to: position.moved(way, &random))
                #expect(there.side == nearest.side, "\(position), \(bound) m")
            }
        }
    }

    @Test("Between the arms of a line that crosses itself both sides are possible")
    func crossing() throws {
        // A loop: east, then round to the north and down through itself. Left of the first stretch and
        // right of the last lie on each other around the crossing at longitude 0.5.
        let line = try LineGeometry(
            [Coordinate].vertices([(0, 0), (1, 0), (1, 0.2), (0.5, 0.2), (0.5, -0.2)]))
        let locator = LineLocator(line)
        // As far from both arms, 1.1 km: left of one, right of the other.
        let position = Coordinate(longitude: 0.51, latitude: -0.01)
        #expect(locator.possibleSides(of: position, within: .metres(50)) == .both)
        #expect(
            !locator.isOnOneStrand(SIMD3(position), reach: 1300, slack: 100))
    }
}
