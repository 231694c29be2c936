import Zones

/// What a zone of an agreement, or a place of which a rule speaks, is in a plan: one zone of it, or several
/// where not all is known of its widths or where it has versions.
struct ZoneForms: Hashable, Sendable {
    /// The zones of the plan for what certainly belongs to it and for what may; the same where all is known.
    struct Form: Hashable, Sendable {
        let least: Int
        let greatest: Int
    }

    /// By epoch; one where it never changes.
    let forms: [Form]
    /// Empty where it never changes.
    private let epochs: VersionEpochs

    /// All zones of the plan that it may be, ascending.
    let numbers: [Int]
    /// The zone of the plan that it is, where all is known of it.
    let only: Int?

    init(_ forms: [Form], _ epochs: VersionEpochs) {
        self.epochs = epochs
        self.forms = Set(forms).count == 1 ? [forms[0]] : forms
        numbers = Set(forms.flatMap { [$0.least, $0.greatest] }).sorted()
        only = numbers.count == 1 ? numbers[0] : nil
    }

    /// Whether it changes.
    var isVersioned: Bool { forms.count > 1 }
    /// The moments at which it changes.
    var turns: [Instant] { isVersioned ? epochs.turns : [] }

    /// What it may be at a time.
    func possible(at time: TimeSpan?) -> some Sequence<Form> {
        isVersioned ? forms[epochs.reached(by: time)] : forms[...]
    }

    /// What it is at a moment; the last form where none is named.
    func form(at moment: Instant?) -> Form {
        isVersioned
            ? moment.map { forms[epochs.number(at: $0)] } ?? forms[forms.count - 1] : forms[0]
    }

    /// What is certain of it at a time.
    ///
    /// - Parameter answer: what is certain of a zone of the plan.
    func answer(at time: TimeSpan?, _ answer: (Int) -> Answer) -> Answer {
        if let only { return answer(only) }
        var (some, all) = (false, true)
        for form in possible(at: time) {
            let (least, greatest) = (answer(form.least), answer(form.greatest))
            some = some || greatest != .no
            all = all && least == .yes
        }
        return Answer(some: some, all: all)
    }

    /// Whether it holds of what it certainly is, and of what it may be, at a time.
    func all(at time: TimeSpan?, _ holds: (Int) -> Bool) -> Bool {
        if let only { return holds(only) }
        return possible(at: time).allSatisfy { holds($0.least) && holds($0.greatest) }
    }
}
