import Geodesy
import PlanarGeometry

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The faces into which curves cut the map, to be put together to zones and halves of zones.
///
/// The curves are cut where they meet without moving any vertex, so that areas on the two sides of a
/// curve share its vertices exactly.
struct FaceMap {
    private let context: GEOSContext
    private let faces: [[[Coordinate]]]
    private let insides: [Coordinate]
    /// Metres beside a place at which a thin face is asked for.
    private let beside: Double

    /// The faces of curves; dangling ends of curves bound nothing.
    ///
    /// - Parameters:
    ///   - tolerance: Metres within which the curves are drawn.
    ///   - width: Metres that no area between the curves is narrower than.
    init(_ curves: [[Coordinate]], tolerance: Double, width: Double) throws(GEOSError) {
        context = GEOSContext()
        beside = min(0.1 * tolerance, 0.25 * width)
        var curves = curves.filter { $0.count > 1 }
        // What reaches the map's frame is closed by it.
        if curves.contains(where: { $0.contains { $0.longitude.magnitude == 180 || $0.isPole } }) {
            curves.append(Self.frame)
        }
        let lines = try PlanarShape(chains: curves, context)
        let noded = try lines.unaryUnion()
        let shape = try noded.polygonized()
        faces = try shape.polygons()
        var insides: [Coordinate] = []
        for face in faces {
            if let place = Self.placeInside(face) {
                insides.append(place)
            } else {
                insides.append(try PlanarShape(polygons: [face], context).placeInside())
            }
        }
        self.insides = insides
    }

    private static let frame = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90), (-180, -90)]
        .map { Coordinate(longitude: $0.0, latitude: $0.1) }

    /// What the faces cover together in which a position inside is accepted.
    func polygons(where isWanted: (Coordinate) -> Bool) throws(GEOSError) -> [[[Coordinate]]] {
        var wanted: [[[Coordinate]]] = []
        for (face, inside) in zip(faces, insides) {
            let isInside =
                isThin(face) ? areMostAbout(inside, isWanted) : isWanted(inside)
            if isInside { wanted.append(face) }
        }
        guard !wanted.isEmpty else { return [] }
        let faces = try PlanarShape(collecting: wanted, context)
        return try Self.union(of: faces).polygons().map { $0.map(Self.withShortPoles) }
    }

    /// Whether a face is much narrower than any area, as between curves that are the same one, drawn twice:
    /// all of it may count as on the curve, where positions belong to the areas on both sides.
    private func isThin(_ face: [[Coordinate]]) -> Bool {
        var (area, border) = (0.0, 0.0)
        for (from, to) in zip(face[0], face[0].dropFirst()) {
            let east = cos(0.5 * (from.latitude + to.latitude) * .pi / 180)
            let (x, y) = (to.longitude - from.longitude, to.latitude - from.latitude)
            area += 0.5 * x * east * (from.latitude + to.latitude - 2 * face[0][0].latitude)
            border += (x * x * east * east + y * y).squareRoot()
        }
        let width = 2 * area.magnitude / border * OffsetFeatures.earthRadius * .pi / 180
        return width < 0.5 * beside
    }

    /// Whether of the positions beside a place most are accepted.
    private func areMostAbout(_ place: Coordinate, _ isWanted: (Coordinate) -> Bool) -> Bool {
        let around = stride(from: 11.0, to: 360, by: 40).map {
            Geodesic.direct(
                from: place, azimuth: Azimuth(degrees: $0), distance: .metres(beside)
            ).position
        }
        return 2 * around.count(where: isWanted) > around.count
    }

    /// What faces cover together; where curves that nearly coincide let the library find that some
    /// overlap, by the union that allows for that.
    private static func union(of faces: borrowing PlanarShape) throws(GEOSError) -> PlanarShape {
        do throws(GEOSError) {
            return try faces.coverageUnion()
        } catch {
            return try faces.unaryUnion()
        }
    }

    /// A ring in which no edge along a pole is longer than half a turn: one would be read the short way
    /// round, over the antimeridian.
    private static func withShortPoles(_ ring: [Coordinate]) -> [Coordinate] {
        var result = ring.prefix(1).map { $0 }
        for (from, to) in zip(ring, ring.dropFirst()) {
            let span = (to.longitude - from.longitude).magnitude
            if from.isPole, to.isPole, span >= 180, span < 360 {
                result.append(
                    Coordinate(
                        longitude: 0.5 * (from.longitude + to.longitude), latitude: to.latitude))
            }
            result.append(to)
        }
        return result
    }
}
