import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The curves of which the limit at a distance from a line is made: a parallel to either side of
/// each edge, and an arc round each vertex and open end.
///
/// Every curve is run through with the zone on its left hand, by a parameter `s` that is about the
/// metres along it. A curve is a candidate only: it is limit where no other place of the line is
/// nearer.
struct OffsetFeatures: Sendable {
    /// The curve of an edge: `edge * 4 + kind`.
    typealias Feature = Int32

    enum Kind: Int32 {
        /// Right of the edge, in its direction.
        case right
        /// Round the vertex that ends the edge.
        case end
        /// Left of the edge, against its direction.
        case left
        /// Round an open start.
        case start
    }

    let locator: LineLocator
    let courses: [LineCourse]
    /// Metres from the line.
    let distance: Double
    /// Metres of arc for each radian about a vertex.
    let arcScale: Double
    /// Metres of a parallel for each metre of its edge, where that is geodesic or nearly so.
    private let parallelScale: Double
    /// How much each edge bends to the left, in radians for each metre; 0 where it does so only little.
    private let bends: [Double]
    /// The turn of the line at the end of each edge, in degrees, to the right positive.
    let turns: [Double]
    /// For each part, its first index in `edgeNumbers`, which holds the edge of each segment.
    private let partStarts: [Int]
    private let edgeNumbers: [Int32]

    static let earthRadius = 6_371_008.8

    init(_ line: LineLocator, distance: Distance) {
        let locator = line.withoutOverlaps().divided {
            EdgeBend.cuts($0, distance: distance.metres)
        }
        self.locator = locator
        self.distance = distance.metres
        let courses = locator.courses
        self.courses = courses
        let angle = distance.metres / Self.earthRadius
        arcScale = Self.arcScale(distance.metres)
        parallelScale = max(cos(angle), 1e-3)
        bends = courses.map { EdgeBend.average($0, distance: distance.metres) }
        turns = courses.map { course in
            guard let next = course.next else { return 0 }
            return Self.turn(from: course, to: courses[next])
        }
        var sizes: [Int] = []
        for course in courses {
            while sizes.count <= course.part { sizes.append(0) }
            sizes[course.part] = max(sizes[course.part], course.segment + 1)
        }
        var starts: [Int] = []
        var count = 0
        for size in sizes {
            starts.append(count)
            count += size
        }
        var numbers = [Int32](repeating: -1, count: count)
        for (number, course) in courses.enumerated() {
            numbers[starts[course.part] + course.segment] = Int32(number)
        }
        partStarts = starts
        edgeNumbers = numbers
    }

    /// Metres of arc for each radian about a point, at a distance in metres from it.
    static func arcScale(_ distance: Double) -> Double { earthRadius * sin(distance / earthRadius) }

    /// Directions at a pole are counted from the longitude with which the pole is written.
    private static func turn(from course: LineCourse, to next: LineCourse) -> Double {
        var onward = next.startAzimuth
        if course.end.isPole {
            let shift = next.start.longitude - course.end.longitude
            onward += course.end.latitude > 0 ? -shift : shift
        }
        return (onward - course.endAzimuth).remainder(dividingBy: 360)
    }

    static func feature(_ edge: Int, _ kind: Kind) -> Feature { Int32(edge) * 4 + kind.rawValue }
    static func edge(of feature: Feature) -> Int { Int(feature >> 2) }
    static func kind(of feature: Feature) -> Kind { Kind(rawValue: feature & 3) ?? .right }

    /// The curve's length in the units of its parameter; 0 for one that does not exist.
    func length(_ feature: Feature) -> Double {
        let course = courses[Self.edge(of: feature)]
        switch Self.kind(of: feature) {
        case .right, .left: return course.length * scale(feature)
        case .end, .start: return sweep(feature) * (.pi / 180) * arcScale
        }
    }

    /// Metres of a parallel for each metre of its edge; no fewer than for a geodesic, so that a way
    /// along the parallel is never longer than its parameter says.
    func scale(_ feature: Feature) -> Double {
        let bend = leftBend(ofLineAlong: feature)
        guard bend != 0 else { return parallelScale }
        let angle = distance / Self.earthRadius
        return max(parallelScale, cos(angle) + bend * Self.earthRadius * sin(angle))
    }

    /// How much the edge bends to the left, in radians for each metre, that a parallel runs along.
    private func leftBend(ofLineAlong feature: Feature) -> Double {
        let bend = bends[Self.edge(of: feature)]
        return Self.kind(of: feature) == .left ? -bend : bend
    }

    /// Whether a curve is a parallel to an edge, and not an arc.
    static func isParallel(_ feature: Feature) -> Bool {
        kind(of: feature) == .left || kind(of: feature) == .right
    }

    /// Whether a curve is a parallel to an edge that bends.
    func isBent(_ feature: Feature) -> Bool {
        Self.isParallel(feature) && bends[Self.edge(of: feature)] != 0
    }

    /// How far an arc goes round its vertex, in degrees.
    func sweep(_ feature: Feature) -> Double {
        let edge = Self.edge(of: feature)
        if Self.kind(of: feature) == .start { return courses[edge].previous == nil ? 180 : 0 }
        return courses[edge].next == nil ? 180 : turns[edge].magnitude
    }

    /// The direction from the vertex, in degrees, in which an arc begins.
    func startAzimuth(_ feature: Feature) -> Double {
        let edge = Self.edge(of: feature)
        let course = courses[edge]
        if Self.kind(of: feature) == .start { return course.startAzimuth - 90 }
        return course.next == nil || turns[edge] < 0
            ? course.endAzimuth + 90 : course.endAzimuth + turns[edge] - 90
    }

    /// The vertex of an arc.
    func vertex(_ feature: Feature) -> Coordinate {
        let course = courses[Self.edge(of: feature)]
        return Self.kind(of: feature) == .start ? course.start : course.end
    }

    /// The place of a curve at `s`, moved away from the line by `outward` metres, and the direction
    /// in degrees in which the curve runs there.
    func point(_ feature: Feature, at s: Double, outward: Double = 0) -> (
        position: Coordinate, heading: Double
    ) {
        let course = courses[Self.edge(of: feature)]
        let foot: Coordinate
        let azimuth: Double
        switch Self.kind(of: feature) {
        case .right:
            let place = course.evaluate(at: min(1, max(0, s / (course.length * scale(feature)))))
            (foot, azimuth) = (place.place, place.azimuth + 90)
        case .left:
            let share = s / (course.length * scale(feature))
            let place = course.evaluate(at: min(1, max(0, 1 - share)))
            (foot, azimuth) = (place.place, place.azimuth - 90)
        case .end, .start:
            foot = vertex(feature)
            azimuth = startAzimuth(feature) - s / arcScale * (180 / .pi)
        }
        let end = Geodesic.direct(
            from: foot, azimuth: Azimuth(degrees: azimuth), distance: .metres(distance + outward))
        return (end.position, end.azimuthAtEnd.degrees - 90)
    }

    /// The curve that follows when one has been run through to its end.
    func next(after feature: Feature) -> Feature {
        let edge = Self.edge(of: feature)
        switch Self.kind(of: feature) {
        case .right:
            guard let next = courses[edge].next, turns[edge] >= 0 else {
                return Self.feature(edge, .end)
            }
            return Self.feature(next, .right)
        case .end:
            guard let next = courses[edge].next else { return Self.feature(edge, .left) }
            return turns[edge] < 0 ? Self.feature(next, .right) : Self.feature(edge, .left)
        case .left:
            guard let previous = courses[edge].previous else { return Self.feature(edge, .start) }
            return turns[previous] > 0
                ? Self.feature(previous, .end) : Self.feature(previous, .left)
        case .start: return Self.feature(edge, .right)
        }
    }

    /// How far two parallels that follow each other without an arc overlap, in metres.
    func overlap(_ feature: Feature, _ next: Feature) -> Double {
        let edge =
            Self.kind(of: feature) == .right ? Self.edge(of: feature) : Self.edge(of: next)
        return arcScale * tan(min(turns[edge].magnitude, 170) * (.pi / 360))
    }

    /// The curve on which the position at the distance lies, and where on it.
    func locate(_ position: Coordinate, nearest: NearestPlace) -> (feature: Feature, s: Double) {
        let edge = Int(edgeNumbers[partStarts[nearest.part] + nearest.segment])
        let course = courses[edge]
        if nearest.fraction >= 1 {
            return onArc(Self.feature(edge, .end), position)
        }
        if nearest.fraction <= 0 {
            if let previous = course.previous {
                return onArc(Self.feature(previous, .end), position)
            }
            return onArc(Self.feature(edge, .start), position)
        }
        let towards = Geodesic.inverse(from: nearest.place, to: position).azimuthAtStart.degrees
        let along = course.evaluate(at: nearest.fraction).azimuth
        let isRight = (towards - along).remainder(dividingBy: 360) > 0
        let feature = Self.feature(edge, isRight ? .right : .left)
        let share = isRight ? nearest.fraction : 1 - nearest.fraction
        return (feature, share * length(feature))
    }

    private func onArc(_ feature: Feature, _ position: Coordinate) -> (Feature, Double) {
        (feature, parameter(onArc: feature, position))
    }

    /// Where on an arc a position lies; its nearer end for one that is off it.
    func parameter(onArc feature: Feature, _ position: Coordinate) -> Double {
        let azimuth = Geodesic.inverse(from: vertex(feature), to: position).azimuthAtStart.degrees
        var turn = (startAzimuth(feature) - azimuth).remainder(dividingBy: 360)
        if turn < 0 { turn += 360 }
        let sweep = sweep(feature)
        if turn > sweep { turn = turn - sweep < 360 - turn ? sweep : 0 }
        return turn * (.pi / 180) * arcScale
    }

    /// Where a position at the distance from the edge or vertex of a curve lies: on that curve, or
    /// on the arc round the edge's end when that is the nearest place.
    func landing(on feature: Feature, _ position: Coordinate) -> (feature: Feature, s: Double) {
        switch Self.kind(of: feature) {
        case .end, .start: return onArc(feature, position)
        case .right, .left:
            let foot = locator.nearest(to: position, onEdge: Self.edge(of: feature))
            return foot.map { locate(position, nearest: $0) } ?? (feature, 0)
        }
    }

    /// The distance in metres of a position from the edge or vertex that a curve belongs to.
    func distance(from position: Coordinate, to feature: Feature) -> Double {
        switch Self.kind(of: feature) {
        case .end, .start: return Geodesic.distance(from: vertex(feature), to: position).metres
        case .right, .left:
            return locator.nearest(to: position, onEdge: Self.edge(of: feature))?
                .distance.metres ?? .infinity
        }
    }

    /// How much a curve bends to the left, in radians for each metre.
    func curvature(_ feature: Feature) -> Double {
        let angle = distance / Self.earthRadius
        switch Self.kind(of: feature) {
        case .end, .start: return 1 / (tan(angle) * Self.earthRadius)
        case .right, .left:
            // On a sphere a curve as far from a pole as its bend says is so much farther.
            let bend = leftBend(ofLineAlong: feature) * Self.earthRadius
            return (bend * cos(angle) - sin(angle)) / max(0.01, bend * sin(angle) + cos(angle))
                / Self.earthRadius
        }
    }
}
