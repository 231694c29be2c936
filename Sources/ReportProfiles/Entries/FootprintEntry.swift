import Geodesy
import ReportFiles

/// The columns that say in which region it was: `semi-major: SMAJ`, or with a unit `range: {column: Range, unit: km}`.
struct FootprintEntry: ProfileEntry {
    static let keys = FootprintFields.Part.allCases.map(\.key)

    private let part: FootprintFields.Part?
    private let names: [String]
    private let unit: Distance?

    init(_ value: ProfileNode) throws(ProfileFault) {
        let part = FootprintFields.Part.allCases.first { $0.key == value.key }
        self.part = part
        guard value.text == nil, value.list == nil, part?.isLength == true else {
            names = try NameEntry.names(value)
            unit = nil
            return
        }
        let example = "{column: \(value.key), unit: km}"
        let parts = try value.parts(["column", "unit"], as: example)
        guard let column = parts["column"], let node = parts["unit"] else {
            throw value.fault("has the keys column and unit, as in \(example)")
        }
        names = try NameEntry.names(column)
        guard let one = node.text.flatMap({ try? Distance(parsing: "1 \($0)") }) else {
            throw node.fault("expected a unit of length such as m or km")
        }
        unit = one
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        // A column that an option names has the usual unit.
        guard let part, asked.footprint?[part] == part.usualName else { return }
        fields.footprint?[part] = fields.choices.add(names)
        if let unit { fields.footprint?.setUnit(unit, of: part) }
    }
}
