import ReportFiles

/// The names of columns or properties, one or several of which a file has one: `time: [When, Date]`.
struct NameEntry: ProfileEntry {
    static let keys = ["category", "party", "time", "date", "end", "id"] + positions
    private static let positions = ["longitude", "latitude", "position"]

    private let key: String
    private let names: [String]

    init(_ value: ProfileNode) throws(ProfileFault) {
        key = value.key
        names = try Self.names(value)
    }

    /// The name of a column, or a list of names of which a file has one.
    static func names(_ value: ProfileNode) throws(ProfileFault) -> [String] {
        let names = try value.texts("the name of a column or a list of names")
        for name in names where name.filter({ $0 == "*" }).count > 1 {
            throw value.fault("'\(name)' has several *, expected one at most")
        }
        return names
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        switch key {
        case "category": put(\.category, .category, &fields, asked)
        case "party": put(\.party, .party, &fields, asked)
        case "time": put(\.time, .time, &fields, asked)
        case "date": put(\.date, &fields, asked)
        case "end": put(\.end, &fields, asked)
        case "id": put(\.id, &fields, asked)
        case "longitude": putPosition(\.longitude, &fields, asked)
        case "latitude": putPosition(\.latitude, &fields, asked)
        default: putPosition(\.position, &fields, asked)
        }
    }

    private func put(
        _ path: WritableKeyPath<FieldNames, String>, _ name: GivenName,
        _ fields: inout FieldNames, _ asked: FieldNames
    ) {
        if asked.given.contains(name) { return }
        fields[keyPath: path] = fields.choices.add(names)
    }

    private func put(
        _ path: WritableKeyPath<FieldNames, String?>, _ fields: inout FieldNames,
        _ asked: FieldNames
    ) {
        if asked[keyPath: path] == nil { fields[keyPath: path] = fields.choices.add(names) }
    }

    /// An option that names a column of positions stands for all of these keys.
    private func putPosition(
        _ path: WritableKeyPath<FieldNames, String?>, _ fields: inout FieldNames,
        _ asked: FieldNames
    ) {
        if asked.position == nil, asked.longitude == nil, asked.latitude == nil {
            put(path, &fields, asked)
        } else {
            fields.choices.takeWord(from: asked[keyPath: path], inPlaceOf: names)
        }
    }
}
