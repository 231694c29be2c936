/// What is known of sources, as numbered states that share their beginnings.
///
/// State 0 says nothing of any source; every other state adds one fact to the state before it.
struct StateTrie<Fact: TrieStep>: Sendable {
    private struct Step: Hashable {
        let state: Int32
        let fact: Fact
    }
    /// The step that led to each state but the first.
    private var steps: [Step] = []
    private var children: [Step: Int32] = [:]
    /// The steps taken last, by a hash: neighbouring cells take the same ones.
    private var recent: [(step: Step, state: Int32)?] = []

    /// The state with one more fact.
    mutating func state(after state: Int32, _ fact: Fact) -> Int32 {
        let step = Step(state: state, fact: fact)
        if recent.isEmpty { recent = Array(repeating: nil, count: 1024) }
        let slot = (Int(state) &* 31 &+ fact.slot) & 1023
        if let known = recent[slot], known.step == step { return known.state }
        let next: Int32
        if let known = children[step] {
            next = known
        } else {
            steps.append(step)
            next = Int32(steps.count)
            children[step] = next
        }
        recent[slot] = (step, next)
        return next
    }

    /// Takes over the states of another.
    ///
    /// - Returns: by how much their numbers, but 0, are greater from now on.
    mutating func append(_ other: StateTrie) -> Int32 {
        let moved = Int32(steps.count)
        steps += other.steps.map {
            Step(state: $0.state > 0 ? $0.state + moved : 0, fact: $0.fact)
        }
        return moved
    }

    /// How many states there are.
    var count: Int { steps.count + 1 }

    /// Calls `body` with every fact of a state, the last one first.
    func forEachFact(of state: Int32, _ body: (Fact) -> Void) {
        var state = state
        while state > 0 {
            let step = steps[Int(state) - 1]
            body(step.fact)
            state = step.state
        }
    }

    /// Gives up what only building needs.
    mutating func finish() {
        children = [:]
        recent = []
    }
}

/// A fact of which states are made.
protocol TrieStep: Hashable, Sendable {
    /// A number by which steps taken last are found again.
    var slot: Int { get }
}
