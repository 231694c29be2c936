import Agreements

/// Judges by an agreement and by an older one; an outcome is what both say.
package final class ChangedJudge: ColumnJudge {
    private let new: any ColumnJudge
    private let old: any ColumnJudge
    private let reasons: ChangeReasons
    private let counts: ChangeCounts
    /// The parties that are counted each, folded.
    private let parties: Set<String>
    private var pairs: [Pair] = []
    private var numbers: [Pair: Int32] = [:]
    private var changes: [Change?] = []

    private struct Pair: Hashable {
        let new: Int32
        let old: Int32
    }

    /// What is written of a report that is judged otherwise than before.
    package struct Change: Sendable {
        let judgements: JudgementChange
        /// What differs, and why.
        let sentence: String
    }

    init(
        _ new: any ColumnJudge, against old: any ColumnJudge, _ reasons: ChangeReasons,
        _ counts: ChangeCounts, parties: Set<String>
    ) {
        (self.new, self.old) = (new, old)
        self.parties = parties
        (self.reasons, self.counts) = (reasons, counts)
    }

    package func judge(_ columns: ReportColumns, wanting wanted: BatchJudge.Wanted)
        -> ReportOutcomes
    {
        var found = new.judge(columns, wanting: wanted)
        let before = old.judge(
            columns, wanting: wanted.intersection([.line, .distance, .side, .deepestRule]))
        let tellsPlace = !wanted.isDisjoint(with: [.line, .side])
        let kindParties = columns.kindReports.map { party($0.party) }
        var counted = ChangeCounts.Counts()
        for k in found.numbers.indices {
            let number = number(
                of: Pair(new: found.numbers[k], old: before.numbers[k]), tellsPlace: tellsPlace)
            found.numbers[k] = number
            counted.take(
                changes[Int(number)]?.judgements, party: kindParties[Int(columns.kinds[k])])
        }
        counts.add(counted)
        found.earlierDistances = before.distances
        return found
    }

    /// Whose a report is for the counts: a party of one of the agreements, nobody's or somebody else's.
    private func party(_ reported: String?) -> ChangeCounts.Reported {
        let folded = reported.map { CategoryTree.folded($0) } ?? ""
        if folded.isEmpty { return .nobody }
        return parties.contains(folded) ? .party(folded) : .others
    }

    private func number(of pair: Pair, tellsPlace: Bool) -> Int32 {
        if let known = numbers[pair] { return known }
        let number = Int32(pairs.count)
        numbers[pair] = number
        pairs.append(pair)
        let both = JudgementChange(
            new: new.judgement(ofOutcome: pair.new), old: old.judgement(ofOutcome: pair.old),
            tellsPlace: tellsPlace)
        changes.append(
            both.isChange ? Change(judgements: both, sentence: reasons.sentence(both)) : nil)
        return number
    }

    package func judgement(ofOutcome number: Int32) -> Judgement {
        new.judgement(ofOutcome: pairs[Int(number)].new)
    }

    package var hasEarlier: Bool { true }

    package func change(ofOutcome number: Int32) -> Change? { changes[Int(number)] }

    package var outcomeCount: Int { max(pairs.count, new.outcomeCount, old.outcomeCount) }

    package func forgetOutcomes() {
        (pairs, numbers, changes) = ([], [:], [])
        new.forgetOutcomes()
        old.forgetOutcomes()
    }
}
