import ReportFiles

/// `first-records: ignored`: nothing of a file is recognised by its first records.
struct FirstRecordsEntry: ProfileEntry {
    static let keys = ["first-records"]

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard value.text == "ignored" else { throw value.fault("expected ignored") }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        fields.looksAtFirstRecords = false
    }
}
