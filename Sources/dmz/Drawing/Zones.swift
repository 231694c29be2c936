import AgreementFiles
import Agreements
import ArgumentParser
import Geodesy
import GeoJSONText
import ReportFiles
import ZoneDrawing

/// Draws the zones of an agreement as GeoJSON polygons.
struct Zones: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws the zones as GeoJSON polygons, audited against their definition.",
        discussion: """
            Polygons are for maps and for exchange; verdicts follow the definition. Each feature \
            says how far its edges were found to be from the limit (max_deviation_m). Where the drawing \
            goes to a file, a table of what was drawn goes to standard output.

            \(Examples.text([Examples.zones]))
            """)

    @OptionGroup var input: AgreementArgument

    @Option(
        name: .shortAndLong,
        help: "The file to write; standard output without it.", completion: .file())
    var output: String?

    @Option(
        parsing: .unconditional,
        help: "How far a drawn edge may leave the limit, from 1 mm to 10 km.")
    var tolerance = "1 cm"

    @Flag(help: "Draw the halves of zones that have two sides as well.")
    var sides = false

    @Option(
        help: """
            Draw what is in a zone for every line, point and area within its accuracy (certain), or for \
            some (possible).
            """)
    var extent = ZoneExtent.asGiven

    @Option(name: .customLong("zone"), help: "Only this zone; may be given several times.")
    var only: [String] = []

    @Option(
        help: """
            Only zones in which a rule is in force then, as in 2026-12-04T12:00:00+02:00, and the versions of \
            lines and zones that hold then; the last ones without it.
            """)
    var at: String?

    @Flag(name: [.short, .long], help: "No table and no progress; say nothing but errors.")
    var quiet = false

    func validate() throws { try Outputs.check([.init("--output", output)]) }

    func run() throws {
        do {
            try draw()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func draw() throws {
        let tolerance = try allowedDeviation()
        let isOnOutput = Outputs.isStandardOutput(self.output)
        let output = try Outputs.open(self.output)
        let file = try input.read()
        let agreement = file.agreement
        let moment = try at.map { try Instant(option: "--at", $0, agreement) }
        _ = try Inputs.open(
            [], besides: [input.agreement] + file.geometryFiles, outputs: [self.output])
        let zones = try wanted(of: agreement, at: moment)
        let drawer = try ZoneDrawer(agreement, tolerance: tolerance, extent: extent, at: moment)
        var drawings: [ZoneDrawing] = []
        var isGood = true
        for (zone, result) in zip(zones, drawn(zones, by: drawer)) {
            switch result {
            case .success(let new):
                for drawing in new where !drawing.audit.isGood(within: tolerance) {
                    isGood = false
                    Diagnostics.say("dmz: " + Self.complaint(drawing))
                }
                drawings += new
            case .failure(let error):
                isGood = false
                Diagnostics.say("dmz: zone \(zone.id): \(error)")
            }
        }
        let text = ZoneDrawing.featureCollection(drawings, order: agreement.zones.map(\.id))
        try output.write(ByteBuffer(text.utf8))
        try output.finish()
        if !quiet, !isOnOutput {
            try Diagnostics.output(
                DrawingTable.lines(drawings).map { $0 + "\n" }.joined())
        }
        if !isGood { throw ExitCode.inputOutput }
    }

    /// The zones that were asked for, in the agreement's order.
    private func wanted(of agreement: Agreement, at moment: Instant?) throws -> [Zone] {
        let known = agreement.zones.map(\.id)
        if let unknown = only.first(where: { !known.contains($0) }) {
            throw ValidationError(
                "--zone: there is no zone '\(unknown)'; \(Spelling.hint(for: unknown, in: known))")
        }
        let zones = moment.map { agreement.zones(at: $0) } ?? agreement.zones
        return only.isEmpty ? zones : zones.filter { only.contains($0.id) }
    }

    /// The zones drawn on all processors, in their order, while progress is shown.
    private func drawn(
        _ zones: [Zone], by drawer: ZoneDrawer
    ) -> [Result<[ZoneDrawing], DrawingError>] {
        let sides = self.sides
        return DrawingProgress.during(zones.count, isShown: !quiet && Diagnostics.isTerminal) {
            progress in
            inParallel(over: zones.count, in: zones.count) { range in
                range.flatMap { number in
                    defer { progress.finishOne() }
                    return drawer.draw([zones[number]], withHalves: sides)
                }
            }.flatMap { $0 }
        }
    }

    private func allowedDeviation() throws -> Distance {
        let tolerance = try Distance(option: "--tolerance", self.tolerance)
        guard tolerance >= .metres(0.001), tolerance <= .kilometres(10) else {
            throw ValidationError("--tolerance \(self.tolerance): give 1 mm to 10 km")
        }
        return tolerance
    }

    private static func complaint(_ drawing: ZoneDrawing) -> String {
        let audit = drawing.audit
        var text = "zone \(drawing.zone)" + (drawing.sideName.map { ", side \($0)" } ?? "")
        text += ": the drawing is not within the tolerance everywhere: it deviates by up to "
        text += "\(audit.maxDeviation)"
        if audit.mismatches > 0 {
            text += "; \(audit.mismatches) of \(audit.positions) positions near its limit are on "
            text += "the wrong side of it"
            if let first = audit.firstMismatch { text += ", such as [\(first)]" }
        }
        if let invalidity = audit.invalidity { text += "; not valid: \(invalidity)" }
        return text
    }
}

extension ZoneExtent: ExpressibleByArgument {}
