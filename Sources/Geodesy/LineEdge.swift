internal import CPROJ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One edge of a line as a curve on the ellipsoid, run through by a parameter from 0 to 1.
///
/// The parameter is proportional to length on geodesic and rhumb edges and to longitude and
/// latitude on planar ones.
package struct LineEdge: Sendable {
    package let start: Coordinate
    package let end: Coordinate
    /// Degrees of longitude from start to end, eastward positive, over the way the edge takes.
    package let longitudeSpan: Double
    package internal(set) var part: Int32
    package internal(set) var segment: Int32
    /// The edge before this one in the chain, or -1 at an open start.
    package var previous: Int32 = -1
    /// The edge after this one in the chain, or -1 at an open end.
    package var next: Int32 = -1
    package let kind: EdgeKind
    /// The length in metres of geodesic and rhumb edges; of planar ones that of the geodesic.
    package let length: Double
    /// The direction in degrees at the start.
    package let startAzimuth: Double
    /// The direction in degrees, onward, at the end.
    package let endAzimuth: Double

    init(
        from start: Coordinate, to end: Coordinate, longitudeSpan: Double, kind: EdgeKind,
        part: Int, segment: Int
    ) {
        self.start = start
        self.end = end
        self.longitudeSpan = longitudeSpan
        self.kind = kind
        self.part = Int32(part)
        self.segment = Int32(segment)
        switch kind {
        case .geodesic:
            (length, startAzimuth, endAzimuth) = WGS84.inverse(start, end)
        case .rhumb:
            let rhumb = RhumbPath(from: start, to: end, longitudeSpan: longitudeSpan)
            (length, startAzimuth, endAzimuth) = (rhumb.length, rhumb.azimuth, rhumb.azimuth)
        case .planar:
            length = WGS84.inverse(start, end).distance
            let latitudeSpan = end.latitude - start.latitude
            (startAzimuth, _) = planarDirection(
                latitude: start.latitude, longitudeSpan, latitudeSpan)
            (endAzimuth, _) = planarDirection(latitude: end.latitude, longitudeSpan, latitudeSpan)
        }
    }

    /// The direction at the start as counted at another way of writing the same vertex: at a pole
    /// azimuths depend on the longitude that it is given.
    package func startAzimuth(from vertex: Coordinate) -> Double {
        startAzimuth + start.turnOfAzimuths(to: vertex)
    }

    /// The short way from one longitude to another, in degrees, eastward positive.
    static func shortWay(from start: Coordinate, to end: Coordinate) -> Double {
        let span = end.longitude - start.longitude
        return span > 180 ? span - 360 : span < -180 ? span + 360 : span
    }
}

extension Coordinate {
    /// What azimuths counted here must be increased by to be those at another way of writing the
    /// same place; 0 except at a pole.
    func turnOfAzimuths(to other: Coordinate) -> Double {
        guard isPole, longitude != other.longitude else { return 0 }
        let turn = other.longitude - longitude
        return latitude > 0 ? turn : -turn
    }
}

/// The direction, in degrees, of a path straight in longitude and latitude at a latitude, and its
/// length in metres for each whole run of the spans.
func planarDirection(
    latitude: Double, _ longitudeSpan: Double, _ latitudeSpan: Double
) -> (azimuth: Double, speed: Double) {
    let (sinLatitude, cosLatitude) = sineAndCosine(degrees: latitude)
    let east =
        WGS84.primeVerticalRadius(sinLatitude: sinLatitude) * max(0, cosLatitude) * longitudeSpan
        * (.pi / 180)
    let north = WGS84.meridianRadius(sinLatitude: sinLatitude) * latitudeSpan * (.pi / 180)
    return (atan2(east, north) * (180 / .pi), (east * east + north * north).squareRoot())
}
