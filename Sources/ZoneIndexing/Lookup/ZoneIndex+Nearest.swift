public import Geodesy

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
                for (_, quick) in lines { quick.prepare(run) }
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
        let lines = toldLines
        return lines.isEmpty ? nil : Self.nearest(to: position, lines)
    }

    private static let run = 64

    /// The lines whose side is told, by their numbers.
    private var toldLines: [(number: Int32, quick: QuickLine)] {
        (0..<terms.lineCount).compactMap { number in
            guard case .line(let source) = terms.sources[number], source.number != nil else {
                return nil
            }
            return rows.sources.lines[number].map { (Int32(number), $0.quick) }
        }
    }

    private static func nearest(
        to position: Coordinate, _ lines: [(number: Int32, quick: QuickLine)]
    ) -> LinePlace {
        let point = GlobePoint(position)
        var best = place(position, point, lines[0].quick, lines[0].number)
        for (number, quick) in lines.dropFirst() {
            let other = place(position, point, quick, number)
            if other.distance < best.distance { best = other }
        }
        return best
    }

    /// The nearest place on one line.
    @inline(__always)
    private static func place(
        _ position: Coordinate, _ point: GlobePoint, _ line: QuickLine, _ number: Int32
    ) -> LinePlace {
        if position.isValid,
            let foot = line.foot(
                longitude: position.longitude, latitude: position.latitude, point),
            foot.distance < quickReach, foot.error.isFinite, let isLeft = foot.isLeft
        {
            let (part, segment) = line.segment(of: foot)
            return LinePlace(
                distance: .metres(foot.distance), line: number, part: part, segment: segment,
                side: isLeft ? .left : .right)
        }
        return LinePlace(line.locator.nearest(to: position), line: number)
    }

    /// Beyond this distance in metres the exact way is asked.
    private static let quickReach = 300_000.0
}

extension LinePlace {
    init(_ nearest: NearestPlace, line: Int32) {
        self.init(
            distance: nearest.distance, line: line, part: Int32(nearest.part),
            segment: Int32(nearest.segment), side: nearest.side)
    }
}
