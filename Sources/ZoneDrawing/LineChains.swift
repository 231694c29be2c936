import Geodesy

/// A line as it is drawn: edges straight in longitude and latitude, with vertices put between the
/// line's own where an edge would leave it by more than half the tolerance.
enum LineChains {
    /// One chain for each stretch of the line between its open ends, or round a closed part.
    static func chains(_ locator: LineLocator, tolerance: Double) -> [[Coordinate]] {
        let courses = locator.courses
        var chains: [[Coordinate]] = []
        for course in courses {
            if course.part >= chains.count || chains[course.part].isEmpty {
                while chains.count <= course.part { chains.append([]) }
                chains[course.part].append(course.start)
            } else if chains[course.part].last != course.start {
                // A duplicate vertex written in two ways, as -180 and 180.
                chains[course.part].append(course.start)
            }
            chains[course.part] += between(course, tolerance)
            chains[course.part].append(course.end)
        }
        return chains.filter { $0.count > 1 }
    }

    private static func between(_ course: LineCourse, _ tolerance: Double) -> [Coordinate] {
        var result: [Coordinate] = []
        func halve(_ t0: Double, _ from: Coordinate, _ t1: Double, _ to: Coordinate, _ depth: Int) {
            let (middle, _) = course.evaluate(at: 0.5 * (t0 + t1))
            let drawn = DrawnEdge(from, to).place(at: 0.5)
            guard depth < 30,
                Geodesic.distance(from: middle, to: drawn).metres > 0.5 * tolerance
            else { return }
            let place = GlobeCut.rounded(middle)
            halve(t0, from, 0.5 * (t0 + t1), place, depth + 1)
            result.append(place)
            halve(0.5 * (t0 + t1), place, t1, to, depth + 1)
        }
        // The middle alone may lie on the edge by symmetry; long edges are cut once in any case.
        if course.length > 20_000 {
            let place = GlobeCut.rounded(course.evaluate(at: 0.4).place)
            halve(0, course.start, 0.4, place, 1)
            result.append(place)
            halve(0.4, place, 1, course.end, 1)
        } else {
            halve(0, course.start, 1, course.end, 0)
        }
        return result
    }
}
