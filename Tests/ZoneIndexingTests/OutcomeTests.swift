import Geodesy
import Testing
import Zones

@testable import ZoneIndexing

/// Outcomes by number and back, and states that share their beginnings.
@Suite("Outcomes of sources")
struct OutcomeTests {
    @Test("The possible outcomes of what is measured are numbered one by one")
    func numbers() {
        for shown in [nil, ShownSide.leftBeyondEnd] {
            let measured = Decider.Measured(source: 3, least: 2, most: 4, shown: shown)
            let all = (0..<measured.outcomeCount).map { measured.outcome($0) }
            #expect(all.count == (shown == nil ? 12 : 3) && Set(all).count == all.count)
            for (number, outcome) in all.enumerated() {
                #expect((2...4).contains(outcome.passed))
                #expect(shown == nil || outcome.shown == shown)
                #expect(
                    measured.number(passed: Int(outcome.passed), outcome.shown) == number)
            }
        }
        for side in ShownSide.allCases {
            #expect(ShownSide(isLeft: side.isLeft, isBeyondEnd: side.isBeyondEnd) == side)
        }
    }

    @Test("Outcomes of uncertain reports keep their sides, and none is two others'")
    func uncertain() throws {
        var met: Set<UncertainOutcome> = []
        for side in [nil, LineSide.left, .right] {
            for sides in [LineSides.left, .right, .both] {
                var outcome = UncertainOutcome(low: 1, high: 4, side: side)
                outcome.sides = sides
                #expect(outcome.side == side && outcome.sides == sides && outcome.low == 1)
                met.insert(outcome)
            }
        }
        #expect(met.count == 9)
        let thresholds = Thresholds([100, 200, 300])
        let between = try #require(
            UncertainOutcome(at: 210, error: 1, uncertainty: 20, thresholds))
        #expect(between.low == 1 && between.high == 2)
        #expect(UncertainOutcome(at: 400, error: 1, uncertainty: 20, thresholds) == .far)
        #expect(UncertainOutcome(at: 220.5, error: 1, uncertainty: 20, thresholds) == nil)
    }

    @Test("States taken over from another trie have the same facts")
    func states() {
        let near = CellFact.outcome(SourceOutcome(passed: 0, shown: .left), source: 0)
        let far = CellFact.outcome(SourceOutcome(passed: 1), source: 0)
        let inside = CellFact.isInside(polygon: 2)
        func facts(_ state: Int32, _ states: StateTrie<CellFact>) -> [CellFact] {
            var found: [CellFact] = []
            states.forEachFact(of: state) { found.append($0) }
            return found
        }
        var one = StateTrie<CellFact>()
        let first = one.state(after: one.state(after: 0, near), inside)
        #expect(one.state(after: one.state(after: 0, near), inside) == first && one.count == 3)
        var other = StateTrie<CellFact>()
        let second = other.state(after: other.state(after: 0, far), inside)
        let moved = one.append(other)
        #expect(facts(second + moved, one) == [inside, far])
        #expect(facts(first, one) == [inside, near])
        #expect(facts(0, one).isEmpty && one.count == 5)
    }
}
