/// The distances at which a zone lies, both limits included.
struct DistanceBand: Hashable, Sendable {
    /// Within so many metres of a limit a position counts as on it.
    static let coincidence = 1e-6

    /// The nearer limit in metres; negative infinity where there is none.
    let from: Double
    /// The farther limit in metres; negative infinity for a band that holds nothing.
    let to: Double

    /// From the line, or the middle of an area, up to a distance.
    static func upTo(_ metres: Double) -> DistanceBand {
        DistanceBand(from: -.infinity, to: metres)
    }

    /// No distance at all.
    static let nothing = upTo(-.infinity)

    /// Whether something at a distance known within `uncertainty` lies in the band.
    ///
    /// - Boundary: NaN is undeterminable.
    func membership(at distance: Double, uncertainty: Double) -> Membership {
        let (least, most) = (distance - uncertainty, distance + uncertainty)
        if least > to + Self.coincidence || most < from - Self.coincidence { return .outside }
        if most <= to + Self.coincidence && least >= from - Self.coincidence { return .inside }
        return .undeterminable
    }

    /// How far a distance is from the nearest limit: positive inside the band.
    func margin(at distance: Double) -> Double { min(to - distance, distance - from) }
}
