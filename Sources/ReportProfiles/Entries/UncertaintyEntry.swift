import Geodesy
import ReportFiles

/// `uncertainty`: the column with the bound on the position's error, and what its values say.
///
/// A name alone is a column of metres: `uncertainty: accuracy_m`. Codes stand for bounds, with a unit for all
/// other numbers: `uncertainty: {column: ce, unit: m, codes: {9999999: unknown}}`.
struct UncertaintyEntry: ProfileEntry {
    static let keys = ["uncertainty"]
    private static let example = "{column: accuracy, codes: {1: 10 m, 0: unknown}}"

    private let names: [String]
    private let measure: UncertaintyMeasure?

    init(_ value: ProfileNode) throws(ProfileFault) {
        if value.text != nil || value.list != nil {
            names = try NameEntry.names(value)
            measure = nil
            return
        }
        let parts = try value.parts(["column", "codes", "unit", "missing"], as: Self.example)
        guard let column = parts["column"] else {
            throw value.fault("has no column, as in \(Self.example)")
        }
        names = try NameEntry.names(column)
        let unit = try parts["unit"]?.unit()
        var codes: [(code: String, bound: Distance)] = []
        if let table = parts["codes"] {
            for (code, bound) in try table.table(as: "{1: 10 m, 0: unknown}") {
                codes.append((code, try Self.bound(bound)))
            }
        } else if unit == nil {
            throw value.fault("has neither codes nor a unit, as in \(Self.example)")
        }
        if let missing = parts["missing"], missing.text != "unknown" {
            throw missing.fault("expected unknown")
        }
        measure = UncertaintyMeasure(
            codes: codes, unit: unit, missingIsUnknown: parts["missing"] != nil)
    }

    /// A length, or NaN for `unknown`.
    private static func bound(_ value: ProfileNode) throws(ProfileFault) -> Distance {
        if value.text == "unknown" { return .metres(.nan) }
        guard let text = value.text else {
            throw value.fault("expected a length such as 10 m, or unknown")
        }
        do throws(Distance.ParsingError) {
            return try Distance(parsing: text)
        } catch {
            throw value.fault(
                "'\(text)' is neither a length such as 10 m nor unknown: \(error.reason)")
        }
    }

    func apply(to fields: inout FieldNames, asked: FieldNames) {
        // A column that an option names has metres.
        if asked.given.contains(.uncertainty) { return }
        fields.uncertainty = fields.choices.add(names)
        fields.measure = measure
        fields.findsUncertainty = false
    }
}
