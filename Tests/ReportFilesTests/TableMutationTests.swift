import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Files of findings with some bytes changed: a table or a refusal, never a trap.
@Suite struct TableMutationTests {
    private static let texts = [
        """
        id,time,category,dmz_zones,dmz_side,dmz_finding,dmz_rules_apparent_breach,dmz_note,dmz_error
        1,2026-11-21T21:59:59Z,tank,"dmz;guns",east,apparent_breach,no-forces;'=r,,
        2,2026-11-22,"a ""b"" c",,,compliant,,,
        3,,,,,,,,record 3: latitude 95

        """,
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":null,"properties":{"id":1,"time":"2026-11-21T21:59:59Z","dmz_zones":["dmz","g\\u0075ns"],"dmz_side":null,"dmz_finding":"apparent_breach","dmz_rules_apparent_breach":["r"]}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"dmz_error":"no"}}]}
        """,
        """
        {"id":"x","time":"2026-11-21T21:59:59+02:00","category":null,"dmz_zones":[],"dmz_finding":"counted"}
        {"id":"x","time":5,"category":["a"],"dmz_zones":["z"],"dmz_finding":"exempt","dmz_rule":"r"}

        """,
    ]

    @Test("No change of bytes traps")
    func mutated() throws {
        var random = SeededGenerator(seed: 2026)
        var tables = 0
        for round in 0..<600 {
            var bytes = Array(Self.texts[round % 3].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2:
                    bytes.insert(
                        contentsOf: Array(",\";[]{}\n".utf8).shuffled(using: &random).prefix(1),
                        at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                }
            }
            let folder = try TemporaryFolder()
            let file = try InputFile(path: try folder.write(bytes, to: "in"))
            var input = ReportInput()
            input.chunkSize = 64
            input.format = round % 3 == 2 ? .lines : nil
            var request = TableRequest(
                keys: [.zone, .rule, .day, .hour, .category, .side], input: input,
                clock: try .init(parsing: "Europe/Kyiv"))
            request.isDistinct = round.isMultiple(of: 2)
            request.mostHeldIDs = 1
            do throws(ReportFileError) {
                let run = try TableRun([file], request)
                #expect(run.table.total.total + run.table.total.duplicates <= run.read * 2)
                #expect(!run.table.html.contains("\u{1B}") && !run.table.markdown.isEmpty)
                tables += 1
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        #expect(tables > 100)
    }
}
