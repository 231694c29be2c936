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
    ///
    /// `side` and `distance` are those of the position that stands for the footprint, the distance right to a
    /// millimetre.
    package func isSideCertain(
        of footprint: Footprint, at position: Coordinate, within bound: Double,
        ofLine number: Int, _ side: LineSide, _ distance: Distance, under model: PositionModel?
    ) -> Bool {
        SideTeller(self, line: number).isCertain(
            of: footprint, at: position, within: bound, side, distance, under: model)
    }

    /// The same of many reports with their nearest places, some of them with footprints, by their rows; true
    /// where there is no place.
    package func areSidesCertain(
        of positions: UnsafeBufferPointer<Coordinate>,
        within bounds: UnsafeBufferPointer<Distance>, _ footprints: [Int: Footprint],
        _ places: [LinePlace?], under model: PositionModel?
    ) -> [Bool] {
        var teller: SideTeller?
        return places.indices.map { k in
            guard let place = places[k] else { return true }
            // Mostly there is one line.
            let line =
                teller.flatMap { $0.number == Int(place.line) ? $0 : nil }
                ?? SideTeller(self, line: Int(place.line))
            teller = line
            if !footprints.isEmpty, let footprint = footprints[k] {
                return line.isCertain(
                    of: footprint, at: positions[k], within: bounds[k].metres, place.side,
                    place.distance, under: model)
            }
            return line.isCertain(
                of: positions[k], within: bounds[k].metres, place.side, place.distance)
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

    func isCertain(
        of footprint: Footprint, at position: Coordinate, within bound: Double, _ side: LineSide,
        _ distance: Distance, under model: PositionModel?
    ) -> Bool {
        if side == .left || side == .right, footprint.level == .bound,
            let radius = footprint.toldDisc(under: nil).radius(about: position),
            isCertain(of: position, within: radius + bound, side, distance)
        {
            return true
        }
        return footprint.isOnSide(side, within: bound, under: model) { position, radius in
            let nearest = line.locator.nearest(to: position)
            return isCertain(of: position, within: radius, nearest.side, nearest.distance)
                ? nearest.side : nil
        }
    }

    private func isCertainByDefinition(_ position: Coordinate, _ bound: Double) -> Bool {
        line.locator.possibleSides(
            of: position, within: .metres(bound), accuracy: .metres(line.accuracy)) != .both
    }
}

extension FootprintDisc {
    /// A radius that reaches all of the disc from its centre, or from where rounding put that; `nil` of other
    /// places.
    fileprivate func radius(about position: Coordinate) -> Double? {
        if position == centre { return radius }
        // In degrees; as a distance less than 2 mm.
        let off = max(
            (position.longitude - centre.longitude).magnitude,
            (position.latitude - centre.latitude).magnitude)
        return off < 1e-8 ? radius + 0.002 : nil
    }
}
