import Geodesy
import LineSearch
import Zones

extension ZoneIndex {
    /// Whether a report within so many metres of a position has one side of a line wherever it, and the
    /// line, may be.
    ///
    /// `side` and `distance` are those of the position, the distance right to a millimetre.
    package func isSideCertain(
        of position: Coordinate, within bound: Double, ofLine number: Int, _ side: LineSide,
        _ distance: Distance
    ) -> Bool {
        SideTeller(self, line: number).isCertain(of: position, within: bound, side, distance)
    }

    /// Whether an object that is in a footprint, or so many metres beyond it, has one side of a line wherever
    /// it, and the line, may be.
    package func isSideCertain(
        of footprint: Footprint, within bound: Double, ofLine number: Int, _ side: LineSide,
        under model: PositionModel?
    ) -> Bool {
        let teller = SideTeller(self, line: number)
        let line = self.model.line(number).locator
        return footprint.isOnSide(side, within: bound, under: model) { position, radius in
            let nearest = line.nearest(to: position)
            return teller.isCertain(of: position, within: radius, nearest.side, nearest.distance)
                ? nearest.side : nil
        }
    }

    /// The same of many reports with their nearest places; true where there is no place.
    package func areSidesCertain(
        of positions: UnsafeBufferPointer<Coordinate>,
        within bounds: UnsafeBufferPointer<Distance>, _ places: [LinePlace?]
    ) -> [Bool] {
        var teller: SideTeller?
        return places.indices.map { k in
            guard let place = places[k] else { return true }
            // Mostly there is one line.
            if teller?.number != Int(place.line) {
                teller = SideTeller(self, line: Int(place.line))
            }
            return teller?.isCertain(
                of: positions[k], within: bounds[k].metres, place.side, place.distance) ?? false
        }
    }
}

/// Tells whether reports have one side of a line.
private struct SideTeller {
    let number: Int
    private let line: LineSource
    private let fast: FastLine?

    init(_ index: ZoneIndex, line number: Int) {
        self.number = number
        line = index.model.line(number)
        fast = index.rows.sources.lines[number] == nil ? nil : index.fastLines[number]
    }

    func isCertain(
        of position: Coordinate, within bound: Double, _ side: LineSide, _ distance: Distance
    ) -> Bool {
        let off = bound + line.accuracy
        guard bound >= 0, off.isFinite else { return false }
        if off == 0 { return true }
        if side == .on || side == .none || distance.metres < off - 1e-3 { return false }
        guard let fast else { return isCertainByDefinition(position, bound) }
        if fast.isClearlyOneSided(
            position, distance: distance.metres, error: 1e-3, within: off)
        {
            return true
        }
        if let foot = fast.foot(of: position) {
            if foot.distance + foot.error < off { return false }
            let side = fast.certainSide(
                of: position, distance: foot.distance, error: foot.error, within: off)
            if side != nil { return true }
        }
        return isCertainByDefinition(position, bound)
    }

    private func isCertainByDefinition(_ position: Coordinate, _ bound: Double) -> Bool {
        line.locator.possibleSides(
            of: position, within: .metres(bound), accuracy: .metres(line.accuracy)) != .both
    }
}
