import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

@Suite struct NearestPlaceTests {
    @Test(
        "A nearest place has its line and coordinate, one by one and of many",
        arguments: EdgeKind.allCases)
    func places(edges: EdgeKind) throws {
        var plan = ZonePlan()
        let geometries = [
            try HardLine.switchbacks.line(edges), try HardLine.twoStrands.line(edges),
        ]
        let numbers = geometries.map { plan.addLine($0) }
        plan.addZone(.within(.kilometres(5), of: numbers[0]))
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 20)
        let positions = (0..<200).map { _ in
            let line = geometries.randomElement(using: &random) ?? geometries[0]
            let vertex = line.parts[0].randomElement(using: &random) ?? line.parts[0][0]
            return vertex.moved(
                .random(in: 0...20_000, using: &random),
                towards: .random(in: -180...180, using: &random))
        }
        let places = index.nearest(to: positions)
        #expect(places.count == positions.count)
        for (number, position) in positions.enumerated() {
            let place = places[number]
            #expect(index.nearest(to: position) == place)
            #expect(places.distances[number] == place.distance)
            #expect(places.sides[number] == place.side)
            #expect(places.lines[number] == place.line)
            // The coordinate lies at the distance, and on the line that is named.
            let there = Geodesic.distance(from: position, to: place.place)
            #expect((there - place.distance).metres.magnitude < 2e-4)
            let line = try #require(place.line)
            let locator = LineLocator(plan.lines[line.rawValue].geometry)
            #expect(locator.nearest(to: place.place).distance < .metres(1e-4))
        }
        #expect(Set(places.lines).count == 2)
    }

    @Test("Without a line there is no place")
    func none() throws {
        var plan = ZonePlan()
        plan.addZone(
            .aroundPoint(radius: .kilometres(1), centre: Coordinate(longitude: 0, latitude: 0)))
        let index = try ZoneIndex(plan, detail: .rough)
        #expect(index.nearest(to: Coordinate(longitude: 0, latitude: 0)) == nil)
        #expect(index.nearest(to: [Coordinate(longitude: 0, latitude: 0)]).isEmpty)
    }
}
