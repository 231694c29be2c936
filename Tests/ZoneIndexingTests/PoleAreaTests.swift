import Geodesy
import Testing
import ZoneIndexing
import Zones

/// Areas whose ring goes round a pole reach farther than their vertices.
@Suite struct PoleAreaTests {
    /// The vertices of a ring round a pole, at 80 degrees.
    private func cap(_ sign: Double) throws -> PolygonGeometry {
        try PolygonGeometry(polygons: [
            [
                [0.0, 120, -120, 0].map {
                    Coordinate(longitude: $0, latitude: sign * 80)
                }
            ]
        ])
    }

    @Test("The pole and everything round it is inside", arguments: [1.0, -1])
    func poleIsInside(sign: Double) throws {
        var plan = ZonePlan()
        plan.addZone(.area(try cap(sign)))
        plan.addZone(
            .aroundArea(distance: .kilometres(100), area: try cap(sign), includingArea: true))
        let index = try ZoneIndex(plan, detail: .rough)
        for latitude in [79.0, 80.5, 81, 85, 89.9, 90] {
            for longitude in [-180.0, -170, -1e-9, 10, 180] {
                let position = Coordinate(longitude: longitude, latitude: sign * latitude)
                let verdict = index.classify(position)
                #expect(
                    verdict.membership(inZone: 0) == (latitude < 80 ? .outside : .inside),
                    "\(position)")
                for bound in [Distance.zero, .metres(100), .kilometres(60)] {
                    #expect(
                        index.discVerdict(position, uncertainty: bound)
                            == index.exactVerdict(position, uncertainty: bound),
                        "\(position) within \(bound)")
                }
            }
            let other = Coordinate(longitude: 10, latitude: -sign * latitude)
            #expect(index.classify(other).zonesInside == [])
        }
    }
}
