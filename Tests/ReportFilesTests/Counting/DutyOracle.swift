import TestSupport

/// Random reports of which everything that counts is known, and sites and obligations told of them by going through
/// every period, event and visit.
struct DutyOracle {
    /// A report as it was made up.
    struct Report {
        let category: String
        let party: String
        /// Whether it certainly is in the zone or site, may be, or is not.
        let zone: Int
        let site: Int
        /// Minutes after the zero at which it was, or the day.
        let minute: Int?
        let day: Int?
        let count: Int
        let serial: String
        let visit: String

        /// The first and the last second.
        var seconds: (first: Int, last: Int)? {
            if let day { return (day * 86_400, day * 86_400 + 86_399) }
            return minute.map { ($0 * 60, $0 * 60) }
        }

        var row: String {
            let places = [
                "2,0": "37.01,48.0,10", "1,0": "37.1,48.0,20000", "0,0": "37.3,48.0,10",
                "0,2": "37.9,48.2,10", "0,1": "37.9,48.2,2000",
            ]
            let place = places["\(zone),\(site)"] ?? ""
            return "\(place),\(category),\(party),\(time),\(count),\(serial),\(visit)"
        }

        private var time: String {
            func padded(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
            if let day { return "2026-10-" + padded(day + 1) }
            guard let minute else { return "" }
            return "2026-10-" + padded(minute / 1440 + 1) + "T" + padded(minute / 60 % 24) + ":"
                + padded(minute % 60) + ":00Z"
        }
    }

    let reports: [Report]
    /// Seconds after the zero as of which is told.
    let asOf: Int

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
        var minutes: Set<Int> = []
        let least = Int.random(in: 1...25, using: &random)
        let hasUntimed = Int.random(in: 0..<3, using: &random) == 0
        reports = (0..<least).map { _ in
            var minute = Int.random(in: 0..<20 * 1440, using: &random)
            // Two visits that end at the same moment would be told by neither.
            while !minutes.insert(minute).inserted { minute += 1 }
            let when = Int.random(in: 0..<8, using: &random)
            let (zone, site) = pick([(2, 0), (2, 0), (1, 0), (0, 0), (0, 2), (0, 2), (0, 1)])
            return Report(
                category: pick(["capture", "handover", "handover", "tank", "tank"]),
                party: pick(["north", "north", "north", "south", ""]), zone: zone, site: site,
                minute: when == 0 && hasUntimed ? nil : minute,
                day: when == 1 ? minute / 1440 : nil,
                count: pick([1, 1, 2, 3]), serial: pick(["", "A", "B", "C"]),
                visit: pick(["", "", "v", "w"]))
        }
        asOf = Int.random(in: 5...25, using: &random) * 86_400
    }

    static let agreement = """
        parties: {north: N, south: S}
        zero: 2026-10-01T00:00+00:00
        time-zone: UTC
        others: unregulated
        lines: {contact: {geometry: [[37.0, 47.0], [37.0, 49.0]], left: south, right: north}}
        zones: {z: {within: 10 km each side, of: contact}}
        sites: {s: {area: {within: 1 km, of: [37.9, 48.2]}, party: north, same: serial, inventory: {tank: 3}}}
        obligations:
          e: {act: handover, by: north, in: [z], every: 30 h}
          w: {act: handover, by: north, in: [z], within: 24 h, of: capture}
          d: {act: handover, by: north, in: [z], due: D+4}
        """

    var table: String { CountingOracle.head + reports.map { $0.row + "\n" }.joined() }

    /// What was observed until then; what may be later is not certain.
    private func known(_ category: String, byNorth: Bool, _ place: KeyPath<Report, Int>) -> [(
        report: Report, isCertain: Bool
    )] {
        reports.compactMap { report in
            let party = byNorth ? (report.party == "north" ? 2 : report.party.isEmpty ? 1 : 0) : 2
            let member = min(report.category == category ? 2 : 0, party, report[keyPath: place])
            if member == 0 || report.seconds.map({ $0.first > asOf }) == true { return nil }
            let isPast = report.seconds.map { $0.last <= asOf } ?? true
            return (report, member == 2 && isPast)
        }
    }

    private func line(_ name: String, _ states: [String]) -> String {
        let counts = ["met", "due", "overdue", "not_verified"].compactMap { state in
            let count = states.count { $0 == state }
            return count > 0 ? " \(state) \(count)" : nil
        }
        return "\(name) z" + counts.joined()
    }

    var lines: [String] { [site, every, within, due] }

    private var every: String {
        let acts = known("handover", byNorth: true, \.zone)
        let length = 30 * 3600
        let states = (0...asOf / length).map { period in
            let (start, end) = (period * length, (period + 1) * length)
            if acts.contains(where: { act in
                act.isCertain
                    && act.report.seconds.map { $0.first >= start && $0.last < end } == true
            }) {
                return "met"
            }
            let mayBe = acts.contains { act in
                act.report.seconds.map { $0.first < end && $0.last >= start } ?? true
            }
            return mayBe ? "not_verified" : end <= asOf ? "overdue" : "due"
        }
        return line("e", states)
    }

    private var within: String {
        let acts = known("handover", byNorth: true, \.zone)
        let hasUntimed = acts.contains { $0.report.seconds == nil }
        let states = known("capture", byNorth: false, \.zone).map { event, isCertain in
            guard let time = event.seconds else { return "not_verified" }
            let (soonest, latest) = (time.first + 86_400, time.last + 86_400)
            let isMet = acts.contains { act in
                guard act.isCertain, let own = act.report.seconds else { return false }
                return own.first >= time.last && own.last <= soonest
            }
            if isMet { return "met" }
            if !isCertain { return "not_verified" }
            if asOf <= latest { return "due" }
            let mayBe = acts.contains { act in
                act.report.seconds.map { $0.last >= time.first && $0.first <= latest } ?? true
            }
            return mayBe || hasUntimed || time.first < time.last ? "not_verified" : "overdue"
        }
        return line("w", states)
    }

    private var due: String {
        let acts = known("handover", byNorth: true, \.zone)
        let end = 4 * 86_400
        let isMet = acts.contains { act in
            act.isCertain && act.report.seconds.map { $0.last <= end } == true
        }
        let mayBe = acts.contains { act in act.report.seconds.map { $0.first <= end } ?? true }
        return line("d", [isMet ? "met" : mayBe ? "not_verified" : asOf > end ? "overdue" : "due"])
    }

    /// The visit that a report is of: its own word, else its day.
    private func group(_ report: Report) -> String? {
        if !report.visit.isEmpty { return report.visit }
        return report.seconds.map { "day \($0.first / 86_400)" }
    }

    private var site: String {
        let there = reports.filter { report in
            report.site > 0 && report.seconds.map { $0.first <= asOf } ?? true
        }
        let certain = there.filter { $0.site == 2 && ($0.seconds.map { $0.last <= asOf } ?? true) }
        if there.isEmpty { return "s tank not_visited" }
        let last = certain.filter { $0.seconds != nil }.max {
            ($0.seconds?.last ?? 0) < ($1.seconds?.last ?? 0)
        }
        let tanks = known("tank", byNorth: true, \.site)
        let untimedVisits = Set(certain.filter { $0.seconds == nil }.map { group($0) })
        var visit = last.map { group($0) }
        if visit == nil, !certain.isEmpty {
            // Of several at no known time one is taken, which random reports must not hang on.
            visit = untimedVisits.count == 1 ? untimedVisits.first : .some(nil)
        }
        let own = tanks.filter { tank in
            guard let visit else { return true }
            return group(tank.report) == visit || group(tank.report) == nil
        }
        let sure = visit == nil ? [] : own.filter { $0.isCertain && group($0.report) == visit }
        func sum(_ reports: [Report]) -> Int {
            Set(reports.map(\.serial)).filter { !$0.isEmpty }.map { serial in
                reports.filter { $0.serial == serial }.map(\.count).max() ?? 0
            }.reduce(0, +)
        }
        let low = max(
            sum(sure.map(\.report)),
            sure.filter { $0.report.serial.isEmpty }.map(\.report.count).max() ?? 0)
        var high = 0
        // Objects of different visits, one of them at no known time, are not told to be the same.
        for name in Set(own.map { group($0.report) }) {
            let part = own.map(\.report).filter { group($0) == name }
            high += sum(part) + part.filter(\.serial.isEmpty).map(\.count).reduce(0, +)
        }
        func shown(_ low: Int, _ high: Int) -> String { low == high ? "\(low)" : "\(low)..\(high)" }
        let isVisited = visit != nil
        let missing = (isVisited ? max(0, 3 - high) : 0, max(0, 3 - low))
        let extra = (max(0, low - 3), max(0, high - 3))
        let state =
            missing.0 > 0
            ? "missing"
            : extra.0 > 0
                ? "extra"
                : isVisited && missing.1 == 0 && extra.1 == 0 ? "present" : "not_verified"
        return "s tank \(state) \(shown(low, high)), missing \(shown(missing.0, missing.1)), extra "
            + shown(extra.0, extra.1)
    }
}
