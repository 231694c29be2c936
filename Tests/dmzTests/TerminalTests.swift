import Foundation
import TestSupport
import Testing

/// Escapes for a screen, a title, a line of its own, the direction of text; as YAML and JSON take them.
private let evil = #"\u001b[2J\u009b1m\nFAKE\u202e\u2028"#

/// What files say to a terminal and to a spreadsheet: text, and nothing that either would act on.
@Suite struct TerminalTests {
    private static let evilAgreement = """
        agreement: "T\(evil)"
        source: {title: "S\(evil)", url: "U\(evil)"}
        parties: {north: "N\(evil)", south: S}
        categories: {"c\(evil)": [tank]}
        lines:
          contact: {geometry: [[30, 49], [30, 51]], left: north, right: south}
        zones:
          dmz: {within: 2 km each side, of: contact}
        rules:
          quiet: {in: dmz, prohibits: ["c\(evil)", {tank: {"a\(evil)": ">= 1 m"}}], clause: "C\(evil)", quote: "Q\(evil)"}
        """

    /// What cannot stand in text for a terminal, but for the newline.
    private static func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || (scalar.properties.generalCategory != .control
                    && !scalar.properties.isBidiControl
                    && ![0x2028, 0x2029].contains(scalar.value))
        } && !text.split(separator: "\n").contains { $0.hasPrefix("FAKE") }
    }

    @Test(
        "What an agreement says is shown with escapes",
        arguments: [
            "validate a.yaml", "explain a.yaml 30,50 --category tank --party north",
            "explain a.yaml 30,50 --category \"$(printf '\\033[2J\\nFAKE')\"",
            "explain a.yaml 30,50 --attribute \"$(printf 'a=\\033[2J\\nFAKE')\"",
        ])
    func agreement(arguments: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.evilAgreement, to: "a.yaml")
        let found = try Program.shell("$dmz \(arguments)", in: folder)
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output.contains(#"\u001B[2J"#))
        #expect(Self.isSafe(found.output) && Self.isSafe(found.errors))
    }

    @Test("JSON keeps the text, escaped as JSON has it")
    func json() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.evilAgreement, to: "a.yaml")
        let found = try Program.shell("$dmz explain a.yaml 30,50 --json", in: folder)
        let value = try JSONSerialization.jsonObject(with: Data(found.output.utf8))
        #expect(value is [String: Any])
        #expect(found.output.contains(#"C\u001b[2J"#) || found.output.contains(#"C\u001B[2J"#))
    }

    static let spoilt: [String] = [
        #"zones: {"z\#(evil)": {within: 2 km, of: [30, 50]}}"#,
        #"zones: {z: {"k\#(evil)": 2 km, of: [30, 50]}}"#,
        #"zones: {z: {within: "w\#(evil)", of: [30, 50]}}"#,
        #"zones: {z: {within: 2 km, of: "f\#(evil)"}}"#,
        #"zones: {z: {polygon: "f\#(evil)"}}"#,
        #"lines: {"l\#(evil)": {geometry: [[30, 49], [30, 51]]}}"#,
        #"zero: "0\#(evil)""#, #""top\#(evil)": 1"#, #"others: "o\#(evil)""#,
        #"parties: {"p\#(evil)": P}"#, #"categories: {a: {b: "c\#(evil)"}}"#,
        "lines: {l: {geometry: type.geojson}}", #"zones: {z: {union: ["u\#(evil)"]}}"#,
        #"rules: {r: {in: "i\#(evil)", prohibits: x, party: "p\#(evil)", from: "t\#(evil)"}}"#,
        #"zones: [*"\#(evil)"]"#, #"zones: {z: 1, "z": 2}"#,
    ]

    @Test("What is wrong in an agreement is shown with escapes", arguments: spoilt)
    func faults(line: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(line, to: "a.yaml")
        try folder.write(
            #"{"type":"T\#(evil)","coordinates":[[1,2],[3,4]]}"#, to: "type.geojson")
        let found = try Program.shell("$dmz validate a.yaml", in: folder)
        #expect(found.status != 0)
        #expect(Self.isSafe(found.errors) && found.output.isEmpty, "\(found.errors)")
        #expect(found.errors.hasPrefix("a.yaml:") || found.errors.hasPrefix("type.geojson:"))
    }

    static let evilReports: [String] = [
        #"{"type":"Feature","properties":{"id":"i\#(evil)"},"geometry":null}"#,
        #"{"type":"Feature","properties":{"time":"t\#(evil)"},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
        #"{"type":"Feature","properties":{"uncertainty_m":"u\#(evil)"},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
        #"{"type":"Feature","properties":{"category":"c\#(evil)"},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
        #"{"type":"Feature","properties":{},"geometry":{"type":"g\#(evil)","coordinates":[1,2]}}"#,
        #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["x\#(evil)",2]}}"#,
        #"{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"n\#(evil)"}}}"#,
        #"{"type":"y\#(evil)"}"#,
    ]

    @Test("What reports say is shown with escapes", arguments: evilReports)
    func reports(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.evilAgreement, to: "a.yaml")
        try folder.write(text, to: "r.geojson")
        try folder.write(#"{"type":"LineString","coordinates":[[30,49],[30,51]]}"#, to: "l.geojson")
        for command in ["check --id-field id a.yaml", "measure l.geojson"] {
            let found = try Program.shell(
                "cp r.geojson \"$(printf 'n\\033[2J\\nFAKE')\"; "
                    + "$dmz \(command) \"$(printf 'n\\033[2J\\nFAKE')\" -o /dev/null", in: folder)
            #expect(Self.isSafe(found.errors), "\(found.errors)")
        }
    }

    @Test("The names of columns are shown with escapes")
    func columns() throws {
        let folder = try workplace()
        try folder.write("lon,lat,\u{1B}]0;pwn\u{7},\"x\nFAKE\"\n1,2,3,4\n", to: "h.csv")
        try folder.write("p\u{1B}q,r\u{9B}s\n1,2\n", to: "i.csv")
        for arguments in ["--category-field nope a.yaml h.csv", "a.yaml i.csv"] {
            let found = try Program.shell("$dmz check \(arguments) -o /dev/null", in: folder)
            #expect(found.status == 65)
            #expect(Self.isSafe(found.errors), "\(found.errors)")
        }
    }

    @Test("Cells of our own begin no formula, and the user's are as they came")
    func formulas() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {"@north": N, "+south": S}
            lines:
              "-contact": {geometry: [[30, 49], [30, 51]], left: "@north", right: "+south"}
            zones:
              "=1+1": {within: 2 km each side, of: "-contact"}
              "plain": {within: 3 km each side, of: "-contact"}
            rules:
              "=cmd": {in: "=1+1", prohibits: [tank]}
            """, to: "a.yaml")
        try folder.write("lon,lat,category,note\n29.99,50,tank,=2+2\n", to: "r.csv")
        let found = try Program.shell("$dmz check -q a.yaml r.csv", in: folder)
        let row = found.output.split(separator: "\n").last ?? ""
        #expect(row.hasPrefix("29.99,50,tank,=2+2,'=1+1;plain,,,'-contact,716."))
        #expect(row.contains(",'@north,apparent_breach,'=cmd,"))
        // A rerun takes its own columns out again.
        let again = try Program.shell(
            "$dmz check -q a.yaml r.csv >1; $dmz check -q a.yaml 1 | cmp 1 -", in: folder)
        #expect(again.status == 0)
        // In JSON there are no formulas.
        let json = try Program.shell(
            #"echo '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[29.99,50]}}' "#
                + "| $dmz check -q a.yaml -", in: folder)
        #expect(json.output.contains(#""dmz_zones":["=1+1","plain"]"#))
    }

    @Test("Signs behind white space, in notes, reasons and positions begin no formula either")
    func furtherFormulas() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {"  @north": N, "\u{FF0B}south": S}
            lines:
              " -contact": {geometry: [[30, 49], [30, 51]], left: "  @north", right: "\u{FF0B}south"}
            zones:
              "\u{FF1D}1+1": {within: 2 km each side, of: " -contact"}
              " =2": {within: 3 km each side, of: " -contact"}
            rules:
              "\u{3000}=cmd": {in: " =2", prohibits: [tank]}
            """, to: "a.yaml")
        try folder.write("lon,lat,category\n29.99,50,tank\n", to: "r.csv")
        let found = try Program.shell("$dmz check -q a.yaml r.csv", in: folder)
        let row = found.output.split(separator: "\n").last ?? ""
        #expect(row.contains(",'\u{FF1D}1+1;' =2,,,' -contact,716."))
        #expect(row.contains(",'  @north,apparent_breach,'\u{3000}=cmd,"), "\(row)")
        // The reason of an earlier run is kept, whoever wrote it.
        let fault = "latitude 95 in column 'lat' is not in -90...90"
        let first = try Program.shell(
            "printf 'lon,lat\\n30,95\\n' | $dmz check -q --allow-all-refused a.yaml -", in: folder
        ).output
        #expect(first.contains(fault), "\(first)")
        let told = first.replacing("record 1 at byte 8", with: "=cmd() record 1")
        try folder.write(told, to: "told.csv")
        let again = try Program.shell(
            "$dmz check -q --allow-all-refused a.yaml told.csv", in: folder
        ).output
        #expect(again.contains(",'=cmd() record 1: \(fault)"), "\(again)")
        try folder.write(again, to: "again.csv")
        #expect(
            try Program.shell("$dmz check -q --allow-all-refused a.yaml again.csv", in: folder)
                .output == again)
        try folder.write(
            #"{"type":"LineString","coordinates":[[30,49],[30,51]]}"#, to: "l.geojson")
        let measured = try Program.shell(
            "printf 'lon,lat\\n-30.5,=1+1\\n' | $dmz measure -q l.geojson -", in: folder)
        #expect(measured.output.hasSuffix("\n-30.5,'=1+1,,,,,,,\n"))
    }

    @Test(
        "Identifiers that would break lists are refused with their line",
        arguments: ["parties", "lines", "zones", "rules"],
        [";", #"\n"#, #"\t"#, #"\u0085"#, #"\u2028"#])
    func identifiers(section: String, part: String) throws {
        let folder = try workplace()
        let old = ["parties": "west", "lines": "contact", "zones": "dmz", "rules": "no-forces"]
        let id = try #require(old[section])
        let agreement = try folder.read("a.yaml")
        // Where it is declared, which is in the line of its section or the next.
        let lines = agreement.split(separator: "\n")
        let number = try #require(lines.firstIndex { $0.contains("\(id): ") })
        try folder.write(
            agreement.replacing("\(id): ", with: "\"a\(part)b\": "), to: "b.yaml")
        let found = try Program.shell("$dmz validate b.yaml", in: folder)
        #expect(found.status == 65)
        let what = part == ";" ? "a semicolon" : "a line break, tab or other control character"
        #expect(
            found.errors.split(separator: "\n").contains {
                $0.hasPrefix("b.yaml:\(number + 1):") && $0.contains("has \(what)")
            }, "\(found.errors)")
    }
}
