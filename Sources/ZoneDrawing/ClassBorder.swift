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
    /// The class of a position.
    let isFirst: (Coordinate) -> Bool
    /// Whether to follow the border farther from a place.
    let isWanted: (Coordinate) -> Bool
    /// How far an edge may leave the border, in metres.
    let tolerance: Double

    /// A stretch of border.
    struct Path {
        var places: [Coordinate]
        /// Whether the border could not be followed farther although it was wanted: it ends there,
        /// at others of its kind.
        var isDeadEnd = true
    }

    /// The border from a place on it in a direction in degrees, up to a little beyond where it is
    /// wanted; at most `limit` places.
    func path(from start: Coordinate, heading: Double, limit: Int = 200_000) -> Path {
        var path = Path(places: [start])
        var place = start
        var heading = heading
        var step = 50 * tolerance
        while path.places.count < limit {
            guard let next = next(from: place, heading, step) else {
                step *= 0.5
                if step < 0.25 * tolerance { break }
                continue
            }
            let way = Geodesic.inverse(from: place, to: next)
            let turn = (way.azimuthAtStart.degrees - heading).remainder(dividingBy: 360)
            // The middle of the edge must be near the border too.
            let middle = DrawnEdge(place, next).place(at: 0.5)
            if step > tolerance,
                turn.magnitude > 60
                    || !isNear(middle, across: way.azimuthAtStart.degrees, 0.4 * tolerance)
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

    /// Whether the border passes within a distance of a place.
    private func isNear(_ place: Coordinate, across: Double, _ distance: Double) -> Bool {
        isFirst(moved(place, across + 90, distance))
            != isFirst(moved(place, across + 90, -distance))
    }

    /// The place where the class changes on the way across.
    func crossing(near place: Coordinate, across: Double, within: Double) -> Coordinate? {
        var (low, high) = (-within, within)
        let isFirstAtLow = isFirst(moved(place, across, low))
        guard isFirst(moved(place, across, high)) != isFirstAtLow else { return nil }
        while high - low > 0.02 * tolerance {
            let middle = 0.5 * (low + high)
            if isFirst(moved(place, across, middle)) == isFirstAtLow {
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
        var last = isFirst(moved(centre, 0.1, radius))
        for k in 1...count {
            let now = isFirst(moved(centre, 0.1 + Double(k) * turn, radius))
            if now != last {
                var (low, high) = (0.1 + Double(k - 1) * turn, 0.1 + Double(k) * turn)
                for _ in 0..<40 {
                    let middle = 0.5 * (low + high)
                    if isFirst(moved(centre, middle, radius)) == last {
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
