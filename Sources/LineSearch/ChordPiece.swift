internal import CKernels
import Geodesy

/// A stretch of an edge as a parabola over its chord: q(t) = a + t u + t (1 - t) w.
///
/// For geodesics `w` is upward, half the square of the chord over the radius of curvature.
struct ChordPiece {
    /// What the distance to the chord needs.
    var chord: dmz_chord
    /// The rest.
    var bow: dmz_bow

    var ax: Double { chord.ax }
    var ay: Double { chord.ay }
    var az: Double { chord.az }
    var ux: Double { chord.ux }
    var uy: Double { chord.uy }
    var uz: Double { chord.uz }
    /// 1 / |u|^2; 0 for a point.
    var inverse: Double { chord.inverse }
    /// Half of |u|, in metres.
    var half: Double { chord.half }
    var wx: Double { bow.wx }
    var wy: Double { bow.wy }
    var wz: Double { bow.wz }
    var isRough: Bool { bow.is_rough != 0 }
    /// Whether no piece goes before this one, or none after it.
    var isAtOpenEnd: Bool { bow.previous == DMZ_NO_PIECE || bow.next == DMZ_NO_PIECE }

    /// How a line turns at a vertex, by the numbers of `dmz_bow`.
    enum Turn: Int32 {
        /// It turns by so little, or the chain ends, that the edges' sides must agree.
        case straight
        case left
        case right
        /// The edges lie on each other, so that only the exact way can tell.
        case back
    }

    init(chord: dmz_chord, bow: dmz_bow) {
        self.chord = chord
        self.bow = bow
    }

    init(
        from a: Vector3, to b: Vector3, bulge w: Vector3, on edge: LineEdge, isRough: Bool
    ) {
        let u = b - a
        let squared = u.squaredLength
        chord = dmz_chord(
            ax: a.x, ay: a.y, az: a.z, inverse: squared > 0 ? 1 / squared : 0, ux: u.x, uy: u.y,
            uz: u.z, half: squared.squareRoot() / 2)
        bow = dmz_bow(
            wx: w.x, wy: w.y, wz: w.z, part: edge.part, segment: edge.segment,
            previous: DMZ_NO_PIECE, next: DMZ_NO_PIECE, turn: Turn.straight.rawValue,
            is_rough: isRough ? 1 : 0)
    }

    /// The parameter of the place on the chord nearest to a point, not yet brought to 0...1.
    @inline(__always)
    func parameter(_ p: GlobePoint) -> Double {
        ((p.x - ax) * ux + (p.y - ay) * uy + (p.z - az) * uz) * inverse
    }
}

extension ChordPiece {
    /// The longest piece of a geodesic, in metres.
    static let longest = 10_000.0
    /// Pieces shorter than this are not split any further.
    private static let shortest = 20.0

    /// Splits an edge into pieces and appends them.
    static func append(_ edge: LineEdge, to pieces: inout [ChordPiece]) {
        let start = Vector3(edge.start)
        let end = Vector3(edge.end)
        if edge.kind == .geodesic, edge.length <= longest {
            pieces.append(geodesic(from: start, to: end, on: edge))
            return
        }
        var curve = EdgeCurve(edge)
        let count = max(1, min(65_536, (edge.length / longest).rounded(.up)))
        var from = EdgeCurve.Sample(t: 0, point: start)
        for k in 1...Int(count) {
            let to =
                k == Int(count)
                ? EdgeCurve.Sample(t: 1, point: end) : curve.sample(at: Double(k) / count)
            if edge.kind == .geodesic {
                pieces.append(geodesic(from: from.point, to: to.point, on: edge))
            } else {
                split(&curve, from: from, to: to, on: edge, depth: 0, to: &pieces)
            }
            from = to
        }
    }

    /// A geodesic between two places at most `longest` apart.
    private static func geodesic(from a: Vector3, to b: Vector3, on edge: LineEdge) -> ChordPiece {
        let (up, upThere) = (a.normal, b.normal)
        let middle = up + upThere
        let bend = (upThere - up).dot(b - a) / 2
        return ChordPiece(
            from: a, to: b, bulge: middle * (bend / middle.length), on: edge, isRough: false)
    }

    private static func split(
        _ curve: inout EdgeCurve, from: EdgeCurve.Sample, to: EdgeCurve.Sample, on edge: LineEdge,
        depth: Int, to pieces: inout [ChordPiece]
    ) {
        let middle = curve.sample(at: (from.t + to.t) / 2)
        let bulge = (middle.point - (from.point + to.point) * 0.5) * 4
        let chord = to.point - from.point
        let length = chord.length
        var rest = 0.0
        for quarter in [0.25, 0.75] {
            let place = curve.sample(at: from.t + quarter * (to.t - from.t)).point
            let parabola = from.point + chord * quarter + bulge * (quarter * (1 - quarter))
            // What the parameter lags behind along the chord is no departure.
            let off = place - parabola
            rest = max(rest, (off - chord * (off.dot(chord) / (length * length))).length)
        }
        let fits = rest <= DMZ_BOW_REST
        if !fits, length > shortest, depth < 40 {
            split(&curve, from: from, to: middle, on: edge, depth: depth + 1, to: &pieces)
            split(&curve, from: middle, to: to, on: edge, depth: depth + 1, to: &pieces)
        } else {
            pieces.append(
                ChordPiece(
                    from: from.point, to: to.point, bulge: bulge, on: edge, isRough: !fits))
        }
    }
}

extension SIMD3<Double> {
    /// The upward normal of the ellipsoid through a point on its surface.
    var normal: Self {
        let gradient = Self(x, y, z / (1 - WGS84.e2))
        return gradient / gradient.length
    }
}
