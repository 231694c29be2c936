import Geodesy
import TestSupport
import Testing
import Zones

/// Membership against exact rational arithmetic; `scripts/oracle/contains.py` wrote the answers.
@Suite struct PolygonContainsTests {
    static let areas = StoredArea.all

    @Test func `The fixture is there`() {
        #expect(Self.areas.count > 25)
        #expect(Self.areas.reduce(0) { $0 + $1.answers.count } > 1800)
    }

    @Test("Positions inside, outside, on edges and one ulp beside", arguments: Self.areas)
    func membership(_ area: StoredArea) throws {
        let polygon = try PolygonGeometry(polygons: area.polygons)
        for (position, inside) in area.answers {
            #expect(polygon.contains(position) == inside, "\(position)")
        }
    }

    @Test func `NaN is outside`() throws {
        let area = try PolygonGeometry(polygons: Self.areas[0].polygons)
        #expect(!area.contains(Coordinate(longitude: .nan, latitude: 1)))
    }
}
