import Geodesy
import Testing
import ZoneIndexing
import Zones

/// Plans much longer from west to east than high, and those that reach the edges of the globe.
@Suite("Long frames")
struct LongFrameTests {
    /// The ring through some corners, in steps, as an edge goes the short way round.
    private func area(_ corners: [(Double, Double)], steps: Int) throws -> PolygonGeometry {
        var ring: [Coordinate] = []
        for (start, end) in zip(corners, corners.dropFirst()) {
            for step in 0..<steps {
                let part = Double(step) / Double(steps)
                ring.append(
                    Coordinate(
                        longitude: start.0 + part * (end.0 - start.0),
                        latitude: start.1 + part * (end.1 - start.1)))
            }
        }
        ring.append(ring[0])
        return try PolygonGeometry(polygons: [[ring]])
    }

    /// A row would hold more blocks than their numbers have bits for.
    @Test("A strip 100 and one 350 degrees long", arguments: [(100.0, 0.02), (350.0, 0.01)])
    func strip(east: Double, north: Double) throws {
        let west = -175.0
        let corners = [
            (west, 0.0), (west + east, 0), (west + east, north), (west, north), (west, 0),
        ]
        let area = try area(corners, steps: 100)
        var plan = ZonePlan()
        plan.addZone(.area(area))
        let index = try ZoneIndex(plan)
        let latitudes = [-1e-6, 0, 1e-6, north - 1e-6, north, north + 1e-6]
        var positions: [Coordinate] = []
        for k in 0..<4000 {
            let longitude = west + 1e-4 + Double(k) * (east - 2e-4) / 3999
            positions += latitudes.map { Coordinate(longitude: longitude, latitude: $0) }
        }
        let verdicts = index.classify(positions)
        for (number, position) in positions.enumerated() {
            let isInside = position.latitude >= 0 && position.latitude <= north
            #expect((verdicts[number].zonesInside == [0]) == isInside, "\(position)")
            #expect(verdicts[number] == index.classify(position), "\(position)")
        }
    }

    @Test("A hair beyond the globe is unusable in batches too", arguments: [-180.0, -90, 0])
    func beyond(west: Double) throws {
        var plan = ZonePlan()
        let corners = [(west, -80.0), (180, -80), (180, 80), (west, 80), (west, -80)]
        plan.addZone(.area(try area(corners, steps: 8)))
        for detail in [ZoneIndex.Detail.coarse, .rough] {
            let index = try ZoneIndex(plan, detail: detail)
            let positions = [
                Coordinate(longitude: 180.0.nextUp, latitude: 10),
                Coordinate(longitude: (-180.0).nextDown, latitude: 10),
                Coordinate(longitude: 10, latitude: 90.0.nextUp),
                Coordinate(longitude: 10, latitude: (-90.0).nextDown),
            ]
            for verdict in index.classify(positions) {
                #expect(verdict.zonesUndeterminable == [0])
            }
            let edge = [180.0, -180].map { Coordinate(longitude: $0, latitude: 10) }
            for verdict in index.classify(edge) { #expect(verdict.zonesInside == [0]) }
        }
    }
}
