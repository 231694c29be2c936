import Geodesy
import LineSearch
import Zones

extension ZoneIndex {
    /// Whether a report within so many metres of a position has one side of a line wherever it, and the
    /// line, may be.
    package func isSideCertain(
        of position: Coordinate, within bound: Double, ofLine number: Int
    ) -> Bool {
        let line = model.line(number)
        let off = bound + line.accuracy
        if let quick = quickLines[number], let foot = quick.foot(of: position) {
            if foot.distance + foot.error < off { return false }
            let side = quick.certainSide(
                of: position, distance: foot.distance, error: foot.error, within: off)
            if side != nil { return true }
        }
        return line.locator.possibleSides(
            of: position, within: .metres(bound), accuracy: .metres(line.accuracy)) != .both
    }
}
