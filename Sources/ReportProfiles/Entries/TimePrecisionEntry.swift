import ReportFiles

/// `time-precision`: a column that says among how many days the named one is.
struct TimePrecisionEntry: ProfileEntry {
    static let keys = ["time-precision"]
    private static let example =
        "{column: time_precision, codes: {1: 1 day, 2: 7 days, 3: unknown}}"

    private let column: [String]
    private let codes: [(code: String, days: Int)]

    init(_ value: ProfileNode) throws(ProfileFault) {
        let parts = try value.parts(["column", "codes"], as: Self.example)
        guard let column = parts["column"], let table = parts["codes"] else {
            throw value.fault("has the keys column and codes, as in \(Self.example)")
        }
        self.column = try NameEntry.names(column)
        var codes: [(code: String, days: Int)] = []
        for (code, days) in try table.table(as: "{1: 1 day, 2: 7 days, 3: unknown}") {
            codes.append((code, try Self.days(days)))
        }
        self.codes = codes
    }

    private static func days(_ value: ProfileNode) throws(ProfileFault) -> Int {
        let words = (value.text ?? "").split(separator: " ")
        if words == ["unknown"] { return 0 }
        guard words.count == 2, words[1] == "day" || words[1] == "days", let days = Int(words[0]),
            (1...10_000).contains(days)
        else { throw value.fault("expected a number of days such as 7 days, or unknown") }
        return days
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        let member = fields.addExtra(fields.choices.add(column))
        fields.timePrecision = TimePrecision(member: member, days: codes)
    }
}
