import Geodesy
import Testing
import Zones

/// Footprints as drawings have them, against distances and directions on the ellipsoid.
@Suite struct OutlineTests {
    private static let middle = Coordinate(longitude: 10, latitude: 50)

    private static func paths(_ outline: [[Coordinate]]) -> [(azimuth: Double, distance: Double)] {
        outline.joined().map {
            let path = Geodesic.inverse(from: middle, to: $0)
            return (path.azimuthAtStart.degrees, path.distance.metres)
        }
    }

    @Test("A circle is equally far everywhere, an ellipse between its axes")
    func round() throws {
        let circle = try Footprint.circle(about: Self.middle, radius: .kilometres(5))
        #expect(Self.paths(circle.outline).allSatisfy { abs($0.distance - 5000) < 1e-3 })
        #expect(circle.outline.count == 1 && circle.outline[0].first == circle.outline[0].last)
        let ellipse = try Footprint.ellipse(
            about: Self.middle, semiMajor: .kilometres(4), semiMinor: .kilometres(1),
            azimuth: Azimuth(degrees: 30))
        let paths = Self.paths(ellipse.outline)
        #expect(paths.allSatisfy { (999.999...4000.001).contains($0.distance) })
        let far = try #require(paths.max { $0.distance < $1.distance })
        #expect(abs(far.distance - 4000) < 1e-3)
        let turned = abs(far.azimuth - 30).truncatingRemainder(dividingBy: 180)
        #expect(min(turned, 180 - turned) < 1e-6)
    }

    @Test("A rectangle has four corners, half a diagonal away")
    func rectangle() throws {
        let rectangle = try Footprint.rectangle(
            about: Self.middle, width: .kilometres(6), length: .kilometres(8))
        let paths = Self.paths(rectangle.outline)
        #expect(paths.count == 5 && paths.allSatisfy { abs($0.distance - 5000) < 1e-3 })
        let angle = 36.869_897_645_844
        #expect(
            Set(paths.map { ($0.azimuth.magnitude * 1e3).rounded() })
                == [(angle * 1e3).rounded(), ((180 - angle) * 1e3).rounded()])
    }

    @Test("A sector lies between its directions and its distances; all round it has a hole")
    func sector() throws {
        let sector = try Footprint.sector(
            from: Self.middle, bearing: Azimuth(degrees: 45), eitherWay: Angle(degrees: 10),
            nearest: .kilometres(2), farthest: .kilometres(3))
        let paths = Self.paths(sector.outline)
        #expect(
            paths.allSatisfy {
                (34.999...55.001).contains($0.azimuth)
                    && (abs($0.distance - 2000) < 1e-3 || abs($0.distance - 3000) < 1e-3)
            })
        #expect(sector.outline.count == 1)
        let ring = try Footprint.sector(
            from: Self.middle, bearing: Azimuth(degrees: 0), eitherWay: Angle(degrees: 180),
            nearest: .kilometres(2), farthest: .kilometres(3))
        #expect(ring.outline.count == 2)
    }

    @Test("Geometries keep their vertices, also over the antimeridian")
    func geometry() throws {
        let path = [
            Coordinate(longitude: 179, latitude: 10), Coordinate(longitude: -179, latitude: 11),
        ]
        let place = Coordinate(longitude: 179.5, latitude: 10.5)
        let footprint = try Footprint.geometry(points: [place], lines: [path])
        #expect(footprint.outline.count == 2)
        #expect(footprint.outline.contains([place]) && footprint.outline.contains(path))
    }
}
