import Agreements

/// Judges by the definitions until there are enough reports for an index, then by that.
final class IndexedLaterJudge: ColumnJudge {
    private let indexing: AgreementIndexing
    private let judge: BatchJudge
    private var isIndexed = false

    init(_ indexing: AgreementIndexing) {
        self.indexing = indexing
        judge = BatchJudge(indexing.agreement)
    }

    var outcomeCount: Int { judge.outcomeCount }

    func judgement(ofOutcome number: Int32) -> Judgement { judge.judgement(ofOutcome: number) }

    func counting(ofOutcome number: Int32) -> OutcomeCounting {
        judge.counting(ofOutcome: number)
    }

    func forgetOutcomes() { judge.forgetOutcomes() }

    func judge(_ columns: ReportColumns, wanting: BatchJudge.Wanted) -> ReportOutcomes {
        if !isIndexed, let compiled = indexing.compiled(beforeJudging: columns.count) {
            judge.adopt(compiled)
            isIndexed = true
        }
        return judge.judge(columns, wanting: wanting)
    }
}
