import Geodesy
import Zones

/// A line, or one of its versions, in a plan.
struct PlannedLine: Sendable {
    /// The whole of it, and its parts by accuracy.
    let forms: LineForms<LineNumber>
    private let geometry: LineGeometry

    /// Adds a line to a plan.
    init(_ line: ReferenceLine, _ geometry: LineGeometry, to plan: inout ZonePlan) {
        // Sides are told by nearest places, not by labels, which then are fewer.
        let whole = plan.addLine(
            geometry, accuracy: line.accuracy, tellsSide: false, isForNearest: true)
        self.geometry = geometry
        // To cut a line is to search it, which few agreements need.
        guard !line.accuracies.isEmpty, let cut = LineCut(geometry) else {
            forms = LineForms(whole)
            return
        }
        let parts = Self.add(cut, [(cut.start, cut.end)], of: line, to: &plan)
        forms = LineForms(whole, parts: parts.count > 1 ? parts : [])
    }

    /// Stretches of the line, and what is left of it, in the plan; `nil` where there are none.
    func stretch(
        _ stretches: [LineStretch], of line: ReferenceLine, in plan: inout ZonePlan
    ) -> StretchForms<LineNumber>? {
        guard let cut = LineCut(geometry) else { return nil }
        let ranges = stretches.compactMap { stretch in
            line.place(of: stretch.from, on: cut).flatMap { from in
                line.place(of: stretch.to, on: cut).map { (from: from, to: $0) }
            }
        }
        guard ranges.count == stretches.count, let own = cut.stretches(ranges) else { return nil }
        guard let other = cut.rest(of: ranges) else {
            return StretchForms(line: forms, stretch: forms, rest: nil)
        }
        let parts = Self.add(cut, ranges, of: line, to: &plan)
        return StretchForms(
            line: forms,
            stretch: LineForms(
                plan.stretch(own, accuracy: line.accuracy), parts: parts.count > 1 ? parts : []),
            rest: plan.stretch(other, accuracy: line.accuracy))
    }

    /// Adds the parts of stretches that are known to different accuracies.
    private static func add(
        _ cut: LineCut, _ ranges: [LineCut.Range], of line: ReferenceLine, to plan: inout ZonePlan
    ) -> [LineNumber] {
        let intervals = line.accuracies.compactMap { interval in
            line.place(of: interval.from, on: cut).flatMap { from in
                line.place(of: interval.to, on: cut).map {
                    (cut.merged([(from, $0)]), interval.value)
                }
            }
        }
        guard !intervals.isEmpty else { return [] }
        return cut.merged(ranges).flatMap { from, to in
            let marks = intervals.flatMap { $0.0.flatMap { [$0.from, $0.to] } }
            let bounds = [from] + Set(marks.filter { $0 > from && $0 < to }).sorted() + [to]
            return zip(bounds, bounds.dropFirst()).compactMap { from, to in
                let own = intervals.filter { $0.0.contains { $0.from <= from && $0.to >= to } }
                // Of a stretch of which nothing is said the greatest is safe.
                return cut.stretches([(from, to)]).map {
                    plan.stretch($0, accuracy: own.map(\.1).max() ?? line.accuracy)
                }
            }
        }
    }
}

extension ZonePlan {
    /// The number of a stretch of a line, the same for the same stretch: what is near to one of two is then known
    /// not to be nearer to the other.
    fileprivate mutating func stretch(
        _ geometry: LineGeometry, accuracy: Distance
    ) -> LineNumber {
        let known = lines.firstIndex {
            !$0.isForNearest && $0.accuracy == accuracy && $0.geometry == geometry
        }
        if let known { return LineNumber(rawValue: known) }
        return addLine(geometry, accuracy: accuracy, tellsSide: false)
    }
}
