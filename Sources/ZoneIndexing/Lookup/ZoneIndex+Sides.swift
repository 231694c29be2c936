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
        guard let line = rows.sources.lines[number], let quick = quickLines[number] else {
            return isSideCertainByDefinition(position, bound, number)
        }
        let off = bound + line.accuracy
        if off == 0 { return true }
        if side == .on || side == .none || distance.metres < off - 1e-3 { return false }
        if quick.isClearlyOneSided(
            position, distance: distance.metres, error: 1e-3, within: off)
        {
            return true
        }
        if let foot = quick.foot(of: position) {
            if foot.distance + foot.error < off { return false }
            let side = quick.certainSide(
                of: position, distance: foot.distance, error: foot.error, within: off)
            if side != nil { return true }
        }
        return isSideCertainByDefinition(position, bound, number)
    }

    private func isSideCertainByDefinition(
        _ position: Coordinate, _ bound: Double, _ number: Int
    ) -> Bool {
        let line = model.line(number)
        return line.locator.possibleSides(
            of: position, within: .metres(bound), accuracy: .metres(line.accuracy)) != .both
    }
}
