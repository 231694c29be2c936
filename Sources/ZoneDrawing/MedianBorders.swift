import Geodesy
import Zones

/// The curve in the area between two lines on which places are as far from the one as from the other, or
/// farther by a length, as where the lines are known to an accuracy only.
///
/// It begins and ends on the border of the area: from a place nearer to one line the way to that line
/// never leads to places nearer to the other, so that no part of a half is shut in by the other half.
struct MedianBorders {
    let first: LineLocator
    let second: LineLocator
    /// The area's border, with the area on its left.
    let border: LineLocator
    /// Whether places that count as equally far are on the first line's side of the curve.
    let isClosedToFirst: Bool
    /// How much farther the first line is, in metres.
    let difference: Double
    /// How far the border may be from where it is given, in metres.
    let accuracy: Double

    /// The curves where answers of a half may change: one, or two where the lines are not known exactly.
    static func all(
        _ first: LineSource, _ second: LineSource, border: LineSource, isClosedToFirst: Bool
    ) -> [MedianBorders] {
        let accuracy = first.accuracy + second.accuracy
        return (accuracy > 0 ? [-accuracy, accuracy] : [0]).map {
            MedianBorders(
                first: first.locator, second: second.locator, border: border.locator,
                isClosedToFirst: isClosedToFirst, difference: $0, accuracy: border.accuracy)
        }
    }

    /// How much farther the first line is than on the curve, in metres.
    private func excess(_ place: Coordinate) -> Double {
        (first.nearest(to: place).distance - second.nearest(to: place).distance).metres - difference
    }

    /// The curves, each from a little outside the area, or from the end that the lines share, to a
    /// little outside; edges leave the curve by no more than the tolerance, in metres.
    func chains(tolerance: Double) -> [[Coordinate]] {
        let condition = Condition.nearer(toFirst: isClosedToFirst)
        let classOf = { (place: Coordinate) in
            condition.holds(in: SourceState(distance: excess(place))) ? 1 : 0
        }
        let isInside = { (place: Coordinate) in
            let nearest = border.nearest(to: place)
            return nearest.side == .left || accuracy > 0 && nearest.distance.metres < accuracy
        }
        let classes = ClassBorder(classOf: classOf, isWanted: isInside, tolerance: tolerance)
        let shared = difference == 0 ? sharedEnds(within: 4 * tolerance) : []
        var chains: [[Coordinate]] = []
        var ends: [Coordinate] = []
        func isKnown(_ place: Coordinate) -> Bool {
            ends.contains { Geodesic.distance(from: $0, to: place).metres < 20 * tolerance }
        }
        func add(_ start: Coordinate, isShared: Bool) {
            guard !isKnown(start) else { return }
            for place in classes.ways(from: start) where isInside(place) {
                let way = Geodesic.inverse(from: start, to: place)
                let outside = Geodesic.direct(
                    from: start, azimuth: way.azimuthAtStart, distance: .metres(-3 * tolerance))
                var path = [isShared ? start : outside.position]
                classes.follow(from: start, by: place, isInside, &path)
                // Towards an end that both lines have the lines close in on the curve.
                if let last = path.last,
                    let goal = shared.first(where: {
                        $0 != start
                            && Geodesic.distance(from: $0, to: last).metres < 20 * tolerance
                    })
                {
                    path.append(goal)
                } else if path.count > 1 {
                    // The border as drawn may be a little farther out.
                    let way = Geodesic.inverse(from: path[path.count - 2], to: path[path.count - 1])
                    path.append(
                        Geodesic.direct(
                            from: path[path.count - 1], azimuth: way.azimuthAtEnd,
                            distance: .metres(3 * tolerance)
                        ).position)
                }
                ends += [start, path[path.count - 1]]
                chains.append(path)
            }
        }
        for place in shared { add(place, isShared: true) }
        for place in changes(classes) { add(place, isShared: false) }
        return chains
    }

    /// Ends of the first line at which the second ends too, or so near that nothing can be drawn
    /// between them.
    private func sharedEnds(within metres: Double) -> [Coordinate] {
        first.openEnds.map(\.place).filter { end in
            second.openEnds.contains {
                Geodesic.distance(from: $0.place, to: end).metres <= metres
            }
        }
    }

    /// Where, on the ways from line to line, the nearer line changes.
    private func changes(_ classes: ClassBorder) -> [Coordinate] {
        var found: [Coordinate] = []
        for course in border.courses {
            let middle = course.evaluate(at: 0.5).place
            let isWay = [first, second].allSatisfy {
                $0.nearest(to: middle).distance.metres > classes.tolerance
            }
            // On a line itself the other is never nearer, but it may be near enough.
            guard isWay || difference != 0 else { continue }
            let count = isWay ? 256 : 16
            let places = (0...count).map {
                course.evaluate(at: Double($0) / Double(count)).place
            }
            for (from, to) in zip(places, places.dropFirst())
            where classes.classOf(from) != classes.classOf(to) {
                let way = Geodesic.inverse(from: from, to: to)
                let middle = Geodesic.direct(
                    from: from, azimuth: way.azimuthAtStart, distance: way.distance / 2)
                if let place = classes.crossing(
                    near: middle.position, across: middle.azimuthAtEnd.degrees,
                    within: way.distance.metres * 0.51)
                {
                    found.append(place)
                }
            }
        }
        return found
    }
}

extension ClassBorder {
    /// Follows the border from a place by one near to it, round corners however sharp, for as long as it
    /// is wanted.
    fileprivate func follow(
        from start: Coordinate, by place: Coordinate, _ isInside: (Coordinate) -> Bool,
        _ path: inout [Coordinate]
    ) {
        var (start, place) = (start, place)
        // The median has at most a corner for each two vertices of its lines; this only ends what is lost.
        for _ in 0..<100_000 {
            let way = Geodesic.inverse(from: start, to: place)
            let found = self.path(from: place, heading: way.azimuthAtEnd.degrees)
            let stretch = [start] + found.places
            path += found.places
            guard found.isDeadEnd, let corner = found.places.last else { return }
            // Of the ways from the corner one is that which led there.
            let before =
                stretch.last {
                    Geodesic.distance(from: $0, to: corner).metres > 2 * tolerance
                } ?? start
            let back = Geodesic.inverse(from: corner, to: before).azimuthAtStart.degrees
            func turn(_ place: Coordinate) -> Double {
                let azimuth = Geodesic.inverse(from: corner, to: place).azimuthAtStart.degrees
                return (azimuth - back).remainder(dividingBy: 360).magnitude
            }
            let ways = ways(from: corner).sorted { turn($0) < turn($1) }.dropFirst()
            guard let next = ways.last(where: isInside) else { return }
            (start, place) = (corner, next)
        }
    }
}
