import Datums
import ReportFiles

extension Diagnostics {
    /// Says by which operations positions came to WGS 84, where they were written in other systems.
    static func say(datumsOf fields: FieldNames) {
        for line in (fields.datum?.summary ?? []) + (fields.systems?.notes ?? []) {
            say("dmz: \(line)")
        }
    }
}

extension DatumSystems {
    /// The systems that records named, and how they came to WGS 84.
    var notes: [String] {
        let lines = summary
        return lines.isEmpty ? ["no record named its reference system (see --crs-field)"] : lines
    }
}
