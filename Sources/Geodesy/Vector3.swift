#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Earth-centred, earth-fixed coordinates in metres.
package typealias Vector3 = SIMD3<Double>

extension SIMD3<Double> {
    /// The place of a position on the ellipsoid.
    package init(_ position: Coordinate) {
        let (sinLatitude, cosLatitude) = sineAndCosine(degrees: position.latitude)
        let (sinLongitude, cosLongitude) = sineAndCosine(degrees: position.longitude)
        let n = WGS84.primeVerticalRadius(sinLatitude: sinLatitude)
        self.init(
            n * cosLatitude * cosLongitude, n * cosLatitude * sinLongitude,
            n * (1 - WGS84.e2) * sinLatitude)
    }

    @inlinable package func dot(_ other: Self) -> Double { (self * other).sum() }
    @inlinable package func cross(_ other: Self) -> Self {
        Self(
            y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }
    @inlinable package var squaredLength: Double { dot(self) }
    @inlinable package var length: Double { squaredLength.squareRoot() }

    /// The nearest place on the chord from `a` to `b`: how far along it, 0 to 1, and its distance.
    @inlinable package func nearest(onChordFrom a: Self, to b: Self) -> (
        fraction: Double, distance: Double
    ) {
        let along = b - a
        let squared = along.squaredLength
        let foot = squared > 0 ? (self - a).dot(along) / squared : 0
        let t = foot > 0 ? (foot < 1 ? foot : 1) : 0
        return (t, (self - (a + along * t)).length)
    }
}

/// Sine and cosine of an angle in degrees, exact at multiples of 90.
@inline(__always)
package func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
    let quarter = (degrees / 90).rounded()
    let rest = (degrees - quarter * 90) * (.pi / 180)
    let (s, c) = (sin(rest), cos(rest))
    switch Int(quarter) & 3 {
    case 0: return (s, c)
    case 1: return (c, -s)
    case 2: return (-s, -c)
    default: return (-c, s)
    }
}

/// The position on the ellipsoid above a point a little below it, and the azimuth in degrees of a
/// direction there.
///
/// - Accuracy: for a point at depth h the lift is right to h^2 / R; not for the poles.
@inline(__always)
package func lifted(_ point: Vector3, direction: Vector3) -> (position: Coordinate, azimuth: Double)
{
    let weights = Vector3(
        1 / (WGS84.a * WGS84.a), 1 / (WGS84.a * WGS84.a), 1 / (WGS84.b * WGS84.b))
    let gradient = point * weights
    // One step of Newton's to the surface x.Wx = 1, along the gradient 2Wx.
    let depth = (1 - point.dot(gradient)) / (2 * gradient.squaredLength)
    let surface = point + gradient * depth
    let radius = (surface.x * surface.x + surface.y * surface.y).squareRoot()
    let position = Coordinate(
        longitude: atan2(surface.y, surface.x) * (180 / .pi),
        latitude: atan2(surface.z, (1 - WGS84.e2) * radius) * (180 / .pi))
    // On the surface the vertical is along (x, y, z / (1 - e2)).
    let vertical = surface.z / (1 - WGS84.e2)
    let outward = (direction.x * surface.x + direction.y * surface.y) / radius
    let east = (direction.y * surface.x - direction.x * surface.y) / radius
    let north =
        (direction.z * radius - outward * vertical)
        / (radius * radius + vertical * vertical).squareRoot()
    return (position, atan2(east, north) * (180 / .pi))
}
