/// Looks for places where rings with planar edges cross themselves or each other, or run over
/// themselves, by a sweep from west to east; exact.
///
/// - Source: M. I. Shamos, D. Hoey, Geometric intersection problems, FOCS 1976; ends on edges are
///   places of the sweep as in J. L. Bentley, T. A. Ottmann, IEEE Trans. Comput. C-28, 1979.
/// - Complexity: n log n in the edges.
struct RingSweep {
    /// What two edges do.
    enum Meeting: Hashable {
        /// They cross, at a place that is rounded, or exactly at a vertex.
        case crossing(Int, Int, at: Coordinate)
        /// They run over the same places with others, all of which are given, about a place.
        case shared([Int], about: Coordinate)
    }

    private let edges: [RingEdge]
    /// The edges before and after each, round its ring.
    private let previous: [Int]
    private let next: [Int]
    private let swept: [SweptEdge]

    /// The edges of some rings, those that are single places left out, in the order of the rings.
    init(_ edges: [RingEdge]) {
        self.edges = edges
        var next = edges.indices.map { $0 + 1 }
        var first = 0
        for e in edges.indices where e + 1 == edges.count || edges[e + 1].ring != edges[e].ring {
            next[e] = first
            first = e + 1
        }
        var previous = next
        for (e, following) in next.enumerated() { previous[following] = e }
        (self.next, self.previous) = (next, previous)
        swept = edges.enumerated().flatMap { SweptEdge.all(of: $1, number: $0) }
    }

    /// Calls `body` with what is found from west to east until it returns `false`, or until a crossing,
    /// behind which the order of the edges is lost.
    func visit(_ body: (Meeting) -> Bool) {
        var places = swept.indices.flatMap { [($0, swept[$0].first), ($0, swept[$0].last)] }
        places.sort { $0.1.order(to: $1.1) < 0 }
        var status = SweepStatus(count: swept.count)
        var k = 0
        while k < places.count {
            let place = places[k].1
            var starting: [Int] = []
            while k < places.count, places[k].1.order(to: place) == 0 {
                if swept[places[k].0].first.order(to: place) == 0 { starting.append(places[k].0) }
                k += 1
            }
            var arriving: [Int] = []
            var leaving: [Int] = []
            let (below, above) = status.replace(side: { swept[$0].side(of: place) }) { old in
                arriving = old
                leaving = old.filter { swept[$0].last.order(to: place) != 0 } + starting
                // From south to north; of those that run over each other by their numbers.
                leaving.sort {
                    let side = swept[$0].side(of: swept[$1].last)
                    return side == 0 ? $0 < $1 : side > 0
                }
                return leaving
            }
            if place.isOnMap, !place.place.isPole {
                if let (e, f) = crossing(at: place, arriving, leaving) {
                    _ = body(.crossing(e, f, at: place.place))
                    return
                }
                for meeting in shared(from: place, leaving) where !body(meeting) { return }
            }
            let pairs =
                leaving.isEmpty
                ? [(below, above)] : [(below, leaving.first), (leaving.last, above)]
            for case let (one?, other?) in pairs where swept[one].crosses(swept[other]) {
                let (e, f) = (swept[one].edge, swept[other].edge)
                _ = body(.crossing(min(e, f), max(e, f), at: self.place(e, f)))
                return
            }
        }
    }

    /// Where two edges cross, rounded.
    private func place(_ e: Int, _ f: Int) -> Coordinate {
        for shift in [0.0, -360, 360] {
            let meeting = edges[e].meeting(with: edges[f], shift: shift, isFirst: true)
            if let place = meeting?.cuts.first?.place { return place }
        }
        return edges[e].to
    }

    /// The edges that run over the same places just behind a place.
    private func shared(from place: SweptEdge.End, _ leaving: [Int]) -> [Meeting] {
        groups(leaving) { swept[$0].side(of: swept[$1].last) == 0 }.filter { $0.count > 1 }
            .compactMap { group in
                // To the end of the shortest.
                guard
                    let end = group.map({ swept[$0].last }).min(by: { $0.order(to: $1) < 0 })
                else { return nil }
                let middle = Coordinate(
                    longitude: (place.place.longitude + place.turn + end.place.longitude + end.turn)
                        / 2,
                    latitude: (place.place.latitude + end.place.latitude) / 2)
                guard middle.isValid else { return nil }
                return .shared(group.map { swept[$0].edge }, about: middle)
            }
    }

    private func groups(_ numbers: [Int], _ areSame: (Int, Int) -> Bool) -> [[Int]] {
        var groups: [[Int]] = []
        for number in numbers {
            if let last = groups.last?.last, areSame(last, number) {
                groups[groups.count - 1].append(number)
            } else {
                groups.append([number])
            }
        }
        return groups
    }
}

/// Crossings at vertices.
extension RingSweep {
    /// Two edges of ways that cross at a place, where ways meet that touch, or that end there.
    ///
    /// A way comes to the place by one edge and goes on by another, or by the same. Two ways cross
    /// when one comes and goes on different sides of the other. What runs over the same places twice
    /// parts nothing, so that the ways by it are joined.
    private func crossing(
        at place: SweptEdge.End, _ arriving: [Int], _ leaving: [Int]
    ) -> (Int, Int)? {
        guard arriving.count + leaving.count > 2 else { return nil }
        // Arms round the place against the clock: to the east from south to north, to the west back.
        // An arm is twice the edge's number, and one more where the edge ends there.
        let east = groups(leaving) { swept[$0].side(of: swept[$1].last) == 0 }
        let west = groups(arriving) { swept[$0].side(of: swept[$1].first) == 0 }.reversed()
        var partner: [Int: Int] = [:]
        func arm(_ number: Int, isWest: Bool) -> Int {
            let edge = swept[number]
            let end = isWest ? edge.last : edge.first
            if end.order(to: place) != 0 {
                // It passes: the arm to the west and that to the east are one way.
                partner[2 * edge.edge] = 2 * edge.edge + 1
                partner[2 * edge.edge + 1] = 2 * edge.edge
                return isWest ? 2 * edge.edge : 2 * edge.edge + 1
            }
            let isStart = edge.isForward != isWest
            let (own, other) =
                isStart
                ? (2 * edge.edge, 2 * previous[edge.edge] + 1)
                : (2 * edge.edge + 1, 2 * next[edge.edge])
            partner[own] = other
            return own
        }
        let arms =
            east.map { $0.map { arm($0, isWest: false) } }
            + west.map { $0.map { arm($0, isWest: true) } }
        var single: [Int] = []
        for var group in arms {
            while group.count > 1 {
                let (one, other) = (group.removeLast(), group.removeLast())
                guard let a = partner[one], let b = partner[other] else { return nil }
                if a != other { (partner[a], partner[b]) = (b, a) }
            }
            single += group
        }
        var open: [Int] = []
        for arm in single {
            if let last = open.last, partner[last] == arm {
                open.removeLast()
            } else {
                open.append(arm)
            }
        }
        // The first way that is not closed before another one opens.
        guard open.count > 1 else { return nil }
        let (e, f) = (open[0] / 2, open[1] / 2)
        return (min(e, f), max(e, f))
    }
}
