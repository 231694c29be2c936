import ReportFiles

/// `area`: the column with the name of the area in which what a report tells of may be anywhere, or columns of
/// which another says the right one.
struct AreaEntry: ProfileEntry {
    static let keys = ["area"]
    private static let example = "{code: geo_precision, columns: {1: location, 2: admin2}}"

    private let code: [String]?
    private let columns: [(code: String, names: [String])]

    init(_ value: ProfileNode) throws(ProfileFault) {
        if value.text != nil || value.list != nil {
            code = nil
            columns = [("", try NameEntry.names(value))]
            return
        }
        let parts = try value.parts(["code", "columns"], as: Self.example)
        guard let code = parts["code"], let table = parts["columns"] else {
            throw value.fault("has the keys code and columns, as in \(Self.example)")
        }
        self.code = try NameEntry.names(code)
        var columns: [(code: String, names: [String])] = []
        for (code, names) in try table.table(as: "{1: location, 2: admin2}") {
            columns.append((code, try NameEntry.names(names)))
        }
        self.columns = columns
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        let members = columns.map { column in
            (code: column.code, member: fields.addExtra(fields.choices.add(column.names)))
        }
        if let code {
            let member = fields.addExtra(fields.choices.add(code))
            fields.area = AreaFields(code: member, members: members)
        } else if let member = members.first?.member {
            fields.area = AreaFields(member: member)
        }
    }
}
