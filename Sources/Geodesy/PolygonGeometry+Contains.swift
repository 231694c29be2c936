extension PolygonGeometry {
    /// Whether a position lies in the area, decided exactly on the numbers as given.
    ///
    /// - Boundary: positions on an edge or a vertex, also of a hole, are inside; the antimeridian is
    ///   one meridian, and a pole is one place. A position off the globe is in no area, which does not
    ///   make it outside of one: ask `Coordinate.isValid` first. Memberships in zones, which have three
    ///   values, are `undeterminable` for it.
    /// - Complexity: linear in the vertices.
    public func contains(_ position: Coordinate) -> Bool {
        polygons.indices.contains { contains(position, polygon: $0) }
    }

    /// Whether a position lies in one of the polygons.
    package func contains(_ position: Coordinate, polygon: Int) -> Bool {
        guard position.isValid else { return false }
        let rings = polygons[polygon]
        if position.isPole { return Self.contains(pole: position.latitude, rings) }
        let position =
            position.longitude == 180
            ? Coordinate(longitude: -180, latitude: position.latitude) : position
        var inside = false
        for ring in rings {
            switch Self.locate(position, in: ring) {
            case .edge: return true
            case .inside: inside.toggle()
            case .outside: break
            }
        }
        return inside
    }

    private enum Location {
        case inside
        case outside
        case edge
    }

    /// A ray from the position to the south is crossed by the ring an odd number of times when the
    /// position is inside; a ring that runs round the globe encloses the south pole to the ray only
    /// when it says so by reaching it.
    private static func locate(_ position: Coordinate, in ring: [Coordinate]) -> Location {
        var crossings = 0
        var winding = 0.0
        for v in 0..<(ring.count - 1) {
            let (from, to) = (ring[v], ring[v + 1])
            let span = ringEdgeSpan(from: from, to: to)
            winding += span
            switch crosses(from: from, to: to, span: span, southOf: position) {
            case nil: return .edge
            case .some(let crossed): if crossed { crossings += 1 }
            }
        }
        // A ring that winds round a pole without touching it encloses the nearer one.
        if winding.magnitude > 180, !ring.contains(where: \.isPole), isSouthern(ring) {
            crossings += 1
        }
        return crossings % 2 == 1 ? .inside : .outside
    }

    /// Whether an edge crosses the meridian of a position south of it; `nil` when the position is on
    /// the edge.
    private static func crosses(
        from: Coordinate, to: Coordinate, span: Double, southOf position: Coordinate
    ) -> Bool? {
        let turnTo = turn(from: from, to: to, span: span)
        var crossed = false
        for turn in [-360.0, 0, 360] {
            switch crosses(
                from: from, to: to, turnTo: turnTo, isEastward: span > 0, turn: turn,
                southOf: position)
            {
            case nil: return nil
            case .some(let crosses): if crosses { crossed.toggle() }
            }
        }
        return crossed
    }

    /// The whole turn that continues an edge from its start to its end without a jump.
    @inline(__always)
    static func turn(from: Coordinate, to: Coordinate, span: Double) -> Double {
        let jump = to.longitude - from.longitude - span
        return jump > 180 ? -360 : jump < -180 ? 360 : 0
    }

    /// Whether an edge moved east by `turn` crosses the meridian of a position south of it; `nil`
    /// when the position is on the edge.
    @inline(__always)
    static func crosses(
        from: Coordinate, to: Coordinate, turnTo: Double, isEastward: Bool, turn: Double,
        southOf position: Coordinate
    ) -> Bool? {
        // The edge is moved instead of the position, by turns whose rounding is accounted for.
        let start = compare(from.longitude, turn: turn, to: position.longitude)
        let end = compare(to.longitude, turn: turn + turnTo, to: position.longitude)
        guard start * end <= 0 else { return false }
        let side = orientation(from, turn: turn, to, turn: turn + turnTo, position)
        if side == 0,
            position.latitude >= min(from.latitude, to.latitude),
            position.latitude <= max(from.latitude, to.latitude)
        {
            return nil
        }
        // West end included, east end not, so that a vertex on the meridian counts once.
        let (west, east) = isEastward ? (start, end) : (end, start)
        guard west <= 0, east > 0 else { return false }
        return side == (isEastward ? 1 : -1)
    }

    /// The sign of `longitude + turn - other`, exactly: rounding keeps order, so that only a sum
    /// that rounds to the other number needs its rounding error.
    package static func compare(_ longitude: Double, turn: Double, to other: Double) -> Int {
        let sum = longitude + turn
        if sum != other { return sum > other ? 1 : -1 }
        let virtual = sum - longitude
        let rest = (longitude - (sum - virtual)) + (turn - virtual)
        return rest > 0 ? 1 : rest < 0 ? -1 : 0
    }

    /// Whether a pole is on a vertex or inside a ring that winds round it.
    private static func contains(pole latitude: Double, _ rings: [[Coordinate]]) -> Bool {
        var inside = false
        for ring in rings {
            if ring.contains(where: { $0.latitude == latitude }) { return true }
            var winding = 0.0
            for v in 0..<(ring.count - 1) {
                winding += ringEdgeSpan(from: ring[v], to: ring[v + 1])
            }
            if winding.magnitude > 180, isSouthern(ring) == (latitude < 0) {
                inside.toggle()
            }
        }
        return inside
    }
}
