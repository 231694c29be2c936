import Demarcation
import Geodesy

/// The reports of a block in columns, so that they can be judged at once.
///
/// The columns are memory of the checker's own, valid until the next block; arrays would be asked at
/// every element whether somebody else holds them.
package final class ReportColumns {
    /// For each kind a report with the category, party and attributes that it stands for.
    package internal(set) var kindReports: [Report] = []
    /// Changes when kinds are numbered anew.
    package internal(set) var generation = 0
    /// The columns themselves; the checker works on a copy, whose use costs no look at who else does.
    var memory = Memory()

    init() {}

    deinit { memory.release() }

    /// How many reports there are.
    package var count: Int { memory.count }
    /// The reported positions.
    package var positions: UnsafeBufferPointer<Coordinate> { column(memory.positions) }
    /// The bounds on their errors, in metres.
    package var uncertainties: UnsafeBufferPointer<Double> { column(memory.uncertainties) }
    /// When they were observed.
    package var times: UnsafeBufferPointer<Instant?> { column(memory.times) }
    /// For each report its kind, an index of `kindReports`.
    package var kinds: UnsafeBufferPointer<Int> { column(memory.kinds) }

    private func column<Value>(
        _ memory: UnsafeMutableBufferPointer<Value>
    ) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(rebasing: memory[..<count])
    }

    /// One report.
    package func report(_ k: Int) -> Report {
        let memory = self.memory
        precondition(k < memory.count)
        var report = kindReports[memory.kinds[k]]
        report.position = memory.positions[k]
        report.uncertainty = .metres(memory.uncertainties[k])
        report.time = memory.times[k]
        return report
    }
}

extension ReportColumns {
    /// Four columns of one length.
    struct Memory {
        private(set) var count = 0
        private(set) var positions = UnsafeMutableBufferPointer<Coordinate>.allocate(capacity: 0)
        private(set) var uncertainties = UnsafeMutableBufferPointer<Double>.allocate(capacity: 0)
        private(set) var times = UnsafeMutableBufferPointer<Instant?>.allocate(capacity: 0)
        private(set) var kinds = UnsafeMutableBufferPointer<Int>.allocate(capacity: 0)

        func release() {
            positions.deallocate()
            uncertainties.deallocate()
            times.deallocate()
            kinds.deallocate()
        }

        /// Begins a block of at most so many records.
        mutating func begin(_ most: Int) {
            count = 0
            guard most > positions.count else { return }
            release()
            let room = most + most / 2
            positions = .allocate(capacity: room)
            uncertainties = .allocate(capacity: room)
            times = .allocate(capacity: room)
            kinds = .allocate(capacity: room)
        }

        @inline(__always)
        mutating func append(
            _ position: Coordinate, uncertainty: Double, time: Instant?, kind: Int
        ) {
            precondition(count < positions.count)
            positions.initializeElement(at: count, to: position)
            uncertainties.initializeElement(at: count, to: uncertainty)
            times.initializeElement(at: count, to: time)
            kinds.initializeElement(at: count, to: kind)
            count &+= 1
        }
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
