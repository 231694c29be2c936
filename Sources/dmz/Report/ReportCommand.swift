import AgreementFiles
import Agreements
import ArgumentParser
import DemarcationReport
import Geodesy
import ReportFiles
import SystemFiles
import ZoneDrawing

/// Writes findings as one page that can be mailed.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes findings as one page with a map, figures and tables.",
        discussion: """
            The page needs nothing else and asks for nothing over a network. Figures, tables and a still map are \
            there without scripts; with scripts the map moves, layers and days are chosen, and each finding tells \
            how it came about. More than \(PageFindings.mostTold) findings are counted in squares. Files without \
            findings are checked as dmz check does.

            Exit status: 0 done, 1 bytes could not be read or written, 64 usage, 65 a file or a record could \
            not be used.

            \(Examples.text([Examples.report]))
            """)

    @OptionGroup var input: MapInput
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file(extensions: ["html"]))
    var output: String?
    @Option(
        help:
            "A summary that dmz check wrote of the run that found the findings: its caps, sites and obligations are shown.",
        completion: .file(extensions: ["json"]))
    var summary: String?
    @Option(
        help:
            "A table of when cameras, posts and patrols watched: how much was watched is shown beside what was found.",
        completion: .file(extensions: ["csv"]))
    var availability: String?
    @Flag(
        help:
            "Draw what is certain and what is possible of each zone too, which takes twice as long."
    )
    var extents = false
    @OptionGroup(title: "Uncertainty") var modelOptions: ModelOptions
    @OptionGroup(title: "Properties or columns of reports") var names: FieldOptions
    @OptionGroup(title: "Reading") var inputOptions: InputOptions
    @OptionGroup(title: "Caps, sites and obligations of reports") var countingOptions:
        CountingOptions
    @Option(help: "What joins the vertices of lines, whatever the agreement's file says.")
    var edges: EdgeKind?

    func validate() throws {
        try Outputs.check([.init("--output", output)])
        guard !input.findings.isEmpty else {
            throw ValidationError("name a file of findings, as dmz check writes it, or of reports")
        }
        if summary != nil, countingOptions.isAsked {
            throw ValidationError(
                "--complete and --as-of are for counting the sets of reports, and --summary is of sets that were "
                    + "counted before; give one of them")
        }
        if availability == "-" {
            throw ValidationError("--availability is a file, not standard input")
        }
        try names.checkGazetteer(inputOptions)
    }

    func run() throws {
        do {
            try write()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func write() throws {
        let out = try Outputs.open(output)
        let file = try AgreementArgument.read(input.agreement)
        let agreement = try file.agreement.joined(by: edges)
        let words = try input.words()
        let besides =
            [input.agreement] + file.geometryFiles + input.layer
            + [summary, names.gazetteer, availability].compactMap { $0 }
        _ = try Inputs.open([], besides: besides, outputs: [output])
        let sets = try summary.map { try SetTable.read($0, in: words.phrasing) } ?? []
        let sources = try readAvailability(agreement)
        var compiled = try CompiledAgreement(agreement)
        compiled.positionModel = try modelOptions.positionModel()
        let projection = try MapGround.projection(of: agreement)
        let isProgressShown = !input.quiet && Diagnostics.isTerminal
        // For a map that is looked at closely.
        let tolerance = projection.tolerance(for: agreement, pixels: 4000)
        let ground = try MapGround(
            agreement, projection, tolerance: tolerance, isProgressShown: isProgressShown)
        var content = ground.content
        try input.addLayers(to: &content)
        let run = try FindingRun(
            input.findings, names, inputOptions, compiled, counting: countingOptions,
            besides: besides, outputs: [output], input,
            into: PageGathering(projection, agreement), foreign: \.foreign)
        if run.hasChecked, !input.quiet {
            for warning in file.warnings { Diagnostics.say("dmz: \(warning)") }
        }
        if countingOptions.isAsked, run.sets == nil {
            Diagnostics.say(
                "dmz: --as-of and --complete change nothing here: sets are counted where all files are reports and the "
                    + "agreement has caps, sites or obligations; of findings give --summary what dmz check wrote"
            )
        }
        let (tally, findings) = (run.gathered.tally, run.gathered.findings)
        var subject = ReportPage.Subject(
            agreement,
            title: input.title
                ?? (agreement.title.isEmpty ? words["untitled"] : agreement.title))
        (subject.drawings, subject.tolerance) = (ground.drawings, tolerance)
        if extents {
            func draw(_ extent: ZoneExtent, _ name: String) throws -> [ZoneDrawing] {
                let drawer = try ZoneDrawer(agreement, tolerance: tolerance, extent: extent)
                return MapGround.draw(
                    agreement, drawer, of: name, isProgressShown: isProgressShown)
            }
            subject.certain = try draw(.certain, "certain")
            subject.possible = try draw(.possible, "possible")
        }
        var named: Set<String> = []
        for path in besides where named.insert(path).inserted {
            subject.files.append(try InputSummary.hashing(path: path))
        }
        subject.records = run.files.map(\.summary)
        subject.versions = "dmz \(DMZ.version) (\(LibraryVersions.inWords))"
        subject.command =
            "dmz "
            + CommandLine.rawArguments.dropFirst().map { String(visible: $0) }
            .joined(separator: " ")
        subject.warning = run.notice
        subject.sets = summary == nil ? run.sets?.tables(.windows, in: words.phrasing) ?? [] : sets
        subject.availability = sources
        subject.stories = PageStories(findings, compiled)
        let page = ReportPage(subject, content, tally, findings, words)
        if page.isEmpty, !input.quiet {
            Diagnostics.say(
                "dmz: there is nothing to draw: no line, no zone and no finding with a position")
        }
        try out.write(ByteBuffer(page.html.utf8))
        try out.finish()
        if run.isFaulty { throw ExitCode.unusable }
    }

    /// When the sources watched, where a file says so.
    private func readAvailability(_ agreement: Agreement) throws -> [SourceAvailability]? {
        guard let availability else { return nil }
        let clock = try names.timeZone.map { try LocalClock(timeZoneOption: $0) }
        return try AvailabilityFile.read(
            InputFile(path: availability), clock: agreement.clock ?? clock,
            zones: agreement.zones.map(\.id))
    }
}
