import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Beside a line itself, where cells are cut along it.
@Suite struct BesideLineTests {
    @Test("Sides are those of the definition", arguments: HardLine.sample, EdgeKind.allCases)
    func sides(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addZone(.within(.kilometres(20), of: 0))
        plan.addZone(.within(left: .kilometres(3), right: nil, of: 0))
        let index = try ZoneIndex(plan, detail: edges == .geodesic ? .coarse : .rough)
        let vertices = hard.parts.flatMap { $0 }
        var random = SeededGenerator(seed: hard.seed(edges) ^ 0xbe51)
        let positions = try (0..<100).map { _ in
            let vertex = try #require(vertices.randomElement(using: &random))
            let along = random.logarithmic(0.01, 3000)
            let off = random.logarithmic(1e-4, 2000)
            return vertex.moved(along, &random).moved(off, &random)
        }
        let verdicts = index.classify(positions)
        let uncertain = index.discVerdicts(
            positions, uncertainties: positions.map { _ in .metres(30) })
        for (k, position) in positions.enumerated() {
            #expect(verdicts[k] == index.exactVerdict(position), "\(position)")
            #expect(
                uncertain[k] == index.exactVerdict(position, uncertainty: .metres(30)),
                "\(position), give or take 30 m")
        }
    }
}
