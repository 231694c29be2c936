import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Testing

@Suite struct PolygonAreaTests {
    private static let e2 = 0.0066943799901413165

    /// The area between the equator and a latitude in a radian of longitude, in closed form.
    private static func belt(_ latitude: Double) -> Double {
        let b = 6_378_137 * (1 - 1 / 298.257223563)
        let (s, e) = (sin(latitude * Double.pi / 180), e2.squareRoot())
        return b * b / 2 * (s / (1 - e2 * s * s) + atanh(e * s) / e)
    }

    /// The area under the edges of a ring straight in longitude and latitude, by quadrature.
    private static func area(_ ring: [Coordinate]) -> Double {
        let nodes = [0.0, 0.5384693101056831, 0.906179845938664]
        let weights = [0.5688888888888889, 0.47862867049936647, 0.23692688505618908]
        var sum = 0.0
        for (from, to) in zip(ring, ring.dropFirst()) {
            let width = (to.longitude - from.longitude).remainder(dividingBy: 360)
            let cuts = 64
            for i in 0..<cuts {
                for (node, weight) in zip(
                    nodes + nodes.dropFirst().map { -$0 }, weights + weights.dropFirst())
                {
                    let t = (Double(i) + (1 + node) / 2) / Double(cuts)
                    let latitude = from.latitude + t * (to.latitude - from.latitude)
                    sum += weight / 2 * belt(latitude) * width * Double.pi / 180 / Double(cuts)
                }
            }
        }
        return sum.magnitude
    }

    /// Areas between parallels, in closed form with 40 digits.
    @Test func `Areas that need no oracle`() throws {
        let degree = try PolygonGeometry(
            polygons: [[.box(0, 0, 1, 1)]])
        #expect((degree.area.squareMetres - 12_308_463_893.975352113).magnitude < 10)
        let tall = try PolygonGeometry(
            polygons: [[.vertices([(10, 50), (10, 60), (20, 60), (20, 50), (10, 50)])]])
        #expect((tall.area.squareMetres - 711_460_782_666.68829484).magnitude < 100)
        let sides = 2 * 1_113_225.77780636304
        let parallels = [50.0, 60.0].map { latitude in
            let s = sin(latitude * Double.pi / 180)
            return 6_378_137 * cos(latitude * Double.pi / 180) / (1 - Self.e2 * s * s).squareRoot()
                * Double.pi / 18
        }
        #expect((tall.perimeter.metres - sides - parallels[0] - parallels[1]).magnitude < 1e-4)
    }

    @Test("Area and perimeter of rings", arguments: 0..<12)
    func rings(number: Int) throws {
        var random = SeededGenerator(seed: UInt64(number))
        let centre = (
            [0.0, 178, -179, 60][number % 4], Double.random(in: -65...65, using: &random)
        )
        let size = [0.001, 0.1, 3, 12][number / 3]
        var vertices = (0..<17).map { i in
            let angle = Double(i) * 2 * Double.pi / 17
            let radius = size * Double.random(in: 0.4...1, using: &random)
            return Coordinate(
                longitude: (centre.0 + radius * cos(angle)).remainder(dividingBy: 360),
                latitude: centre.1 + radius * sin(angle))
        }
        vertices.append(vertices[0])
        let polygon = try PolygonGeometry(polygons: [[vertices]])
        let perimeter = OracleLine(try LineGeometry(vertices, edges: .planar)).length
        #expect((polygon.perimeter.metres - perimeter).magnitude < max(1e-5, 1e-10 * perimeter))
        let area = Self.area(vertices)
        #expect((polygon.area.squareMetres - area).magnitude < 1e-4 * perimeter)
        let reversed = try PolygonGeometry(polygons: [[vertices.reversed()]])
        #expect((reversed.area.squareMetres - area).magnitude < 1e-4 * perimeter)
        // Edges of a few metres are geodesics to within the tolerance.
        if size < 0.01 {
            let numbers = vertices.dropLast().flatMap { [$0.longitude, $0.latitude] }
            var length = 0.0
            let geodesic = oracle_ring_area(numbers, Int32(vertices.count - 1), &length)
            #expect((area - geodesic).magnitude < 1e-4 * length)
        }
    }

    @Test func `A hole is taken from the area and added to the perimeter`() throws {
        let outer = [Coordinate].box(0, 0, 3, 3)
        let hole = [Coordinate].box(1, 1, 2, 2)
        let whole = try PolygonGeometry(polygons: [[outer]])
        let inner = try PolygonGeometry(polygons: [[hole]])
        let both = try PolygonGeometry(polygons: [[outer, hole]])
        let difference = whole.area.squareMetres - inner.area.squareMetres
        #expect((both.area.squareMetres - difference).magnitude < 1e-2)
        #expect(
            (both.perimeter.metres - whole.perimeter.metres - inner.perimeter.metres).magnitude
                < 1e-6)
    }
}
