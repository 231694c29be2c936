import Geodesy
import PlanarGeometry

/// The faces into which curves cut the map, to be put together to zones and halves of zones.
///
/// The curves are cut where they meet without moving any vertex, so that areas on the two sides of a
/// curve share its vertices exactly.
struct FaceMap {
    private let context: GEOSContext
    private let faces: [[[Coordinate]]]
    private let insides: [Coordinate]

    /// The faces of curves; dangling ends of curves bound nothing.
    init(_ curves: [[Coordinate]]) throws(GEOSError) {
        context = GEOSContext()
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
            insides.append(try PlanarShape(polygons: [face], context).placeInside())
        }
        self.insides = insides
    }

    private static let frame = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90), (-180, -90)]
        .map { Coordinate(longitude: $0.0, latitude: $0.1) }

    /// What the faces cover together in which a position inside is accepted.
    func polygons(where isWanted: (Coordinate) -> Bool) throws(GEOSError) -> [[[Coordinate]]] {
        var wanted: [[[Coordinate]]] = []
        for (face, inside) in zip(faces, insides) where isWanted(inside) { wanted.append(face) }
        guard !wanted.isEmpty else { return [] }
        let faces = try PlanarShape(collecting: wanted, context)
        return try Self.union(of: faces).polygons().map { $0.map(Self.withShortPoles) }
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
