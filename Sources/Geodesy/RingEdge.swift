/// An edge of a ring, straight in longitude and latitude.
struct RingEdge {
    let from: Coordinate
    let to: Coordinate
    /// Degrees of longitude from start to end, eastward positive.
    let span: Double
    /// The whole turn that continues the edge from its start to its end without a jump.
    let turn: Double
    /// The ring within its polygon.
    let ring: Int

    init(from: Coordinate, to: Coordinate, ring: Int) {
        self.from = from
        self.to = to
        self.ring = ring
        span = PolygonGeometry.ringEdgeSpan(from: from, to: to)
        turn = PolygonGeometry.turn(from: from, to: to, span: span)
    }

    /// Whether the edge is a single place on the globe: vertices written twice, or at a pole.
    var isPoint: Bool {
        (from.isPole && to.isPole) || (span == 0 && from.latitude == to.latitude)
    }

    /// The box about the edge, which goes on beyond 180 degrees where the edge does.
    var box: DegreeBox {
        let end = from.longitude + span
        return DegreeBox(
            lower: [min(from.longitude, end), min(from.latitude, to.latitude)],
            upper: [max(from.longitude, end), max(from.latitude, to.latitude)])
    }

    /// How far along the edge a place on it lies, 0 to 1, when its longitude is moved by `shift`.
    func parameter(of place: Coordinate, shift: Double) -> Double {
        let east = place.longitude + shift - from.longitude
        if place.isSamePlace(as: from), east.magnitude < 1e-9 { return 0 }
        if place.isSamePlace(as: to), (east - span).magnitude < 1e-9 { return 1 }
        let rise = to.latitude - from.latitude
        return span.magnitude >= rise.magnitude
            ? east / span : (place.latitude - from.latitude) / rise
    }

    /// The place at a parameter, rounded.
    func place(at t: Double) -> Coordinate {
        var longitude = from.longitude + t * span
        if longitude > 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        return Coordinate(
            longitude: longitude, latitude: from.latitude + t * (to.latitude - from.latitude))
    }

    /// The degrees of longitude that a stretch of the edge spans, `share` of it.
    func span(from start: Coordinate, to end: Coordinate, share: Double) -> Double {
        let difference = end.longitude - start.longitude
        let turns = ((share * span - difference) / 360).rounded()
        return difference + 360 * turns
    }
}

extension RingEdge {
    /// What another edge does to this one.
    struct Meeting {
        /// The parameters where the other edge cuts this one, and the places there.
        var cuts: [(t: Double, place: Coordinate)] = []
        /// The parameters between which both run over the same places.
        var shared: ClosedRange<Double>?
    }

    /// Where another edge, moved east by `shift`, meets this one; decided exactly, a crossing's
    /// place rounded.
    ///
    /// - Parameter isFirst: which of the two a crossing is reckoned along, so that both edges are
    ///   cut at the same place.
    func meeting(with other: RingEdge, shift: Double, isFirst: Bool) -> Meeting? {
        let start = side(of: other.from, shift: shift)
        let end = side(of: other.to, shift: shift + other.turn)
        guard start != end || start == 0 else { return nil }
        if start == 0, end == 0 { return overlap(with: other, shift: shift) }
        let own = (
            from: other.side(of: from, shift: -shift), to: other.side(of: to, shift: turn - shift)
        )
        guard own.from * own.to <= 0 else { return nil }
        if start == 0 { return cut(at: other.from, shift: shift) }
        if end == 0 { return cut(at: other.to, shift: shift + other.turn) }
        // The other edge is cut here, not this one.
        guard own.from != 0, own.to != 0 else { return nil }
        let place =
            isFirst
            ? place(at: crossing(with: other, shift: shift))
            : other.place(at: other.crossing(with: self, shift: -shift))
        let nearest = ((from.longitude + span / 2 - place.longitude) / 360).rounded() * 360
        return cut(at: place, shift: nearest)
    }

    /// On which side of the edge's line a place lies when it is moved east by `shift`.
    private func side(of place: Coordinate, shift: Double) -> Int {
        orientation(from, turn: -shift, to, turn: turn - shift, place)
    }

    private func cut(at place: Coordinate, shift: Double) -> Meeting? {
        let t = parameter(of: place, shift: shift)
        return t > 0 && t < 1 ? Meeting(cuts: [(t, place)]) : nil
    }

    private func overlap(with other: RingEdge, shift: Double) -> Meeting? {
        let ends = [
            (t: parameter(of: other.from, shift: shift), place: other.from),
            (t: parameter(of: other.to, shift: shift + other.turn), place: other.to),
        ]
        let low = max(0, min(ends[0].t, ends[1].t))
        let high = min(1, max(ends[0].t, ends[1].t))
        guard low < high else { return nil }
        return Meeting(cuts: ends.filter { $0.t > 0 && $0.t < 1 }, shared: low...high)
    }

    /// The parameter of this edge where the line of another one crosses it, rounded.
    private func crossing(with other: RingEdge, shift: Double) -> Double {
        let rise = other.to.latitude - other.from.latitude
        func off(_ east: Double, _ north: Double) -> Double {
            other.span * (north - other.from.latitude)
                - rise * (east - other.from.longitude - shift)
        }
        let start = off(from.longitude, from.latitude)
        let end = off(from.longitude + span, to.latitude)
        return start == end ? 0.5 : start / (start - end)
    }
}
