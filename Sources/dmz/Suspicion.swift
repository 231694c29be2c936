import Datums
import Geodesy
import ReportFiles

/// What the comparison of a batch of reports with control points says, for a person to read.
struct Suspicion {
    private let reports: PointsByID
    private let control: PointsByID
    private let pairs: [ShiftMeasure.Pair]

    /// With fewer nobody can tell a shift from a mistake in one point.
    private static let leastPoints = 3
    /// What would not stand out at such a length may be a datum, the shifts of which begin at some metres.
    private static let greatestTolerance = Distance.metres(20)
    /// So many systems are listed.
    private static let mostRows = 8

    init(_ reports: PointsByID, _ control: PointsByID) {
        (self.reports, self.control) = (reports, control)
        let known = Dictionary(
            control.points.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
        pairs = reports.points.compactMap { point in
            known[point.id].map { .init(reported: point.position, control: $0) }
        }
    }

    /// The lines.
    var lines: [String] {
        var lines = ["Common ids: \(pairs.count.grouped)" + left]
        guard pairs.count >= Self.leastPoints, let shift = ShiftMeasure(pairs) else {
            lines.append("Too few to tell a shift; \(Self.leastPoints) are needed.")
            return lines
        }
        lines.append(
            "Shift of the reports from the control points (medians): \(Self.words(shift.length)); east "
                + "\(Self.words(shift.east)), north \(Self.words(shift.north)). Half of the points lie within "
                + "\(Self.words(shift.scatter)) of it, all within \(Self.words(shift.greatest)).")
        guard shift.length > shift.tolerance, shift.scatter <= shift.length else {
            let least = "one of more than \(Self.words(shift.tolerance)) would stand out"
            lines.append(
                shift.tolerance < Self.greatestTolerance
                    ? "There is no constant shift; \(least)."
                    : "The points scatter too much to tell a constant shift; \(least).")
            return lines
        }
        let candidates = DatumSuspicion.candidates(pairs, shift)
        lines += Self.table(candidates)
        lines.append(Self.verdict(candidates, shift))
        return lines
    }

    /// What was left out.
    private var left: String {
        var parts: [String] = []
        func add(_ count: Int, _ noun: String, _ what: String) {
            if count > 0 {
                parts.append("\(count.grouped) \(noun)\(count == 1 ? "" : "s") \(what)")
            }
        }
        add(reports.points.count - pairs.count, "report", "without a control point")
        add(control.points.count - pairs.count, "control point", "without a report")
        for (points, noun) in [(reports, "report"), (control, "control point")] {
            add(points.withoutPosition, noun, "without a position")
            add(points.withoutID, noun, "without an id")
            add(points.repeated, noun, "whose id stands there twice")
        }
        return parts.isEmpty ? "" : " (left out: " + parts.joined(separator: ", ") + ")"
    }

    private static func table(_ candidates: [DatumSuspicion.Candidate]) -> [String] {
        guard !candidates.isEmpty else { return [] }
        let rows = candidates.prefix(mostRows).map { candidate in
            [
                "\(candidate.code) \(candidate.name)", candidate.operation.code ?? "-",
                candidate.mistake.heading,
                candidate.operation.accuracy.map(DatumOperation.words) ?? "not known",
                words(candidate.left), candidate.explains ? "yes" : "no",
            ]
        }
        return ["Undone as a mistake of datums:"]
            + ColumnTable.lines(
                headings: ["datum", "operation", "taken", "accuracy", "shift left", "explains"],
                rows: Array(rows), names: 3)
    }

    private static func verdict(
        _ candidates: [DatumSuspicion.Candidate], _ shift: ShiftMeasure
    ) -> String {
        guard let best = candidates.first(where: \.explains) else {
            return
                "No datum whose area holds the points explains the shift within its accuracy and the scatter "
                + "(\(words(shift.tolerance)))."
        }
        let known = best.operation.accuracy.map(DatumOperation.words)
        // Others that leave as little cannot be told apart by these points.
        let others = candidates.filter {
            $0.explains && $0.code != best.code && $0.left <= best.left + shift.tolerance
        }.map(\.code)
        let unique = others.enumerated().filter { others.firstIndex(of: $0.element) == $0.offset }
            .map(\.element)
        return best.sentence
            + " \(words(best.left)) of the shift is left, by "
            + "\(best.operation.label), whose accuracy is \(known ?? "not known")."
            + (unique.isEmpty
                ? ""
                : " The points do not tell it from " + unique.prefix(5).joined(separator: ", ")
                    + ".")
    }

    /// A length in tenths of a metre.
    private static func words(_ length: Distance) -> String {
        let text = length.metres.fixed(1)
        return (text == "-0.0" ? "0.0" : text) + " m"
    }
}

extension DatumSuspicion.Mistake {
    /// What was mistaken for WGS 84, in a column.
    fileprivate var heading: String {
        switch self {
        case .angles: "degrees for WGS 84"
        case .grid: "UTM or MGRS for WGS 84"
        case .converted: "WGS 84 for it"
        }
    }
}

extension DatumSuspicion.Candidate {
    /// What probably happened, and what to do.
    fileprivate var sentence: String {
        let datum = "\(code) (\(name))"
        switch mistake {
        case .angles:
            return
                "The shift is explained when the reports are longitude and latitude of \(datum) and were taken for "
                + "WGS 84: read them with --crs \(code)"
                + (operation.code.map { " --operation \"\($0)\"" } ?? "") + "."
        case .grid:
            return
                "The shift is explained when the reports are references in the UTM grid (or MGRS) on \(datum) and "
                + "were taken for WGS 84: read them with --crs and the code of that grid on that datum."
        case .converted:
            return
                "The shift is explained when the reports were on WGS 84 and were converted as if they were of "
                + "\(datum): undo that."
        }
    }
}
