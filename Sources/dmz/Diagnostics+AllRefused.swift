import ReportFiles

extension Diagnostics {
    /// Why nothing of a run was of use, in one sentence.
    ///
    /// - Parameter first: the first reason, with its place.
    static func allRefused(_ read: Int, _ causes: [RefusalCause: Int], first: String?) -> String {
        let all = read == 1 ? "the only record" : "all \(read.grouped) records"
        let cause = RefusalCause.allCases.max {
            causes[$0, default: 0] < causes[$1, default: 0]
        }
        if let cause, causes[cause, default: 0] * 2 > read, let advice = cause.advice {
            return "\(all) had to be refused: \(advice)"
        }
        return "\(all) had to be refused; the first: \(first ?? "")"
    }
}
