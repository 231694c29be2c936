/// The rings of one polygon made ready for many questions.
struct RingSheet {
    /// All edges, ring by ring.
    let edges: [RingEdge]
    let tree: DegreeBoxTree
    /// The rings by which a ray to the south ends inside at the pole: they wind round it.
    private let southern: Set<Int>

    init(_ rings: [[Coordinate]]) {
        edges = rings.enumerated().flatMap { r, ring in
            zip(ring, ring.dropFirst()).map { RingEdge(from: $0, to: $1, ring: r) }
        }
        tree = DegreeBoxTree(edges.map(\.box))
        southern = Set(
            rings.indices.filter {
                PolygonGeometry.windsRoundPole(rings[$0]) && PolygonGeometry.isSouthern(rings[$0])
            })
    }

    /// Whether the polygon lies on the south of a position, or on the east where that is on a
    /// meridian's edge, when some edges are left out of account; `nil` when the position is on one
    /// of the others.
    ///
    /// For a position on one of the edges left out this is what lies on the south of that edge.
    func isInside(southOf position: Coordinate, without left: [Int] = []) -> Bool? {
        isInside(southOf: position, holdsSouthPole: southern.count % 2 == 1) {
            !left.contains($0)
        }
    }

    /// The same when a ring is left out of account.
    func isInside(southOf position: Coordinate, withoutRing ring: Int) -> Bool? {
        isInside(
            southOf: position,
            holdsSouthPole: southern.subtracting([ring]).count % 2 == 1
        ) { edges[$0].ring != ring }
    }

    private func isInside(
        southOf position: Coordinate, holdsSouthPole: Bool, counting: (Int) -> Bool
    ) -> Bool? {
        let position =
            position.longitude == 180
            ? Coordinate(longitude: -180, latitude: position.latitude) : position
        var inside = holdsSouthPole
        var isOnEdge = false
        for turn in [-360.0, 0, 360] {
            let ray = DegreeBox(
                lower: [position.longitude, -90], upper: [position.longitude, position.latitude])
            tree.visit(ray.moved(by: -turn)) { e in
                let edge = edges[e]
                guard counting(e) else { return }
                switch PolygonGeometry.crosses(
                    from: edge.from, to: edge.to, turnTo: edge.turn, isEastward: edge.span > 0,
                    turn: turn, southOf: position)
                {
                case nil: isOnEdge = true
                case .some(let crosses): if crosses { inside.toggle() }
                }
            }
        }
        return isOnEdge ? nil : inside
    }

    /// Whether a place and all within some units in the last digit of it are inside.
    func isWellInside(_ place: Coordinate) -> Bool {
        guard isInside(southOf: place) == true else { return false }
        // More than a rounded place is off its edge.
        let step = 1e-13
        for (east, north) in [(step, 0), (-step, 0), (0, step), (0, -step)] {
            var near = Coordinate(
                longitude: place.longitude + east, latitude: place.latitude + north)
            if near.longitude.magnitude > 180 { near.longitude = -near.longitude }
            guard near.isValid, isInside(southOf: near) == true else { return false }
        }
        return true
    }
}
