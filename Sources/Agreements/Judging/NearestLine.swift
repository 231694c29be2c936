import Geodesy
import ZoneIndexing
import Zones

/// The line nearest to a report, and how the report lies to it.
package struct NearestLine: Sendable {
    /// The number of the line, or of its version, in the plan.
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
        if numbers.hasLineVersions {
            return nearestByTime(to: report, tellingCertainty: tellingCertainty)
        }
        let number: Int
        let (distance, side): (Distance, LineSide)
        if let place = index?.nearest(to: position, sureToMillimetres: true) {
            (number, distance, side) = (Int(place.line), place.distance, place.side)
        } else {
            // Of equally near ones the first.
            let nearest = (0..<model.lineCount).filter { model.line($0).isForNearest }.map {
                ($0, model.line($0).locator.nearest(to: position))
            }.min { $0.1.distance.metres < $1.1.distance.metres }
            guard let nearest else { return nil }
            number = nearest.0
            (distance, side) = (nearest.1.distance, nearest.1.side)
        }
        return NearestLine(
            line: number, distance: distance, side: side,
            isSideCertain: !tellingCertainty
                || isSideCertain(of: report, line: number, side, distance))
    }

    /// The nearest of the lines' versions at the report's time; `nil` where several may be meant that differ in
    /// distance or side.
    private func nearestByTime(to report: Report, tellingCertainty: Bool) -> NearestLine? {
        let time = report.span ?? report.time.map { TimeSpan(first: $0, last: $0) }
        var found: [Int: NearestPlace] = [:]
        func place(_ line: Int) -> NearestPlace {
            let place = found[line] ?? model.line(line).locator.nearest(to: report.position)
            found[line] = place
            return place
        }
        var nearest: Set<Int> = []
        for lines in numbers.planLines(at: time) {
            // Where a line has several versions any of them may be the nearest, or none of them.
            let certain = lines.filter { $0.count == 1 }.flatMap { $0 }
            let least = certain.min { place($0).distance.metres < place($1).distance.metres }
            let others = lines.filter { $0.count > 1 }.flatMap { $0 }
            guard others.isEmpty else { return nil }
            guard let least else { return nil }
            nearest.insert(least)
        }
        let places = nearest.map { (numbers.lineOfPlan[$0], place($0)) }
        guard let line = nearest.min(),
            places.allSatisfy({
                $0.0 == places[0].0 && $0.1.distance == places[0].1.distance
                    && $0.1.side == places[0].1.side
            })
        else { return nil }
        let own = place(line)
        return NearestLine(
            line: line, distance: own.distance, side: own.side,
            isSideCertain: !tellingCertainty
                || nearest.allSatisfy {
                    isSideCertain(of: report, line: $0, own.side, own.distance)
                })
    }

    /// Whether a report is on the side of its position wherever it, and the line, may be.
    private func isSideCertain(
        of report: Report, line number: Int, _ side: LineSide, _ distance: Distance
    ) -> Bool {
        let (position, bound) = (report.position, report.uncertainty.metres)
        if let footprint = report.footprint {
            if let index {
                return index.isSideCertain(
                    of: footprint, at: position, within: bound, ofLine: number, side, distance,
                    under: positionModel)
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
