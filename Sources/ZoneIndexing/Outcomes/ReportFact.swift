/// How a report that may be off lies to one line or point.
struct ReportFact: Hashable, Sendable {
    let source: Int32
    let outcome: UncertainOutcome
}

extension ReportFact: TrieStep {
    var slot: Int { Int(source) &* 17 &+ outcome.slot }
}
