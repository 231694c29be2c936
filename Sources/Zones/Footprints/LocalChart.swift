import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Metres about a place: a place on the globe by the direction in which it is seen from there, and its
/// geodesic distance (azimuthal equidistant).
///
/// On the ellipsoid, whose curvature is positive everywhere, two places are never farther from each
/// other than their images: a disc about an image's middle holds what the image holds.
package struct LocalChart: Hashable, Sendable {
    package let centre: Coordinate
    /// How far `place` may be off, in metres; 0 where the geodesic is followed.
    package private(set) var error: Double
    /// Terms of latitude, and of longitude, in degrees; `nil` where the geodesic is followed.
    private var terms: Terms?

    /// What share of half a region's width its chart may be off by, so that corners a hundredth inward are in it.
    private static let shareOfWidth = 0.005

    /// The chart of a region about a place, or seen from one, that reaches `reach` metres and of which half of the
    /// lesser extent is so many.
    init(_ centre: Coordinate, reach: Double, halfWidth: Double) {
        self.init(
            centre, reach: reach, greatestError: Self.shareOfWidth * halfWidth)
    }

    /// By what share corners are moved towards the middle of such a region, to be in it though the chart is off.
    func inward(halfWidth: Double) -> Double {
        error > 0 ? 1 - 2 * error / halfWidth : 1
    }

    private struct Terms: Hashable, Sendable {
        let y, xx, yy, x, xy: Double
    }

    /// Up to this distance, and latitude, a few terms may do; what they leave out is known.
    private static let nearby = 20_000.0
    private static let greatestLatitude = 75.0

    /// The chart about a place for distances up to `reach` metres, in which places are off by at most
    /// `greatestError` metres.
    package init(_ centre: Coordinate, reach: Double, greatestError: Double) {
        self.centre = centre
        (error, terms) = (0, nil)
        guard reach <= Self.nearby, centre.latitude.magnitude <= Self.greatestLatitude else {
            return
        }
        let (parallel, meridian) = WGS84.radii(latitude: centre.latitude)
        let (sine, cosine) = sineAndCosine(degrees: centre.latitude)
        let radian = 180 / Double.pi
        let vertical = parallel / cosine
        let tangent = sine / cosine
        // What the terms leave out grows with the cube of the distance; degrees hold some nanometres.
        let kilometres = reach / 1000
        let error =
            5e-6 * (1 + 3 * tangent * tangent) * kilometres * kilometres * kilometres + 1e-8
        guard error <= greatestError else { return }
        self.error = error
        terms = Terms(
            y: radian / meridian,
            xx: -radian * tangent / (2 * meridian * vertical),
            yy: -radian * 1.5 * WGS84.e2 * sine * cosine
                / ((1 - WGS84.e2 * sine * sine) * meridian * meridian),
            x: radian / parallel, xy: radian * tangent / (parallel * vertical))
    }

    /// The place so many metres to the east and to the north.
    package func place(_ east: Double, _ north: Double) -> Coordinate {
        guard let terms else {
            let distance = (east * east + north * north).squareRoot()
            if distance == 0 { return centre }
            return Geodesic.direct(
                from: centre, azimuth: Azimuth(degrees: atan2(east, north) * 180 / .pi),
                distance: .metres(distance)
            ).position
        }
        let latitude =
            centre.latitude + (terms.y * north + terms.xx * east * east + terms.yy * north * north)
        var longitude = centre.longitude + (terms.x * east + terms.xy * east * north)
        if longitude > 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}
