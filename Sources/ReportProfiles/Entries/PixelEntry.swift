import Geodesy
import ReportFiles

/// `pixel`: the columns with the sides of a detection's pixel.
struct PixelEntry: ProfileEntry {
    static let keys = ["pixel"]

    private let across: [String]
    private let along: [String]
    private let unit: Distance

    init(_ value: ProfileNode) throws(ProfileFault) {
        let example = "{across: scan, along: track, unit: km}"
        let parts = try value.parts(["across", "along", "unit"], as: example)
        guard let across = parts["across"], let along = parts["along"], let unit = parts["unit"]
        else { throw value.fault("has the keys across, along and unit, as in \(example)") }
        self.across = try NameEntry.names(across)
        self.along = try NameEntry.names(along)
        self.unit = try unit.unit()
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        fields.pixel = PixelFields(
            across: fields.choices.add(across), along: fields.choices.add(along), unit: unit)
    }
}
