import TestSupport
import Testing

@testable import ReportFiles

/// Records with numbers that JSON has not are read together, with the result of reading each alone.
@Suite struct MendedRowsTests {
    private static let records = [
        point("[31,50]", #"{"a":NaN,"category":"gun"}"#), point("[31,50]"),
        point("[29.5,50]", #"{"category":"gun","uncertainty_m":NaN,"party":"b"}"#),
        point("[31,50]", #"{"uncertainty_m":null,"a":-Infinity}"#),
        point("[31,50]", #"{"category":NaN,"time":NaN,"b":[nan,{"c":inf}]}"#),
        point("[31,50]", #"{"a":"NaN","b":"\\\"NaN"}"#), point("[NaN,50]"), point("[31,50,NaN]"),
        point("[31,50]", #"{"a":NaN,"dmz_note":"x"}"#), point("[31,50]", #"{"a":NaN,"b":NaNa}"#),
        point("[31,50]", #"{"a":NaN"#),
        point("[31,50]", #"{"time":"2026-12-01T06:00:00Z","a":+inf}"#),
        point("[30.1,50]", #"{"uncertainty_m":0.5,"a":NaN,"uncertainty_m":NaN}"#),
        point("[31,50]", "null,\"x\":NaN"), "{\"id\":Infinity," + point("[31,50]").dropFirst(),
        point("[31,50]", #"{"category":"truck","a":\#n  NaN , "b":1}"#),
        point("[31,50]", #"{"a":null,"b":nul,"c":NaN}"#), "NaN", "[NaN]",
    ].map { $0.replacing("\n", with: " ") }

    @Test("Together as alone, in lines and in a collection", arguments: 0..<40)
    func same(round: Int) {
        var random = SeededGenerator(seed: UInt64(round))
        let chosen = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            Self.records.randomElement(using: &random) ?? ""
        }
        // Whole records only, or the collection ends at the first that is none.
        let whole = chosen.filter {
            $0.hasPrefix("{") && $0.hasSuffix("}") && !$0.contains("NaN\",")
        }
        for (text, format) in [
            (chosen.joined(separator: "\n"), ReportFormat.lines),
            (
                "{\"type\":\"FeatureCollection\",\"features\":[\n"
                    + whole.joined(separator: ",\n") + "]}", .geojson
            ),
        ] {
            let quick = outcome(text, format: format, judge: .careful)
            let alone = outcome(text, format: format, judge: .careful, isCareful: true)
            #expect(quick == alone)
            if format == .lines { #expect(quick.tally.read == chosen.count) }
        }
    }

    private static let lines: [[UInt8]] =
        [
            "31,50,5,gun,2026-12-01T06:00:00Z,a", "31,50,NaN,gun,,a", "29.5,50,inf,truck,,",
            "31,50,+5,gun,,", "31,50, 5 ,gun,,", "31,50,5 m,gun,,b", "31,50,\"NaN\",gun,,b",
            "31,50,\" 7 \",gun,,b", "31,50,-1,gun,,", "31,50,,gun,,", "31,50,  ,gun,,",
            "31,50,1e999,,,",
            "31,50,0x10,,,", "31,50,NaN,gun,yesterday,", "31,50,5,gun,yesterday,", "31,50,NaN,gun",
            "NaN,50,NaN,gun,,", "31,50,NaN,\"gun\"\"\",,", "31,50,NaN,\"a;b\",,",
            "31,50,nan,g\rn,,",
            "31,50,\u{212B},gun,,", "31,50,A\u{30A},gun,,", "31,95,NaN,gun,,",
            "31,50,\"\"\"5\",gun,,",
            "31,50,\(String(repeating: "9", count: 90)) m,,,",
        ].map { Array($0.utf8) } + [
            Array("31,50,5,gun,,caf".utf8) + [0xE9],
            Array("31,50,NaN,caf".utf8) + [0xE9] + Array(",,".utf8),
            Array("31,50,5,".utf8) + [0xFF, 0xFE] + Array(",,".utf8), Array("3".utf8) + [0xE9],
            Array("31,50,".utf8) + [0xB1] + Array("5,gun,,".utf8),
            Array("31,50,5,".utf8) + [0xE9, 0x0D] + Array("x,,".utf8),
        ]

    @Test("Together as alone, in CSV", arguments: 0..<60)
    func sameCSV(round: Int) {
        var random = SeededGenerator(seed: UInt64(round))
        let header = Array("lon,lat,uncertainty_m,category,time,party\n".utf8)
        let text = (0..<Int.random(in: 1...40, using: &random)).reduce(into: header) { text, _ in
            text += Self.lines.randomElement(using: &random) ?? []
            text.append(0x0A)
        }
        let quick = outcome(of: [text], judge: .careful)
        let alone = outcome(of: [text], judge: .careful, isCareful: true)
        // Strings are equal that are written in other bytes.
        #expect(quick == alone && quick.text.utf8.elementsEqual(alone.text.utf8))
        #expect(quick.error == nil)
    }

    @Test("What is written is null, the note tells, and the bytes as they came are kept")
    func written() {
        let record = point("[31,50]", #"{"a":NaN,"uncertainty_m":Infinity}"#)
        let found = outcome(record, format: .lines, judge: .careful)
        #expect(found.text.contains(#"{"a":null,"uncertainty_m":null,"dmz_zones":[]"#))
        #expect(
            found.text.contains(
                #""dmz_note":"altered: NaN or Infinity is written as null; 'uncertainty_m' is NaN or "#
                    + #"infinite, expected a number of metres of 0 or more"}"#))
        #expect(found.altered == record + "\n")
        #expect(found.tally.zonesUndeterminable == [1, 1])
    }
}
