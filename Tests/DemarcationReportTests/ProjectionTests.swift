import CGeographicLib
import Geodesy
import TestSupport
import Testing

@testable import DemarcationReport

/// The azimuthal equidistant projection, against GeographicLib and arcs that are known.
@Suite struct ProjectionTests {
    private static let centres = [
        Coordinate(longitude: -30.5, latitude: 47.9), Coordinate(longitude: 180, latitude: 0),
        Coordinate(longitude: 12, latitude: 90), Coordinate(longitude: -179.9, latitude: -71.3),
    ]

    @Test(
        "It is distance and direction from the centre, as GeodesicExact has them",
        arguments: centres)
    func oracle(centre: Coordinate) {
        let projection = AzimuthalProjection(centre: centre)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let place = Coordinate(
                longitude: Double.random(in: -180...180, using: &random),
                latitude: Double.random(in: -90...90, using: &random))
            var (start, end) = (0.0, 0.0)
            let distance = oracle_inverse(
                centre.latitude, centre.longitude, place.latitude, place.longitude, &start, &end)
            // Near the opposite side the direction is not defined so well.
            guard distance < 19_000_000 else { continue }
            let point = projection.point(place)
            let (east, north) = (
                distance * sine(start), distance * sine(90 - start)
            )
            #expect((point.x - east).magnitude < 1e-3 && (point.y - north).magnitude < 1e-3)
            let back = projection.place(point)
            #expect(Geodesic.distance(from: back, to: place) < .metres(1e-5))
        }
    }

    @Test("Arcs whose length is known: along the equator over the antimeridian, and from a pole")
    func arcs() {
        let dateLine = AzimuthalProjection(centre: Coordinate(longitude: 180, latitude: 0))
        // A tenth of a degree of the equator: 6,378,137 m times pi / 1800.
        let tenth = 11_131.949_079_327
        let west = dateLine.point(Coordinate(longitude: 179.9, latitude: 0))
        let east = dateLine.point(Coordinate(longitude: -179.9, latitude: 0))
        #expect((west.x + tenth).magnitude < 1e-6 && (east.x - tenth).magnitude < 1e-6)
        #expect(west.y.magnitude < 1e-6 && east.y.magnitude < 1e-6)
        // The last degree before the pole is 111,693.9 m long.
        let pole = AzimuthalProjection(centre: Coordinate(longitude: 0, latitude: 90))
        for longitude in stride(from: -180.0, through: 180, by: 30) {
            let point = pole.point(Coordinate(longitude: longitude, latitude: 89))
            let distance = (point.x * point.x + point.y * point.y).squareRoot()
            #expect((distance - 111_693.9).magnitude < 0.1)
        }
    }

    @Test(
        "Tiles project as the projection does, the place opposite the centre and the poles too",
        arguments: centres)
    func tiles(centre: Coordinate) {
        let projection = AzimuthalProjection(centre: centre)
        let opposite = Coordinate(
            longitude: centre.longitude > 0 ? centre.longitude - 180 : centre.longitude + 180,
            latitude: -centre.latitude)
        var random = SeededGenerator(seed: 12)
        var places = (0..<3000).map { _ in
            Coordinate(
                longitude: Double.random(in: -180...180, using: &random),
                latitude: Double.random(in: -90...90, using: &random))
        }
        for _ in 0..<300 {
            for near in [centre, opposite] {
                places.append(
                    Coordinate(
                        longitude: max(
                            -180,
                            min(180, near.longitude + Double.random(in: -3...3, using: &random))),
                        latitude: max(
                            -90, min(90, near.latitude + Double.random(in: -3...3, using: &random)))
                    ))
            }
        }
        for longitude in [-180.0, -179, 0, 180] {
            for latitude in [-90.0, -89, 0, 89, 90] {
                places.append(Coordinate(longitude: longitude, latitude: latitude))
            }
        }
        var tiles = ProjectionTiles(projection)
        let points = places.map { tiles.point($0) }
        for (place, point) in zip(places, points) {
            #expect(point.distance(to: projection.point(place)) < 0.01, "\(place)")
        }
        // Whatever came before.
        var backwards = ProjectionTiles(projection)
        #expect(places.reversed().map { backwards.point($0) } == points.reversed())
        var merged = ProjectionTiles(projection)
        _ = merged.point(places[0])
        merged.add(tiles)
        #expect(places.map { merged.point($0) } == points)
    }

    @Test("The centre is itself, and the middle of a line is half of it")
    func centre() throws {
        let projection = AzimuthalProjection(centre: Self.centres[0])
        #expect(projection.point(Self.centres[0]) == MapPoint(0, 0))
        let middle = try #require(
            AzimuthalProjection(about: [
                Coordinate(longitude: 179, latitude: 10), Coordinate(longitude: -179, latitude: 10),
            ]))
        #expect(middle.centre.longitude.magnitude > 179.99)
        #expect(
            AzimuthalProjection(about: [
                Coordinate(longitude: 0, latitude: 90), Coordinate(longitude: 0, latitude: -90),
            ]) == nil)
    }

    @Test(
        "Straight pieces leave an edge by no more than they may",
        arguments: [EdgeKind.geodesic, .rhumb, .planar],
        [
            [Coordinate(longitude: -40, latitude: 60), Coordinate(longitude: 10, latitude: 70)],
            [Coordinate(longitude: 178, latitude: 50), Coordinate(longitude: -170, latitude: 50)],
            [Coordinate(longitude: 0, latitude: -1), Coordinate(longitude: 0.001, latitude: 1)],
        ])
    func edges(kind: EdgeKind, edge: [Coordinate]) throws {
        let projection = AzimuthalProjection(centre: edge[0])
        let chain = projection.chain(edge, kind, tolerance: 50)
        let locator = LineLocator(try LineGeometry(edge, edges: kind))
        for (a, b) in zip(chain, chain.dropFirst()) {
            for t in [0.0, 0.25, 0.5, 0.75] {
                let place = projection.place(MapPoint(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
                // Between the curve and the middle of a piece it leaves it a little more than in the middle.
                #expect(locator.nearest(to: place).distance < .metres(65))
            }
        }
        #expect(chain.count > 2 || kind == .geodesic || edge[1].longitude < 1)
    }

    @Test("A polygon over the antimeridian has no seam, one about a pole neither")
    func seams() {
        let projection = AzimuthalProjection(centre: Coordinate(longitude: 180, latitude: 0))
        func place(_ longitude: Double, _ latitude: Double) -> Coordinate {
            Coordinate(longitude: longitude, latitude: latitude)
        }
        let west = [place(179, -1), place(180, -1), place(180, 1), place(179, 1), place(179, -1)]
        let east = [
            place(-180, -1), place(-179, -1), place(-179, 1), place(-180, 1), place(-180, -1),
        ]
        let shape = projection.shape([[west], [east]], tolerance: 100)
        #expect(shape.rings.count == 2)
        for point in shape.chains.joined().dropFirst() where point.x.magnitude < 1 {
            #expect((point.y.magnitude - 110_574.4).magnitude < 100, "\(point)")
        }
        let pole = AzimuthalProjection(centre: Coordinate(longitude: 0, latitude: 90))
        let cap = [
            place(-180, 89), place(-60, 89), place(60, 89), place(180, 89), place(180, 90),
            place(-180, 90), place(-180, 89),
        ]
        for point in pole.shape([[cap]], tolerance: 10).chains.joined() {
            let distance = (point.x * point.x + point.y * point.y).squareRoot()
            #expect((distance - 111_693.9).magnitude < 12)
        }
    }

    private func sine(_ degrees: Double) -> Double {
        // By a series of its own, to 1e-15 of a turn.
        var x = degrees.remainder(dividingBy: 360) * .pi / 180
        if x > .pi / 2 { x = .pi - x }
        if x < -.pi / 2 { x = -.pi - x }
        var (term, sum) = (x, x)
        for k in 1..<14 {
            term *= -x * x / Double(2 * k * (2 * k + 1))
            sum += term
        }
        return sum
    }

    @Test("Rhumb edges that end at a pole go along the meridian", arguments: [90.0, -90])
    func poles(latitude: Double) {
        let projection = AzimuthalProjection(centre: Coordinate(longitude: 20, latitude: 0))
        let start = Coordinate(longitude: 20, latitude: latitude - latitude / 9)
        let pole = Coordinate(longitude: 20, latitude: latitude)
        let edge = ProjectedEdge(projection: projection, tolerance: 1)
        let points = edge.points(
            from: start, to: pole, .rhumb, after: projection.point(start))
        #expect(!points.isEmpty)
        for point in points {
            #expect(point.x.magnitude < 1e-3 && point.y.isFinite, "\(point)")
        }
    }
}
