import AgreementFiles
import Agreements
import ArgumentParser
import Datums
import Geodesy
import Notations
import ReportFiles

/// Shows all numbers behind the judgement of one position.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Shows every number behind the judgement of one position, or of one record of a file.",
        usage: """
            dmz explain <agreement> <position> [<options>]
            dmz explain <agreement> --in <file> --record <number> [<options>]
            """,
        discussion:
            "A position is longitude and latitude in degrees, in one word, or MGRS, UTM, or degrees and "
            + "minutes, with what its digits leave open as part of its uncertainty. With --crs it is in another "
            + "reference system, longitude or easting first; the accuracy of the operation that takes it to WGS 84 "
            + "is part of its uncertainty too. A record of a file is read as by dmz check, with the same options, "
            + "and may have any footprint.\n\n"
            + Examples.text([Examples.explain]))

    @OptionGroup var input: AgreementArgument

    @Argument(
        help:
            "Longitude and latitude in degrees, as in -75.1,4.2, or any notation, as 37UDP3000050000."
    )
    var position: String?

    @Option(
        name: .customLong("in"), help: "Instead: the file of reports that --record is in.",
        completion: .file())
    var file: String?
    @Option(help: "The number of the record in the file, from 1.")
    var record: Int?

    @Option(help: "What was reported, in the agreement's words.")
    var category: String?

    @Option(help: "The party to which the report refers.")
    var party: String?

    @Option(
        help: """
            When it was observed, as in 2026-12-04T12:00:00+02:00; without an offset on the clock of the \
            agreement's time-zone.
            """)
    var time: String?

    @Option(
        help: ArgumentHelp(
            "A property that conditions ask for, as in calibre=\"122 mm\".", valueName: "name=value"
        ))
    var attribute: [String] = []

    @OptionGroup(title: "Uncertainty") var modelOptions: ModelOptions
    @OptionGroup(title: "Properties or columns of reports") var names: FieldOptions
    @OptionGroup(title: "Reading") var inputOptions: InputOptions

    @Flag(help: "Write JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Draw the position, the way to the nearest line and the zones too; a name that ends in .svg, .png or .pdf.",
            valueName: "file"), completion: .file(extensions: ["svg", "png", "pdf"]))
    var map: String?

    func validate() throws {
        try Outputs.check([.init("--map", map)])
        if map == "-" {
            throw ValidationError("--map is a file: the explanation goes to standard output")
        }
        guard position != nil else {
            guard file != nil, let record else {
                throw ValidationError(
                    "Missing expected argument '<position>'; or name a record by --in FILE --record 3"
                )
            }
            guard record > 0 else {
                throw ValidationError("--record: \(record) is not a number from 1 on")
            }
            let given = [category, party, time].compactMap { $0 } + attribute
            guard given.isEmpty else {
                throw ValidationError(
                    "--category, --party, --time and --attribute go with a position; a record has its own"
                )
            }
            return try names.checkGazetteer(inputOptions)
        }
        guard file == nil, record == nil else {
            throw ValidationError("name a position, or a record by --in FILE --record 3, not both")
        }
        // Whether a time needs no offset is known once the agreement has been read.
        _ = try report(
            place(),
            local: LocalClock(parsing: "UTC"))
    }

    func run() throws {
        let model = try modelOptions.positionModel()
        let agreement = try input.read()
        var compiled: CompiledAgreement
        do throws(AgreementError) {
            compiled = try CompiledAgreement(agreement.agreement)
            compiled.positionModel = model
        } catch {
            // The reader has checked this already.
            throw Diagnostics.status(for: error)
        }
        if let file, let record {
            do {
                try draw(try explain(record, of: file, compiled), agreement)
            } catch {
                throw Diagnostics.status(for: error)
            }
            return
        }
        let position = try place()
        let report = try self.report(position, local: agreement.agreement.clock)
        let explanation = compiled.explain(report)
        do {
            try draw(explanation, agreement)
        } catch {
            throw Diagnostics.status(for: error)
        }
        if let warning = Self.swapWarning(report, compiled, explanation) {
            Diagnostics.say(warning)
        }
        let shares = UncertaintyShares(
            stated: try stated(), position: position, systems: agreement.systems)
        try Diagnostics.output(
            json
                ? ExplanationJSON(explanation, shares).text
                : (Self.reading(position).map { $0 + "\n\n" } ?? "") + explanation.text
                    + shares.text(explanation))
    }

    /// Explains a record of a file.
    private func explain(
        _ number: Int, of path: String, _ compiled: CompiledAgreement
    ) throws -> Explanation {
        var reading = try inputOptions.input(try names.wanted())
        try names.applyProfile(to: &reading)
        try names.readGazetteer(into: &reading.fields)
        let file = try Inputs.open([path], outputs: [])[0]
        guard
            let found = try RecordFinder(
                number, of: file, reading, for: CheckedAgreement(compiled))
        else {
            Diagnostics.say("dmz: \(file.name) has no record \(number)")
            throw ExitCode.unusable
        }
        for note in found.notes { Diagnostics.say("dmz: \(file.name): record \(number): \(note)") }
        guard let report = found.report else {
            Diagnostics.say(
                "dmz: \(file.name): record \(number): " + (found.refusal ?? "it cannot be used"))
            throw ExitCode.unusable
        }
        let explanation = compiled.explain(report)
        try Diagnostics.output(
            json ? ExplanationJSON(explanation, nil).text : explanation.text)
        return explanation
    }

    /// Draws what is explained, where that was asked for.
    private func draw(_ explanation: Explanation, _ file: AgreementFile) throws {
        guard let map else { return }
        _ = try Inputs.open(
            [], besides: [input.agreement] + file.geometryFiles + (self.file.map { [$0] } ?? []),
            outputs: [map])
        let title = file.agreement.title.isEmpty ? input.agreement : file.agreement.title
        try ExplainPicture(explanation, file.agreement, title: title).write(to: map)
    }

    /// The position.
    private func place() throws -> PositionArgument {
        let text = position ?? ""
        guard let transform = try inputOptions.datumOptions.transform() else {
            return try PositionArgument(text)
        }
        return try PositionArgument(text, by: transform)
    }

    private func report(
        _ position: PositionArgument, local clock: LocalClock?
    ) throws -> Report {
        let coordinate = position.coordinate
        guard coordinate.isValid else {
            throw ValidationError(
                "[\(coordinate)] is not on the globe: longitude is -180 to 180, latitude -90 to 90, "
                    + "longitude first")
        }
        var report = Report(position: coordinate, category: category, party: party)
        do {
            if let time { report.time = try Instant(parsing: time, local: clock) }
        } catch {
            throw ValidationError("\(error)")
        }
        report.footprint = position.footprint
        report.uncertainty =
            try stated() + (position.footprint == nil ? position.bound : .zero)
        for text in attribute {
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                throw ValidationError("'\(text)' is no attribute; write name=value")
            }
            let name = String(text[..<equals])
            if report.attributes[name] != nil {
                throw ValidationError(
                    "--attribute names '\(String(shown: name))' twice; write it once")
            }
            report.attributes[name] = String(text[text.index(after: equals)...])
        }
        return report
    }

    /// What was said of the position's error.
    private func stated() throws -> Distance { try names.wanted().missingUncertainty }

    /// How the position was read; `nil` of two numbers on WGS 84.
    private static func reading(_ position: PositionArgument) -> String? {
        let system = position.datum?.system
        guard position.notation != nil || system != nil else { return nil }
        let numbers =
            system?.isProjected == true ? "easting and northing" : "longitude and latitude"
        let place =
            "[\(position.coordinate.longitude.fixed(7)), \(position.coordinate.latitude.fixed(7))]"
        let digits = position.digits.metres
        var text =
            "The position is read as \(position.notation?.inWords ?? numbers)"
            + (system.map { " of \($0.title)" } ?? "") + ": \(place)"
        var known: [String] = []
        if digits > 0 { known.append("\((digits * 100).rounded(.up) / 100) m by its digits") }
        if let use = position.datum?.use {
            text += ", by \(use.operation.label)"
            known.append("\(DatumOperation.words(use.accuracy)) by that operation")
        }
        if known.isEmpty { return text + "." }
        return text + ", known to " + known.joined(separator: " and ")
            + ", which the uncertainty below includes."
    }

    /// A hint where the position makes more sense with latitude and longitude exchanged.
    static func swapWarning(
        _ report: Report, _ agreement: CompiledAgreement, _ explanation: Explanation
    ) -> String? {
        var swapped = report
        swapped.position = Coordinate(
            longitude: report.position.latitude, latitude: report.position.longitude)
        guard swapped.position.isValid, let distance = explanation.judgement.distance,
            let other = agreement.judge(swapped).distance,
            distance > .kilometres(500), other < distance / 10
        else { return nil }
        let kilometres = { (distance: Distance) in distance.value(in: .kilometre).fixed(0) }
        return "warning: the position lies \(kilometres(distance)) km from the nearest line, and "
            + "\(kilometres(other)) km with its two numbers exchanged; longitude comes first, in the "
            + "position as in the agreement, where line '\(explanation.judgement.line ?? "")' may be the "
            + "one that is written latitude first"
    }
}

extension Notation {
    /// What it is called in a sentence.
    fileprivate var inWords: String {
        switch self {
        case .mgrs: "a cell of MGRS, by its middle"
        case .utm: "UTM"
        case .ups: "UPS"
        case .degreesMinutesSeconds: "degrees, minutes and seconds"
        case .degreesMinutes: "degrees and minutes"
        case .wholeDegrees: "whole degrees"
        case .decimalDegrees: "decimal degrees"
        }
    }
}
