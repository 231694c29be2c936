import Agreements
import ReportFiles

/// The days of reports on a clock.
package struct ReportDays: Sendable {
    private let clock: LocalClock?
    private(set) var first: Instant?
    private(set) var last: Instant?

    /// The days on a clock; on that of UTC where there is none.
    package init(_ clock: LocalClock?) { self.clock = clock }

    /// Takes a record.
    package mutating func add(_ finding: ShownFinding) {
        guard let time = finding.time else { return }
        if first.map({ time.first < $0 }) ?? true { first = time.first }
        if last.map({ time.last > $0 }) ?? true { last = time.last }
    }

    /// An empty one on the same clock.
    var fresh: ReportDays { ReportDays(clock) }

    /// Takes the days of later records.
    mutating func add(_ later: ReportDays) {
        if let moment = later.first, first.map({ moment < $0 }) ?? true { first = moment }
        if let moment = later.last, last.map({ moment > $0 }) ?? true { last = moment }
    }

    /// From which to which day, in words; `nil` where no report has a time.
    package func span(_ words: ReportWords) -> String? {
        guard let first, let last else { return nil }
        return words.span(day(first), day(last))
    }

    /// The day of a moment, such as `2026-12-01`.
    func day(_ moment: Instant) -> String {
        (clock ?? Self.utc)?.shown(at: moment).day ?? moment.description
    }

    private static let utc = try? LocalClock(parsing: "UTC")
}
