#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far the last edge at an open end may turn when its two vertices are known to some metres, and
/// what is certain all the same of a position that lies ahead of or beside the end.
///
/// With the edge's length L and the accuracy a, the end E and the vertex V before it each lie
/// anywhere within a of where they are given. The lines through both are those between the two inner
/// tangents of the discs: these cross at the middle of the edge, turned by A with sin A = 2 a / L.
/// Where L is 2 a or less the edge may point anywhere.
///
/// Lengths are metres; a position is given by its offsets from the end: `ahead` along the edge's
/// prolongation, negative where it is alongside, and `beside` it, of either sign.
struct EndTurn {
    /// The length of the edge.
    let length: Double
    /// The accuracy, with room for what the ellipsoid and the kind of edge do to angles.
    let accuracy: Double
    /// The factor on the accuracy, and on what positions may be off, that makes that room.
    private let room: Double
    /// Whether the edge may point anywhere.
    let isLoose: Bool
    /// The greatest turn and its sine and cosine.
    private let turn: (angle: Double, sine: Double, cosine: Double)

    /// The turn of an edge whose vertices are known to `accuracy`, for positions at a distance.
    init(_ edge: LineEdge, accuracy: Double, distance: Double) {
        length = edge.length
        // A triangle on the ellipsoid differs from that on the sphere by less than a hundredth of
        // what the sphere's differs from the plane's. Edges other than geodesics bend, and bend
        // otherwise where their ends have moved.
        let arc = max(distance, edge.length) / WGS84.meanRadius
        room = edge.kind == .geodesic ? min(1.01, 1 + 1e-6 + 0.02 * arc * arc) : 1.01
        self.accuracy = accuracy * room
        let sine = 2 * self.accuracy / edge.length
        isLoose = sine >= 1
        let angle = asin(min(1, sine))
        turn = (angle, min(1, sine), cos(angle))
    }

    /// Whether all positions within `r` of one lie on its side of every line that the edge may be
    /// part of, as far as they lie beyond its end.
    ///
    /// Beyond the inner tangent's place on the end's disc the tangent is the outermost prolongation.
    /// Before it a line through the position would have to pass within the accuracy of it, which
    /// the distance to the line rules out.
    func isSideCertain(ahead: Double, beside: Double, within r: Double) -> Bool {
        guard !isLoose else { return false }
        let radius = WGS84.meanRadius
        let x = (ahead + length / 2) / radius
        let h = beside.magnitude / radius
        guard x.magnitude < 1.25, h < 1.25 else { return false }
        // The position from the middle of the edge: along the tangent and off it.
        let east = cos(h) * sin(x)
        let along = atan2(east * turn.cosine + sin(h) * turn.sine, cos(h) * cos(x))
        if along * radius <= length / 2 * turn.cosine { return true }
        let off = asin(max(-1, min(1, sin(h) * turn.cosine - east * turn.sine)))
        return off * radius > r * room + coincidence
    }

    /// Whether all positions within `r` of one lie beyond the perpendicular at every place where
    /// the end may be, or all alongside, as the one itself does.
    ///
    /// Let the edge turn by an angle from 0 to A. Then E and V together must be L sin(angle) off
    /// the given edge's direction, of which V can take a at most; what is left to E along the
    /// turned direction is the root of a^2 - (L sin(angle) - a)^2, or a while V can take all.
    func isExtentCertain(ahead: Double, beside: Double, within r: Double) -> Bool {
        guard !isLoose else { return false }
        let radius = WGS84.meanRadius
        let (x, h) = (ahead.magnitude / radius, beside.magnitude / radius)
        guard x < 1.25, h < 1.25 else { return false }
        // What the position is beyond the perpendicular of the end as turned, towards the other
        // side; by the share of the accuracy that is left to E.
        func excess(_ share: Double) -> Double {
            let sine = min(1, accuracy * (1 + sin(share)) / length)
            let cosine = (1 - sine * sine).squareRoot()
            let across = sin(h) * sine - cos(h) * sin(x) * cosine
            let height = cos(h) * cos(x)
            return atan2(across, height) * radius + accuracy * cos(share)
        }
        // Before E has to give anything the excess grows with the turn; after that it has one
        // summit, which the best of some places brackets.
        let steps = 16
        let shares = (0...steps).map { Double($0) / Double(steps) * (.pi / 2) }
        let excesses = shares.map(excess)
        var best = 0
        for k in shares.indices where excesses[k] > excesses[best] { best = k }
        var (low, high) = (shares[max(0, best - 1)], shares[min(steps, best + 1)])
        var greatest = excesses[best]
        for _ in 0..<24 {
            let (one, two) = (low + (high - low) / 3, high - (high - low) / 3)
            let (first, second) = (excess(one), excess(two))
            greatest = max(greatest, first, second)
            if first < second { low = one } else { high = two }
        }
        return greatest < -r * room / cos(h) - coincidence
    }
}
