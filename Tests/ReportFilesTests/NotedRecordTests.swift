import Testing

@testable import ReportFiles

/// Records of which the position can be had, and something else cannot: they are judged, and a note says
/// what was read otherwise.
@Suite struct NotedRecordTests {
    static let uncertain = "expected a number of metres of 0 or more"

    /// Records and their notes; the last of each tells whether the zones stay known.
    static let notes: [(record: String, note: String, isKnown: Bool)] = [
        (
            point("[31,50]", #"{"uncertainty_m":-5}"#), "'uncertainty_m' is '-5', " + uncertain,
            false
        ),
        (
            point("[31,50]", #"{"uncertainty_m":"5"}"#),
            "'uncertainty_m' is the text '5', " + uncertain,
            false
        ),
        (
            point("[31,50]", #"{"uncertainty_m":1e999}"#),
            "'uncertainty_m' is '1e999', " + uncertain, false
        ),
        (
            point("[31,50]", #"{"uncertainty_m":1,"uncertainty_m":2}"#),
            "'uncertainty_m' is given twice, " + uncertain, false
        ),
        (
            point("[31,50]", #"{"category":["gun"]}"#), "'category' is an array, expected text",
            true
        ),
        (point("[31,50]", #"{"party":true}"#), "'party' is true, expected text", true),
        (
            point("[31,50]", #"{"category":"gun","category":"truck"}"#),
            "'category' is given twice, expected text", true
        ),
        (
            point("[31,50]", #"{"party":"\ud800"}"#),
            "'party' is text with an unpaired surrogate, expected text", true
        ),
        (
            point("[31,50]", #"{"time":"2026-12-01 06:00"}"#),
            "'time' is '2026-12-01 06:00', expected a time with its offset, such as "
                + "2026-12-01T06:00:00+02:00; it has no offset from UTC, and no time zone is named for "
                + "such times", true
        ),
        (
            point("[31,50]", #"{"time":"2026-02-29T24:00:00Z"}"#),
            "'time' is '2026-02-29T24:00:00Z', expected a time with its offset, such as "
                + "2026-12-01T06:00:00+02:00; month 2 of 2026 has no day 29", true
        ),
        (
            point("[31,50]", #"{"time":"2026-02-28T24:01:00Z"}"#),
            "'time' is '2026-02-28T24:01:00Z', expected a time with its offset, such as "
                + "2026-12-01T06:00:00+02:00; hours run from 00 to 23 and minutes from 00 to 59, or it is "
                + "24:00", true
        ),
        (point("[31,50,null]"), "the height is null, expected a number", true),
        (point("[31,50,\"7\",2]"), "the height is \"7\", expected a number", true),
        (point("[31,50,1e999]"), "the height is 1e999, expected a number", true),
        (
            point("[31,50]", "{\"a\":1},\"properties\":{\"b\":2}"),
            "the member 'properties' is given twice; nothing was taken from either; "
                + "'uncertainty_m' is within one of two members 'properties', " + uncertain, false
        ),
    ]

    @Test("The record keeps its bytes and its zones, and a note tells", arguments: notes)
    func noted(record: String, note: String, isKnown: Bool) {
        let found = outcome(record + "\n" + point("[31,50]"), format: .lines, judge: .careful)
        #expect(found.tally.read == 2 && found.tally.rejected == 0)
        #expect(found.tally.noted == 1 && found.tally.altered == 0)
        #expect(found.tally.zonesInside == (isKnown ? [2, 2] : [1, 1]))
        #expect(found.tally.zonesUndeterminable == (isKnown ? [0, 0] : [1, 1]))
        let quoted = note.replacing("\"", with: "\\\"")
        #expect(found.text.contains(",\"dmz_note\":\"\(quoted)\"}"))
        #expect(found.tally.notes == ["in: record 1 at byte 0: \(note)"])
        #expect(outcome(found.text, format: .lines, judge: .careful).text == found.text)
        #expect(
            outcome(record + "\n" + point("[31,50]"), format: .lines, judge: .careful).text
                == found.text)
    }

    static let alterations: [(record: String, written: String, note: String)] = [
        (
            point("[31,50]", #"{"a":NaN,"b":[-Infinity,"NaN \" x",{"c":nan}],"d":1}"#),
            point("[31,50]", #"{"a":null,"b":[null,"NaN \" x",{"c":null}],"d":1}"#),
            "altered: NaN or Infinity is written as null"
        ),
        (
            point("[31,50,NaN]"), point("[31,50,null]"),
            "altered: NaN or Infinity is written as null; the height is null, expected a number"
        ),
        (
            point("[31,50]", "[ ]"), point("[31,50]", "{}"),
            "altered: 'properties' was an empty array and is written as an object"
        ),
        (
            point("[31,50]", #"[1,{"a":2}]"#), point("[31,50]", #"{"properties":[1,{"a":2}]}"#),
            "altered: 'properties' was no object; what it was is written as its member 'properties'"
        ),
        (
            point("[31,50]", "NaN"), point("[31,50]", "null"),
            "altered: NaN or Infinity is written as null"
        ),
    ]

    @Test("What JSON cannot hold goes out as near as it can", arguments: alterations)
    func altered(record: String, written: String, note: String) {
        let found = outcome(record + "\n", format: .lines, output: [.zones], judge: .careful)
        #expect(found.tally.rejected == 0 && found.tally.noted == 1 && found.tally.altered == 1)
        #expect(found.tally.zonesInside == [1, 1])
        #expect(found.altered == record + "\n")
        let start = written.firstRange(of: "\"properties\":")?.upperBound ?? written.endIndex
        let findings = #""dmz_zones":["east","all"],"dmz_note":"\#(note)""#
        let expected =
            if written[start...].hasPrefix("null") {
                written.replacing("null", with: "{\(findings)}", maxReplacements: 1)
            } else if written[start...].hasPrefix("{}") {
                written.replacing("{}", with: "{\(findings)}", maxReplacements: 1)
            } else {
                written.replacing("},\"geometry\"", with: ",\(findings)},\"geometry\"")
            }
        #expect(found.text == expected + "\n")
        let again = outcome(found.text, format: .lines, output: [.zones], judge: .careful)
        #expect(again.text == found.text && again.altered.isEmpty)
        // In a collection the others are read at once, this one alone.
        let many = "{\"type\":\"FeatureCollection\",\"features\":[\(record),\(point("[31,50]"))]}"
        #expect(outcome(many, output: [.zones], judge: .careful).text.contains(expected))
    }

    @Test("Bytes that are not UTF-8 are written as U+FFFD")
    func notUTF8() {
        let record = { (byte: [UInt8]) in
            Array(#"{"type":"Feature","properties":{"a":"x"#.utf8) + byte
                + Array(#"y"},"geometry":{"type":"Point","coordinates":[31,50]}}"#.utf8) + [0x0A]
        }
        let found = outcome(
            of: [record([0xE9]) + record([])], format: .lines, output: [.zones], judge: .careful)
        #expect(found.tally.rejected == 0 && found.tally.altered == 1)
        #expect(
            found.text.contains("\"x\u{FFFD}y\",\"dmz_zones\":[\"east\",\"all\"],\"dmz_note\":"))
        #expect(outcome(found.text, format: .lines, output: [.zones]).text == found.text)
    }

    static let madeFeatures: [(record: String, written: String, note: String)] = [
        (
            #"{"properties":{"a":1},"geometry":{"type":"Point","coordinates":[31,50]}}"#,
            #"{"type":"Feature","properties":{"a":1,FOUND},"geometry":{"type":"Point","coordinates":[31,50]}}"#,
            "altered: the member 'type' was missing and is written"
        ),
        (
            #"{"type":"Point","coordinates":[31,50]}"#,
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[31,50]},"properties":{FOUND}}"#,
            "altered: a geometry alone is written as a Feature"
        ),
        (
            #"{ "geometry":{"type":"Point","coordinates":[31,50]},"properties":[]}"#,
            #"{"type":"Feature", "geometry":{"type":"Point","coordinates":[31,50]},"properties":{FOUND}}"#,
            "altered: the member 'type' was missing and is written; "
                + "altered: 'properties' was an empty array and is written as an object"
        ),
    ]

    @Test("What says less than a Feature, and has a position, is made one", arguments: madeFeatures)
    func madeFeature(record: String, written: String, note: String) {
        let found = outcome(record + "\n", format: .lines, output: [.zones])
        #expect(found.tally.rejected == 0 && found.altered == record + "\n")
        let findings = #""dmz_zones":["east","all"],"dmz_note":"\#(note)""#
        #expect(found.text == written.replacing("FOUND", with: findings) + "\n")
        #expect(outcome(found.text, format: .lines, output: [.zones]).text == found.text)
    }

    @Test("An uncertainty that was no number is unknown, whatever else is mended")
    func lostBehindType() {
        let record =
            #"{"properties":{"uncertainty_m":NaN},"geometry":{"type":"Point","coordinates":[31,50]}}"#
        let found = outcome(record, format: .lines, judge: .careful)
        #expect(found.tally.zonesUndeterminable == [1, 1])
        #expect(outcome(found.text, format: .lines, judge: .careful).text == found.text)
    }

    @Test("Several alterations are told in one order, so that a rerun tells the same")
    func several() {
        let bytes =
            Array(#"{"type":"Feature","properties":[],"v":NaN,"w":"x"#.utf8) + [0xE9]
            + Array(#"","geometry":{"type":"Point","coordinates":[31,50]}}"#.utf8)
        let found = outcome(of: [bytes], format: .lines, output: [.zones])
        #expect(found.text.ranges(of: "altered: ").count == 3)
        #expect(outcome(found.text, format: .lines, output: [.zones]).text == found.text)
    }

    @Test("An uncertainty that was no number stays unknown in a rerun")
    func lostUncertainty() {
        let found = outcome(
            point("[31,50]", #"{"uncertainty_m":NaN,"speed":null}"#) + "\n", format: .lines,
            judge: .careful)
        #expect(found.tally.zonesUndeterminable == [1, 1] && found.tally.exact == 0)
        #expect(found.text.contains("'uncertainty_m' is NaN or infinite, "))
        let again = outcome(found.text, format: .lines, judge: .careful)
        #expect(again.text == found.text && again.tally.zonesUndeterminable == [1, 1])
        // One that was null all along is none.
        let other = outcome(
            point("[31,50]", #"{"uncertainty_m":null,"speed":NaN}"#), format: .lines,
            judge: .careful)
        #expect(other.tally.zonesInside == [1, 1] && other.tally.exact == 1)
    }

    @Test("A position that is no number leaves the rest of the record recognisable")
    func noPosition() {
        let found = outcome(point("[NaN,50]", #"{"name":"K-12"}"#) + "\n", format: .lines)
        #expect(
            found.text
                == point(
                    "[null,50]",
                    #"{"name":"K-12","dmz_note":"altered: NaN or Infinity is written as null","#
                        + #""dmz_error":"record 1 at byte 0: the coordinate null is not a number"}"#
                ) + "\n")
        #expect(found.tally.rejected == 1 && found.tally.altered == 1)
        #expect(outcome(found.text, format: .lines).text == found.text)
    }

    @Test("Positions that often stand for none are counted")
    func placeholders() {
        let found = outcome(
            "lon,lat\n0,0\n181,91\n181,50\n10,91\n0,1\n", file: "in.csv")
        #expect(found.tally.atZero == 1 && found.tally.notAvailable == 3)
        #expect(found.tally.rejected == 3)
    }

    @Test("A line of CSV with values that cannot be read", arguments: ["n/a", "NaN", "-1", "5 m"])
    func csv(value: String) {
        let text = "lon,lat,uncertainty_m,time\n31,50,\(value),\n31,50,,noon\n31,50,1,\n"
        let found = outcome(text, output: [.zones], judge: .careful)
        #expect(
            found.text == "lon,lat,uncertainty_m,time,dmz_zones,dmz_note,dmz_error\n"
                + "31,50,\(value),,,\"'uncertainty_m' is '\(value)', \(Self.uncertain)\",\n"
                + "31,50,,noon,east;all,\"'time' is 'noon', expected a time with its offset, such as "
                + "2026-12-01T06:00:00+02:00\",\n31,50,1,,east;all,,\n")
        #expect(outcome(found.text, output: [.zones], judge: .careful).text == found.text)
    }

    @Test("Notes name a column as the header does, however records are read")
    func namedAsInHeader() {
        let text =
            "id,lon,lat,CATEGORY,Party,TIME,Uncertainty_m\n1,31,50,gun,north,noon,1\n"
            + "2,31,50,gun,north,2026-12-05T07:12:00Z,n/a\n"
        let found = outcome(text, output: [.zones], judge: .careful)
        #expect(found.text.contains("'Uncertainty_m' is 'n/a', \(Self.uncertain)"))
        #expect(found.text.contains("'TIME' is 'noon', expected a time"))
        let alone = outcome(text, output: [.zones], judge: .careful, isCareful: true)
        #expect(alone.text == found.text)
        #expect(outcome(found.text, output: [.zones], judge: .careful).text == found.text)
    }

    @Test("A carriage return within a field of CSV is put in quotes")
    func bareReturn() {
        let text = "lon,lat,n\n31,50,a\rb\n31,50,a\r\"b\r\n31,50,\"a\rb\"\n"
        let found = outcome(text, output: [.zones])
        let note = ",east;all,altered: a field with a carriage return is written in quotes,"
        #expect(
            found.text == "lon,lat,n,dmz_zones,dmz_note,dmz_error\n"
                + "31,50,\"a\rb\"\(note)\n31,50,\"a\r\"\"b\"\(note)\r\n31,50,\"a\rb\",east;all,,\n")
        #expect(found.altered == "lon,lat,n\n31,50,a\rb\n31,50,a\r\"b\n")
        #expect(outcome(found.text, output: [.zones]).text == found.text)
    }
}
