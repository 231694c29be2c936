#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The area between two lines, known by its border.
///
/// The border runs along one line, by a geodesic from its end to an end of the other line, along that,
/// and by a geodesic back, in the pairing of the ends whose two geodesics are the shorter in sum. Each
/// line keeps its own edges.
package struct AreaBetween: Sendable {
    /// The border as a closed line with the area on its left.
    ///
    /// It has one part each for the lines and for what joins their ends. Its `line` names the vertices;
    /// the edges have the kinds of the lines.
    package let border: LineLocator
    /// No place of the area is farther from the border.
    package let reach: Distance

    /// The area between two lines, in whichever order and direction they are given.
    ///
    /// - Parameters:
    ///   - first: A line of one chain with two open ends.
    ///   - second: Another.
    ///   - accuracy: A bound on how far either line may be from where it is given.
    /// - Throws: `AreaBetweenError` when a line is closed or in several pieces, the ends pair both ways
    ///   alike as far as they are known, the border touches itself elsewhere than where lines share an end, or is no border on
    ///   one half of the globe.
    package init(
        _ first: LineGeometry, _ second: LineGeometry, accuracy: Distance = .zero
    ) throws(AreaBetweenError) {
        let strands = try Self.strands(first, second, accuracy.metres)
        var border = try Self.closed(strands)
        if let place = border.selfContact { throw AreaBetweenError(.crossing, at: place) }
        guard let cap = Cap(border) else { throw AreaBetweenError(.tooWide) }
        // Beyond the cap nothing belongs to the area.
        let outside = Geodesic.direct(
            from: cap.centre, azimuth: Azimuth(degrees: 20),
            distance: .metres(cap.radius + 10_000)
        ).position
        if border.nearest(to: outside).side == .left {
            border = try Self.closed(strands.reversed().map { $0.reversed().map(\.reversed) })
        }
        border.prepare(accuracy: accuracy.metres)
        self.border = border
        // A disc in an area that is no longer round than half the globe has at most the
        // circumference L of the area: its radius is R asin(L / 2 pi R) at most, and so L / 4.
        // What is within a cap is no farther from the border than the cap is wide.
        let length = border.edges.reduce(0) { $0 + $1.trueLength }
        reach = .metres(min(0.255 * length, cap.radius))
    }

    /// An edge of the border before it has a number.
    private struct Step {
        let from: Coordinate
        let to: Coordinate
        let span: Double
        let kind: EdgeKind

        var reversed: Step { Step(from: to, to: from, span: -span, kind: kind) }
    }

    /// The border's edges: a line, the way to the other, the other, the way back.
    private static func strands(
        _ first: LineGeometry, _ second: LineGeometry, _ accuracy: Double
    ) throws(AreaBetweenError) -> [[Step]] {
        let a = try chain(first, isSecond: false)
        var b = try chain(second, isSecond: true)
        guard let (a0, a1) = ends(a), let (b0, b1) = ends(b) else { return [] }
        func length(_ from: Coordinate, _ to: Coordinate) -> Double {
            Geodesic.distance(from: from, to: to).metres
        }
        let along = length(a1, b0) + length(b1, a0)
        let against = length(a1, b1) + length(b0, a0)
        // Each of the four ends may make one way shorter and the other longer by its accuracy.
        guard (along - against).magnitude > coincidence + 8 * accuracy else {
            throw AreaBetweenError(.eitherPairing, at: a1)
        }
        if against < along { b = b.reversed().map(\.reversed) }
        guard let (start, end) = ends(b) else { return [] }
        return [a, way(from: a1, to: start), b, way(from: end, to: a0)]
    }

    private static func ends(_ steps: [Step]) -> (Coordinate, Coordinate)? {
        guard let first = steps.first, let last = steps.last else { return nil }
        return (first.from, last.to)
    }

    /// The geodesic from one place to another; nothing where they are the same.
    private static func way(from start: Coordinate, to end: Coordinate) -> [Step] {
        if start.isSamePlace(as: end) { return [] }
        let span = LineEdge.shortWay(from: start, to: end)
        return [Step(from: start, to: end, span: span, kind: .geodesic)]
    }

    /// The edges of a line that is one chain with two open ends.
    private static func chain(
        _ line: LineGeometry, isSecond: Bool
    ) throws(AreaBetweenError) -> [Step] {
        let locator = LineLocator(line)
        let chains = locator.chains
        guard chains.count == 1 else {
            throw AreaBetweenError(.severalPieces, isSecond: isSecond)
        }
        guard let start = locator.openEnds.first(where: \.isStart) else {
            throw AreaBetweenError(.closed, isSecond: isSecond)
        }
        var steps: [Step] = []
        var next = start.edge
        while next >= 0 {
            let edge = locator.edges[next]
            steps.append(
                Step(from: edge.start, to: edge.end, span: edge.longitudeSpan, kind: edge.kind))
            next = Int(edge.next)
        }
        return steps
    }

    /// A closed line of some strands.
    private static func closed(_ strands: [[Step]]) throws(AreaBetweenError) -> LineLocator {
        var parts: [[Coordinate]] = []
        var edges: [LineEdge] = []
        for steps in strands {
            guard let first = steps.first else { continue }
            for (segment, step) in steps.enumerated() {
                edges.append(
                    LineEdge(
                        from: step.from, to: step.to, longitudeSpan: step.span, kind: step.kind,
                        part: parts.count, segment: segment))
            }
            parts.append([first.from] + steps.map(\.to))
        }
        LineLocator.chain(&edges, from: 0, closed: true)
        do {
            return LineLocator(try LineGeometry(parts: parts), edges: edges)
        } catch {
            // The lines are good: it is the way from one to the other.
            throw AreaBetweenError(.tooWide, at: error.found)
        }
    }
}

/// A part of the globe, well below half of it, that a closed line does not leave.
private struct Cap {
    let centre: Coordinate
    /// In metres, with room.
    let radius: Double

    /// Round the middle of a line's length; `nil` where that takes too much of the globe.
    init?(_ border: LineLocator) {
        var sum = Vector3()
        for piece in border.pieces { sum += (piece.a + piece.b) * (piece.b - piece.a).length }
        guard sum.length > 0 else { return nil }
        let middle = sum / sum.length
        var least = 1.0
        for piece in border.pieces { least = min(least, piece.a.dot(middle) / piece.a.length) }
        // 80 degrees.
        guard least > 0.1736 else { return nil }
        centre = lifted(middle * WGS84.meanRadius, direction: border.pieces[0].b).position
        // Angles at the earth's centre differ from those of verticals by 0.2 degrees at most, lengths
        // from those on the sphere by 0.6 %; pieces are 20 km long at most.
        radius = (2 * asin(((1 - least) / 2).squareRoot()) + 0.004) * WGS84.a * 1.01 + 25_000
    }
}
