import Demarcation
import Geodesy

/// A compiled agreement that judges reports by the block.
final class AgreementBatchJudge: BatchJudge {
    private let worker: AgreementWorker
    private var generation = 0

    /// `nil` for an agreement that was compiled without an index.
    init?(_ compiled: CompiledAgreement) {
        guard let worker = AgreementWorker(compiled) else { return nil }
        self.worker = worker
    }

    var outcomeCount: Int { worker.judgements.count }

    func judgement(_ number: Int) -> Judgement { worker.judgements[number] }

    func forgetOutcomes() { worker.forget() }

    func judge(_ reports: ReportColumns, into outcomes: inout [ReportOutcome]) {
        // Kinds are part of what is remembered; their numbers may have changed.
        if reports.generation != generation {
            worker.forgetKinds()
            generation = reports.generation
        }
        worker.judge(
            reports.positions, within: reports.uncertainties, times: reports.times,
            kinds: reports.kinds, report: { reports.report($0) }
        ) { number, distance in
            outcomes.append(ReportOutcome(number: number, distance: distance?.metres ?? .nan))
        }
    }
}
