import ArgumentParser
import Geodesy
import ReportFiles
import SystemFiles

/// Writes positions in another notation.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the positions of reports in another notation.",
        discussion: """
            Adds dmz_mgrs, dmz_utm, dmz_dms, or dmz_longitude and dmz_latitude to every report, and \
            dmz_position_error_m: how far from the position that was read the place may lie, by the digits \
            of its text and the way from another reference system (--crs). Cells of a grid are read as their \
            middle.

            With --operations it lists the ways from a reference system to WGS 84 instead, the best first: \
            name, code, accuracy, whether it can be used, and the area where it holds.

            With --suspect it compares the reports with the control points of the same ids and says whether they \
            are off by a constant shift, and which datum, mistaken for WGS 84, explains it.

            \(Examples.text([Examples.convert, Examples.operations, Examples.suspect]))
            """)

    @Argument(help: "A file of reports; - is standard input.", completion: .file())
    var reports: String?
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file())
    var output: String?
    @Option(help: "The notation with its digits: mgrs:5, utm:0, dms:1, dm:3 or decimal:7.")
    var to: TargetNotation?
    @Option(
        help: """
            Instead: list the operations from such a reference system to WGS 84, by code, PROJ string or \
            WKT.
            """)
    var operations: String?
    @Option(
        parsing: .unconditional,
        help: "Of these only what holds at a longitude and latitude, such as 38,48.")
    var near: String?
    @Flag(
        help: """
            Instead: test whether the reports are off by a constant shift that another datum explains; with \
            --control.
            """)
    var suspect = false
    @Option(
        help: "A file of points on WGS 84 with the ids of reports, where these should lie.",
        completion: .file())
    var control: String?
    @Option(help: "The column (or property) with the id, in both files; 'id' when not given.")
    var idField: String?
    @Flag(help: "End with status 65 when a position could not be used.")
    var strict = false
    @Flag(help: "End with status 0 also when no position at all could be used.")
    var allowAllRefused = false
    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    var quiet = false
    @OptionGroup(title: "Reading") var inputOptions: InputOptions

    func validate() throws {
        try Outputs.check([.init("--output", output)])
        if operations != nil {
            guard reports == nil, to == nil, inputOptions.datumOptions.crs == nil else {
                throw ValidationError(
                    "--operations lists operations and reads no reports; leave out the file, --to and --crs"
                )
            }
            _ = try place()
            return
        }
        if suspect {
            guard reports != nil, let control, to == nil else {
                throw ValidationError(
                    "--suspect compares a file of reports with that of --control; give both, and leave out --to"
                )
            }
            if inputOptions.datumOptions.crs != nil || inputOptions.crsField != nil {
                throw ValidationError(
                    "--suspect asks in which system the reports are; leave out --crs and --crs-field"
                )
            }
            if reports == "-", control == "-" {
                throw ValidationError("standard input (-) can be read once only")
            }
            return
        }
        if control != nil || idField != nil {
            throw ValidationError("--control and --id-field go with --suspect")
        }
        if near != nil { throw ValidationError("--near goes with --operations") }
        if reports == nil { throw ValidationError("Missing expected argument '<reports>'") }
        if to == nil { throw ValidationError("Missing expected argument '--to <to>'") }
    }

    /// The position of `--near`.
    private func place() throws -> Coordinate? {
        guard let near else { return nil }
        let numbers = near.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        if numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] {
            let place = Coordinate(longitude: longitude, latitude: latitude)
            if place.isValid { return place }
        }
        throw ValidationError(
            "--near: '\(String(shown: near))' is not a longitude and a latitude in degrees, expected two "
                + "numbers such as 38,48")
    }

    func run() throws {
        do {
            if let operations {
                try list(operations)
            } else if suspect, let reports, let control {
                try compare(reports, control)
            } else if let reports, let to {
                try convert(reports, to)
            }
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func list(_ text: String) throws {
        try write(OperationList(text, near: place()).text)
    }

    private func compare(_ reports: String, _ control: String) throws {
        let files = try Inputs.open([reports, control], outputs: [output])
        var names = FieldNames()
        names.id = idField ?? "id"
        if let idField { names.named.append(idField) }
        let batch = try inputOptions.input(names)
        // The options say how the reports are written.
        var usual = ReportInput()
        usual.fields = names
        let found = try (PointsByID(files[0], batch), PointsByID(files[1], usual))
        if !quiet {
            for fault in [found.0.fault, found.1.fault].compactMap({ $0 }) {
                Diagnostics.say("dmz: \(fault)")
            }
        }
        try write(
            Suspicion(found.0, found.1).lines.map { String(visible: $0) + "\n" }.joined())
    }

    private func write(_ text: String) throws {
        let out = try Outputs.open(output)
        try out.write(ByteBuffer(text.utf8))
        try out.finish()
    }

    private func convert(_ reports: String, _ to: TargetNotation) throws {
        var names = FieldNames()
        names.onlyPositions = true
        let input = try inputOptions.input(names)
        let out = try Outputs.open(output)
        let files = try Inputs.open([reports], outputs: [output])
        let converter = PositionConverter(to: to, fields: input.fields)
        var text = ByteBuffer()
        for file in files {
            try input.read(file) { block in
                converter.convert(block, file: file.name, to: &text)
                try out.write(text)
                text.removeAll()
            }
        }
        try out.finish()
        if !quiet { Diagnostics.say(datumsOf: input.fields) }
        guard converter.refused > 0 else { return }
        if !quiet {
            for fault in converter.faults { Diagnostics.say("dmz: \(fault)") }
            let count = converter.refused
            Diagnostics.say(
                "dmz: \(count.grouped) position\(count == 1 ? "" : "s") could not be used")
        }
        if let cutOff = converter.cutOff {
            Diagnostics.say("dmz: \(cutOff): the file is cut off within this record")
            throw ExitCode.unusable
        }
        if converter.refused == converter.read, !allowAllRefused {
            Diagnostics.say(
                "dmz: " + Diagnostics.allRefused(converter.read, [:], first: converter.faults.first)
            )
            throw ExitCode.unusable
        }
        if strict { throw ExitCode.unusable }
    }
}

extension TargetNotation: ExpressibleByArgument {
    /// A notation from a word such as `mgrs:5`.
    public init?(argument: String) { self.init(argument) }

    /// The words, to be completed.
    public static var allValueStrings: [String] { ["mgrs", "utm", "dms", "dm", "decimal"] }
}
