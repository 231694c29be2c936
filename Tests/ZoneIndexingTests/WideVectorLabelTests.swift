import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Labels with wide vectors and without are the same, wherever positions lie.
@Suite struct WideVectorLabelTests {
    @Test("A batch has the same verdicts on every processor", arguments: [0.0, 179, -91])
    func labels(longitude: Double) throws {
        var plan = ZonePlan()
        let line = plan.addLine(
            try LineGeometry(
                (0..<40).map { k in
                    let east = longitude + Double(k) * 0.05
                    return Coordinate(
                        longitude: east > 180 ? east - 360 : east,
                        latitude: 60 + Double(k % 3) * 0.01)
                }))
        for km in [1.0, 5, 20] { plan.addZone(.within(.kilometres(km), of: line)) }
        plan.addZone(
            .aroundPoint(
                radius: .kilometres(3),
                centre: Coordinate(longitude: longitude, latitude: 60)))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 7)
        let positions =
            (0..<5003).map { _ in
                let east = longitude + Double.random(in: -1...3, using: &random)
                return Coordinate(
                    longitude: east > 180 ? east - 360 : east,
                    latitude: 60 + Double.random(in: -0.4...0.4, using: &random))
            }
            + [.nan, .infinity, 180.0.nextUp, -180.0.nextDown].map {
                Coordinate(longitude: $0, latitude: 60)
            }
        let bounds = positions.map { _ in
            Distance.metres(.random(in: 0...3000, using: &random))
        }
        let labels = WideVectors.both { index.classify(positions).labels }
        #expect(labels.wide == labels.plain)
        let unsure = WideVectors.both {
            index.discVerdicts(positions, uncertainties: bounds).labels
        }
        #expect(unsure.wide == unsure.plain)
        let places = WideVectors.both {
            index.nearest(to: positions).map(String.init(describing:))
        }
        #expect(places.wide == places.plain)
        #expect(Set(labels.plain).count > 5)
        for i in stride(from: 0, to: positions.count, by: 7) {
            #expect(index.classify(positions[i]) == index.exactVerdict(positions[i]))
        }
    }
}
