import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How edges that are not geodesic bend: near a pole a planar or rhumb edge winds about it, and a
/// parallel on the inside is longer limit only as far as the edge's centre of curvature.
enum EdgeBend {
    /// An edge bends little if its parallel is longer or shorter than it by less than this part.
    private static let slight = 0.05
    /// Degrees by which a part of an edge turns at most where it does not bend little.
    private static let greatestTurn = 5.0

    /// How much an edge bends to the left, in radians for each metre, on average; 0 for one that bends
    /// little for its parallels at a distance in metres.
    static func average(_ course: LineCourse, distance: Double) -> Double {
        guard course.kind != .geodesic, course.length > 0 else { return 0 }
        let bend = -turn(course, 0, 1) * (.pi / 180) / course.length
        return bend.magnitude * distance > slight ? bend : 0
    }

    /// Where to cut an edge so that no part winds much about a pole at a distance of its parallels.
    static func cuts(_ course: LineCourse, distance: Double) -> [Double] {
        guard course.kind != .geodesic else { return [] }
        var cuts: [Double] = []
        func cut(_ from: Double, _ to: Double, _ depth: Int) {
            let middle = 0.5 * (from + to)
            let bend = [from, middle, to].map { bendOfCurve(course, at: $0).magnitude }.max() ?? 0
            guard depth < 16, bend * distance > slight,
                turn(course, from, to).magnitude > greatestTurn
            else { return }
            cut(from, middle, depth + 1)
            cuts.append(middle)
            cut(middle, to, depth + 1)
        }
        cut(0, 1, 0)
        return cuts
    }

    /// The degrees by which an edge turns to the right between two parameters, against a geodesic.
    private static func turn(_ course: LineCourse, _ from: Double, _ to: Double) -> Double {
        let (start, end) = (course.evaluate(at: from), course.evaluate(at: to))
        let span = DrawnEdge(start.place, end.place).span
        let latitude = 0.5 * (start.place.latitude + end.place.latitude)
        return (end.azimuth - start.azimuth).remainder(dividingBy: 360)
            - span * sin(latitude * (.pi / 180))
    }

    private static func bendOfCurve(_ course: LineCourse, at t: Double) -> Double {
        let (place, azimuth) = course.evaluate(at: t)
        let heading = azimuth * (.pi / 180)
        let latitude = max(-89.9999, min(89.9999, place.latitude)) * (.pi / 180)
        let planar = course.kind == .planar ? 1 + cos(heading) * cos(heading) : 1
        return tan(latitude) * sin(heading) * planar / OffsetFeatures.earthRadius
    }
}
