import Geodesy

/// A line in a plane, in metres about a place on the equator, judged by brute force.
///
/// A few kilometres about the equator the ellipsoid is this plane to some centimetres.
struct PlanarLine {
    typealias Point = SIMD2<Double>

    var parts: [[Point]]

    /// Metres for each degree there, of longitude and of latitude.
    static let scale = Point(111_319.490793, 110_574.275822)

    static func coordinate(_ point: Point) -> Coordinate {
        Coordinate(longitude: point.x / scale.x, latitude: point.y / scale.y)
    }

    var geometry: LineGeometry {
        get throws { try LineGeometry(parts: parts.map { $0.map(Self.coordinate) }) }
    }

    func isClosed(_ part: Int) -> Bool { parts[part].first == parts[part].last }

    static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
    static func dot(_ a: Point, _ b: Point) -> Double { (a * b).sum() }
    static func length(_ a: Point) -> Double { dot(a, a).squareRoot() }

    /// Whether two segments that share no vertex cross.
    private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        let (one, two) = (cross(b - a, c - a), cross(b - a, d - a))
        guard one * two <= 0 else { return false }
        return cross(d - c, a - c) * cross(d - c, b - c) <= 0
    }

    /// Whether the line crosses itself.
    var crossesItself: Bool {
        for (p, part) in parts.enumerated() {
            for s in 0..<part.count - 1 {
                for q in p..<parts.count {
                    let other = parts[q]
                    let first = q == p ? s + 2 : 0
                    guard first < other.count - 1 else { continue }
                    for f in first..<other.count - 1 {
                        if q == p, s == 0, f == other.count - 2, isClosed(p) { continue }
                        if Self.cross(part[s], part[s + 1], other[f], other[f + 1]) {
                            return true
                        }
                    }
                }
            }
        }
        return false
    }

    /// What is so at the nearest place: 1 to the left, -1 to the right, 0 undefined; and whether
    /// the point is beyond an open end.
    struct Judgement {
        var side = 0
        var isBeyond = false
        var distance = Double.infinity
        /// The part's end that is nearest: its vertices' numbers, else `nil`.
        var isAtEnd = false
    }

    func judge(_ point: Point) -> Judgement {
        var best = Judgement()
        for (p, part) in parts.enumerated() {
            for s in 0..<part.count - 1 {
                let (from, to) = (part[s], part[s + 1])
                let way = to - from
                let squared = Self.dot(way, way)
                guard squared > 0 else { continue }
                let t = Self.dot(point - from, way) / squared
                let place = t <= 0 ? from : t >= 1 ? to : from + way * t
                let distance = Self.length(point - place)
                guard distance < best.distance else { continue }
                best = Judgement(distance: distance)
                if t > 0, t < 1 {
                    best.side = Self.sign(Self.cross(way, point - from))
                } else {
                    let v = t <= 0 ? s : s + 1
                    judgeVertex(point, part: p, vertex: v, &best)
                }
            }
        }
        return best
    }

    private static func sign(_ x: Double) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }

    private func judgeVertex(
        _ point: Point, part p: Int, vertex v: Int, _ best: inout Judgement
    ) {
        let part = parts[p]
        let last = part.count - 1
        let isOpen = !isClosed(p)
        if isOpen, v == 0 || v == last {
            let way = v == 0 ? part[1] - part[0] : part[last] - part[last - 1]
            best.side = Self.sign(Self.cross(way, point - part[v]))
            let ahead = Self.dot(way, point - part[v])
            best.isBeyond = v == 0 ? ahead < 0 : ahead > 0
            best.isAtEnd = true
            return
        }
        let incoming = part[v] - part[v == 0 ? last - 1 : v - 1]
        let outgoing = part[v == last ? 1 : v + 1] - part[v]
        let seen = point - part[v]
        let (before, after) = (Self.cross(incoming, seen), Self.cross(outgoing, seen))
        best.side =
            Self.cross(incoming, outgoing) > 0
            ? (before > 0 && after > 0 ? 1 : -1) : (before < 0 && after < 0 ? -1 : 1)
    }
}
