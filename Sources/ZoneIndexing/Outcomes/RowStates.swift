import Geodesy
import Zones

/// Makes verdicts of how positions lie to sources.
///
/// Most positions are far from most sources: only what was set is looked at, and put back afterwards, so that
/// a verdict costs as much as the zones of the sources that were set.
struct RowStates {
    private let rows: VerdictRows
    /// Of each source, as it was set; where it was not, as it is far from everything.
    private var states: [SourceStates?]
    private var sides: [LineSide?]
    private var answers: [Answer]
    private var bits: ZoneBits
    /// The sources that were set, and the zones that were.
    private var changed: [Int] = []
    private var zones: [Int] = []
    /// Zones that are measured from several sources, or from one of which a reading was set.
    private var open: [Int] = []
    /// What follows from outcomes, of each source, as far as they were met.
    private var known: [KnownOutcomes]

    /// Far from everything.
    init(_ rows: VerdictRows) {
        self.rows = rows
        states = rows.far.states
        answers = rows.far.answers
        bits = ZoneBits(answers)
        sides = Array(repeating: nil, count: rows.model.lineCount)
        known = Array(repeating: KnownOutcomes(), count: rows.model.sources.count)
    }

    /// The verdict; from then on nothing is set.
    mutating func takeRow() -> ZoneRow {
        open.sort()
        var last: Int?
        for zone in open where zone != last {
            last = zone
            set(zone, rows.model.membership(inZone: zone, states, earlier: answers))
        }
        let row = ZoneRow(bits, sides: sides)
        for zone in zones {
            answers[zone] = rows.far.answers[zone]
            bits.set(zone, answers[zone])
        }
        for source in changed {
            states[source] = rows.far.states[source]
            if source < sides.count { sides[source] = nil }
        }
        changed.removeAll(keepingCapacity: true)
        zones.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        return row
    }

    /// The side of a line, as it was set.
    func side(ofLine line: Int) -> LineSide? { line < sides.count ? sides[line] : nil }

    /// Takes how a position lies to a source, by the definitions.
    mutating func set(_ source: Int, _ reading: SourceReading, within bound: Double) {
        states[source] = rows.model.states(of: source, reading, within: bound)
        changed.append(source)
        open += rows.model.zonesOfSource[source]
        guard case .line(let found) = reading, source < sides.count,
            rows.model.line(source).number != nil
        else { return }
        let isTold = found.nearest.distance.metres <= rows.model.reach[source]
        sides[source] = isTold ? found.nearest.side : nil
    }

    /// Takes how a report lies to a line or point as far as distances and certain sides tell, no end
    /// being in reach.
    mutating func set(_ source: Int, _ outcome: UncertainOutcome) {
        if let found = known[source].ofReports[outcome] { return set(source, found) }
        guard let found = rows.consequences(of: outcome, source) else { return }
        known[source].ofReports[outcome] = found
        set(source, found)
    }

    /// Takes the outcomes of sources in a cell.
    mutating func set(_ outcomes: VerdictRows.Outcomes) {
        let areas = Set(outcomes.inside.map { rows.sources.areaOfPolygon[$0] })
        for (source, outcome) in outcomes.measured {
            let isInside = areas.contains(source)
            let number = 2 * outcome.number + (isInside ? 1 : 0)
            if let found = known[source].ofCell(number) {
                set(source, found)
            } else if let found = rows.consequences(of: outcome, source, isInside: isInside) {
                known[source].take(found, ofCell: number)
                set(source, found)
            }
        }
        // Those whose border is beyond all thresholds.
        for area in areas.subtracting(outcomes.measured.map(\.source)) {
            let passed = rows.sources.lines[area]?.thresholds.values.count ?? 0
            let outcome = SourceOutcome(passed: Int32(passed))
            guard let found = rows.consequences(of: outcome, area, isInside: true) else {
                continue
            }
            set(area, found)
        }
    }

    private mutating func set(_ source: Int, _ found: Consequences) {
        states[source] = found.states
        changed.append(source)
        if found.isMixed { open += rows.zones[source].mixed }
        if source < sides.count { sides[source] = found.side }
        for (zone, answer) in found.answers { set(zone, answer) }
    }

    private mutating func set(_ zone: Int, _ answer: Answer) {
        answers[zone] = answer
        bits.set(zone, answer)
        zones.append(zone)
    }
}
