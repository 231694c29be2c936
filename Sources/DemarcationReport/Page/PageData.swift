import Agreements
import GeoJSONText
import Geodesy
import ReportFiles
import SystemFiles

/// What the page's script works with, as JSON that no markup can end.
struct PageData {
    private(set) var text = "{"
    private var isFirst = true

    /// A member whose value is JSON already.
    mutating func member(_ name: String, _ json: String) {
        text += (isFirst ? "" : ",\n") + Self.quoted(name) + ":" + json
        isFirst = false
    }

    /// The object.
    var json: String { text + "}" }

    /// A text in quotes, with what could end a script or begin a comment as escapes.
    static func quoted(_ text: String) -> String {
        text.quotedAsJSON().replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
            .replacing("&", with: "\\u0026").replacing("\u{2028}", with: "\\u2028")
            .replacing("\u{2029}", with: "\\u2029")
    }

    /// A text of a file in quotes: what would turn or steer shows as escapes.
    static func shown(_ text: String) -> String { quoted(String(visible: text)) }

    static func list(_ values: some Sequence<String>) -> String {
        "[" + values.joined(separator: ",") + "]"
    }

    static func object(_ members: some Sequence<(String, String)>) -> String {
        "{" + members.map { quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    }

    /// A column of told findings.
    static func column<Value>(
        _ told: [PageFindings.Told], _ value: (PageFindings.Told) -> Value?
    ) -> String where Value: BinaryInteger {
        var text = "["
        for (k, finding) in told.enumerated() {
            if k > 0 { text += "," }
            text += value(finding).map { String($0) } ?? "null"
        }
        return text + "]"
    }

    /// Whole thousandths.
    static func thousandths(_ distance: Distance?) -> Int? {
        guard let metres = distance?.metres, metres.magnitude < 1e12 else { return nil }
        return Int((metres * 1000).rounded())
    }
}
