import Geodesy
import TestSupport
import Testing

/// What lies beyond an open end of a line.
@Suite struct LineLocatorEndTests {
    static let equator = [
        Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
    ]

    @Test("A position ahead of an end is beyond it, one beside it is not")
    func openEnd() throws {
        let locator = LineLocator(try LineGeometry(Self.equator))
        // 0.01 degrees of the equator: a * 0.01 * pi / 180.
        let ahead = locator.nearest(to: Coordinate(longitude: 1.01, latitude: 0.005))
        #expect(((ahead.beyondEnd?.metres ?? 0) - 1113.1949079327358).magnitude < 1e-3)
        let behind = locator.nearest(to: Coordinate(longitude: -0.01, latitude: 0.005))
        #expect(((behind.beyondEnd?.metres ?? 0) - 1113.1949079327358).magnitude < 1e-3)
        #expect(locator.nearest(to: Coordinate(longitude: 1, latitude: 0.1)).beyondEnd == nil)
        #expect(locator.nearest(to: Coordinate(longitude: 0.5, latitude: 0.1)).beyondEnd == nil)
    }

    @Test("An end that lies on another place of the line ends nothing there")
    func endOnItself() throws {
        let line = try LineGeometry(Self.equator + [Coordinate(longitude: 0.5, latitude: 0)])
        let ahead = Coordinate(longitude: 0.4, latitude: 0.01)
        for line in [line, line.reversed] {
            let nearest = LineLocator(line).nearest(to: ahead)
            #expect(nearest.beyondEnd == nil)
        }
        let before = Coordinate(longitude: -0.01, latitude: 0)
        #expect(LineLocator(line).nearest(to: before).beyondEnd != nil)
    }

    @Test("A pole written twice, with two longitudes, is one vertex")
    func poleTwice() throws {
        let vertices = [Coordinate].vertices([(10.0, 80.0), (10, 90), (100, 90), (100, 85)])
        // Straight ahead over the pole, while the line turns right.
        let ahead = Coordinate(longitude: -170, latitude: 89.999991)
        for edges in EdgeKind.allCases {
            let nearest = LineLocator(try LineGeometry(vertices, edges: edges)).nearest(to: ahead)
            #expect(nearest.side == .left)
        }
    }
}
