public import Geodesy

/// The region in which a reported object may be, or which it covers.
///
/// Shapes about a place are drawn in the chart of that place: by the direction in which a place is seen
/// from there, and its geodesic distance.
///
/// - Units: lengths on the WGS 84 ellipsoid, directions clockwise from true north.
/// - Boundary: a footprint reaches 1,000 km from the middle of its extent at most, and has at most
///   10,000 vertices.
public struct Footprint: Hashable, Sendable {
    /// What of a geometry the object takes up.
    public enum Meaning: String, Hashable, Sendable, Codable, CaseIterable {
        /// The object is at one place of the region.
        case somewhere
        /// The object covers the whole of it.
        case allOfIt = "all-of-it"
    }

    /// The farthest that a footprint may reach from its middle.
    public static let greatestReach = Distance.kilometres(1_000)
    /// The most vertices that a geometry may have.
    public static let mostVertices = 10_000

    /// The form and the measures.
    enum Form: Hashable, Sendable {
        case circle(Coordinate, radius: Double)
        case ellipse(Coordinate, semiMajor: Double, semiMinor: Double, azimuth: Double)
        case rectangle(Coordinate, halfWidth: Double, halfLength: Double, heading: Double)
        case sector(
            Coordinate, azimuths: ClosedRange<Double>, distances: ClosedRange<Double>)
        case degrees(longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>)
        case grid(AnyGridSquare)
        case geometry([GeometryPart])
    }

    let form: Form
    /// Whether the object is somewhere in the region or covers it.
    public let meaning: Meaning
    /// How much of what is possible it holds; below 100 % only of circles and ellipses.
    public let level: Level

    init(
        _ form: Form, meaning: Meaning = .somewhere, level: Level = .bound
    ) throws(FootprintError) {
        (self.form, self.meaning, self.level) = (form, meaning, level)
        let disc = shape.enclosingDisc
        guard disc.centre.isValid, disc.radius <= Self.greatestReach.metres else {
            throw FootprintError(
                "it reaches \(Distance.metres(disc.radius.rounded())) from its middle, expected at most "
                    + "\(Self.greatestReach)")
        }
    }

    /// What the search asks.
    package var shape: any TiledShape {
        switch form {
        case .circle(let centre, let radius):
            RoundShape(centre, along: radius, across: radius, azimuth: 0)
        case .ellipse(let centre, let major, let minor, let azimuth):
            RoundShape(centre, along: major, across: minor, azimuth: azimuth)
        case .rectangle(let centre, let halfWidth, let halfLength, let heading):
            RectangleShape(
                centre, halfLength: halfLength, halfWidth: halfWidth, heading: heading)
        case .sector(let observer, let azimuths, let distances):
            SectorShape(observer, azimuths: azimuths, distances: distances)
        case .degrees(let longitudes, let latitudes):
            DegreeBoxShape(longitudes: longitudes, latitudes: latitudes)
        case .grid(let square): GridShape(square.square)
        case .geometry(let parts): GeometryShape(parts)
        }
    }

    /// Where a model holds an object possible at most, from the middle.
    private static let greatestSpread = 5 * greatestReach.metres

    /// The region with what a model says of its places; `nil` of geometries, of which none is known, of what an
    /// object covers, and where a small level leaves half the globe possible.
    package func shape(under model: PositionModel) -> (any WeighedShape)? {
        guard meaning == .somewhere else { return nil }
        switch form {
        case .circle(let centre, let radius):
            return round(centre, radius, radius, 0, model.spread)
        case .ellipse(let centre, let major, let minor, let azimuth):
            return round(centre, major, minor, azimuth, model.spread)
        default: return shape as? any WeighedShape
        }
    }

    /// How much larger than stated a circle with a level is by a model, as far as it is followed.
    private func growth(_ spread: PositionModel.Spread) -> Double {
        if level == .bound { return 1 }
        return spread == .normal
            ? NormalShape.growth(holding: level.share) : 1 / level.share.squareRoot()
    }

    private func round(
        _ centre: Coordinate, _ along: Double, _ across: Double, _ azimuth: Double,
        _ spread: PositionModel.Spread
    ) -> (any WeighedShape)? {
        guard along * growth(spread) <= Self.greatestSpread else { return nil }
        if level != .bound, spread == .normal {
            return NormalShape(
                centre, along: along, across: across, azimuth: azimuth, holding: level.share)
        }
        let larger = growth(.uniform)
        return RoundShape(
            centre, along: along * larger, across: across * larger, azimuth: azimuth)
    }

    /// A disc about all of where the object may be; of a footprint with a level by the model, if there is one.
    package func enclosingDisc(under model: PositionModel?) -> FootprintDisc {
        if level != .bound, let model, let shape = shape(under: model) {
            return shape.enclosingDisc
        }
        // Of the usual forms without making ready what only a search needs.
        switch form {
        case .circle(let centre, let radius):
            return FootprintDisc(centre: centre, radius: radius)
        case .ellipse(let centre, let major, _, _):
            return FootprintDisc(centre: centre, radius: major)
        case .rectangle(let centre, let halfWidth, let halfLength, _):
            return FootprintDisc(
                centre: centre,
                radius: (halfLength * halfLength + halfWidth * halfWidth).squareRoot())
        default: return shape.enclosingDisc
        }
    }

    /// The same about the place that is told as the position: of a sector where the geodesic leads, which takes longer
    /// to find than one near by.
    package func toldDisc(under model: PositionModel?) -> FootprintDisc {
        guard case .sector(let observer, let azimuths, let distances) = form else {
            return enclosingDisc(under: model)
        }
        return SectorShape(observer, azimuths: azimuths, distances: distances).exactDisc
    }

    /// Whether it is the disc about it.
    package var isDisc: Bool { if case .circle = form { true } else { false } }

    /// The middle of the footprint's extent, and a distance that reaches all of it from there.
    public var enclosingCircle: (centre: Coordinate, radius: Distance) {
        let disc = toldDisc(under: nil)
        return (disc.centre, .metres(disc.radius))
    }
}

/// A rectangle of whatever grid.
struct AnyGridSquare: Hashable, Sendable {
    let square: any GridSquare

    static func == (a: AnyGridSquare, b: AnyGridSquare) -> Bool {
        AnyHashable(a.square) == AnyHashable(b.square)
    }

    func hash(into hasher: inout Hasher) { AnyHashable(square).hash(into: &hasher) }
}
