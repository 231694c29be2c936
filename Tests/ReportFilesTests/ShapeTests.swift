import TestSupport
import Testing

@testable import ReportFiles

/// Records are read by the shape of those before them: the same comes out as of reading each alone.
@Suite struct ShapeTests {
    /// Values of all kinds, good and bad, in places where they matter and where they do not.
    private static let values = [
        "\"tank\"", "\"gun\"", "\"\"", "\"a\\nb\"", "\"\\u00e9\"", "5", "-0", "1e3", "01", "1.",
        "-",
        "true", "null", "nul", "false", "[1,2]", "{\"a\":1}", "\"x\" ", " \"x\"",
        "\"2026-12-05T06:00:00Z\"",
        "\"2026-13-05T06:00:00Z\"", "\"2026-12-05T06:00:00-00:00\"", "12.5", "\"12.5\"", "0.000001",
        "123456789012345678901234567890", "\"{\"", "\"]\"", "\"a\tb\"",
    ]

    private static func record(_ random: inout SeededGenerator) -> String {
        func value(_ usual: String) -> String {
            Int.random(in: 0..<8, using: &random) > 0
                ? usual : values.randomElement(using: &random) ?? usual
        }
        let number = String(Double(Int.random(in: -18_000...18_000, using: &random)) / 100)
        let coordinates =
            "[\(value(number)),\(value("50.25"))"
            + (Int.random(in: 0..<3, using: &random) == 0 ? ",\(value("7"))]" : "]")
        let id = Int.random(in: 0..<3, using: &random) == 0 ? "\"id\":\(value("9"))," : ""
        var members = [
            "\"category\":\(value("\"gun\""))", "\"note\":\(value("\"seen\""))",
            "\"time\":\(value("\"2026-12-01T06:00:00Z\""))", "\"uncertainty_m\":\(value("0.5"))",
        ]
        if Int.random(in: 0..<4, using: &random) == 0 { members.shuffle(using: &random) }
        if Int.random(in: 0..<6, using: &random) == 0 { members.removeLast() }
        let properties = "{" + members.joined(separator: ",") + "}"
        let geometry = "{\"type\":\"Point\",\"coordinates\":\(coordinates)}"
        return "{\"type\":\"Feature\",\(id)\"properties\":\(properties),\"geometry\":\(geometry)}"
    }

    @Test("Random values in records of a few shapes", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let records = (0..<400).map { _ in Self.record(&random) }
        for text in [
            records.joined(separator: "\n") + "\n",
            "{\"type\":\"FeatureCollection\",\"features\":[" + records.joined(separator: ",\n")
                + "]}",
        ] {
            let format = text.hasPrefix("{\"type\":\"FeatureC") ? ReportFormat.geojson : .lines
            let quick = outcome(text, format: format)
            #expect(quick == outcome(text, format: format, isCareful: true))
            #expect(quick.tally.read > 0)
        }
    }

    @Test("A record with the same bytes between other values is another record")
    func otherTokens() {
        // What is a string in one record holds what is structure in another.
        let records = [
            point("[1,2]", "{\"a\":\"x\",\"category\":\"gun\"}"),
            point("[1,2]", "{\"a\":\"x\",\"b\":\"y\",\"category\":\"gun\"}"),
            point("[1,2]", "{\"a\":\"x\\\",\\\"category\\\":\\\"\",\"category\":\"gun\"}"),
            point("[1,2]", "{\"a\":\"x\",\"category\":\"gun\"} "),
            point("[1,2]", "{\"a\":\"x\",\"category\":\"gun\",\"category\":\"gun\"}"),
            point("[1,2]", "{\"a\":\"x\",\"category\":\"gun\"}"),
        ]
        let text = records.map { $0 + "\n" }.joined()
        let quick = outcome(text, format: .lines)
        #expect(quick == outcome(text, format: .lines, isCareful: true))
        #expect(quick.tally.read == 6 && quick.tally.rejected == 0 && quick.tally.noted == 1)
    }
}
