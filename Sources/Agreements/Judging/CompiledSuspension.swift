import Zones

/// A suspension with its times resolved.
struct CompiledSuspension: Sendable {
    /// Folded; `nil` for all.
    let party: String?
    let window: RuleWindow

    init(_ suspension: Suspension, in agreement: Agreement) {
        party = suspension.party.map { CategoryTree.folded($0) }
        window = RuleWindow(from: suspension.from, until: suspension.until, in: agreement)
    }

    /// Whether what was reported is of a party that is not bound at the time.
    func covers(_ subject: Subject) -> Answer {
        let isParty = party.map { party in
            subject.party.map { Answer($0 == party) } ?? .undeterminable
        }
        return (isParty ?? .yes) && window.covers(subject.time)
    }
}
