/// A direction at a position on the ellipsoid, clockwise from true north.
public struct Azimuth: Hashable, Sendable {
    /// Degrees clockwise from north, in [-180, 180].
    public let degrees: Double

    /// A direction from degrees clockwise from north; any finite number is taken modulo 360.
    public init(degrees: Double) {
        self.degrees = degrees.magnitude <= 180 ? degrees : degrees.remainderModuloTurn
    }

    /// The opposite direction.
    public var reversed: Azimuth { Azimuth(degrees: degrees > 0 ? degrees - 180 : degrees + 180) }
}

extension Double {
    /// The angle in degrees brought to [-180, 180], exactly.
    package var remainderModuloTurn: Double { remainder(dividingBy: 360) }
}
