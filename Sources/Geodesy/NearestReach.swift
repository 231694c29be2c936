#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which places of a line can become the nearest, seen from a position.
///
/// The nearest place and another one each move by the accuracy. A position that moves comes nearer to one than to the
/// other by no more than the difference of the two directions tells: the chord of the angle between them, which
/// itself grows with the move, for the direction to the nearest place of a geodesic turns no faster than that to a
/// place as far.
struct NearestReach {
    private let position: Coordinate
    /// The distance to the nearest place, and the direction in degrees in which it is.
    private let distance: Double
    private let direction: Double
    /// What the position and the line may be off, in metres.
    private let r: Double
    private let a: Double

    /// Beyond so many metres directions turn as they like; a tenth is room for the globe's bend up to there.
    private static let farthest = 2_000_000.0
    private static let room = 1.1

    init(_ position: Coordinate, nearest: NearestPlace, within r: Double, accuracy a: Double) {
        self.position = position
        distance = nearest.distance.metres
        direction = WGS84.inverse(position, nearest.place).azimuthAtStart
        self.r = r
        self.a = a
    }

    /// Whether an end can be nearer than the place that is nearest now.
    func holds(_ sight: EndSight) -> Bool {
        holds(sight.distance, turn: 0) { sight.direction }
    }

    /// Whether some place of a piece can, of which the nearest is known now.
    ///
    /// About a curve that bends, but by far less than the distance, directions turn less than about a place. One that
    /// bends more is taken for the geodesic between the piece's ends, which is no farther from it than twice the
    /// sagitta. That one's own foot may be in another direction, but it is no farther off than it takes to be as near.
    func holds(_ foot: LineFoot, of piece: LinePiece, _ kind: EdgeKind) -> Bool {
        let off = FootFinder.isFarFromConvex(foot, kind) ? 2 * piece.sag : 0
        guard foot.distance > 2 * off else { return true }
        let share = off / (foot.distance - off)
        let turn = Self.room * ((4 * share * (1 + share)).squareRoot() + share)
        return holds(foot.distance - 2 * off, turn: turn) {
            WGS84.inverse(position, foot.place).azimuthAtStart
        }
    }

    /// Whether a place at a distance and in a direction in degrees can, which may be another by an angle.
    private func holds(_ other: Double, turn: Double, _ towards: () -> Double) -> Bool {
        let least = other - distance - 2 * a * 1.01 - coincidence
        if least <= 0 { return true }
        guard r > 0, least <= 2 * r * 1.01, other < Self.farthest else {
            return least <= 2 * r * 1.01
        }
        let angle =
            (towards() - direction).remainderModuloTurn.magnitude * (.pi / 180) + turn
            + Self.room * (asin(min(1, r / distance)) + asin(min(1, r / other)))
        return least <= 2 * r * sin(min(.pi, angle) / 2) * 1.01
    }
}
