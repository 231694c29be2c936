internal import CKernels
import Zones

/// Makes verdicts of what is decided, and numbers them.
struct VerdictMaker {
    let rows: VerdictRows
    var labels: ZoneLabels
    private var states: RowStates
    /// Per state its label; none where it was not asked for yet.
    private var labelOfState: [UInt32] = []

    init(_ rows: VerdictRows, _ labels: ZoneLabels) {
        (self.rows, self.labels) = (rows, labels)
        states = RowStates(rows)
    }

    /// The label of what is far from everything.
    mutating func labelOfNothing() -> UInt32 { label(of: VerdictRows.Outcomes()) }

    /// The label of outcomes.
    mutating func label(of outcomes: VerdictRows.Outcomes) -> UInt32 {
        states.set(outcomes)
        return labels.label(for: states.takeRow())
    }

    /// The label of a state, when nothing else is open.
    mutating func label(
        of state: Int32, _ states: StateTrie<CellFact>, _ work: inout WorkMeter
    ) -> UInt32 {
        while labelOfState.count < states.count { labelOfState.append(ZoneLabels.none) }
        let known = labelOfState[Int(state)]
        if known != ZoneLabels.none { return known }
        work.spend(rows.model.zoneCount)
        let label = label(of: rows.outcomes(of: state, states))
        labelOfState[Int(state)] = label
        return label
    }

    /// The label of reports that may be on either side of a threshold of a source, when everything else
    /// is decided; `nil` for sources of which distances alone do not tell that.
    ///
    /// It is marked where all zones that it leaves open differ from side to side; one that did not might be told by
    /// looking closer.
    ///
    /// - Parameter outcome: how a report lies to the source as it is reported, where the state does not
    ///   say so.
    mutating func straddlingLabel(
        _ state: Int32, _ all: StateTrie<CellFact>, _ outcome: SourceOutcome? = nil,
        threshold: Int, of source: Int
    ) -> UInt32? {
        guard rows.sources.isMeasuredAlone(source) else { return nil }
        var outcomes = rows.outcomes(of: state, all)
        if let outcome { outcomes.add(outcome, source: source) }
        let either = row(outcomes, source, threshold...threshold + 1)
        let mark = either.zones.isOpen(
            between: [threshold, threshold + 1].map {
                row(outcomes, source, $0...$0).zones
            })
        return labels.label(for: either) | (mark ? DMZ_ASTRIDE : 0)
    }

    /// The row of reports at distances between thresholds of a source, of which so many are below.
    private mutating func row(
        _ outcomes: VerdictRows.Outcomes, _ source: Int, _ passed: ClosedRange<Int>
    ) -> ZoneRow {
        states.set(outcomes)
        states.set(
            source,
            UncertainOutcome(
                low: UInt16(passed.lowerBound), high: UInt16(passed.upperBound),
                side: states.side(ofLine: source)))
        return states.takeRow()
    }
}
