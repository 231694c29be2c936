import ZoneIndexing
import Zones

extension CompiledAgreement {
    /// The sets of reports that something is counted of; empty where nothing is.
    package var countedSets: [CountedSet] { sets.sets }

    /// The numbers that caps name, ascending: only whether a report's own number is above one of them matters to
    /// its judgement.
    var countThresholds: [Int] { sets.thresholds }

    /// The properties of records by which reports are counted, each once: how many objects they tell of, by which
    /// visit, and those by which objects are told apart; empty where nothing is counted.
    package var countingNames: [String] {
        if sets.sets.isEmpty { return [] }
        let same = (agreement.rules.map(\.same) + agreement.sites.map(\.same)).compactMap { $0 }
        // Without objects that are told apart a visit says nothing of caps.
        let asksVisit =
            !agreement.sites.isEmpty
            || agreement.rules.contains { $0.same != nil && $0.counts == .atOnce }
        var names = [Self.countName] + (asksVisit ? [Self.visitName] : [])
        for name in same where !names.contains(name) { names.append(name) }
        return names
    }

    /// The property with a report's own number.
    package static let countName = "count"
    /// The property with the visit that a report comes from.
    package static let visitName = "visit"

    /// What is counted of a report that has been judged.
    func counting(
        _ report: Report, answer: FootprintAnswer, place: NearestLine?, _ judgement: Judgement
    ) -> OutcomeCounting {
        if sets.sets.isEmpty { return OutcomeCounting() }
        let subject = self.subject(of: report, at: place)
        return OutcomeCounting(
            sets: sets.counted(subject, whole: { answer.whole[$0] }) { answer.touches($0) },
            storage: sets.storageClass(subject, judgement.rules) { answer.whole[$0] })
    }

    /// The windows in which a rule's reports are counted; `nil` where they are one, or not known yet.
    package func windows(of rule: Rule) -> CountingWindows? {
        guard let per = rule.per, agreement.zero != nil || !agreement.isZeroUnknown else {
            return nil
        }
        return CountingWindows(per, zero: agreement.zero, clock: agreement.clock)
    }
}

/// What is counted of reports with the same outcome.
package struct OutcomeCounting: Hashable, Sendable {
    /// The sets that they are in.
    package var sets: [CountedIn] = []
    /// What missions tell of them.
    package var storage: StorageClass?

    /// Nothing unless said.
    package init(sets: [CountedIn] = [], storage: StorageClass? = nil) {
        (self.sets, self.storage) = (sets, storage)
    }
}
