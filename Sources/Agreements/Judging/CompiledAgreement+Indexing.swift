import Geodesy
import Zones

/// What compiling an index costs beside doing without; estimates, not timed.
extension CompiledAgreement {
    /// How many reports are judged in about the time that compiling an index of the agreement takes.
    ///
    /// An estimate from the pieces of its lines and areas, each some 10 km at most.
    package var reportsWorthIndexing: Int {
        var pieces = 0
        for geometry in agreement.lines.flatMap(\.geometries) {
            pieces += Self.pieces(of: geometry.parts)
        }
        for leaf in agreement.zones.flatMap(\.regions).flatMap(\.leaves) {
            switch leaf {
            case .beside(.route(let route, _), _, _, _): pieces += Self.pieces(of: route.parts)
            case .inside(let area), .outward(let area, _):
                pieces += Self.pieces(of: area.geometry.polygons.joined())
            case .beside, .stretches, .nearer, .around, .between, .zone, .union, .intersection,
                .difference:
                break
            }
        }
        return max(600, 2 * pieces)
    }

    private static func pieces(of parts: some Sequence<[Coordinate]>) -> Int {
        parts.reduce(0) { sum, part in
            zip(part, part.dropFirst()).reduce(sum) { sum, ends in
                let degrees = max(
                    (ends.0.longitude - ends.1.longitude).magnitude,
                    (ends.0.latitude - ends.1.latitude).magnitude)
                return sum + 1 + Int(min(degrees, 180) * 11)
            }
        }
    }

    /// How many steps of compiling an index cost well below half as much as judging so many reports
    /// without one.
    package func indexingWork(worthReports count: Int) -> Int {
        let each = 300 * model.lineCount + 5 * agreement.zones.count
        return count.multipliedReportingOverflow(by: max(1, each)).overflow ? .max : count * each
    }
}
