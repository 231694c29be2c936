/// What an agreement asks of reports: what may be where, whom it binds, and when.
public struct Rule: Hashable, Sendable, Identifiable, Cited {
    /// The identifier used in findings.
    public let id: String
    /// What it asks.
    public var demand: Demand
    /// What is allowed nevertheless.
    public var exempt: [CategoryCondition]
    /// What counts as said where a report says nothing of what an exemption asks for.
    public var unlessReported: Unreported
    /// How many of a category may be in the zones at once.
    ///
    /// A single report contradicts a cap only by its own number; what several come to is counted over the
    /// reports of a run.
    public var limits: [Cap]
    /// The windows in which reports are counted towards caps; `nil` for one window of all time.
    public var per: CountingPeriod?
    /// The property of reports by which objects are told apart, such as `serial`; `nil` where none does.
    public var same: String?
    /// Which reports of a window are of what was there together.
    public var counts: Counts
    /// The parties which the rule binds; empty when it binds everybody but observers.
    public var parties: [Party.ID]
    /// Whether, without parties, it binds observers too.
    public var bindsObservers = false
    /// The word in place of parties by which it does.
    public static let anyParty = "any"
    /// The moment from which the rule holds, that moment included.
    public var from: AgreementTime?
    /// The moment until which the rule holds, that moment excluded.
    public var until: AgreementTime?
    /// The moment before which what would contradict the rule is pending, as withdrawals are that have begun.
    public var due: AgreementTime?
    /// The hours of each day in which it holds; at all of them unless said.
    public var hours: DailyHours?
    /// The months of each year in which it holds, from 1 to 12; empty for all.
    public var months: Set<Int>
    /// The places of an event, any of which contradicts the rule where it lies; empty for the reported position.
    public var places: [EventPlace] = []
    /// Where in the agreement's text it stands.
    public var citation: Citation

    /// A rule.
    public init(
        id: String, _ demand: Demand, exempt: [CategoryCondition] = [],
        unlessReported: Unreported = .undeterminable, limits: [Cap] = [],
        per: CountingPeriod? = nil, same: String? = nil,
        counts: Counts = .atOnce, parties: [Party.ID] = [],
        from: AgreementTime? = nil, until: AgreementTime? = nil, due: AgreementTime? = nil,
        hours: DailyHours? = nil, months: Set<Int> = [], clause: String? = nil,
        quote: String? = nil
    ) {
        self.id = id
        self.demand = demand
        self.exempt = exempt
        self.unlessReported = unlessReported
        self.limits = limits
        (self.per, self.same, self.counts) = (per, same, counts)
        self.parties = parties
        self.from = from
        self.until = until
        self.due = due
        self.hours = hours
        self.months = months
        citation = Citation(clause: clause, quote: quote)
    }

    /// A rule that prohibits something in zones, or limits its number there.
    public init(
        id: String, zones: [Zone.ID], prohibits: [CategoryCondition] = [],
        exempt: [CategoryCondition] = [], limits: [Cap] = [], parties: [Party.ID] = [],
        from: AgreementTime? = nil, until: AgreementTime? = nil, clause: String? = nil,
        quote: String? = nil
    ) {
        self.init(
            id: id, .prohibits(prohibits, in: zones), exempt: exempt, limits: limits,
            parties: parties, from: from, until: until, clause: clause, quote: quote)
    }

    /// What counts as said of what a report does not say.
    public enum Unreported: String, CaseIterable, Hashable, Sendable {
        /// It may be so or not.
        case undeterminable
        /// The exemption applies.
        case exempt
        /// The exemption does not apply.
        case notExempt = "not-exempt"
    }

    /// Which reports are of what was there together.
    public enum Counts: String, CaseIterable, Hashable, Sendable {
        /// Those of one visit, which share the property `visit`.
        case atOnce = "at-once"
        /// All of a window, as where an agreement limits what may come in a day.
        case inWindow = "in-window"
    }

    /// The largest number of a category that may be in the zones of a rule.
    public struct Cap: Hashable, Sendable {
        /// What is counted.
        public let category: String
        /// The largest number.
        public let count: Int

        /// A cap.
        public init(category: String, count: Int) {
            self.category = category
            self.count = count
        }
    }
}

extension Rule {
    /// The zones in which it holds, or to which it confines something; empty for rules that are measured
    /// from a line.
    public var zones: [Zone.ID] { demand.zones }

    /// All conditions that it asks, those of exemptions last.
    public var conditions: [CategoryCondition] { demand.conditions + exempt }

    /// The categories that it names, those of caps last.
    public var categories: [String] { conditions.map(\.category) + limits.map(\.category) }

    /// The times at which it begins, ends or falls due, by their keys.
    var times: [(key: String, time: AgreementTime)] {
        [("from", from), ("due", due), ("until", until)].compactMap { key, time in
            time.map { (key, $0) }
        }
    }

    /// Whether it holds at some times only, so that it asks for that of a report.
    public var asksTime: Bool { !times.isEmpty || hours != nil || !months.isEmpty }
}
