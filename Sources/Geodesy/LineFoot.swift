#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The nearest place of one piece of a line, as seen from a position.
struct LineFoot {
    var distance: Double
    var place: Coordinate
    var edge: Int
    /// The edge's parameter.
    var t: Double
    /// The direction from the place to the position, in degrees.
    var towards: Double
    /// The direction of the line at the place, in degrees.
    var along: Double

    /// How far ahead along the line the position lies, in metres; negative behind.
    var ahead: Double { distance * cos((towards - along) * (.pi / 180)) }
}

/// Finds feet on edges for one position.
struct FootFinder {
    let position: Coordinate
    /// The distance and direction to the vertex seen last: neighbouring edges share it.
    private var lastVertex: (place: Coordinate, distance: Double, towards: Double)?

    init(_ position: Coordinate) { self.position = position }

    /// The nearest place on one piece of an edge, from a guess of where it is.
    ///
    /// - Accuracy: the place is right to about 10 nm plus 1e-14 of the distance.
    mutating func foot(
        on edge: LineEdge, number: Int, piece: LinePiece, guess: Double
    ) -> LineFoot {
        let (t0, t1) = (piece.t0, piece.t1)
        var curve = EdgeCurve(edge, piece: piece)
        var (here, speed) = look(&curve, number, at: guess)
        var low = (t: t0, ahead: Double.nan)
        var high = (t: t1, ahead: Double.nan)
        if Self.isFarFromConvex(here, edge.kind) {
            let (start, _) = look(&curve, number, at: t0)
            let (end, _) = look(&curve, number, at: t1)
            guard start.ahead > 0, end.ahead < 0 else {
                return start.distance <= end.distance ? start : end
            }
            (low.ahead, high.ahead) = (start.ahead, end.ahead)
        }
        var before: (t: Double, ahead: Double)?
        for _ in 0..<60 {
            let ahead = here.ahead
            let tolerance = 5e-9 + 1e-14 * here.distance
            if ahead.magnitude < tolerance || (here.t == t0 && ahead <= 0)
                || (here.t == t1 && ahead >= 0)
            {
                break
            }
            if ahead > 0 { low = (here.t, ahead) } else { high = (here.t, ahead) }
            let step = step(from: here, speed: speed, before: before)
            if edge.kind == .geodesic, isLastStep(step * speed, from: here),
                here.t + step > t0, here.t + step < t1
            {
                return shifted(here, by: step, speed: speed, on: &curve)
            }
            var t = here.t + step
            t = t > t0 ? (t < t1 ? t : t1) : t0
            // Outside the bracket, or not a number: halve it.
            if !(t >= low.t && t <= high.t) || (t == low.t && low.ahead.isFinite)
                || (t == high.t && high.ahead.isFinite)
            {
                t = 0.5 * (low.t + high.t)
            }
            guard (t - here.t).magnitude * speed >= tolerance else { break }
            before = (here.t, ahead)
            (here, speed) = look(&curve, number, at: t)
        }
        return here
    }

    /// What is seen of the position from a place on an edge.
    private mutating func look(
        _ curve: inout EdgeCurve, _ number: Int, at t: Double
    ) -> (foot: LineFoot, speed: Double) {
        let (place, along, speed) = curve.evaluate(at: t)
        let isVertex = t == 0 || t == 1
        let seen: (place: Coordinate, distance: Double, towards: Double)
        if isVertex, let last = lastVertex, last.place == place {
            seen = last
        } else {
            let path = WGS84.inverse(place, position)
            seen = (place, path.distance, path.azimuthAtStart)
            if isVertex { lastVertex = seen }
        }
        let foot = LineFoot(
            distance: seen.distance, place: place, edge: number, t: t, towards: seen.towards,
            along: along)
        return (foot, speed)
    }

    /// The change of the parameter that should lead to the foot: a secant step where there was a
    /// place before, else Newton's on a sphere.
    private func step(
        from foot: LineFoot, speed: Double, before: (t: Double, ahead: Double)?
    ) -> Double {
        let ahead = foot.ahead
        if let before, before.ahead != ahead {
            let slope = (ahead - before.ahead) / (foot.t - before.t)
            if slope < 0 { return -ahead / slope }
        }
        let cosine = ahead / foot.distance
        // The sphere that bends as the ellipsoid does here: K = 1 / (M N).
        let sine = sineAndCosine(degrees: foot.place.latitude).sine
        let radii =
            WGS84.meridianRadius(sinLatitude: sine) * WGS84.primeVerticalRadius(sinLatitude: sine)
        let angle = foot.distance / radii.squareRoot()
        let bend = angle < 1e-4 ? 1 : angle / tan(angle)
        let slope = cosine * cosine + bend * (1 - cosine * cosine)
        return slope > 0.01 ? ahead / slope / speed : Double.nan
    }

    /// Whether a step of so many metres ends at the foot of a geodesic without looking again.
    ///
    /// Along a geodesic half the squared distance is a parabola but for a third derivative of about
    /// D / R^2: a last step s leaves the place off by s^2 D / 2 R^2 and the distance by s^3 / 6 R^2.
    /// The parabola's own curvature is known to e^2 (D / R)^3 / 3, by which s is off at worst. A
    /// long step towards a near place would lose digits.
    private func isLastStep(_ metres: Double, from foot: LineFoot) -> Bool {
        let angle = foot.distance / WGS84.meanRadius
        let length = metres.magnitude
        return length * length * angle < 2e-8 * WGS84.meanRadius
            && length * angle * angle * angle < 5e-6 && length < 0.3 * foot.distance
    }

    /// The foot reached by a last step, its distance by the parabola.
    private func shifted(
        _ foot: LineFoot, by step: Double, speed: Double, on curve: inout EdgeCurve
    ) -> LineFoot {
        var moved = foot
        let squared = foot.distance * foot.distance - foot.ahead * step * speed
        moved.distance = max(0, squared).squareRoot()
        moved.t = foot.t + step
        (moved.place, moved.along, _) = curve.evaluate(at: moved.t)
        // At the foot the position is seen at right angles.
        let turn = (foot.towards - foot.along).remainderModuloTurn
        moved.towards = moved.along + (turn < 0 ? -90 : 90)
        return moved
    }

    /// Whether the distance to the edge may have more than one minimum, so that a step from a guess
    /// may lead to the wrong one.
    ///
    /// Within a quarter of the globe the squared distance is convex along a geodesic; along the
    /// other kinds it is so within their radius of curvature, N / tan(latitude).
    static func isFarFromConvex(_ foot: LineFoot, _ kind: EdgeKind) -> Bool {
        if foot.distance > 9_000_000 { return true }
        if kind == .geodesic { return false }
        let (sine, cosine) = sineAndCosine(degrees: foot.place.latitude)
        return foot.distance * sine.magnitude > 0.2 * WGS84.b * cosine
    }
}
