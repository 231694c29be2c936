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
        let (positions, uncertainties) = (reports.positions, reports.uncertainties)
        let (times, kinds) = (reports.times, reports.kinds)
        for k in 0..<reports.count {
            let found = worker.judge(
                positions[k], uncertainty: .metres(uncertainties[k]), time: times[k],
                kind: kinds[k]
            ) { reports.report(k) }
            outcomes.append(
                ReportOutcome(number: found.number, distance: found.distance?.metres ?? .nan))
        }
    }
}
