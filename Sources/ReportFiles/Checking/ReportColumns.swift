import Demarcation
import Geodesy

/// The reports of a block in columns, so that they can be judged at once.
///
/// The columns are memory of the checker's own, valid until the next block; arrays would be asked at
/// every element whether somebody else holds them.
package final class ReportColumns {
    /// How many reports there are.
    package private(set) var count = 0
    /// For each kind a report with the category, party and attributes that it stands for.
    package internal(set) var kindReports: [Report] = []
    /// Changes when kinds are numbered anew.
    package internal(set) var generation = 0

    private var positionMemory = UnsafeMutableBufferPointer<Coordinate>.allocate(capacity: 0)
    private var uncertaintyMemory = UnsafeMutableBufferPointer<Double>.allocate(capacity: 0)
    private var timeMemory = UnsafeMutableBufferPointer<Instant?>.allocate(capacity: 0)
    private var kindMemory = UnsafeMutableBufferPointer<Int>.allocate(capacity: 0)

    init() {}

    deinit { release() }

    private func release() {
        positionMemory.deallocate()
        uncertaintyMemory.deallocate()
        timeMemory.deallocate()
        kindMemory.deallocate()
    }

    /// The reported positions.
    package var positions: UnsafeBufferPointer<Coordinate> { column(positionMemory) }
    /// The bounds on their errors, in metres.
    package var uncertainties: UnsafeBufferPointer<Double> { column(uncertaintyMemory) }
    /// When they were observed.
    package var times: UnsafeBufferPointer<Instant?> { column(timeMemory) }
    /// For each report its kind, an index of `kindReports`.
    package var kinds: UnsafeBufferPointer<Int> { column(kindMemory) }

    private func column<Value>(
        _ memory: UnsafeMutableBufferPointer<Value>
    ) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(rebasing: memory[..<count])
    }

    /// One report.
    package func report(_ k: Int) -> Report {
        var report = kindReports[kinds[k]]
        report.position = positions[k]
        report.uncertainty = .metres(uncertainties[k])
        report.time = times[k]
        return report
    }

    /// Begins a block of at most so many records.
    func begin(_ most: Int) {
        count = 0
        guard most > positionMemory.count else { return }
        release()
        let room = most + most / 2
        positionMemory = .allocate(capacity: room)
        uncertaintyMemory = .allocate(capacity: room)
        timeMemory = .allocate(capacity: room)
        kindMemory = .allocate(capacity: room)
    }

    @inline(__always)
    func append(_ position: Coordinate, uncertainty: Double, time: Instant?, kind: Int) {
        precondition(count < positionMemory.count)
        positionMemory.initializeElement(at: count, to: position)
        uncertaintyMemory.initializeElement(at: count, to: uncertainty)
        timeMemory.initializeElement(at: count, to: time)
        kindMemory.initializeElement(at: count, to: kind)
        count &+= 1
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
