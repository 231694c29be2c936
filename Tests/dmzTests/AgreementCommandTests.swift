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
