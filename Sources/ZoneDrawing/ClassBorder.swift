import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Follows the border between positions of two classes, such as those whose nearest place on a line
/// shows its left and those whose nearest place shows its right.
///
/// Knows nothing of the border but the class of positions: places on it are found by halving.
struct ClassBorder {
    /// The class of a position; any number of classes may meet.
    let classOf: (Coordinate) -> Int
    /// Whether to follow the border farther from a place.
    let isWanted: (Coordinate) -> Bool
    /// How far an edge may leave the border, in metres.
    let tolerance: Double

    /// A stretch of border.
    struct Path {
        var places: [Coordinate]
        /// Whether the border could not be followed farther although it was wanted: it ends there, at a
        /// corner or where a third class begins.
        var isDeadEnd = true
    }

    /// The border from a place on it in a direction in degrees, up to a little beyond where it is
    /// wanted; at most `limit` places.
    func path(from start: Coordinate, heading: Double, limit: Int = 200_000) -> Path {
        var path = Path(places: [start])
        var place = start
        var heading = heading
        var step = 50 * tolerance
        let sides = sides(of: place, heading)
        while path.places.count < limit {
            guard let next = next(from: place, heading, step) else {
                step *= 0.5
                if step < 0.25 * tolerance { break }
                continue
            }
            let way = Geodesic.inverse(from: place, to: next)
            let turn = (way.azimuthAtStart.degrees - heading).remainder(dividingBy: 360)
            // It must be the same border, and near the middle of the edge too.
            let middle = DrawnEdge(place, next).place(at: 0.5)
            let isOther = sides.isBorder && self.sides(of: next, way.azimuthAtEnd.degrees) != sides
            if isOther, step < 0.5 * tolerance { break }
            if isOther
                || step > tolerance
                    && (turn.magnitude > 60
                        || !isNear(middle, across: way.azimuthAtStart.degrees, 0.4 * tolerance))
            {
                step *= 0.5
                continue
            }
            let isWanted = isWanted(next)
            if !isWanted, step > 4 * tolerance {
                step *= 0.5
                continue
            }
            path.places.append(GlobeCut.rounded(next))
            place = next
            heading = way.azimuthAtEnd.degrees
            if !isWanted {
                path.isDeadEnd = false
                break
            }
            step = min(step * 1.7, 20_000)
        }
        return path
    }

    /// The place of the border a step ahead, looked for across the heading.
    private func next(from place: Coordinate, _ heading: Double, _ step: Double) -> Coordinate? {
        let ahead = Geodesic.direct(
            from: place, azimuth: Azimuth(degrees: heading), distance: .metres(step))
        let across = ahead.azimuthAtEnd.degrees + 90
        return crossing(near: ahead.position, across: across, within: 0.5 * step)
    }

    /// The classes on the two sides of a border.
    private struct Sides: Equatable {
        let left: Int
        let right: Int
        var isBorder: Bool { left != right }
    }

    private func sides(of place: Coordinate, _ heading: Double) -> Sides {
        Sides(
            left: classOf(moved(place, heading - 90, 0.1 * tolerance)),
            right: classOf(moved(place, heading + 90, 0.1 * tolerance)))
    }

    /// Whether the border passes within a distance of a place.
    private func isNear(_ place: Coordinate, across: Double, _ distance: Double) -> Bool {
        classOf(moved(place, across + 90, distance))
            != classOf(moved(place, across + 90, -distance))
    }

    /// The place where the class changes on the way across.
    func crossing(near place: Coordinate, across: Double, within: Double) -> Coordinate? {
        var (low, high) = (-within, within)
        let classAtLow = classOf(moved(place, across, low))
        guard classOf(moved(place, across, high)) != classAtLow else { return nil }
        while high - low > 0.02 * tolerance {
            let middle = 0.5 * (low + high)
            if classOf(moved(place, across, middle)) == classAtLow {
                low = middle
            } else {
                high = middle
            }
        }
        return moved(place, across, 0.5 * (low + high))
    }

    private func moved(_ place: Coordinate, _ azimuth: Double, _ metres: Double) -> Coordinate {
        Geodesic.direct(from: place, azimuth: Azimuth(degrees: azimuth), distance: .metres(metres))
            .position
    }

    /// Places of the border near a position, on a circle about it.
    func crossings(onCircle centre: Coordinate, radius: Double, count: Int = 72) -> [Coordinate] {
        var result: [Coordinate] = []
        let turn = 360 / Double(count)
        var last = classOf(moved(centre, 0.1, radius))
        for k in 1...count {
            let now = classOf(moved(centre, 0.1 + Double(k) * turn, radius))
            if now != last {
                var (low, high) = (0.1 + Double(k - 1) * turn, 0.1 + Double(k) * turn)
                for _ in 0..<40 {
                    let middle = 0.5 * (low + high)
                    if classOf(moved(centre, middle, radius)) == last {
                        low = middle
                    } else {
                        high = middle
                    }
                }
                result.append(moved(centre, 0.5 * (low + high), radius))
            }
            last = now
        }
        return result
    }

    /// Places of the border about a place on it, a little away.
    func ways(from place: Coordinate) -> [Coordinate] {
        for radius in [5.0, 0.5, 0.05] {
            let found = crossings(onCircle: place, radius: radius * tolerance)
            if !found.isEmpty { return found }
        }
        return []
    }
}
