import Demarcation
import Geodesy

/// What reports are judged by; a compiled agreement is one.
package protocol ReportJudge: Sendable {
    /// The zones, in the order in which they are counted.
    var zoneIDs: [String] { get }
    /// The rules, in the order in which they are counted.
    var ruleIDs: [String] { get }
    /// The members of reports that rules ask for, besides category, party and time.
    var attributeNames: [String] { get }
    /// Whether a rule names a category, itself or as part of another.
    func isNamed(category: String) -> Bool
    /// Where the agreement's lines and areas lie; `nil` when it is not known.
    var extent: Extent? { get }
    /// What the agreement says of a report.
    func judge(_ report: Report) -> Judgement
    /// Something that judges one worker's reports by the block; a quick judge brings its own.
    func makeBatchJudge() -> any BatchJudge
}

extension ReportJudge {
    package func makeBatchJudge() -> any BatchJudge { SingleReportJudge(self) }
}

/// Judges the reports of one worker, and may keep working memory for it.
package protocol BatchJudge: AnyObject {
    /// Puts one outcome for each report into `outcomes`, in their order.
    func judge(_ reports: ReportColumns, into outcomes: inout [ReportOutcome])
    /// The judgement that an outcome's number stands for, without its distance.
    func judgement(_ number: Int) -> Judgement
    /// How many numbers have been given.
    var outcomeCount: Int { get }
    /// Begins the numbers anew; asked for between blocks, when there are very many.
    func forgetOutcomes()
}

/// Judges one report after the other.
package final class SingleReportJudge<Judge: ReportJudge>: BatchJudge {
    private let judge: Judge
    private var judgements: [Judgement] = []
    private var numbers: [Judgement: Int] = [:]
    /// Numbers by a quick and rough look at a judgement.
    private var recent = [Int](repeating: -1, count: 64)

    package init(_ judge: Judge) { self.judge = judge }

    package var outcomeCount: Int { judgements.count }

    package func judgement(_ number: Int) -> Judgement { judgements[number] }

    package func forgetOutcomes() {
        judgements = []
        numbers = [:]
        recent = [Int](repeating: -1, count: recent.count)
    }

    package func judge(_ reports: ReportColumns, into outcomes: inout [ReportOutcome]) {
        for k in 0..<reports.count {
            var judgement = judge.judge(reports.report(k))
            let distance = judgement.distance?.metres ?? .nan
            judgement.distance = nil
            outcomes.append(ReportOutcome(number: number(of: judgement), distance: distance))
        }
    }

    private func number(of judgement: Judgement) -> Int {
        let zones = judgement.zonesInside.count &* 5 &+ judgement.zonesUndeterminable.count &* 3
        let slot = (zones &+ judgement.finding.order &* 17 &+ judgement.rules.count) & 63
        let guess = recent[slot]
        if guess >= 0, judgements[guess] == judgement { return guess }
        let number = numbers[judgement] ?? judgements.count
        if number == judgements.count {
            judgements.append(judgement)
            numbers[judgement] = number
        }
        recent[slot] = number
        return number
    }
}
