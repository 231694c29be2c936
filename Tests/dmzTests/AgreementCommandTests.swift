import Foundation
import TestSupport
import Testing

@Suite struct AgreementCommandTests {
    /// Runs `dmz` in the folder of the agreement fixtures.
    static func run(_ arguments: String...) throws -> Program.Result {
        try run(arguments: arguments)
    }

    static func run(arguments: [String]) throws -> Program.Result {
        try Program.run(arguments, in: Fixtures.path("agreements"))
    }

    static func expected(_ name: String) throws -> String {
        try Fixtures.text("agreements/expected/\(name)")
    }

    @Test("validate says what was understood")
    func validate() throws {
        let outcome = try Self.run("validate", "withdrawal.yaml")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output == (try Self.expected("validate.txt")))
    }

    @Test("validate shows whatever an agreement says besides")
    func validateRest() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {n: North, s: South, m: {name: Monitors, role: observer}}
            zero: unknown
            zeros: {first: "2026-10-01T00:00+03:00 Europe/Kyiv", second: unknown}
            time-zone: Europe/Kyiv
            categories: {heavy: [tank, gun]}
            others: unregulated
            unattributed: by-side
            levels: {echelon: [platoon, company]}
            reach: {gun: 21 km}
            lines:
              moved:
                versions: [{geometry: [[0, 0], [1, 0]], until: first+30, status: old}, {geometry: [[0, 0], [1, 1]], from: first+30}]
                left: n
                right: s
              known:
                geometry: [[10, 0], [11, 0]]
                left: n
                right: s
                markers: {mid: [10.5, 0]}
                accuracy: [{bound: 50 m, from: start, to: mid}, {bound: 10 m, from: mid, to: end}]
                status: [{status: agreed, from: start, to: mid}, {status: disputed, from: mid, to: end}]
            zones:
              z: {within: 2 km each side, of: known, status: cleared}
              a: {polygon: [[20, 0], [21, 0], [21, 1], [20, 0]], size: ">= 2 km x 1 km", edges: planar}
            rules:
              r: {in: z, prohibits: [tank], provenance: secondary, clause: "para 2"}
              e: {in: z, prohibits: [gun], exempt: [{gun: {permit: [given]}}], unless-reported: not-exempt}
            suspended:
              - {party: s, rules: [r], from: first+3, until: 2026-12-24T00:00+02:00}
              - {party: n, from: D+3}
            """, to: "a.yaml")
        let run = try Program.shell("$dmz validate a.yaml", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        for line in [
            "Zero      not known yet; what is counted from it is undeterminable",
            "Zeros     first   2026-10-01T00:00:00+03:00, days on the clock of Europe/Kyiv",
            "          second  not known yet; what is counted from it is undeterminable",
            "          m  Monitors (observer, bound only by rules that name it)",
            "Unattributed  by-side: a report without a party counts as that of the party on whose side of the "
                + "nearest line it certainly lies",
            "Others    unregulated: the list of categories is complete, and other words are none of them",
            "Levels    echelon  platoon < company", "Reach     gun  21 km",
            "Lines     moved  2 versions, n on the left, s on the right",
            "                 version 1: 111.319 km, 2 vertices in 1 part, geodesic edges (until first+30 "
                + "(2026-10-31T00:00:00+02:00), old)",
            "                 version 2: 156.900 km, 2 vertices in 1 part, geodesic edges (from first+30 "
                + "(2026-10-31T00:00:00+02:00))",
            "                 accurate to 50 m from its start to mid",
            "                 accurate to 10 m from mid to its end",
            "                 agreed from its start to mid",
            "                 disputed from mid to its end",
            "Zones     z  within 2 km of known to each side, status: cleared",
            "          a  an area by coordinates (1 polygon), size to be >= 2 km x 1 km",
            "Rules     r  no tank in z [para 2] (provenance: secondary)",
            "          e  no gun in z exempt gun with permit given, not where nothing is reported of that",
            "Suspended  s  r from first+3 (2026-10-04T00:00:00+03:00) until 2026-12-23T22:00:00Z",
            "           n  all rules from D+3 (not known yet)",
        ] {
            #expect(run.output.contains(line + "\n"), "\(line)\nin\n\(run.output)")
        }
        #expect(
            run.output.contains(
                "known  111.319 km, 2 vertices in 1 part, geodesic edges, accurate to 50 m at "))
    }

    @Test("validate tells errors and warnings as one JSON object, with the same status")
    func validateJSON() throws {
        let plain = try Self.run("validate", "faults.yaml")
        let faults = try Self.run("validate", "--json", "faults.yaml")
        #expect(faults.status == 65 && faults.errors.isEmpty)
        let (errors, none) = try Self.issues(faults.output)
        #expect(none.isEmpty && errors.allSatisfy { $0.hasSuffix(" error") })
        #expect(
            errors.map { String($0.dropLast(6)) }
                == plain.errors.split(separator: "\n").map(String.init))

        let folder = try TemporaryFolder()
        try folder.write(
            "parties: {n: North}\nzones: {z: {within: 30000 km, of: [1, 2]}}\n", to: "a.yaml")
        let warned = try Program.shell("$dmz validate a.yaml --json", in: folder)
        #expect(warned.status == 0 && warned.errors.isEmpty)
        let (no, warnings) = try Self.issues(warned.output)
        #expect(no.isEmpty && warnings.count == 1)
        #expect(warnings[0].hasPrefix("a.yaml:2:21: zone 'z': "), "\(warnings)")
        #expect(warnings[0].hasSuffix(" warning"))

        let missing = try Self.run("validate", "--json", "nowhere.yaml")
        #expect(missing.status == 1 && missing.errors.isEmpty)
        #expect(try Self.issues(missing.output).errors.first?.hasPrefix("nowhere.yaml: ") == true)
        let clean = try Self.run("validate", "--json", "withdrawal.yaml")
        #expect(
            clean.status == 0 && clean.output == "{\n  \"errors\": [],\n  \"warnings\": []\n}\n")
    }

    /// What `validate --json` tells, each as a line of text and its severity.
    static func issues(_ text: String) throws -> (errors: [String], warnings: [String]) {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        func lines(_ key: String) throws -> [String] {
            let issues = try #require(object?[key] as? [[String: Any]])
            return try issues.map { issue in
                #expect(Set(issue.keys) == ["file", "line", "column", "severity", "message"])
                let places = ["line", "column"].compactMap { issue[$0] as? Int }
                let file = try #require(issue["file"] as? String)
                let message = try #require(issue["message"] as? String)
                return file + places.map { ":\($0)" }.joined() + ": \(message) "
                    + (issue["severity"] as? String ?? "")
            }
        }
        return (try lines("errors"), try lines("warnings"))
    }

    @Test("validate tells every fault, in the order of lines")
    func faults() throws {
        let outcome = try Self.run("validate", "faults.yaml")
        #expect(outcome.status == 65 && outcome.output.isEmpty)
        #expect(outcome.errors == (try Self.expected("faults.txt")))
    }

    @Test("explain shows the numbers, for a person and as JSON")
    func explain() throws {
        let report = [
            "withdrawal.yaml", "34.25,47.6", "--category", "artillery", "--party", "north",
            "--attribute", "calibre=122 mm", "--time", "2026-12-20T00:00:00Z", "--uncertainty",
            "100 m",
        ]
        let text = try Self.run(arguments: ["explain"] + report)
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.output == (try Self.expected("explain.txt")))
        let json = try Self.run(arguments: ["explain", "--json"] + report)
        #expect(json.output == (try Self.expected("explain.json")))
        _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }

    @Test("validate says how much larger a zone is whose stretches are measured by themselves")
    func meetings() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {n: N, s: S}
            lines: {l: {geometry: [[0, 0], [1, 0]], left: n, right: s, edges: geodesic, markers: {m: [0.5, 0]}}}
            zones:
              z: {within: [{width: 1 km each side, from: start, to: m}, {width: 5 km each side, from: m, to: end}], of: l}
              plain: {within: 1 km each side, of: l}
            """, to: "a.yaml")
        let run = try Program.shell("$dmz validate a.yaml", in: folder)
        let lines = run.output.split(separator: "\n").filter { $0.contains("union") }
        #expect(run.status == 0 && lines.count == 1, "\(run.output)")
        let line = try #require(lines.first)
        let words = line.split(separator: " ").map(String.init)
        let number = try #require(words.firstIndex(of: "km2").flatMap { Double(words[$0 - 1]) })
        // Half a disc of 5 km beyond the meeting place, without the strip of 1 km to each side in it.
        let strip = 2 * (0.5 * (25.0 - 1).squareRoot() + 12.5 * asin(0.2))
        #expect(abs(number - (25 * Double.pi / 2 - strip)) < 0.2, "\(line)")
    }

    @Test("A position that begins with a minus is no flag")
    func negative() throws {
        let outcome = try Self.run("explain", "withdrawal.yaml", "-75.1,4.2")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\nPosition  -75.1, 4.2 "))
    }

    @Test("Numbers that look exchanged are only warned of")
    func swapped() throws {
        let outcome = try Self.run("explain", "withdrawal.yaml", "47.5,34.25")
        #expect(outcome.status == 0 && outcome.errors.contains("longitude comes first"))
    }

    @Test(
        "Exit statuses",
        arguments: [
            (["validate", "nowhere.yaml"], 1), (["validate", "."], 1), (["validate"], 64),
            (["validate", "line.geojson"], 65), (["explain", "withdrawal.yaml"], 64),
            (["explain", "withdrawal.yaml", "somewhere"], 64),
            (["explain", "withdrawal.yaml", "34,91"], 64),
            (["explain", "withdrawal.yaml", "34,47", "--uncertainty", "50"], 64),
            (["explain", "withdrawal.yaml", "34,47", "--time", "2026-12-01T00:00:00"], 64),
            (["explain", "withdrawal.yaml", "34,47", "--attribute", "122 mm"], 64),
            (["explain", "nowhere.yaml", "34,47"], 1), (["explain", "faults.yaml", "34,47"], 65),
        ] as [([String], Int32)])
    func statuses(arguments: [String], status: Int32) throws {
        let outcome = try Self.run(arguments: arguments)
        #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
        #expect(!outcome.errors.isEmpty)
    }

    @Test(
        "A full disk is told, with status 1",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let agreement = Fixtures.path("agreements/withdrawal.yaml")
        let outcome = try Program.shell("$dmz validate '\(agreement)' >/dev/full", in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("cannot be written"))
    }
}
