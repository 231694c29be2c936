import GeoJSONText

extension ReportSchema {
    /// The schema as JSON: a record, or a GeoJSON Feature with the record as its properties.
    package static var json: String {
        let properties = members.map { member in
            "        \(member.name.quotedAsJSON()): \(json(of: member))"
        }
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "A report, as dmz reads it",
              "description": "A record of a table or of JSON, or a GeoJSON Feature with the record as its properties. Other members may stand beside these; agreements ask for some of them, such as calibre.",
              "anyOf": [{"$ref": "#/$defs/feature"}, {"$ref": "#/$defs/record"}],
              "$defs": {
                "feature": {
                  "type": "object",
                  "required": ["type", "geometry"],
                  "properties": {
                    "type": {"const": "Feature"},
                    "geometry": {"type": ["object", "null"], "description": "A Point, or the region of the report."},
                    "properties": {"anyOf": [{"$ref": "#/$defs/record"}, {"type": "null"}]}
                  }
                },
                "record": {
                  "type": "object",
                  "not": {"required": ["type", "geometry"], "properties": {"type": {"const": "Feature"}}},
                  "properties": {
            \(properties.joined(separator: ",\n"))
                  }
                }
              }
            }

            """
    }

    private static func json(of member: Member) -> String {
        let form: String
        switch member.kind {
        case .text: form = "\"type\": [\"string\", \"number\", \"null\"]"
        case .count: form = "\"type\": [\"integer\", \"string\", \"null\"], \"minimum\": 0"
        case .number(let range):
            form =
                "\"type\": [\"number\", \"string\", \"null\"], \"minimum\": \(Int(range.lowerBound))"
                + (range.upperBound < 1e9 ? ", \"maximum\": \(Int(range.upperBound))" : "")
        }
        return "{\(form), \"description\": \(member.meaning.quotedAsJSON())}"
    }
}
