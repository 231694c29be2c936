import AgreementFiles
import ArgumentParser
import Geodesy
import ReportFiles

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures how far positions are from a line, and on which side.",
        discussion: """
            Writes CSV: lon, lat, distance_m, side (left, right, on, none), nearest_lon, \
            nearest_lat, part, segment and fraction; part and segment count from 0.

            \(Examples.text([Examples.measure]))
            """)

    @Argument(
        help: "A GeoJSON file with a line: a geometry, a Feature or a FeatureCollection.",
        completion: .file())
    var line: String
    @Argument(
        help: "Positions: GeoJSON points, or CSV with lon and lat; - is standard input.",
        completion: .file())
    var positions: [String]
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file())
    var output: String?
    @Option(help: "What joins the line's vertices: geodesic (unless said), rhumb or planar.")
    var edges: EdgeKind?
    @Flag(help: "End with status 65 when a position could not be used.")
    var strict = false
    @Flag(help: "End with status 0 also when no position at all could be used.")
    var allowAllRefused = false
    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    var quiet = false
    @OptionGroup(title: "Reading") var inputOptions: InputOptions

    func validate() throws { try Outputs.check([.init("--output", output)]) }

    func run() throws {
        do {
            try measure()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func measure() throws {
        var names = FieldNames()
        names.onlyPositions = true
        let input = try inputOptions.input(names)
        let out = try Outputs.open(output)
        let geometry = try LineFile.read(path: line, edges: edges ?? .geodesic)
        if edges == nil, !quiet, let warning = Self.warning(of: geometry) {
            Diagnostics.say("dmz: \(line): \(warning)")
        }
        let files = try Inputs.open(positions, besides: [line], outputs: [output])
        let locator = LineLocator(geometry)
        let reader = PositionReader(fields: input.fields)
        var text = ByteBuffer(MeasuredRow.header.utf8)
        var (read, refused) = (0, 0)
        var causes: [RefusalCause: Int] = [:]
        var first: String?
        var cutOff: String?
        for file in files {
            try input.read(file) { block in
                try reader.read(block) { reading in
                    read += 1
                    if let fault = reading.fault {
                        refused += 1
                        causes[reading.cause, default: 0] += 1
                        first = first ?? "\(file.name): \(reading.place): \(fault)"
                        if !quiet, refused <= 10 {
                            Diagnostics.say("dmz: \(file.name): \(reading.place): \(fault)")
                        }
                    }
                    if reading.isCutOff { cutOff = "\(file.name): \(reading.place)" }
                    let nearest =
                        reading.fault == nil ? locator.nearest(to: reading.position) : nil
                    MeasuredRow.append(reading, nearest, to: &text)
                }
                try out.write(text)
                text.removeAll()
            }
        }
        try out.write(text)
        try out.finish()
        if !quiet { Diagnostics.say(datumsOf: input.fields) }
        guard refused > 0 else { return }
        if !quiet {
            Diagnostics.say(
                "dmz: \(refused.grouped) position\(refused == 1 ? "" : "s") could not be used")
        }
        if let cutOff {
            Diagnostics.say("dmz: \(cutOff): the file is cut off within this record")
        }
        if refused == read, cutOff == nil, !allowAllRefused {
            Diagnostics.say("dmz: " + Diagnostics.allRefused(read, causes, first: first))
            throw ExitCode.unusable
        }
        if strict || cutOff != nil { throw ExitCode.unusable }
    }

    /// By how much the choice of edges matters, where it does by more than a metre.
    private static func warning(of line: LineGeometry) -> String? {
        guard let ambiguity = line.edgeAmbiguity() else { return nil }
        let length = ambiguity.edge.value(in: .kilometre).fixed(1)
        return
            "the line has edges of up to \(length) km, read as geodesics; straight in longitude and "
            + "latitude it would lie up to \(ambiguity.deviation.metres.fixed(1)) m away, and web maps draw "
            + "rhumb lines. Say which with --edges geodesic, rhumb or planar"
    }
}

extension EdgeKind: ExpressibleByArgument {}
