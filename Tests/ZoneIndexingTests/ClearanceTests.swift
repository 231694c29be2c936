import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Labels of cells stand for uncertain reports only as far as nothing within their bounds, or within
/// what their bounds add to distances, says otherwise.
@Suite struct ClearanceTests {
    private func box(_ west: Double, _ south: Double) throws -> PolygonGeometry {
        try PolygonGeometry(polygons: [[.box(west, south, west + 1, south + 1)]])
    }

    private func expectSame(_ index: ZoneIndex, _ position: Coordinate, metres: Double) {
        let bound = Distance.metres(metres)
        let exact = index.exactVerdict(position, uncertainty: bound)
        #expect(
            index.discVerdict(position, uncertainty: bound) == exact, "\(position), \(metres) m")
        #expect(
            index.discVerdicts([position], uncertainties: [bound])[0] == exact,
            "\(position), \(metres) m")
    }

    @Test("Beyond a limit that no position between two parts of a line reaches")
    func aboveEveryDistance() throws {
        var plan = ZonePlan()
        // Two parts 40 km apart: in their middle 20 km from both, and nothing is farther.
        let half = 20_000 / 110_574.0
        plan.addLine(
            try LineGeometry(parts: [-half, half].map { [.at(0, $0), .at(1, $0)] }),
            tellsSide: false)
        plan.addZone(.within(.kilometres(26), of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        let middle = Coordinate.at(0.5, 0)
        #expect(
            index.discVerdict(middle, uncertainty: .kilometres(2)).membership(inZone: 0) == .inside)
        #expect(
            index.discVerdict(middle, uncertainty: .kilometres(7)).membership(inZone: 0)
                == .undeterminable)
        for north in [-0.03, 0, 0.01] {
            for metres in stride(from: 500.0, through: 9000, by: 500) {
                expectSame(index, .at(0.5, north), metres: metres)
            }
        }
    }

    @Test("Where widths differ from side to side")
    func sides() throws {
        var plan = ZonePlan()
        plan.addLine(
            try LineGeometry([
                .at(0, 0), .at(0.02, 0), .at(0.02, 0.02), .at(0.0205, 0), .at(0.04, 0),
            ]))
        plan.addZone(.within(left: .kilometres(5), right: .metres(100), of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        for east in stride(from: -0.01, through: 0.05, by: 0.004) {
            for north in stride(from: -0.03, through: 0.04, by: 0.005) {
                for metres in [30.0, 200, 900] {
                    expectSame(index, .at(east, north), metres: metres)
                }
            }
        }
    }

    @Test("Beside areas, and on the other side of a frame that goes nearly round the globe")
    func areas() throws {
        var areas = try stride(from: -170.0, through: 169, by: 5).map { try box($0, 0) }
        areas += [try box(-177, 20), try box(171, 0)]
        var plan = ZonePlan()
        for area in areas { plan.addZone(.area(area)) }
        let index = try ZoneIndex(plan, detail: .coarse)
        let locators = areas.map { AreaLocator($0) }
        for latitude in [2.0, 9, 13, 20.5, 21] {
            for longitude in [171.9, 168, -179, 100.5, 0.1] {
                let position = Coordinate.at(longitude, latitude)
                let nearest = locators.map { $0.distanceToBorder(from: position) }.min() ?? .zero
                for share in [0.2, 0.5, 0.99, 1.01, 1.3] {
                    expectSame(index, position, metres: share * nearest.metres)
                }
            }
        }
    }
}
