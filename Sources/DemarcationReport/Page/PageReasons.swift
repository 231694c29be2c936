import Agreements
import ReportFiles

/// Why reports are undeterminable, as far as they were judged again or their records tell.
struct PageReasons: Sendable {
    /// Why a report is undeterminable.
    struct Reason: Hashable, Sendable {
        /// The name of its words; of `why-rule-says` what a rule says itself.
        let key: String
        /// The zone, or the rule.
        var name: String?
        /// What the rule says.
        var sentence: String?
    }

    private(set) var counts: [Reason: Int] = [:]
    /// How many reports were judged again, and how many of those otherwise than the files say.
    private(set) var judged = 0
    private(set) var others = 0
    private static let mostReasons = 2000

    /// The gravest reason first.
    var inOrder: [(reason: Reason, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { a, b in
            if a.count != b.count { return a.count > b.count }
            let (x, y) = (a.reason, b.reason)
            return (x.key, x.name ?? "", x.sentence ?? "") < (y.key, y.name ?? "", y.sentence ?? "")
        }
    }

    /// Takes what the judgement of a report says itself.
    mutating func add(_ explanation: Explanation) {
        judged += 1
        var reasons: Set<Reason> = []
        let open = Set(explanation.zones.filter { $0.membership == .undeterminable }.map(\.id))
        for rule in explanation.rules where rule.finding == .undeterminable {
            for gap in rule.gaps { reasons.insert(Reason(key: "why-gap", sentence: gap)) }
            guard rule.gaps.isEmpty else { continue }
            let zones = rule.zones.filter(open.contains)
            if rule.membership == .undeterminable, !zones.isEmpty {
                for zone in zones { reasons.insert(Reason(key: "why-zone", name: zone)) }
            } else {
                reasons.insert(
                    Reason(key: "why-rule-says", name: rule.id, sentence: rule.reason))
            }
        }
        count(reasons)
    }

    /// Takes a record whose report cannot be judged again, or is judged otherwise than the files say: what it
    /// lacks may be the reason.
    mutating func add(_ finding: ShownFinding, isOther: Bool) {
        if isOther {
            judged += 1
            others += 1
        }
        var reasons = Set(finding.openZones.map { Reason(key: "why-zone", name: $0) })
        if finding.category == nil { reasons.insert(Reason(key: "why-category")) }
        if finding.time == nil { reasons.insert(Reason(key: "why-time")) }
        if finding.party == nil { reasons.insert(Reason(key: "why-party")) }
        if reasons.isEmpty {
            for (word, names) in finding.rules where word == FindingKind.undeterminable.word {
                reasons.formUnion(names.map { Reason(key: "why-rule", name: $0) })
            }
        }
        count(reasons.isEmpty ? [Reason(key: "why-other")] : reasons)
    }

    private mutating func count(_ reasons: Set<Reason>) {
        for reason in reasons where counts[reason] != nil || counts.count < Self.mostReasons {
            counts[reason, default: 0] += 1
        }
    }
}
