import Agreements
import Geodesy
import ReportFiles

/// What a page says of all findings together, counted while they are read.
package struct PageTally: Sendable {
    /// Numbers by finding.
    typealias Counts = [Int]

    private(set) var total: Counts = Self.none
    /// By what each rule says, and of whom; a rule's own finding, not the gravest of the report.
    private(set) var rules = NamedCounts<RuleAndParty>()
    /// By the zones in which reports certainly are, and how many may be in each.
    private(set) var zones = NamedCounts<String>()
    private var mayBeInZones = NamedCounts<String>()
    private(set) var parties = NamedCounts<String>()
    /// By the day, counted from 1970; reports of no known day are left out.
    private(set) var days = NamedCounts<Int64>()
    /// How many reports have no time, or one of several days.
    private(set) var withoutDay = 0
    /// The reports that contradict a rule most deeply, the deepest first.
    private(set) var deepest: [ShownFinding] = []
    /// Whether margins and lists of rules stood in the files.
    private(set) var hasMargins = false
    private(set) var hasRules = false
    /// Why records could not be used, and the first of each.
    private(set) var refusals: [Refusal] = []
    private var refusalPlaces: [String: Int] = [:]
    private var period: ReportDays
    private let clock: DayClock

    /// A rule and the party of which it says something.
    struct RuleAndParty: Hashable, Sendable {
        let rule: String
        let party: String
    }

    /// Why records could not be used.
    struct Refusal: Sendable {
        let reason: String
        var count: Int
        let first: ShownFinding
    }

    static let none = Counts(repeating: 0, count: FindingKind.allCases.count)
    static let mostDeepest = 12
    private static let mostNames = 2000
    private static let mostDays = 100_000
    private static let mostRefusals = 200
    /// Stands for names beyond the most that are told apart.
    static let others = "…"

    /// Counts days on a clock.
    package init(_ clock: LocalClock?) {
        period = ReportDays(clock)
        self.clock = DayClock(clock)
    }

    /// An empty one that counts days on the same clock.
    var fresh: PageTally { PageTally(clock.clock) }

    /// From which to which day the reports are.
    func span(_ words: ReportWords) -> String? { period.span(words) }

    /// The same days, counted from 1970; `nil` where no report has a time.
    var daysOfPeriod: ClosedRange<Int64>? {
        guard let first = period.first, let last = period.last else { return nil }
        let (from, to) = (clock.day(first), clock.day(last))
        return from <= to ? from...to : nil
    }

    /// How many reports may be in a zone.
    func mayBe(inZone id: String) -> Int { mayBeInZones[id]?.reduce(0, +) ?? 0 }

    /// The day of a report, counted from 1970; `nil` where it is not one.
    func day(of finding: ShownFinding) -> Int64? {
        guard let time = finding.time else { return nil }
        let first = clock.day(time.first)
        return time.first == time.last || clock.day(time.last) == first ? first : nil
    }

    /// Takes a record.
    ///
    /// - Returns: its day, counted from 1970; `nil` where that is not known.
    @discardableResult
    mutating func add(_ finding: ShownFinding, _ own: FindingKind) -> Int64? {
        let kind = Int(own.rawValue)
        total[kind] += 1
        if let error = finding.error {
            refuse(finding, error)
            return nil
        }
        period.add(finding)
        let party = finding.party ?? ""
        parties.add(kind, party)
        for zone in finding.zones { zones.add(kind, zone) }
        for zone in finding.openZones { mayBeInZones.add(kind, zone) }
        for (word, names) in finding.rules {
            let kind = Int(FindingKind(word: word).rawValue)
            for name in names { rules.add(kind, RuleAndParty(rule: name, party: party)) }
        }
        if !finding.rules.isEmpty {
            hasRules = true
        } else if let rule = finding.rule {
            rules.add(kind, RuleAndParty(rule: rule, party: party))
        }
        if finding.margin != nil { hasMargins = true }
        if own == .apparentBreach { deepen(finding) }
        let day = day(of: finding)
        if let day { days.add(kind, day) } else { withoutDay += 1 }
        return day
    }

    /// Takes what was counted of later records.
    mutating func add(_ later: PageTally) {
        for kind in total.indices { total[kind] += later.total[kind] }
        rules.add(
            later.rules, most: Self.mostNames,
            others: RuleAndParty(rule: Self.others, party: Self.others))
        zones.add(later.zones, most: Self.mostNames, others: Self.others)
        mayBeInZones.add(later.mayBeInZones, most: Self.mostNames, others: Self.others)
        parties.add(later.parties, most: Self.mostNames, others: Self.others)
        days.add(later.days, most: Self.mostDays, others: nil)
        withoutDay += later.withoutDay
        hasMargins = hasMargins || later.hasMargins
        hasRules = hasRules || later.hasRules
        for finding in later.deepest { deepen(finding) }
        for refusal in later.refusals { refuse(refusal) }
        period.add(later.period)
    }

    /// Keeps the deepest: those with the least margin, of equal ones the first.
    private mutating func deepen(_ finding: ShownFinding) {
        guard let margin = finding.margin else { return }
        if deepest.count == Self.mostDeepest, let last = deepest.last?.margin, margin >= last {
            return
        }
        let place = deepest.firstIndex { ($0.margin ?? .zero) > margin } ?? deepest.count
        deepest.insert(finding, at: place)
        if deepest.count > Self.mostDeepest { deepest.removeLast() }
    }

    private mutating func refuse(_ finding: ShownFinding, _ error: String) {
        // Without its place, which is another one for each: `record 7 at byte 1,024: …`.
        let reason: String
        if error.hasPrefix("record "), let colon = error.firstRange(of: ": ") {
            reason = String(error[colon.upperBound...])
        } else {
            reason = error
        }
        refuse(Refusal(reason: reason, count: 1, first: finding))
    }

    private mutating func refuse(_ refusal: Refusal) {
        if let known = refusalPlaces[refusal.reason] {
            refusals[known].count += refusal.count
        } else if refusals.count < Self.mostRefusals {
            refusalPlaces[refusal.reason] = refusals.count
            refusals.append(refusal)
        }
    }
}
