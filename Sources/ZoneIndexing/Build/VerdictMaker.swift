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
    /// is decided; none for sources of which distances alone do not tell that.
    ///
    /// - Parameter outcome: how a report lies to the source as it is reported, where the state does not
    ///   say so.
    mutating func straddlingLabel(
        _ state: Int32, _ all: StateTrie<CellFact>, _ outcome: SourceOutcome? = nil,
        threshold: Int, of source: Int
    ) -> UInt32 {
        guard rows.sources.isMeasuredAlone(source) else { return ZoneLabels.none }
        var outcomes = rows.outcomes(of: state, all)
        if let outcome { outcomes.add(outcome, source: source) }
        states.set(outcomes)
        states.set(
            source,
            UncertainOutcome(
                low: UInt16(threshold), high: UInt16(threshold + 1),
                side: states.side(ofLine: source)))
        return labels.label(for: states.takeRow())
    }
}
