import Geodesy

/// The distances at which a zone lies, both limits included.
public struct DistanceBand: Hashable, Sendable {
    /// The nearer limit; `nil` for a band that begins at what is measured from, or, around an area,
    /// that has the area in it.
    public let from: Distance?
    /// The farther limit.
    public let to: Distance

    /// Within so far of a limit a position counts as on it: 1 micrometre.
    public static let coincidence = Distance.metres(1e-6)

    /// A band between two limits.
    ///
    /// No distance is less than 0, so that a band from 0 from a line or point has no nearer limit.
    public init(from: Distance?, to: Distance) {
        self.from = from
        self.to = to
    }

    /// Up to a distance.
    public static func upTo(_ distance: Distance) -> DistanceBand {
        DistanceBand(from: nil, to: distance)
    }

    /// As far as there is anything: all that the border of an area has on its left, or all that lies to one
    /// side of a line.
    package static let everything = DistanceBand(from: nil, to: .metres(.infinity))

    /// From a distance from a line on, without end.
    package static func beyond(_ from: Distance) -> DistanceBand {
        between(from, .metres(.infinity))
    }

    /// From one distance from a line or point to another.
    public static func between(_ from: Distance, _ to: Distance) -> DistanceBand {
        DistanceBand(from: from >= .zero && from <= coincidence ? nil : from, to: to)
    }

    /// Whether a distance in metres, negative within an area, lies in the band.
    package func contains(_ metres: Double) -> Bool {
        metres <= greatest && (least.map { metres > $0 } ?? true)
    }

    /// No distance in the band is greater than this, in metres: the farther limit and a micrometre.
    package var greatest: Double { to.metres + Self.coincidence.metres }
    /// Every distance in the band is greater than this: just short of the nearer limit less a
    /// micrometre.
    package var least: Double? {
        from.map { ($0.metres - Self.coincidence.metres).nextDown }
    }

    /// How far a distance in metres is from the nearest limit: positive inside the band.
    package func margin(at metres: Double) -> Double {
        min(to.metres - metres, from.map { metres - $0.metres } ?? .infinity)
    }
}
