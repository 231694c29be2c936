import ReportFiles

/// `place`: the column with the name of the place where it was, which a gazetteer knows.
struct PlaceEntry: ProfileEntry {
    static let keys = ["place"]

    private let names: [String]

    init(_ value: ProfileNode) throws(ProfileFault) { names = try NameEntry.names(value) }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        guard asked.position == nil, asked.longitude == nil, asked.latitude == nil else { return }
        fields.position = fields.choices.add(names)
        fields.positionIsPlace = true
    }
}
