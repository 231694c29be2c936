import ReportFiles

/// `records`: the member with the array of records, where a service wraps them in an object.
struct RecordsEntry: ProfileEntry {
    static let keys = ["records"]

    private let name: String

    init(_ value: ProfileNode) throws(ProfileFault) {
        guard let name = value.text else { throw value.fault("expected a name such as data") }
        self.name = name
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) { fields.records = name }
}
