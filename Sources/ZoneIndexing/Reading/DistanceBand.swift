/// The distances at which a zone lies, both limits included.
package struct DistanceBand: Hashable, Sendable {
    /// Within so many metres of a limit a position counts as on it.
    package static let coincidence = 1e-6

    /// The nearer limit in metres; negative infinity where there is none.
    package let from: Double
    /// The farther limit in metres; negative infinity for a band that holds nothing.
    package let to: Double

    package init(from: Double, to: Double) {
        self.from = from
        self.to = to
    }

    /// From the line, or the middle of an area, up to a distance.
    package static func upTo(_ metres: Double) -> DistanceBand {
        DistanceBand(from: -.infinity, to: metres)
    }

    /// From one distance from a line to another.
    ///
    /// No distance is less than 0, so that a band from 0 has
    /// no nearer limit.
    package static func between(_ from: Double, _ to: Double) -> DistanceBand {
        DistanceBand(from: from <= coincidence ? -.infinity : from, to: to)
    }

    /// No distance at all.
    package static let nothing = upTo(-.infinity)

    /// Whether something at a distance known within `uncertainty` lies in the band.
    ///
    /// - Boundary: NaN is undeterminable.
    package func membership(at distance: Double, uncertainty: Double) -> Membership {
        let (least, most) = (distance - uncertainty, distance + uncertainty)
        if least > to + Self.coincidence || most < from - Self.coincidence { return .outside }
        if most <= to + Self.coincidence && least >= from - Self.coincidence { return .inside }
        return .undeterminable
    }

    /// How far a distance is from the nearest limit: positive inside the band.
    package func margin(at distance: Double) -> Double { min(to - distance, distance - from) }
}
