import Agreements
import Geodesy
import ReportFiles

/// What a page says of all findings together, counted while they are read.
package struct PageTally {
    /// Numbers by finding.
    typealias Counts = [Int]

    private(set) var total: Counts = Self.none
    /// By what each rule says, and of whom; a rule's own finding, not the gravest of the report.
    private(set) var rules: [String: [String: Counts]] = [:]
    /// By the zones in which reports certainly are, and how many may be in each.
    private(set) var zones: [String: Counts] = [:]
    private(set) var openZones: [String: Int] = [:]
    private(set) var parties: [String: Counts] = [:]
    /// By the day, counted from 1970; reports of no known day are left out.
    private(set) var days: [Int64: Counts] = [:]
    /// How many reports have no time, or one of several days.
    private(set) var withoutDay = 0
    /// The reports that contradict a rule most deeply, the deepest first.
    private(set) var deepest: [ShownFinding] = []
    /// Whether margins and lists of rules stood in the files.
    private(set) var hasMargins = false
    private(set) var hasRules = false
    /// Why reports are undeterminable: the names of words, with zones.
    private(set) var reasons: [Reason: Int] = [:]
    /// Why records could not be used, and the first of each.
    private(set) var refusals: [String: (count: Int, first: ShownFinding)] = [:]
    private var period: ReportDays
    private var clock: DayClock

    /// Why a report is undeterminable.
    struct Reason: Hashable {
        /// The name of its words.
        let key: String
        /// The zone, or the rule.
        let zone: String?
    }

    static let none = Counts(repeating: 0, count: FindingKind.allCases.count)
    private static let mostDeepest = 12
    private static let mostNames = 2000
    private static let mostRefusals = 200

    /// Counts days on a clock.
    package init(_ clock: LocalClock?) {
        period = ReportDays(clock)
        self.clock = DayClock(clock)
    }

    /// From which to which day the reports are.
    func span(_ words: ReportWords) -> String? { period.span(words) }

    /// The day of a report, counted from 1970; `nil` where it is not one.
    mutating func day(of finding: ShownFinding) -> Int64? {
        guard let time = finding.time else { return nil }
        let first = clock.day(time.first)
        return time.first == time.last || clock.day(time.last) == first ? first : nil
    }

    /// Takes a record.
    ///
    /// - Returns: its day, counted from 1970; `nil` where that is not known.
    @discardableResult
    package mutating func add(_ finding: ShownFinding) -> Int64? {
        let kind = Int(FindingKind(word: finding.finding).rawValue)
        total[kind] += 1
        if let error = finding.error {
            refuse(finding, error)
            return nil
        }
        period.add(finding)
        let party = finding.party ?? ""
        count(kind, party, in: &parties)
        for zone in finding.zones { count(kind, zone, in: &zones) }
        for zone in finding.openZones
        where openZones[zone] != nil || openZones.count < Self.mostNames {
            openZones[zone, default: 0] += 1
        }
        if !finding.rules.isEmpty { hasRules = true }
        for (word, names) in finding.rules {
            let kind = Int(FindingKind(word: word).rawValue)
            for name in names { add(kind, rule: name, party) }
        }
        if finding.rules.isEmpty, let rule = finding.rule { add(kind, rule: rule, party) }
        if finding.margin != nil { hasMargins = true }
        if finding.finding == FindingKind.apparentBreach.word { deepen(finding) }
        if finding.finding == FindingKind.undeterminable.word { explain(finding) }
        let day = day(of: finding)
        if let day {
            if days[day] != nil || days.count < 100_000 {
                days[day, default: Self.none][kind] += 1
            }
        } else {
            withoutDay += 1
        }
        return day
    }

    private func sum(_ counts: Counts) -> Int { counts.reduce(0, +) }

    private mutating func add(_ kind: Int, rule: String, _ party: String) {
        guard rules[rule] != nil || rules.count < Self.mostNames else { return }
        guard rules[rule]?[party] != nil || (rules[rule]?.count ?? 0) < 200 else {
            rules[rule, default: [:]]["…", default: Self.none][kind] += 1
            return
        }
        rules[rule, default: [:]][party, default: Self.none][kind] += 1
    }

    private func count(_ kind: Int, _ name: String, in counts: inout [String: Counts]) {
        guard counts[name] != nil || counts.count < Self.mostNames else {
            counts["…", default: Self.none][kind] += 1
            return
        }
        counts[name, default: Self.none][kind] += 1
    }

    /// Keeps the deepest: those with the least margin, without margins the first.
    private mutating func deepen(_ finding: ShownFinding) {
        guard let margin = finding.margin else { return }
        if deepest.count == Self.mostDeepest, let last = deepest.last?.margin, margin >= last {
            return
        }
        let place = deepest.firstIndex { ($0.margin ?? .zero) > margin } ?? deepest.count
        deepest.insert(finding, at: place)
        if deepest.count > Self.mostDeepest { deepest.removeLast() }
    }

    private mutating func explain(_ finding: ShownFinding) {
        var isExplained = false
        func because(_ key: String, _ zone: String? = nil) {
            isExplained = true
            let reason = Reason(key: key, zone: zone)
            if reasons[reason] != nil || reasons.count < Self.mostNames {
                reasons[reason, default: 0] += 1
            }
        }
        for zone in finding.openZones { because("why-zone", zone) }
        if finding.category == nil { because("why-category") }
        if finding.time == nil { because("why-time") }
        if finding.party == nil { because("why-party") }
        if isExplained { return }
        for (word, names) in finding.rules where word == FindingKind.undeterminable.word {
            for name in names { because("why-rule", name) }
        }
        if !isExplained { because("why-other") }
    }

    private mutating func refuse(_ finding: ShownFinding, _ error: String) {
        // Without its place, which is another one for each: `record 7 at byte 1,024: …`.
        let reason: String
        if error.hasPrefix("record "), let colon = error.firstRange(of: ": ") {
            reason = String(error[colon.upperBound...])
        } else {
            reason = error
        }
        if let known = refusals[reason] {
            refusals[reason] = (known.count + 1, known.first)
        } else if refusals.count < Self.mostRefusals {
            refusals[reason] = (1, finding)
        }
    }
}

/// The days of a clock, remembered for the day at hand.
struct DayClock {
    private let clock: LocalClock?
    private var known: (hours: Int64, day: Int64)?

    init(_ clock: LocalClock?) { self.clock = clock ?? (try? LocalClock(parsing: "UTC")) }

    /// The day of a moment, counted from 1970.
    mutating func day(_ moment: Instant) -> Int64 {
        // Offsets are whole quarters of an hour nearly everywhere and always whole minutes.
        let minutes = moment.seconds / 60
        if let known, known.hours == minutes { return known.day }
        let day = clock?.shown(at: moment).dayNumber ?? moment.seconds / 86_400
        known = (minutes, day)
        return day
    }
}
