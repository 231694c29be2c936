import AgreementFiles
import Agreements
import ArgumentParser
import Geodesy
import ReportFiles
import ZoneDrawing

/// Draws the zones of an agreement as GeoJSON polygons.
struct Zones: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws the zones as GeoJSON polygons, audited against their definition.",
        discussion: """
            Polygons are for maps and for exchange; verdicts follow the definition. Each feature \
            says how far its edges were found to be from the limit (max_deviation_m).
            """)

    @OptionGroup var input: AgreementArgument

    @Option(
        name: .shortAndLong,
        help: "The file to write; standard output without it.")
    var output: String?

    @Option(help: "How far a drawn edge may leave the limit.")
    var tolerance = "1 cm"

    @Flag(help: "Draw the halves of zones that have two sides as well.")
    var sides = false

    @Option(help: "Only zones in which a rule is in force then, as in 2026-12-04T12:00:00+02:00.")
    var at: String?

    func validate() throws { try Outputs.check([.init("--output", output)]) }

    func run() throws {
        do {
            try draw()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func draw() throws {
        let (tolerance, moment) = try limits()
        let output = try Outputs.open(self.output)
        let file = try input.read()
        let agreement = file.agreement
        _ = try Inputs.open(
            [], besides: [input.agreement] + file.geometryFiles, outputs: [self.output])
        let drawer = try ZoneDrawer(agreement, tolerance: tolerance)
        var drawings: [ZoneDrawing] = []
        var isGood = true
        let zones = moment.map { agreement.zones(at: $0) } ?? agreement.zones
        for (zone, result) in zip(zones, drawer.draw(zones, withHalves: sides)) {
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
        if !isGood { throw ExitCode.inputOutput }
    }

    private func limits() throws -> (Distance, Instant?) {
        do {
            let tolerance = try Distance(parsing: self.tolerance)
            guard tolerance >= .metres(0.001), tolerance <= .kilometres(10) else {
                throw ValidationError("--tolerance \(self.tolerance): give 1 mm to 10 km")
            }
            return (tolerance, try at.map { try Instant(parsing: $0) })
        } catch let error as ValidationError {
            throw error
        } catch {
            throw ValidationError("\(error)")
        }
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
