/// What is decided of sources, as numbered states that share their beginnings.
///
/// State 0 says nothing: every source has the outcome that most have.
struct OutcomeTrie: Sendable {
    private struct Step: Hashable {
        let state: Int32
        let source: Int32
        let outcome: SourceOutcome
    }
    private var parents: [Step] = [Step(state: -1, source: -1, outcome: 0)]
    private var children: [Step: Int32] = [:]
    /// The steps taken last, by a hash: neighbouring cells take the same ones.
    private var recent: [(step: Step, state: Int32)?] = []

    /// The state with one more source decided.
    mutating func state(after state: Int32, source: Int, outcome: SourceOutcome) -> Int32 {
        let step = Step(state: state, source: Int32(source), outcome: outcome)
        if recent.isEmpty { recent = Array(repeating: nil, count: 1024) }
        let slot = Int((step.state &* 31 &+ step.source &* 17 &+ step.outcome) & 1023)
        if let known = recent[slot], known.step == step { return known.state }
        let next: Int32
        if let known = children[step] {
            next = known
        } else {
            next = Int32(parents.count)
            parents.append(step)
            children[step] = next
        }
        recent[slot] = (step, next)
        return next
    }

    /// Takes over the states of another.
    ///
    /// - Returns: by how much their numbers, but 0, are greater from now on.
    mutating func append(_ other: OutcomeTrie) -> Int32 {
        let moved = Int32(parents.count) - 1
        parents += other.parents.dropFirst().map {
            Step(state: $0.state > 0 ? $0.state + moved : 0, source: $0.source, outcome: $0.outcome)
        }
        return moved
    }

    /// How many states there are.
    var count: Int { parents.count }

    /// Calls `body` with every source decided and its outcome.
    func forEachOutcome(of state: Int32, _ body: (Int, SourceOutcome) -> Void) {
        var state = state
        while state > 0 {
            let step = parents[Int(state)]
            body(Int(step.source), step.outcome)
            state = step.state
        }
    }

    /// The same states without what only building needs.
    var finished: OutcomeTrie {
        var copy = self
        copy.children = [:]
        copy.recent = []
        return copy
    }
}
