import Geodesy
import Testing
import ZoneIndexing
import Zones

/// Between two parts of a line no position is farther from it than half their distance; an uncertain
/// report is still judged by d + u, which may be beyond a limit that no position there reaches.
@Suite struct BetweenStrandsTests {
    private static let metresPerDegree = 110_574.0

    /// Two parts along parallels near the equator, 2 km apart.
    private func strands() throws -> LineGeometry {
        let half = 1000 / Self.metresPerDegree
        return try LineGeometry(
            parts: [-half, half].map { latitude in
                [
                    Coordinate(longitude: 0, latitude: latitude),
                    Coordinate(longitude: 1, latitude: latitude),
                ]
            })
    }

    @Test(
        "The bound counts in full",
        arguments: [(5.0, Answer.inside), (50, .undeterminable), (600, .undeterminable)])
    func boundCounts(uncertainty: Double, expected: Answer) throws {
        var plan = ZonePlan()
        plan.addLine(try strands())
        plan.addZone(.within(.metres(1010), of: 0))
        plan.addZone(
            .between(from: .metres(1030), to: .kilometres(3), sides: .both, of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        let middle = Coordinate(longitude: 0.5, latitude: 0)
        for distance in [ZoneIndex.Detail.rough, .coarse] {
            let index = try ZoneIndex(plan, detail: distance)
            #expect(
                index.discVerdict(middle, uncertainty: .metres(uncertainty)).membership(inZone: 0)
                    == expected)
        }
        // d + u is 1,005, 1,050 and 1,600 m: short of the band, then within reach of it.
        #expect(
            index.discVerdict(middle, uncertainty: .metres(uncertainty)).membership(inZone: 1)
                == (uncertainty < 30 ? .outside : .undeterminable))
    }

    @Test("Widths to one side ask for sides, by any of the places within d + 2 u")
    func sidesCount() throws {
        var plan = ZonePlan()
        plan.addLine(try strands())
        plan.addZone(.within(left: .kilometres(5), right: nil, of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        for metres in stride(from: -3000.0, through: 3000, by: 125) {
            let position = Coordinate(
                longitude: 0.5, latitude: metres / Self.metresPerDegree)
            for uncertainty in [1.0, 40, 160, 420] {
                let bound = Distance.metres(uncertainty)
                #expect(
                    index.discVerdict(position, uncertainty: bound)
                        == index.exactVerdict(position, uncertainty: bound),
                    "\(metres) m north, within \(uncertainty) m")
            }
        }
    }
}
