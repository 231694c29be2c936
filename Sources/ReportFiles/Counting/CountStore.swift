import Agreements

/// What all workers of a run have counted of sets.
///
/// `@unchecked` because what changes is used under the lock.
package final class CountStore: @unchecked Sendable {
    private let turn = Turnstile()
    private var runs: CountRuns
    private var totals = CountTotals()

    /// A store that holds so many entries in memory, and puts the rest into a temporary file.
    package init(limit: Int? = nil) {
        runs = limit.map { CountRuns(limit: $0) } ?? CountRuns()
    }

    /// Adds what a worker has counted.
    func add(_ entries: [CountEntry], _ other: CountTotals) throws(ReportFileError) {
        turn.lock()
        defer { turn.unlock() }
        for entry in entries { try runs.add(entry) }
        totals.add(other)
    }

    /// Takes everything that was counted, when no worker is left.
    func take() -> (runs: CountRuns, totals: CountTotals) {
        turn.lock()
        defer {
            (runs, totals) = (CountRuns(), CountTotals())
            turn.unlock()
        }
        return (runs, totals)
    }
}

/// What is counted over all reports.
struct CountTotals {
    /// The first and the last moment at which a report may be.
    private(set) var first: Instant?
    private(set) var last: Instant?
    /// Reports by what missions tell of them, in the order of `StorageClass`.
    private(set) var storage = [Int](repeating: 0, count: StorageClass.allCases.count)

    mutating func take(_ first: Instant, _ last: Instant) {
        self.first = min(self.first ?? first, first)
        self.last = max(self.last ?? last, last)
    }

    mutating func take(_ storage: StorageClass) { self.storage[storage.order] += 1 }

    mutating func add(_ other: CountTotals) {
        if let first = other.first, let last = other.last { take(first, last) }
        for k in storage.indices { storage[k] += other.storage[k] }
    }
}

extension StorageClass {
    /// The place among all cases.
    var order: Int {
        switch self {
        case .inViolation: 0
        case .outsideStorage: 1
        case .notOwed: 2
        case .atSite: 3
        case .notVerified: 4
        }
    }
}
