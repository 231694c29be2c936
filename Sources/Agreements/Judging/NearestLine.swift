import Geodesy
import ZoneIndexing
import Zones

/// The line nearest to a report, and how the report lies to it.
package struct NearestLine: Sendable {
    /// The line's number in the agreement.
    package let line: Int
    package let distance: Distance
    /// The side of the reported position.
    package let side: LineSide
    /// Whether the report is on that side wherever it may be.
    package let isSideCertain: Bool

    package init(line: Int, distance: Distance, side: LineSide, isSideCertain: Bool) {
        self.line = line
        self.distance = distance
        self.side = side
        self.isSideCertain = isSideCertain
    }
}

extension CompiledAgreement {
    /// The nearest place of the nearest line; `nil` for positions off the globe and where there is no
    /// line.
    ///
    /// With a bound that is no length the side is not certain.
    func nearest(to report: Report, tellingCertainty: Bool = true) -> NearestLine? {
        let position = report.position
        guard position.isValid, model.lineCount > 0 else { return nil }
        let number: Int
        let (distance, side): (Distance, LineSide)
        if let place = index?.nearest(to: position, sureToMillimetres: true) {
            (number, distance, side) = (Int(place.line), place.distance, place.side)
        } else {
            let places = (0..<model.lineCount).map {
                model.line($0).locator.nearest(to: position)
            }
            // Of equally near ones the first.
            number =
                places.indices.min { places[$0].distance.metres < places[$1].distance.metres } ?? 0
            (distance, side) = (places[number].distance, places[number].side)
        }
        return NearestLine(
            line: number, distance: distance, side: side,
            isSideCertain: !tellingCertainty
                || isSideCertain(of: report, line: number, side, distance))
    }

    /// Whether a report is on the side of its position wherever it, and the line, may be.
    private func isSideCertain(
        of report: Report, line number: Int, _ side: LineSide, _ distance: Distance
    ) -> Bool {
        let (position, bound) = (report.position, report.uncertainty.metres)
        if let footprint = report.footprint {
            if let index {
                return index.isSideCertain(
                    of: footprint, within: bound, ofLine: number, side, under: positionModel)
            }
            return footprint.isOnSide(side, within: bound, under: positionModel) {
                let found = model.line(number).locator.nearest(to: $0).side
                return isSideCertain(of: $0, $1, line: number, found) ? found : nil
            }
        }
        if let index {
            return index.isSideCertain(
                of: position, within: bound, ofLine: number, side, distance)
        }
        return isSideCertain(of: position, bound, line: number, side)
    }

    /// The same of a position with a bound, by the definitions alone.
    private func isSideCertain(
        of position: Coordinate, _ bound: Double, line number: Int, _ side: LineSide
    ) -> Bool {
        let line = model.line(number)
        guard bound >= 0, bound.isFinite else { return false }
        if bound + line.accuracy == 0 { return true }
        if side == .on || side == .none { return false }
        return line.locator.possibleSides(
            of: position, within: .metres(bound), accuracy: .metres(line.accuracy)) != .both
    }
}
