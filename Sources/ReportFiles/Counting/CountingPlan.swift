import Agreements

/// How the sets of an agreement are counted.
package struct CountingPlan: Sendable {
    /// The agreement.
    package let agreement: Agreement
    /// Its sets.
    let sets: [Way]
    /// The moment as of which sets are told.
    ///
    /// What was observed later is not counted; `nil` for the moment of the
    /// latest report.
    package var asOf: Instant?
    /// Where and when all that there was has been reported.
    package var complete: [DeclaredComplete] = []

    /// How one set is counted.
    enum Way: Sendable {
        case cap(CapWay)
        case visit(site: Int)
        case item(site: Int, item: Int, same: Int?)
        case act(TermWay)
        case event(TermWay)
    }

    /// How reports count towards a cap.
    struct CapWay: Sendable {
        let rule: Int
        let cap: Int
        /// Whether all time is one window.
        let isWhole: Bool
        /// The windows; `nil` while their zero is not known.
        let windows: CountingWindows?
        /// The word by which objects are told apart, among those that are read of reports.
        let same: Int?
        /// Whether all of a window counts together.
        let isInWindow: Bool
    }

    /// By when an act has to be done.
    struct TermWay: Sendable {
        let obligation: Int
        let zone: Int
        let term: Term
    }

    enum Term: Sendable {
        /// In each of these windows from number 0 on; `nil` while their beginning is not known.
        case every(CountingWindows?)
        /// Until a moment; `nil` while it is not known.
        case due(Instant?)
        case within(CountingPeriod)
    }

    /// The place of the visit among the words that are read of reports; `nil` where nobody asks for it.
    let visit: Int?

    /// How an agreement's sets are counted; `nil` where there are none.
    package init?(_ compiled: CompiledAgreement) {
        let agreement = compiled.agreement
        guard !compiled.countedSets.isEmpty else { return nil }
        self.agreement = agreement
        let names = compiled.countingNames
        // The number of objects is read beside the words.
        func word(_ name: String?) -> Int? {
            name.flatMap { names.firstIndex(of: $0) }.flatMap { $0 > 0 ? $0 - 1 : nil }
        }
        visit = word(CompiledAgreement.visitName)
        sets = compiled.countedSets.map { set in
            switch set {
            case .cap(let rule, let cap):
                let own = agreement.rules[rule]
                return .cap(
                    CapWay(
                        rule: rule, cap: cap, isWhole: own.per == nil,
                        windows: compiled.windows(of: own), same: word(own.same),
                        isInWindow: own.counts == .inWindow))
            case .visit(let site): return .visit(site: site)
            case .item(let site, let item):
                return .item(site: site, item: item, same: word(agreement.sites[site].same))
            case .act(let number, let zone):
                return .act(
                    TermWay(
                        obligation: number, zone: zone, term: Self.term(number, agreement)))
            case .event(let number, let zone):
                return .event(
                    TermWay(
                        obligation: number, zone: zone, term: Self.term(number, agreement)))
            }
        }
    }

    private static func term(_ number: Int, _ agreement: Agreement) -> Term {
        let obligation = agreement.obligations[number]
        switch obligation.term {
        case .every(let period):
            let zero = obligation.from.flatMap { agreement.zero(of: $0) } ?? agreement.zero
            let start =
                obligation.from.map { agreement.resolve($0) } ?? agreement.zero?.instant
            return .every(
                start.map {
                    CountingWindows(period, from: $0, zero: zero, clock: agreement.clock)
                })
        case .due(let time): return .due(agreement.resolve(time))
        case .within(let period, _): return .within(period)
        }
    }
}

/// That all that there was in a zone at a time has been reported.
package struct DeclaredComplete: Hashable, Sendable {
    /// The zone.
    package let zone: String
    /// The first moment, and the first that is not meant any more.
    package let from: Instant
    package let until: Instant

    package init(zone: String, from: Instant, until: Instant) {
        (self.zone, self.from, self.until) = (zone, from, until)
    }
}
