import Geodesy

extension ZoneIndex {
    /// The nearest place on the nearest line for each of many positions, in their order.
    ///
    /// - Returns: as many places as positions; none when the plan has no line whose side is told.
    /// - Accuracy: of the distance 1e-7 m below 100 km, 5e-5 m below 300 km, beyond exact; see `docs/accuracy.md`.
    ///   Sides are exact.
    public func nearest(to positions: [Coordinate]) -> [LinePlace] {
        let lines = toldLines
        guard !lines.isEmpty else { return [] }
        return [LinePlace](unsafeUninitializedCapacity: positions.count) { found, count in
            // In runs, so that the memory's answers to what is fetched first overlap.
            for first in stride(from: 0, to: positions.count, by: Self.run) {
                let run = positions[first..<min(first + Self.run, positions.count)]
                for line in lines { line.quick.prepare(run) }
                for i in run.indices {
                    found.initializeElement(at: i, to: Self.nearest(to: positions[i], lines))
                }
            }
            count = positions.count
        }
    }

    /// The nearest place on the nearest line; of equally near lines the first.
    ///
    /// - Returns: `nil` when the plan has no line whose side is told.
    /// - Accuracy: as of `nearest(to:)` for many positions.
    public func nearest(to position: Coordinate) -> LinePlace? {
        nearest(to: position, sureToMillimetres: false)
    }

    /// The same; and, when asked for, exact where the fast distance's error could change the third
    /// decimal of its metres.
    package func nearest(to position: Coordinate, sureToMillimetres: Bool) -> LinePlace? {
        toldLines.isEmpty ? nil : Self.nearest(to: position, toldLines, sureToMillimetres)
    }

    private static let run = 64

    private static func nearest(
        to position: Coordinate, _ lines: [ToldLine], _ sureToMillimetres: Bool = false
    ) -> LinePlace {
        let point = GlobePoint(position)
        var best = place(position, point, lines[0], sureToMillimetres)
        for line in lines.dropFirst() {
            var other = place(position, point, line, sureToMillimetres)
            let apart = other.distance.metres - best.distance.metres
            // Which of two is nearer must not depend on how they were measured.
            if apart.magnitude < 2e-3 {
                best = exactPlace(position, lines.first { $0.number == best.line } ?? line)
                other = exactPlace(position, line)
            }
            if other.distance < best.distance { best = other }
        }
        return best
    }

    /// The nearest place on one line.
    @inline(__always)
    private static func place(
        _ position: Coordinate, _ point: GlobePoint, _ line: ToldLine, _ sureToMillimetres: Bool
    ) -> LinePlace {
        if position.isValid,
            let foot = line.quick.foot(
                longitude: position.longitude, latitude: position.latitude, point),
            foot.distance < quickReach, foot.error.isFinite, let isLeft = foot.isLeft,
            !sureToMillimetres || line.quick.isSureToMillimetres(foot)
        {
            let (part, segment) = line.quick.segment(of: foot)
            return LinePlace(
                distance: .metres(foot.distance), line: line.number, part: part,
                segment: segment, side: isLeft ? .left : .right)
        }
        return exactPlace(position, line)
    }

    private static func exactPlace(_ position: Coordinate, _ line: ToldLine) -> LinePlace {
        LinePlace(line.quick.locator.nearest(to: position), line: line.number)
    }

    /// Beyond this distance in metres the exact way is asked.
    private static let quickReach = 300_000.0
}

/// A line whose side verdicts tell, by its number in the plan.
struct ToldLine: Sendable {
    let number: Int32
    let quick: QuickLine
}

extension LinePlace {
    init(_ nearest: NearestPlace, line: Int32) {
        self.init(
            distance: nearest.distance, line: line, part: Int32(nearest.part),
            segment: Int32(nearest.segment), side: nearest.side)
    }
}
