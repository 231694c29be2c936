/// How a file of reports is written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    /// A GeoJSON FeatureCollection, or one Feature (RFC 7946).
    case geojson
    /// A JSON array of records: objects with a position among their members, or Features.
    case array
    /// One GeoJSON Feature, or one such object, a line.
    case lines
    /// GeoJSON Features, each after a record separator (RFC 8142).
    case sequence
    /// A line of column names, then one record a line (RFC 4180); comma, semicolon or tab.
    case csv
    /// Events of Cursor on Target in XML, which `dmz check` reads by its profile `cot`; what is written of them is
    /// one object of JSON a line.
    case cot

    /// The format that the end of a file's name stands for; `nil` when it leaves it open.
    package init?(fileName: String) {
        let name = fileName.lowercased()
        let last = name.split(separator: ".").last.map(String.init) ?? ""
        switch last {
        case "csv", "tsv": self = .csv
        case "geojsonl", "ndjson", "jsonl", "ndgeojson": self = .lines
        default: return nil
        }
    }
}
