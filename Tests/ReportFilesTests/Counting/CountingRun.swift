import AgreementFiles
import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// A run of `check` on reports of which sets are counted.
struct CountingRun {
    let agreement: String
    var asOf: Instant?
    var complete: [DeclaredComplete] = []
    var threads = 1
    var chunkSize = 1 << 18
    var limit: Int?
    var isCareful = false

    /// What was found, and the findings of the reports as they are written.
    func run(_ reports: String, name: String = "r.csv") throws -> (
        sets: SetFindings, text: [UInt8]
    ) {
        let folder = try TemporaryFolder()
        let path = try folder.write(reports, to: name)
        let compiled = try CompiledAgreement(AgreementFile.read(text: agreement).agreement)
        var plan = CountingPlan(compiled)
        plan?.asOf = asOf
        plan?.complete = complete
        var reading = ReportInput()
        reading.chunkSize = chunkSize
        var options = CheckRun.Options()
        options.threads = threads
        options.counting = plan
        options.countingLimit = limit
        options.isCareful = isCareful
        let output = try OutputFile(path: folder.path + "/out")
        let result = try CheckRun(
            files: [try InputFile(path: path)], input: reading,
            subject: CheckedAgreement(compiled), options: options, output: output
        ).run()
        try OutputFile.finish([output])
        return (try #require(result.sets), try folder.bytes("out"))
    }

    /// The moment of a day and hour after 2026-10-01T00:00:00Z.
    static func moment(_ day: Int, _ hour: Int = 0) -> Instant {
        Instant(seconds: 1_790_812_800 + Int64(day) * 86_400 + Int64(hour) * 3600)
    }
}

extension SetFindings {
    /// What was found, a line for each window, item and zone of an obligation.
    var lines: [String] {
        func shown(_ range: (low: Int, high: Int?)) -> String {
            let high = range.high.map { "\($0)" } ?? "*"
            return high == "\(range.low)" ? high : "\(range.low)..\(high)"
        }
        let caps = caps.flatMap { cap in
            cap.windows.map { window in
                "\(cap.rule) \(cap.category) \(shown((window.low, window.high))) \(window.finding.rawValue)"
            }
        }
        let sites = sites.flatMap { site in
            site.items.map { item in
                let rest =
                    item.state == .notVisited
                    ? ""
                    : " \(shown((item.present.low, item.present.high))), missing "
                        + "\(shown((item.missing.low, item.missing.high))), extra "
                        + shown((item.extra.low, item.extra.high))
                let notSeen = item.notSeen.isEmpty ? "" : ", not seen " + item.notSeen.joined()
                return "\(site.site) \(item.category) \(item.state.rawValue)\(rest)\(notSeen)"
            }
        }
        let duties = obligations.map { duty in
            "\(duty.obligation) \(duty.zone ?? "-")"
                + DutyState.allCases.filter { duty.counts[$0.order] > 0 }
                .map { " \($0.rawValue) \(duty.counts[$0.order])" }.joined()
        }
        return caps + sites + duties
    }
}
