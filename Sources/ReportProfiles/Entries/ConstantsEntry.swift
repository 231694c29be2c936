import ReportFiles

/// `set`: what stands for a category or party that reports do not give.
struct ConstantsEntry: ProfileEntry {
    static let keys = ["set"]

    private let category: String?
    private let party: String?

    init(_ value: ProfileNode) throws(ProfileFault) {
        let parts = try value.parts(["category", "party"], as: "{category: thermal}")
        for part in parts.values where part.text == nil { throw part.fault("expected a word") }
        (category, party) = (parts["category"]?.text, parts["party"]?.text)
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        if fields.constants.category == nil { fields.constants.category = category }
        if fields.constants.party == nil { fields.constants.party = party }
    }
}
