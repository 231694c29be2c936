#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A path of constant azimuth on the ellipsoid.
///
/// On it longitude grows in proportion to isometric latitude, and length to the distance along the
/// meridian. All differences are formed without cancellation, so that nearly east-west paths keep
/// their accuracy.
///
/// - Source: J. P. Snyder, Map Projections: A Working Manual, USGS 1987, eq. 3-7 (isometric
///   latitude) and p. 46 (loxodrome).
struct RhumbPath {
    let start: Coordinate
    let latitudeSpan: Double
    let longitudeSpan: Double
    /// Degrees clockwise from north.
    let azimuth: Double
    /// Metres.
    let length: Double
    /// Metres along the meridian from the start's latitude to the end's, northward positive.
    private let meridianSpan: Double
    private let isometricSpan: Double

    init(from start: Coordinate, to end: Coordinate, longitudeSpan: Double) {
        self.start = start
        self.longitudeSpan = longitudeSpan
        latitudeSpan = end.latitude - start.latitude
        isometricSpan = isometricDifference(from: start.latitude, span: latitudeSpan)
        meridianSpan = meridianDistance(from: start.latitude, to: end.latitude)
        let longitude = longitudeSpan * (.pi / 180)
        if longitudeSpan == 0 {
            azimuth = latitudeSpan < 0 ? 180 : 0
            length = meridianSpan.magnitude
        } else {
            azimuth = atan2(longitude, isometricSpan) * (180 / .pi)
            let (sinLatitude, cosLatitude) = sineAndCosine(degrees: start.latitude)
            let east =
                latitudeSpan == 0
                ? WGS84.primeVerticalRadius(sinLatitude: sinLatitude) * cosLatitude
                : meridianSpan / isometricSpan
            length = hypot(meridianSpan, east * longitude)
        }
    }

    /// The position at a fraction of the length.
    func position(at fraction: Double) -> Coordinate {
        let latitudeStep = latitudeStep(at: fraction)
        var longitude = start.longitude
        if longitudeSpan != 0 {
            let share =
                latitudeSpan == 0
                ? fraction
                : isometricDifference(from: start.latitude, span: latitudeStep) / isometricSpan
            longitude = wrapped(longitude: start.longitude + share * longitudeSpan)
        }
        return Coordinate(longitude: longitude, latitude: start.latitude + latitudeStep)
    }

    /// The degrees of latitude covered at a fraction of the length.
    private func latitudeStep(at fraction: Double) -> Double {
        let wanted = fraction * meridianSpan
        guard latitudeSpan.magnitude < shortArc else {
            let meridian = Coordinate(longitude: 0, latitude: start.latitude)
            let end = WGS84.direct(meridian, azimuth: 0, distance: wanted)
            return end.position.latitude - start.latitude
        }
        // Solved for the step itself, as a difference of latitudes would lose its digits.
        var step = fraction * latitudeSpan
        for _ in 0..<2 {
            let excess = shortMeridianDistance(from: start.latitude, span: step) - wanted
            let sine = sineAndCosine(degrees: start.latitude + step).sine
            step -= excess / WGS84.meridianRadius(sinLatitude: sine) * (180 / .pi)
        }
        return step
    }
}

/// The difference in isometric latitude, in radians, over a span of latitude in degrees.
private func isometricDifference(from latitude: Double, span: Double) -> Double {
    let half = sineAndCosine(degrees: span / 2).sine
    let middle = sineAndCosine(degrees: latitude + span / 2).cosine
    let (s1, c1) = sineAndCosine(degrees: latitude)
    let (s2, c2) = sineAndCosine(degrees: latitude + span)
    let e = WGS84.e2.squareRoot()
    // Short spans: as one difference. Long ones, towards a pole above all: as two latitudes, since
    // the rounding of the middle one would count.
    let onSphere =
        half.magnitude < 0.5 * middle ? 2 * atanh(half / middle) : asinh(s2 / c2) - asinh(s1 / c1)
    return onSphere - e * atanh(e * (2 * middle * half) / (1 - WGS84.e2 * s1 * s2))
}

/// The distance along the meridian between two latitudes in degrees, northward positive.
private func meridianDistance(from start: Double, to end: Double) -> Double {
    let span = end - start
    guard span.magnitude < shortArc else {
        let distance = WGS84.inverse(
            Coordinate(longitude: 0, latitude: start), Coordinate(longitude: 0, latitude: end)
        ).distance
        return span < 0 ? -distance : distance
    }
    return shortMeridianDistance(from: start, span: span)
}

/// The degrees of latitude below which three nodes integrate the meridian to a relative 1e-15.
private let shortArc = 0.5

/// The distance along the meridian over a short span of latitude, by Gauss-Legendre with three
/// nodes.
private func shortMeridianDistance(from start: Double, span: Double) -> Double {
    let offset = (3.0 / 5).squareRoot() / 2
    let radius = { (at: Double) in
        WGS84.meridianRadius(sinLatitude: sineAndCosine(degrees: start + span * at).sine)
    }
    let mean = (5 * radius(0.5 - offset) + 8 * radius(0.5) + 5 * radius(0.5 + offset)) / 18
    return mean * span * (.pi / 180)
}

/// A longitude brought back to [-180, 180] from at most one turn outside.
func wrapped(longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
}
