import ReportFiles

/// `format: cot`: files in XML are events of Cursor on Target.
struct FormatEntry: ProfileEntry {
    static let keys = ["format"]

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard value.text == ReportFormat.cot.rawValue else { throw value.fault("expected cot") }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) { fields.readsEvents = true }
}
