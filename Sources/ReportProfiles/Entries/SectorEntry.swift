import Geodesy
import ReportFiles

/// `sector`: the column that says in which direction and how far from the place it was, or two of them.
struct SectorEntry: ProfileEntry {
    static let keys = ["sector"]
    private static let example = "{direction: Direction, distance: Distance, unit: km}"

    private let columns: [[String]]
    private let unit: Distance?

    init(_ value: ProfileNode) throws(ProfileFault) {
        if value.text != nil || value.list != nil {
            columns = [try NameEntry.names(value)]
            unit = nil
            return
        }
        let parts = try value.parts(["direction", "distance", "unit"], as: Self.example)
        guard let direction = parts["direction"], let distance = parts["distance"] else {
            throw value.fault("has the keys direction and distance, as in \(Self.example)")
        }
        columns = [try NameEntry.names(distance), try NameEntry.names(direction)]
        unit = try parts["unit"]?.unit()
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        let members = columns.map { fields.addExtra(fields.choices.add($0)) }
        fields.sector = SectorFields(members: members, unit: unit)
    }
}
