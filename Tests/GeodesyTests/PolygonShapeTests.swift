import Geodesy
import TestSupport
import Testing

@Suite struct PolygonShapeTests {
    @Test("A ring is closed once, whether its last vertex repeats its first or not")
    func ring() throws {
        let open = [Coordinate].vertices([(0, 0), (2, 0), (0, 2)])
        let closed = open + [.at(0, 0)]
        #expect(try PolygonGeometry(ring: open).polygons == [[closed]])
        #expect(try PolygonGeometry(ring: closed).polygons == [[closed]])
    }

    @Test("Rings that enclose nothing are refused")
    func refused() {
        for ring in [[], [.at(0, 0)], [.at(0, 0), .at(1, 1)]] as [[Coordinate]] {
            #expect(throws: PolygonGeometryError.self) { try PolygonGeometry(ring: ring) }
        }
        // Its ends are one place with two longitudes: closed by an edge it would go round the globe.
        let turn = [Coordinate].vertices([(-180, 0), (-170, 0), (-170, 9), (180, 0)])
        #expect(throws: PolygonGeometryError.self) { try PolygonGeometry(ring: turn) }
    }

    @Test(
        "The vertices of a circle lie at the radius, over the antimeridian too",
        arguments: [(7, 60), (-179.95, -30), (180, 0)] as [(Double, Double)])
    func circle(longitude: Double, latitude: Double) throws {
        let centre = Coordinate.at(longitude, latitude)
        let radius = Distance.kilometres(10)
        let circle = try PolygonGeometry.circle(around: centre, radius: radius)
        let ring = circle.polygons[0][0]
        #expect(circle.polygons.count == 1 && ring.count == 361)
        for vertex in ring {
            let off = Geodesic.distance(from: centre, to: vertex) - radius
            #expect(off.metres.magnitude < 1e-6)
        }
        // Halfway between two of 360 vertices a chord is 1/26,262 of the radius nearer to the centre.
        for k in 0..<360 {
            func there(_ share: Double) -> Coordinate {
                centre.moved((radius * share).metres, towards: Double(k) + 0.5)
            }
            #expect(circle.contains(there(1 - 1 / 26_000)))
            #expect(!circle.contains(there(1)))
        }
    }

    @Test("What is no circle, or goes round a pole, is refused")
    func noCircle() {
        func code(_ centre: Coordinate, _ radius: Distance, _ vertices: Int = 8)
            -> PolygonGeometryError.Code?
        {
            do throws(PolygonGeometryError) {
                _ = try PolygonGeometry.circle(around: centre, radius: radius, vertices: vertices)
                return nil
            } catch { return error.code }
        }
        #expect(code(.at(0, 0), .zero) == .noArea)
        #expect(code(.at(0, 0), .metres(.nan)) == .noArea)
        #expect(code(.at(0, 0), .metres(-1)) == .noArea)
        #expect(code(.at(0, 91), .metres(1)) == .notOnGlobe)
        #expect(code(.at(0, 0), .metres(1), 2) == .tooFewVertices)
        #expect(code(.at(0, 0), .metres(1), -1) == .tooFewVertices)
        // A degree of latitude at the pole is 111,694 m long.
        #expect(code(.at(12, -89), .kilometres(111.6)) == nil)
        #expect(code(.at(12, -89), .kilometres(111.7)) == .aroundPole)
    }
}
