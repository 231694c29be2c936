import Geodesy
import TestSupport
import Testing

@testable import ReportFiles

/// Records that are objects with a position among their members, in arrays and one a line.
@Suite struct PlainObjectTests {
    static let objects: [(object: String, place: Coordinate)] = [
        (
            #"{"latitude":50,"longitude":31,"acq_time":"0039"}"#,
            Coordinate(longitude: 31, latitude: 50)
        ),
        (
            #"{"MMSI":1,"LAT":50.5,"LON":29,"type":"vessel"}"#,
            Coordinate(longitude: 29, latitude: 50.5)
        ),
        (
            #"{"lat":"50,25","lng":"-31,5","note":"a \"b\""}"#,
            Coordinate(longitude: -31.5, latitude: 50.25)
        ),
        (#"{"id":7,"position":"50°30'N 31°E"}"#, Coordinate(longitude: 31, latitude: 50.5)),
        (#"{"x":31, "y":50 , "lon":30,"lat":49}"#, Coordinate(longitude: 30, latitude: 49)),
        (#"{"dmz_zones":[],"lat":50,"lon":31}"#, Coordinate(longitude: 31, latitude: 50)),
    ]

    @Test("An array of objects and one object a line", arguments: [false, true])
    func forms(isCareful: Bool) throws {
        let all = Self.objects.map(\.object)
        for (text, format) in [
            ("[" + all.joined(separator: ",\n ") + "]\n", ReportFormat.array),
            (all.joined(separator: "\n") + "\n", .lines), (all.joined(separator: "\r\n"), .lines),
        ] {
            let found = try NotationTests.read(text, isCareful: isCareful)
            #expect(found.positions == Self.objects.map(\.place))
            var splitter = RecordSplitter(file: "in")
            try Array(text.utf8).withUnsafeBytes { try splitter.feed($0) { _ in } }
            #expect(splitter.format == format)
        }
    }

    @Test("Findings become members; everything else stays, and a rerun changes nothing")
    func members() throws {
        let text = "[\n " + Self.objects.map(\.object).joined(separator: ",\n ") + "\n]"
        let found = outcome(text, output: [.zones, .side])
        #expect(found.error == nil && found.tally.read == 6 && found.tally.rejected == 0)
        #expect(
            found.text.hasPrefix(
                "[\n {\"latitude\":50,\"longitude\":31,\"acq_time\":\"0039\",\"dmz_zones\":[\"east\",\"all\"],"
            ))
        #expect(found.text.hasSuffix("}\n]"))
        #expect(outcome(found.text, output: [.zones, .side]).text == found.text)
        // In any cuts the same.
        let bytes = Array(text.utf8)
        for cut in stride(from: 1, to: bytes.count, by: 7) {
            let cutText = outcome(
                of: [Array(bytes[..<cut]), Array(bytes[cut...])], output: [.zones, .side])
            #expect(cutText == found)
        }
    }

    static let bad: [(record: String, words: String, kept: Bool)] = [
        (
            #"{"MMSI":4}"#,
            "the type is missing, expected \\\"Feature\\\" or an object with members", true
        ),
        ("{}", "the type is missing", true), (#"{"lat":null,"lon":31}"#, "latitude is empty", true),
        (#"{"lat":50,"lon":[31]}"#, "the position is an array", true),
        (#"{"lat":95,"lon":31}"#, "latitude '95' has the latitude 95", true),
        (#"{"lat":"near","lon":31}"#, "latitude 'near' is not a number in degrees", true),
        (#"{"type":"vessel","name":"a"}"#, "the type is \\\"vessel\\\"", false),
        (
            #"{"seen_latitude":50,"seen_longitude":31,"post_latitude":50,"post_longitude":31}"#,
            "the object has several positions, for 'seen', 'post'; name one pair", true
        ),
        (#"{"lat":50,"lat":51,"lon":31}"#, "the member \\\"lat\\\" is there twice", true),
        ("7", "found 7", true),
        ("[1]", "found [1]", false),
        (#"{"lat":50,"lon":31"#, "is not JSON", false),
        (#"{"lat":50,"lon":31}x"#, "is not JSON", false),
    ]

    @Test("What has no position says why and changes no other record", arguments: bad)
    func refused(record: String, words: String, kept: Bool) throws {
        let good = #"{"lat":50,"lon":31}"#
        let found = outcome("\(good)\n\(record)\n\(good)\n", format: .lines)
        #expect(found.tally.read == 3 && found.tally.rejected == 1, "\(found.text)")
        let lines = found.text.split(separator: "\n")
        #expect(lines.count == 3 && lines[0] == lines[2])
        #expect(lines[1].contains(words), "\(lines[1])")
        #expect(lines[1].hasPrefix(record.dropLast()) == kept)
        #expect(outcome("\(good)\n\(record)\n\(good)\n", format: .lines, isCareful: true) == found)
    }

    @Test("Numbers that JSON has not are written as null")
    func notNumbers() {
        let found = outcome(
            "{\"lat\":50,\"lon\":31,\"a\":NaN}\n{\"lat\":NaN,\"lon\":31}\n", format: .lines)
        #expect(found.tally.rejected == 1 && found.tally.altered == 2)
        #expect(found.text.hasPrefix("{\"lat\":50,\"lon\":31,\"a\":null,"))
    }

    @Test("Documents that are neither, and arrays that do not end, are refused")
    func documents() {
        for (text, words) in [
            ("{\"a\":1}", "the document has no member 'type'"),
            ("[{\"lat\":50,\"lon\":31}", "is cut off"),
            ("[{\"lat\":50,\"lon\":31}] x", "expected the end of the file"),
            ("{\"type\":\"Point\",\"coordinates\":[1,2]}", "is of type 'Point'"),
            ("[{\"lat\":50,\"lon\":31};", "expected ',' or ']'"),
        ] {
            #expect(outcome(text).error?.sentence.contains(words) == true, "\(text)")
        }
        #expect(outcome("[]").error == nil && outcome(" [ ] \n").tally.read == 0)
    }
}
