internal import CKernels
import Geodesy
import LineSearch
import Zones

extension Lookup {
    /// So many reports with bounds are looked up together.
    private static let reportsTogether = 8192

    /// The labels of positions that may be off, each by its own bound, in their order.
    package mutating func label(
        _ positions: UnsafeBufferPointer<Coordinate>, uncertainties: UnsafeBufferPointer<Distance>,
        into found: UnsafeMutableBufferPointer<UInt32>
    ) {
        discLabels(positions, uncertainties: uncertainties, into: found, marksAstride: true)
        search(positions, found, within: uncertainties)
    }

    /// What the definitions say of the discs as a whole, source by source.
    ///
    /// - Parameters:
    ///   - positions: the centres.
    ///   - uncertainties: the radii, as many.
    ///   - found: takes the labels, as many.
    ///   - marksAstride: whether labels are marked of which what is open is so wherever one looks, for `search`.
    package mutating func discLabels(
        _ positions: UnsafeBufferPointer<Coordinate>, uncertainties: UnsafeBufferPointer<Distance>,
        into found: UnsafeMutableBufferPointer<UInt32>, marksAstride: Bool = false
    ) {
        guard let grid = index.grid else {
            for i in positions.indices {
                found[i] = discLabel(positions[i], within: uncertainties[i].metres)
            }
            return
        }
        let most = Self.reportsTogether
        let keepsMarks = marksAstride && index.settledZones.isEmpty
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most + 1) { pending in
            for first in stride(from: 0, to: positions.count, by: Self.reportsTogether) {
                let end = min(first + Self.reportsTogether, positions.count)
                let part = UnsafeBufferPointer(rebasing: positions[first..<end])
                let bounds = UnsafeBufferPointer(rebasing: uncertainties[first..<end])
                var count = 0
                let areExact = bounds.allSatisfy { $0 == .zero }
                if areExact {
                    label(part, into: UnsafeMutableBufferPointer(rebasing: found[first..<end]))
                    continue
                }
                bounds.withMemoryRebound(to: Double.self) {
                    guard let metres = $0.baseAddress, let to = found.baseAddress,
                        let room = pending.baseAddress
                    else { return }
                    count = grid.label(part, within: metres, into: to + first, pending: room)
                }
                // What is no report, or not uncertain, is not measured.
                var left = 0
                for k in 0..<count {
                    let i = Int(pending[k])
                    let bound = bounds[i].metres
                    if bound > 0 && bound.isFinite && part[i].isValid {
                        pending[left] = pending[k]
                        left += 1
                    } else {
                        found[first + i] = discLabel(part[i], within: bound)
                    }
                }
                let labels = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                evaluate(
                    part, bounds, UnsafeMutableBufferPointer(rebasing: pending[..<left]),
                    into: labels, marksAstride: keepsMarks)
                if !keepsMarks { Self.unmark(labels) }
                settle(part, labels) { bounds[$0].metres }
            }
        }
    }

    /// Takes away the marks of those that are astride.
    static func unmark(_ labels: UnsafeMutableBufferPointer<UInt32>) {
        for k in labels.indices { labels[k] &= ~DMZ_ASTRIDE }
    }

    /// The labels of reports that numbers name, by how they lie to every source.
    ///
    /// - Parameter marksAstride: whether it is worth a look which of them lie astride what they leave open.
    private mutating func evaluate(
        _ positions: UnsafeBufferPointer<Coordinate>, _ bounds: UnsafeBufferPointer<Distance>,
        _ numbers: UnsafeMutableBufferPointer<UInt32>,
        into found: UnsafeMutableBufferPointer<UInt32>, marksAstride: Bool
    ) {
        var nearer: [(number: Int, reach: FarReach)] = []
        let size = TemporaryMemory.Size().with(numbers.count, of: Coordinate.self)
            .with(numbers.count, of: Double.self)
        TemporaryMemory.with(size) { memory in
            let asked = memory.take(numbers.count, of: Coordinate.self)
            let metres = memory.take(numbers.count, of: Double.self)
            for (k, number) in numbers.enumerated() {
                asked[k] = positions[Int(number)]
                metres[k] = bounds[Int(number)].metres
            }
            withFeet(
                of: UnsafeBufferPointer(asked), within: UnsafeBufferPointer(metres),
                forNearest: false
            ) { lookup, k, feet in
                let label = lookup.evaluatedLabel(asked[k], within: metres[k], feet)
                found[Int(numbers[k])] = label
                guard marksAstride, label & DMZ_ASTRIDE == 0, let foot = feet.first?.foot,
                    let reach = lookup.farReach(of: asked[k], within: metres[k], foot, label)
                else { return }
                nearer.append((Int(numbers[k]), reach))
            }
        }
        for number in numbersAstride(nearer) { found[number] |= DMZ_ASTRIDE }
    }

    /// The label of a position on the globe that may be off by up to `uncertainty` metres.
    ///
    /// - Complexity: constant where the cell's label holds for reports so far off; elsewhere linear
    ///   in the sources.
    mutating func label(
        _ position: Coordinate, within uncertainty: Double, _ grid: VerdictGrid,
        _ found: FoundFeet = .none
    ) -> UInt32 {
        grid.label(of: position, within: uncertainty)
            ?? evaluatedLabel(position, within: uncertainty, found) & ~DMZ_ASTRIDE
    }

    /// The same of a usable report whose cell does not tell it; it may be marked as astride.
    mutating func labelInOpenCell(
        _ position: Coordinate, within uncertainty: Double, _ grid: VerdictGrid,
        _ found: FoundFeet
    ) -> UInt32 {
        uncertainty > 0
            ? evaluatedLabel(position, within: uncertainty, found)
            : label(position, grid, found)
    }

    /// The label by how the position lies to every source, by fast distances where these decide; marked where the
    /// report is astride all limits of a lone line that leave something open.
    private mutating func evaluatedLabel(
        _ position: Coordinate, within uncertainty: Double, _ known: FoundFeet = .none
    ) -> UInt32 {
        guard let line = lone,
            let foot = known.isEmpty ? index.fastLines[0]?.foot(of: position) : known[0].foot,
            let outcome = line.outcome(foot, uncertainty: uncertainty)
        else { return readLabel(position, within: uncertainty, known) }
        let label = line.label(of: outcome)
        return line.isAstride(foot, uncertainty: uncertainty) ? label : label & ~DMZ_ASTRIDE
    }

    /// The same by all sources.
    private mutating func readLabel(
        _ position: Coordinate, within uncertainty: Double, _ known: FoundFeet = .none
    ) -> UInt32 {
        let rows = index.rows
        var state: Int32 = 0
        var readings: [(source: Int, reading: SourceReading)] = []
        for source in rows.model.sources.indices {
            if rows.sources.isFar(position, from: source, beyond: uncertainty) { continue }
            if let outcome = fastOutcome(position, uncertainty, source, known) {
                if outcome == UncertainOutcome.far { continue }
                state = states.state(
                    after: state, ReportFact(source: Int32(source), outcome: outcome))
            } else {
                readings.append(
                    (
                        source,
                        rows.model.reading(of: position, within: uncertainty, source: source)
                    ))
            }
        }
        if readings.isEmpty, let known = labelOfState[state] { return known }
        states.forEachFact(of: state) { possible.set(Int($0.source), $0.outcome) }
        for (source, reading) in readings { possible.set(source, reading, within: uncertainty) }
        let label = labels.label(for: possible.takeRow())
        if readings.isEmpty { labelOfState[state] = label }
        return label
    }

    /// Whether the fast way tells what is wanted besides the distance: that the report is on one side of
    /// the line and clear of its ends.
    private func tell(
        _ wanted: LineReading.Wanted, of position: Coordinate, _ uncertainty: Double,
        _ source: Int, _ foot: FastFoot, _ outcome: inout UncertainOutcome
    ) -> Bool {
        guard let fast = index.fastLines[source], let line = index.rows.sources.lines[source]
        else { return false }
        let off = uncertainty + line.accuracy
        if let isLeft = foot.isLeft,
            fast.isClearlyOneSided(
                position, distance: foot.distance, error: foot.error, within: off)
        {
            outcome.sides = isLeft ? .left : .right
            return true
        }
        if wanted.sides {
            guard
                let side = fast.certainSide(
                    of: position, distance: foot.distance, error: foot.error, within: off)
            else { return false }
            outcome.sides = side == .left ? .left : .right
            return true
        }
        return fast.isClearOfEnds(position, within: foot.distance + foot.error + 2 * off + 1e-3)
    }

    /// How a report lies to a line or point, when the fast distance decides it without the sides on
    /// which the report may lie.
    private func fastOutcome(
        _ position: Coordinate, _ uncertainty: Double, _ source: Int, _ known: FoundFeet
    ) -> UncertainOutcome? {
        if let there = index.rows.sources.points[source] {
            let (distance, error) = GlobePoint(position).distance(to: there.place)
            return UncertainOutcome(
                at: distance, error: error, uncertainty: uncertainty, there.thresholds)
        }
        guard let line = index.rows.sources.lines[source],
            case .line(let told) = index.model.sources[source],
            let foot = known.foot(onSource: source)
                ?? index.fastLines[source]?.foot(of: position),
            // The thresholds hold the line's accuracy already; the report's own comes on top.
            var outcome = UncertainOutcome(
                at: foot.distance, error: foot.error, uncertainty: uncertainty, line.thresholds)
        else { return nil }
        if outcome == .far { return .far }
        if line.asksSides {
            let thresholds = line.thresholds
            let wanted = index.model.wanted(
                ofLine: source,
                from: thresholds.distance(between: Int(outcome.low)) - line.accuracy,
                to: thresholds.distance(between: Int(outcome.high)) + line.accuracy)
            guard
                wanted.isNothing || tell(wanted, of: position, uncertainty, source, foot, &outcome)
            else { return nil }
        }
        guard told.number != nil else { return outcome }
        guard (foot.distance - line.toldReach).magnitude > foot.error else { return nil }
        if foot.distance < line.toldReach {
            guard let isLeft = foot.isLeft else { return nil }
            outcome.side = isLeft ? .left : .right
        }
        return outcome
    }
}
