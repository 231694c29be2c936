import Testing

@testable import ReportFiles

/// Findings go into a Feature's own bytes; nothing else changes.
@Suite struct SplicingTests {
    /// Findings of one member, so that the places are plain to see.
    private func spliced(_ record: String) -> String {
        outcome(record, format: .lines, output: [.finding]).text
    }
    private static let found = #""dmz_finding":"compliant""#
    private static let geometry = #""geometry":{"type":"Point","coordinates":[31.0,50]}"#

    static let properties: [(String, String)] = [
        ("{}", "{\(found)}"),
        ("{ }", "{\(found) }"),
        ("null", "{\(found)}"),
        (#"{"a":1}"#, #"{"a":1,\#(found)}"#),
        (#"{ "a" : 1 }"#, #"{ "a" : 1,\#(found) }"#),
        (#"{"dmz_side":"x"}"#, "{\(found)}"),
        (#"{"a":1,"dmz_side":"x","b":2}"#, #"{"a":1,"b":2,\#(found)}"#),
        (#"{ "dmz_side":"x" , "b":2}"#, #"{ "b":2,\#(found)}"#),
        (#"{"a":[1] , "dmz_side":{"c":[]} , "dmz_x":null }"#, #"{"a":[1],\#(found) }"#),
        (#"{"dmz_a":1,"dmz_b":2,"b":2,"dmz_c":3}"#, #"{"b":2,\#(found)}"#),
        (#"{"\u0064mz_side":"x","b":2}"#, #"{"b":2,\#(found)}"#),
        (
            #"{"n":1.500,"e":1E+2,"z":-0,"big":123456789012345678901234567890,"u":"\u00e9\ud83d\ude00é"}"#,
            #"{"n":1.500,"e":1E+2,"z":-0,"big":123456789012345678901234567890,"u":"\u00e9\ud83d\ude00é","#
                + "\(found)}"
        ),
        (#"{"k":1,"k":2}"#, #"{"k":1,"k":2,\#(found)}"#),
        (#"{"x":"a]}\"{","y":"\\"}"#, #"{"x":"a]}\"{","y":"\\",\#(found)}"#),
    ]

    @Test("Into properties", arguments: properties)
    func intoProperties(before: String, after: String) {
        for (open, close) in [("", ",\(Self.geometry)"), (Self.geometry + ",", #","id":"7""#)] {
            let frame = { (text: String) -> String in
                "{\"type\":\"Feature\",\(open)\"properties\":\(text)\(close)}"
            }
            #expect(spliced(frame(before)) == frame(after))
            #expect(spliced(frame(after)) == frame(after))
        }
    }

    @Test("Without properties a member is added behind the last")
    func noProperties() {
        let before = "{ \"type\": \"Feature\", \(Self.geometry) }"
        let after =
            "{ \"type\": \"Feature\", \(Self.geometry),\"properties\":{\(Self.found)} }"
        #expect(spliced(before) == after)
        #expect(spliced(after) == after)
    }

    @Test("All findings, in their order")
    func allFindings() {
        let found = outcome(point("[31,50,200.5]", #"{"category":"gun","party":"north"}"#))
        #expect(
            found.text
                == point(
                    "[31,50,200.5]",
                    #"{"category":"gun","party":"north","dmz_zones":["east","all"],"#
                        + #""dmz_zones_undeterminable":[],"dmz_line":"contact","#
                        + #""dmz_distance_m":1000.000,"dmz_side":"north","#
                        + #""dmz_finding":"apparent_breach","#
                        + #""dmz_rules_apparent_breach":["no-guns"]}"#))
        #expect(found.tally.rules == [[1, 0, 0, 0, 0, 0, 0, 0]])
        #expect(found.tally.findings == [1, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("An uncertainty that reaches over the limit cannot be decided")
    func uncertainty() {
        let found = outcome(point("[29.999,50]", #"{"uncertainty_m":2}"#))
        #expect(found.text.contains(#""dmz_zones":["all"],"dmz_zones_undeterminable":["east"]"#))
        #expect(found.text.contains(#""dmz_rules_undeterminable":["no-guns"]"#))
        for none in ["{\"uncertainty_m\":null}", "{}", "{\"uncertainty_m\":0}"] {
            #expect(!outcome(point("[29.999,50]", none)).text.contains("undeterminable\":[\""))
        }
    }

    @Test("A member may have any name")
    func otherNames() {
        var fields = FieldNames()
        fields.category = "ty\"pe"
        let found = outcome(point("[31,50]", #"{"ty\"pe":"gun"}"#), fields: fields)
        #expect(found.tally.findings == [1, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("Categories that no rule names are counted")
    func unnamed() {
        let text = ["gun", "bus", "bus", "truck"].map {
            point("[31,50]", #"{"category":"\#($0)"}"#)
        }
        let found = outcome(text.joined(separator: "\n"))
        #expect(found.tally.unnamedCategories == ["bus": 2])
    }

    @Test("A number as category is its digits, the same as in CSV")
    func numberCategory() {
        let found = outcome(point("[31,50]", #"{"category":5.0}"#))
        #expect(found.tally.unnamedCategories == ["5.0": 1])
    }
}
