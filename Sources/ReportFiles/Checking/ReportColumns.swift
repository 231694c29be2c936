import Demarcation
import Geodesy

/// The reports of a block in columns, so that they can be judged at once.
package struct ReportColumns {
    /// The reported positions.
    package internal(set) var positions: [Coordinate] = []
    /// The bounds on their errors, in metres.
    package internal(set) var uncertainties: [Double] = []
    /// When they were observed.
    package internal(set) var times: [Instant?] = []
    /// For each report its kind, an index of `kindReports`.
    package internal(set) var kinds: [Int] = []
    /// For each kind a report with the category, party and attributes that it stands for.
    package internal(set) var kindReports: [Report] = []
    /// Changes when kinds are numbered anew.
    package internal(set) var generation = 0

    init() {}

    /// How many reports there are.
    package var count: Int { positions.count }

    /// One report.
    package func report(_ k: Int) -> Report {
        var report = kindReports[kinds[k]]
        report.position = positions[k]
        report.uncertainty = .metres(uncertainties[k])
        report.time = times[k]
        return report
    }

    mutating func removeAll() {
        positions.removeAll(keepingCapacity: true)
        uncertainties.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func append(
        _ position: Coordinate, uncertainty: Double, time: Instant?, kind: Int
    ) {
        positions.append(position)
        uncertainties.append(uncertainty)
        times.append(time)
        kinds.append(kind)
    }
}

/// What was found of one report: everything but the distance by a number, which means the same for
/// all reports of a judge.
package struct ReportOutcome {
    /// The number by which the judge knows the judgement.
    package var number: Int
    /// The distance to the nearest line in metres; NaN without one.
    package var distance: Double

    /// An outcome.
    package init(number: Int, distance: Double) {
        self.number = number
        self.distance = distance
    }
}
