import ReportFiles

/// `not-known`: values of categories, parties, times and properties that say that nothing is known.
struct UnknownValuesEntry: ProfileEntry {
    static let keys = ["not-known"]

    private let values: [String]

    init(_ value: ProfileNode) throws(ProfileFault) {
        values = try value.texts("a value such as N/K, or a list of values")
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) { fields.addUnknown(values) }
}
