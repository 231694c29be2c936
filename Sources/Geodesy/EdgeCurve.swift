internal import CPROJ

/// An edge made ready for many evaluations.
package struct EdgeCurve {
    private enum Form {
        case geodesic(geod_geodesicline)
        /// A geodesic so short that its chord, lifted to the ellipsoid, is the same to 1 nm.
        case short(a: Vector3, b: Vector3)
        case rhumb(RhumbPath)
        case planar
    }
    package let edge: LineEdge
    private var form: Form

    /// An edge made ready.
    package init(_ edge: LineEdge) { self.init(edge, piece: nil) }

    /// An edge made ready; with a piece that is all of it, the cheaper way for short ones.
    init(_ edge: LineEdge, piece: LinePiece?) {
        self.edge = edge
        switch edge.kind {
        case .geodesic:
            if let piece, edge.length <= Self.shortLength, piece.t0 == 0, piece.t1 == 1,
                edge.start.latitude.magnitude < 89
            {
                form = .short(a: piece.a, b: piece.b)
                return
            }
            var line = geod_geodesicline()
            let wanted =
                GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue | GEOD_AZIMUTH.rawValue
                | GEOD_DISTANCE_IN.rawValue
            geod_lineinit(
                &line, WGS84.geodesic, edge.start.latitude, edge.start.longitude,
                edge.startAzimuth, wanted)
            form = .geodesic(line)
        case .rhumb:
            form = .rhumb(
                RhumbPath(from: edge.start, to: edge.end, longitudeSpan: edge.longitudeSpan))
        case .planar:
            form = .planar
        }
    }

    /// The lifted chord leaves the geodesic by less than 1 nm up to this length in metres; the
    /// departure grows with its cube.
    private static let shortLength = 1000.0

    /// The place at a parameter, the curve's direction there in degrees, and the metres that the
    /// curve runs there for each whole run of the parameter.
    package mutating func evaluate(at t: Double) -> (
        place: Coordinate, azimuth: Double, speed: Double
    ) {
        switch form {
        case .geodesic(var line):
            if t == 0 { return (edge.start, edge.startAzimuth, edge.length) }
            if t == 1 { return (edge.end, edge.endAzimuth, edge.length) }
            var latitude = 0.0
            var longitude = 0.0
            var azimuth = 0.0
            geod_position(&line, t * edge.length, &latitude, &longitude, &azimuth)
            return (
                Coordinate(longitude: longitude, latitude: latitude), azimuth, edge.length
            )
        case .short(let a, let b):
            if t == 0 { return (edge.start, edge.startAzimuth, edge.length) }
            if t == 1 { return (edge.end, edge.endAzimuth, edge.length) }
            let (place, azimuth) = lifted(a + (b - a) * t, direction: b - a)
            return (place, azimuth, edge.length)
        case .rhumb(let path):
            let place = t == 0 ? edge.start : t == 1 ? edge.end : path.position(at: t)
            return (place, path.azimuth, edge.length)
        case .planar:
            let latitudeSpan = edge.end.latitude - edge.start.latitude
            let place =
                t == 0
                ? edge.start
                : t == 1
                    ? edge.end
                    : Coordinate(
                        longitude: wrapped(
                            longitude: edge.start.longitude + t * edge.longitudeSpan),
                        latitude: edge.start.latitude + t * latitudeSpan)
            let (azimuth, speed) = planarDirection(
                latitude: place.latitude, edge.longitudeSpan, latitudeSpan)
            return (place, azimuth, speed)
        }
    }
}
