import Geodesy

/// The distances at which a zone lies, both limits included.
public struct DistanceBand: Hashable, Sendable {
    /// The nearer limit; `nil` for a band that begins at what is measured from, or, around an area,
    /// that has the area in it.
    public let from: Distance?
    /// The farther limit; the greatest that it may be where it is not known.
    public let to: Distance
    /// How well the farther limit is known.
    public let certainty: Certainty

    /// How well a limit is known.
    public enum Certainty: Hashable, Sendable {
        /// It is as given.
        case known
        /// It is the one given at most, and this one at least.
        case atLeast(Distance)
        /// It is the one given at most, and there may be no zone at all.
        case unknown
    }

    /// Within so far of a limit a position counts as on it: 1 micrometre.
    public static let coincidence = Distance.metres(1e-6)

    /// A band between two limits.
    ///
    /// No distance is less than 0, so that a band from 0 from a line or point has no nearer limit.
    public init(from: Distance?, to: Distance, certainty: Certainty = .known) {
        self.from = from
        self.to = to
        self.certainty = certainty
    }

    /// Up to a distance.
    public static func upTo(_ distance: Distance) -> DistanceBand {
        DistanceBand(from: nil, to: distance)
    }

    /// Up to a distance that is only known to lie between two.
    public static func upTo(between least: Distance, and greatest: Distance) -> DistanceBand {
        DistanceBand(from: nil, to: greatest, certainty: .atLeast(least))
    }

    /// Up to a distance of which only the greatest is known.
    public static func unknown(upTo greatest: Distance) -> DistanceBand {
        DistanceBand(from: nil, to: greatest, certainty: .unknown)
    }

    /// All distances half as great.
    package var halved: DistanceBand {
        let least: Certainty =
            if case .atLeast(let least) = certainty { .atLeast(least / 2) } else { certainty }
        return DistanceBand(from: from.map { $0 / 2 }, to: to / 2, certainty: least)
    }

    /// The band if its farther limit is the least or the greatest that it may be; `nil` where it may be none.
    package func resolved(_ extent: KnownExtent) -> DistanceBand? {
        switch (certainty, extent) {
        case (.known, _): self
        case (_, .greatest): DistanceBand(from: from, to: to)
        case (.unknown, .least): nil
        case (.atLeast(let least), .least):
            least < (from ?? least) ? nil : DistanceBand(from: from, to: least)
        }
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
