public import Geodesy

extension ZoneIndex {
    /// The nearest place on the nearest line for each of many positions, in their order.
    ///
    /// - Returns: as many places as positions; none when the plan has no line whose side is told.
    public func nearest(to positions: [Coordinate]) -> [LinePlace] {
        positions.compactMap { nearest(to: $0) }
    }

    /// The nearest place on the nearest line; of equally near lines the first.
    ///
    /// - Returns: `nil` when the plan has no line whose side is told.
    public func nearest(to position: Coordinate) -> LinePlace? {
        var best: LinePlace?
        for line in 0..<terms.lineCount {
            guard case .line(let source) = terms.sources[line], source.number != nil else {
                continue
            }
            let place = LinePlace(source.locator.nearest(to: position), line: line)
            if best.map({ place.distance.metres < $0.distance.metres }) ?? true { best = place }
        }
        return best
    }
}

extension LinePlace {
    init(_ nearest: NearestPlace, line: Int) {
        self.init(
            distance: nearest.distance, line: Int32(line), part: Int32(nearest.part),
            segment: Int32(nearest.segment), side: nearest.side)
    }
}
