import TestSupport

@testable import ReportFiles

/// A record of findings for tests, which writes itself as CSV and as JSON.
struct FindingCase {
    var id: String?
    var category: String?
    var party: String?
    var kind: String?
    /// Seconds since 1970-01-01T00:00:00Z; written in UTC.
    var seconds: Int?
    var zones: [String] = []
    var side: String?
    var finding: String?
    /// Rules by the finding that they have.
    var rules: [(finding: String, rules: [String])] = []

    static let ruleFindings = [
        "apparent_breach", "undeterminable", "counted", "exempt", "compliant",
    ]

    static let header =
        "id,lon,lat,category,party,class,time,dmz_zones,dmz_side,dmz_finding,"
        + ruleFindings.map { "dmz_rules_" + $0 }.joined(separator: ",") + ",dmz_note,dmz_error\n"

    var csv: String {
        func quoted(_ text: String?) -> String {
            let text = text ?? ""
            return text.contains { ",\"\n\r".contains($0) }
                ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        let columns = [
            quoted(id), "30", "50", quoted(category), quoted(party), quoted(kind), time ?? "",
            quoted(zones.joined(separator: ";")), quoted(side), quoted(finding),
        ]
        let lists = Self.ruleFindings.map { finding in
            rules.filter { $0.finding == finding }.flatMap(\.rules).joined(separator: ";")
        }
        return (columns + lists + ["", finding == nil ? "record 1: no" : ""]).joined(separator: ",")
            + "\n"
    }

    var json: String {
        func quoted(_ text: String) -> String {
            "\""
                + text.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\"": "\\\""
                    case "\\": "\\\\"
                    case "\n": "\\n"
                    default: String(scalar)
                    }
                }.joined() + "\""
        }
        func list(_ texts: [String]) -> String {
            "[" + texts.map(quoted).joined(separator: ",") + "]"
        }
        var members: [String] = []
        for (name, text) in [
            ("id", id), ("category", category), ("party", party), ("class", kind), ("time", time),
        ] {
            members.append("\"\(name)\":" + (text.map(quoted) ?? "null"))
        }
        if let finding {
            members.append("\"dmz_zones\":" + list(zones))
            members.append("\"dmz_side\":" + (side.map(quoted) ?? "null"))
            members.append("\"dmz_finding\":" + quoted(finding))
            for (finding, rules) in rules {
                members.append("\"dmz_rules_\(finding)\":" + list(rules))
            }
        } else {
            members.append("\"dmz_error\":\"record 1: no\"")
        }
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[30,50]},"
            + "\"properties\":{" + members.joined(separator: ",") + "}}"
    }

    private var time: String? {
        guard let seconds else { return nil }
        let date = Self.date(seconds)
        let rest =
            seconds - (seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) * 86_400
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(date)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// The day in UTC, counted on from 2026-01-01 month by month.
    static func date(_ seconds: Int) -> String {
        var day = (seconds - 1_767_225_600) / 86_400
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var month = 0
        while day >= months[month] {
            day -= months[month]
            month += 1
        }
        return "2026-" + (month < 9 ? "0" : "") + "\(month + 1)-" + (day < 9 ? "0" : "")
            + "\(day + 1)"
    }
}
