import Agreements
import ArgumentParser
import Datums
import Geodesy
import Notations
import ReportFiles
import ReportProfiles

/// Under which names a report's members are found.
struct FieldOptions: ParsableArguments {
    @Option(help: "The property with a report's category; category when not given.")
    var categoryField: String?
    @Option(help: "The property with its party; party when not given.")
    var partyField: String?
    @Option(
        help:
            "The property with its time, or time of day when --date-field is given; time when not given."
    )
    var timeField: String?
    @Option(help: "The property with its date, where date and time stand in two.")
    var dateField: String?
    @Option(help: "The property with the end of its time, where --time-field names the beginning.")
    var endField: String?
    @Option(
        help: """
            What a time with an end means: sometime within it (unless said), or throughout.
            """)
    var intervalMeans = TimeSpan.Meaning.sometime
    @Option(
        parsing: .unconditional,
        help: """
            The zone of times without an offset, such as Europe/Kyiv or +02:00; else the agreement's \
            time-zone.
            """)
    var timeZone: String?
    @Option(
        help: """
            How times are written, where they do not tell: dmy, mdy or ymd (the order of a date's \
            numbers; else as each file's first 1,000 records allow), epoch-seconds, epoch-milliseconds or excel-days; one of each kind may be given.
            """)
    var timeFormat: [String] = []
    @Option(
        help: """
            The property with a bound on its position's error in metres: uncertainty_m when not given, in \
            tables else one such as accuracy.
            """)
    var uncertaintyField: String?
    @Option(
        parsing: .unconditional,
        help: """
            The bound on the position's error of reports that give none, such as "10 m"; without it \
            such positions are taken as exact.
            """)
    var uncertainty: String?
    @OptionGroup var footprint: FootprintOptions
    @Option(help: "The property that identifies a report in messages.")
    var idField: String?
    @Option(
        help: ArgumentHelp(
            "A category or party for reports that give none, as in category=thermal.",
            valueName: "name=value"))
    var set: [String] = []
    @Option(
        help: ArgumentHelp(
            "How files of one kind are read: \(ReportProfile.names.joined(separator: ", ")), or a file of "
                + "your own; options given beside it win.", valueName: "profile"))
    var profile: String?

    @Option(
        help: """
            A file of places, with their names and radii or outlines, for profiles that look names up.
            """, completion: .file())
    var gazetteer: String?

    func validate() throws {
        var input = ReportInput()
        input.fields = try wanted()
        try applyProfile(to: &input)
        let time = input.fields.time
        for (option, name) in [("--date-field", dateField), ("--end-field", endField)]
        where name == time {
            throw ValidationError("\(option) and --time-field both name '\(time)'; name two")
        }
        if endField != nil, dateField != nil {
            throw ValidationError(
                "--end-field goes with times that have their date, not with --date-field")
        }
    }

    private func times() throws -> TimeReading {
        var times = try TimeReading(zone: timeZone, formats: timeFormat)
        times.intervals = intervalMeans
        return times
    }

    private func missingUncertainty() throws -> Distance {
        try uncertainty.map { try Distance(option: "--uncertainty", $0) } ?? .zero
    }

    private func constants() throws -> ReportConstants {
        var constants = ReportConstants()
        for text in set {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            switch parts.first {
            case "category" where parts.count == 2 && constants.category == nil:
                constants.category = parts[1]
            case "party" where parts.count == 2 && constants.party == nil:
                constants.party = parts[1]
            default:
                throw ValidationError(
                    "--set: '\(String(shown: text))' is not known; write category=WORD or party=WORD, each "
                        + "once")
            }
        }
        return constants
    }

    /// The profile that was named; one that says nothing without.
    func readProfile() throws -> ReportProfile { try ReportProfile(option: profile) }

    /// Puts what the profile says where the options say nothing.
    func applyProfile(to input: inout ReportInput) throws {
        try readProfile().apply(to: &input)
    }

    /// Refuses a gazetteer that nobody asks, and names that nobody could look up.
    func checkGazetteer(_ input: InputOptions) throws {
        var reading = ReportInput()
        reading.fields = try wanted()
        input.namePositions(of: &reading.fields)
        try applyProfile(to: &reading)
        let fields = reading.fields
        if gazetteer != nil, fields.area == nil, !fields.positionIsPlace {
            throw ValidationError(
                "--gazetteer goes with a profile that looks names up (its keys area and place)")
        }
        if gazetteer == nil, fields.positionIsPlace {
            throw ValidationError(
                "--profile: positions are names of places; name a file of these by --gazetteer FILE"
            )
        }
        if gazetteer == "-" { throw ValidationError("--gazetteer is a file, not standard input") }
    }

    /// Reads the gazetteer, where one is named.
    func readGazetteer(into fields: inout FieldNames) throws {
        guard let gazetteer else { return }
        fields.places = try GazetteerFile.read(InputFile(path: gazetteer))
    }

    /// The names, and what stands for an uncertainty that is missing.
    func wanted() throws -> FieldNames {
        var names = names
        names.missingUncertainty = try missingUncertainty()
        names.constants = try constants()
        names.times = try times()
        return names
    }

    var names: FieldNames {
        var names = FieldNames()
        func put(
            _ name: String?, _ path: WritableKeyPath<FieldNames, String>, _ member: GivenName
        ) {
            guard let name else { return }
            names[keyPath: path] = name
            names.given.insert(member)
            names.named.append(name)
        }
        put(categoryField, \.category, .category)
        put(partyField, \.party, .party)
        put(timeField, \.time, .time)
        put(uncertaintyField, \.uncertainty, .uncertainty)
        if uncertaintyField != nil { names.findsUncertainty = false }
        (names.date, names.end, names.id) = (dateField, endField, idField)
        names.named += [dateField, endField, idField].compactMap { $0 }
        // A profile may say another name of the time that goes with them.
        if profile == nil, dateField != nil || endField != nil { names.named.append(names.time) }
        footprint.put(into: &names)
        return names
    }
}

extension TimeSpan.Meaning: ExpressibleByArgument {}

/// How files of reports are read.
struct InputOptions: ParsableArguments {
    @Option(
        help: "The column (or property of Features without a geometry) of longitudes; else guessed."
    )
    var lonField: String?
    @Option(help: "The column (or property) of latitudes; else guessed.")
    var latField: String?
    @Option(
        help: "The column (or property) with the whole position, in any notation; else guessed.")
    var positionField: String?
    @Flag(help: "Degrees, minutes and seconds were cut off and not rounded at their last digit.")
    var truncated = false
    @Flag(
        help: "Decimal degrees and metres are known to their last digit only; exact when not given."
    )
    var asWritten = false
    @Option(
        help: """
            What stands before the fraction of a table's numbers: point or comma; else recognised by each \
            file's first 1,000 records, or read where a number can mean one thing only.
            """)
    var decimalSign: DecimalSign?
    @Option(
        help: """
            The encoding of the text, such as windows-1251; else UTF-8, or UTF-16 with its mark. Findings \
            are written in UTF-8.
            """)
    var encoding: TextEncoding?
    @OptionGroup var datumOptions: DatumOptions
    @Option(
        help: """
            The column (or property) with the reference system of each report, such as EPSG:28407 or 28407; \
            where it is empty that of --crs, or WGS 84.
            """)
    var crsField: String?
    @Option(
        help:
            "The format of the reports: geojson, array, lines, sequence or csv (dmz check: cot with --profile cot); else recognised."
    )
    var format: ReportFormat?

    func validate() throws {
        try datumOptions.check(column: crsField)
        if positionField != nil, lonField != nil || latField != nil {
            throw ValidationError(
                "--position-field is instead of --lon-field and --lat-field; give it or them")
        }
    }

    /// Puts the names of positions.
    func namePositions(of fields: inout FieldNames) {
        fields.longitude = lonField
        fields.latitude = latField
        fields.position = positionField
    }

    func input(_ fields: FieldNames) throws -> ReportInput {
        var input = ReportInput()
        input.format = format
        input.encoding = encoding
        input.fields = fields
        namePositions(of: &input.fields)
        input.fields.decimalSign = decimalSign
        input.fields.datum = try datumOptions.transform()
        if let crsField {
            input.fields.system = crsField
            input.fields.systems = DatumSystems(allowing: try datumOptions.allowance())
            input.fields.named.append(crsField)
        }
        input.fields.precision = PrecisionRule(
            degrees: truncated ? .truncated : .rounded, decimals: asWritten ? .asWritten : .exact)
        return input
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
