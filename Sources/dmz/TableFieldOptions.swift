import Agreements
import ArgumentParser
import ReportFiles
import ReportProfiles

/// Under which names records of findings have what tables ask for.
struct TableFieldOptions: ParsableArguments {
    @Option(help: "The property with a report's category; category when not given.")
    var categoryField: String?
    @Option(help: "The property with its party; party when not given.")
    var partyField: String?
    @Option(
        help: "The property with its class, such as incident or complaint; class when not given.")
    var classField: String?
    @Option(help: "The property that identifies a report; id when not given.")
    var idField: String?
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
        parsing: .unconditional,
        help: """
            The clock of days, weeks and hours, such as Europe/Kyiv or +02:00, and of times without an \
            offset where no profile says theirs; UTC, and no clock of such times, when not given.
            """)
    var timeZone: String?
    @Option(
        help: "How times are written, where they do not tell; as dmz check --time-format.")
    var timeFormat: [String] = []
    @Option(help: "The profile with which the reports were checked.")
    var profile: String?
    @Option(help: "The encoding of the text; else UTF-8, or UTF-16 with its mark.")
    var encoding: TextEncoding?
    @Option(
        help: "The format of the findings: geojson, array, lines, sequence or csv; else recognised."
    )
    var inputFormat: ReportFormat?

    /// The clock of days, weeks and hours.
    func clock() throws -> LocalClock { try LocalClock(timeZoneOption: timeZone ?? "UTC") }

    /// How files are read.
    func input() throws -> ReportInput {
        var input = ReportInput()
        input.format = inputFormat
        input.encoding = encoding
        input.fields = try fields()
        try ReportProfile(option: profile).apply(to: &input)
        if timeZone != nil, input.fields.times.clock == nil {
            input.fields.times.clock = try clock()
        }
        return input
    }

    private func fields() throws -> FieldNames {
        var fields = FieldNames()
        func put(
            _ name: String?, _ path: WritableKeyPath<FieldNames, String>, _ member: GivenName
        ) {
            guard let name else { return }
            fields[keyPath: path] = name
            fields.given.insert(member)
            fields.named.append(name)
        }
        put(categoryField, \.category, .category)
        put(partyField, \.party, .party)
        put(timeField, \.time, .time)
        (fields.date, fields.end, fields.id) = (dateField, endField, idField)
        fields.named += [dateField, endField, idField, classField].compactMap { $0 }
        if dateField != nil, endField != nil {
            throw ValidationError(
                "--end-field goes with times that have their date, not with --date-field")
        }
        for (option, name) in [("--date-field", dateField), ("--end-field", endField)]
        where name == fields.time {
            throw ValidationError("\(option) and --time-field both name '\(fields.time)'; name two")
        }
        // Without the clock, so that a profile may say that of its times.
        fields.times = try TimeReading(zone: nil, formats: timeFormat)
        return fields
    }
}
