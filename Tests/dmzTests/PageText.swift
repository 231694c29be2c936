import Foundation
import Testing

/// The data of a report's page.
enum PageText {
    /// What the page's script works with.
    static func data(_ html: String) throws -> [String: Any] {
        let start = try #require(html.range(of: "id=\"data\">")).upperBound
        let end = try #require(html.range(of: "</script>", range: start..<html.endIndex))
        let text = html[start..<end.lowerBound]
        #expect(!text.contains("<"))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(object as? [String: Any])
    }

    /// A column of findings, whichever way it is written.
    static func column(_ told: [String: Any], _ name: String) throws -> [Int] {
        if let plain = told[name] as? [Int] { return plain }
        let short = try #require(told[name] as? [String: Any])
        if let steps = short["steps"] as? [Int] {
            var last = 0
            return steps.map { step in
                last += step
                return last
            }
        }
        if let of = short["of"] as? [Int] {
            let least = try #require(short["least"] as? Int)
            let unit = try #require(short["unit"] as? Int)
            return of.map { least + $0 * unit }
        }
        if let from = short["from"] as? Int, let step = short["by"] as? Int {
            return (0..<(try #require(told["count"] as? Int))).map { from + $0 * step }
        }
        return Array(
            repeating: try #require(short["all"] as? Int),
            count: try #require(told["count"] as? Int))
    }
}
