internal import CPROJ

/// The reference ellipsoid of WGS 84 (NGA.STND.0036).
public struct Ellipsoid: Sendable {
    /// The semi-major axis.
    public let equatorialRadius: Distance
    /// The flattening, (a - b) / a.
    public let flattening: Double

    /// a in metres.
    let a: Double
    /// b in metres.
    let b: Double
    /// The first eccentricity squared.
    let e2: Double
    /// PROJ's constants for this ellipsoid; set once, read by every call.
    let geodesic: geod_geodesic

    /// WGS 84: a = 6,378,137 m, 1/f = 298.257223563.
    public static let wgs84 = Ellipsoid(a: 6_378_137, flattening: 1 / 298.257223563)

    private init(a: Double, flattening: Double) {
        self.a = a
        self.flattening = flattening
        b = a * (1 - flattening)
        e2 = flattening * (2 - flattening)
        equatorialRadius = .metres(a)
        var constants = geod_geodesic()
        geod_init(&constants, a, flattening)
        geodesic = constants
    }
}
