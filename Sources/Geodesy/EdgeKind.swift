/// What joins two consecutive vertices of a line.
///
/// The choice matters with long edges: 100 km apart at 48 degrees of latitude the three differ by
/// up to 270 m, 50 m apart by 0.3 mm. Every kind goes the short way round the globe.
public enum EdgeKind: String, CaseIterable, Hashable, Sendable {
    /// The shortest path on the ellipsoid.
    case geodesic
    /// The path of constant azimuth (loxodrome).
    case rhumb
    /// Straight in longitude and latitude, as RFC 7946 reads GeoJSON.
    case planar
}
