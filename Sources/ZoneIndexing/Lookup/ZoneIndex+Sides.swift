import Geodesy
import Zones

extension ZoneIndex {
    /// Whether a report within so many metres of a position has one side of a line wherever it, and the
    /// line, may be.
    package func isSideCertain(
        of position: Coordinate, within bound: Double, ofLine number: Int
    ) -> Bool {
        let line = model.line(number)
        return line.locator.possibleSides(
            of: position, within: .metres(bound + line.accuracy)) != .both
    }
}
