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

    /// A column of numbers, in the shortest of these ways: as they are; `all` where they are the same; `steps` from one
    /// to the next, or `by` one step `from` the first; or `of` the least one on, in multiples of `unit`.
    static func column(_ values: [Int?]) -> String {
        func json(_ values: some Sequence<Int?>) -> String {
            list(values.map { $0.map { String($0) } ?? "null" })
        }
        let plain = json(values)
        let known = values.compactMap { $0 }
        guard values.count > 1, known.allSatisfy({ $0.magnitude < 1 << 52 }) else { return plain }
        guard let first = known.first else { return #"{"all":null}"# }
        if known.count == values.count {
            if known.allSatisfy({ $0 == first }) { return #"{"all":\#(first)}"# }
            let steps = zip(known.dropFirst(), known).map { $0 - $1 }
            if steps.allSatisfy({ $0 == steps[0] }) {
                return #"{"from":\#(first),"by":\#(steps[0])}"#
            }
        }
        var ways = [plain]
        if known.count == values.count {
            let steps = zip(known, [0] + known).map { $0 - $1 }
            ways.append(#"{"steps":\#(json(steps))}"#)
        }
        let least = known.min() ?? 0
        let unit = max(1, known.reduce(0) { Self.divisor($0, $1 - least) })
        let multiples = values.map { $0.map { ($0 - least) / unit } }
        ways.append(#"{"least":\#(least),"unit":\#(unit),"of":\#(json(multiples))}"#)
        return ways.min { $0.utf8.count < $1.utf8.count } ?? plain
    }

    /// The greatest number that divides both.
    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

    /// Whole thousandths.
    static func thousandths(_ distance: Distance?) -> Int? {
        guard let metres = distance?.metres, metres.magnitude < 1e12 else { return nil }
        return Int((metres * 1000).rounded())
    }
}
