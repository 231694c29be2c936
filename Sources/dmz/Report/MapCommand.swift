import AgreementFiles
import Agreements
import ArgumentParser
import DemarcationReport
import Geodesy
import ReportFiles
import SystemFiles

/// Draws an agreement and findings as a picture.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draws zones, lines and findings as a picture for a document.",
        discussion: """
            The picture is SVG, or PNG or PDF where the name of the output ends so, with title, legend, scale, \
            north, graticule and what it was made from. The projection is azimuthal equidistant about the middle \
            of the lines. Findings are marks that differ by shape; more than \(MapPicture.mostMarks) are counted in \
            cells. Files without findings are checked as dmz check does.

            Exit status: 0 done, 1 bytes could not be read or written, 64 usage, 65 a file or a record could \
            not be used.

            \(Examples.text([Examples.map]))
            """)

    @OptionGroup var input: MapInput
    @Option(
        name: [.short, .long],
        help:
            "Where to write: a name that ends in .svg, .png or .pdf; standard output, as SVG, when not given.",
        completion: .file(extensions: ["svg", "png", "pdf"]))
    var output: String?
    @Option(help: "The size in pixels, of which 96 are an inch, from 200x200 to 10000x10000.")
    var size = "1200x800"
    @Option(help: "How many dots an inch of a PNG has.")
    var dpi = 192.0
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A position that is shown with the way to the nearest line and its zones, as for dmz explain.",
            valueName: "position"))
    var explain: String?
    @OptionGroup(title: "Uncertainty") var modelOptions: ModelOptions
    @OptionGroup(title: "Properties or columns of reports") var names: FieldOptions
    @OptionGroup(title: "Reading") var inputOptions: InputOptions

    func validate() throws {
        try Outputs.check([.init("--output", output)])
        _ = try sheet()
        guard dpi >= 10, dpi <= 1200 else {
            throw ValidationError("--dpi \(dpi): give 10 to 1200")
        }
        _ = try explain.map { try PositionArgument($0) }
        try names.checkGazetteer(inputOptions)
    }

    func run() throws {
        do {
            try draw()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func draw() throws {
        let form = PictureForm(nameOf: output)
        let renderer = form == .svg ? nil : try PictureRenderer.load()
        let out = try Outputs.open(output)
        let file = try AgreementArgument.read(input.agreement)
        let agreement = file.agreement
        let words = try input.words()
        let projection = try MapGround.projection(of: agreement)
        let sheet = try sheet()
        let besides =
            [input.agreement] + file.geometryFiles + input.layer
            + [names.gazetteer].compactMap { $0 }
        _ = try Inputs.open([], besides: besides, outputs: [output])
        let ground = try MapGround(
            agreement, projection,
            tolerance: projection.tolerance(
                for: agreement, pixels: min(sheet.width, sheet.height)),
            isProgressShown: !input.quiet && Diagnostics.isTerminal)
        var content = ground.content
        try input.addLayers(to: &content)
        var compiled = try CompiledAgreement(agreement)
        compiled.positionModel = try modelOptions.positionModel()
        if let explain {
            let place = try PositionArgument(explain)
            var report = Report(position: place.coordinate)
            report.uncertainty = place.bound
            content.explain(compiled.explain(report), words)
        }
        let run = try FindingRun(
            input.findings, names, inputOptions, compiled, counting: nil, besides: besides,
            outputs: [output], input, into: MapGathering(projection, agreement), foreign: \.foreign)
        if run.hasChecked, !input.quiet {
            for warning in file.warnings { Diagnostics.say("dmz: \(warning)") }
        }
        let (findings, days) = (run.gathered.findings, run.gathered.days)
        var options = MapPicture.Options(
            title: input.title
                ?? (agreement.title.isEmpty ? words["untitled"] : agreement.title))
        (options.width, options.height, options.words) = (sheet.width, sheet.height, words)
        if !input.findings.isEmpty {
            options.subtitle = [words.counted("reports", run.read), days.span(words)]
                .compactMap { $0 }.joined(separator: ", ")
        }
        options.attribution = words.text(
            "attribution",
            [
                "program": "dmz \(DMZ.version)", "agreement": try Self.source(input.agreement),
                "tolerance": words.length(ground.tolerance),
            ])
        let picture = MapPicture(content, findings, options)
        if picture.isEmpty, !input.quiet {
            Diagnostics.say(
                "dmz: there is nothing to draw: no line, no zone and no finding with a position")
        }
        let svg = picture.svg
        if let renderer {
            try out.write(
                ByteBuffer(
                    try renderer.render(
                        svg, form, width: sheet.width, height: sheet.height, dpi: dpi)))
        } else {
            try out.write(ByteBuffer(svg.utf8))
        }
        try out.finish()
        if run.isFaulty { throw ExitCode.unusable }
    }

    /// The agreement's file with the start of its hash.
    private static func source(_ path: String) throws -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let hash = try InputSummary.hashing(path: path).sha256 else { return name }
        return "\(name) (SHA-256 \(hash.prefix(12))…)"
    }

    private func sheet() throws -> (width: Int, height: Int) {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (200...10_000).contains($0) }) else {
            throw ValidationError(
                "--size '\(String(visible: size))': give width and height in pixels, from 200x200 to 10000x10000"
            )
        }
        return (parts[0], parts[1])
    }
}
