import GeoJSONText
import TestSupport
import Testing

@testable import ReportFiles

/// Made-up events as `scripts/oracle/events` writes them, with what Python's xml.etree reads of each.
@Suite struct EventOracleTests {
    private struct Case {
        let event: [UInt8]
        /// The attributes of the event and of its point; `nil` where it is not well-formed.
        let attributes: JSONNode?
        let point: JSONNode?
    }

    private static func cases() throws -> [Case] {
        try Fixtures.bytes("profiles/events.ndjson").split(separator: 0x0A).map { line in
            let parts = try #require(try JSONReader.read(Array(line)).array)
            let event = try #require(parts.first?.string)
            let isGood = parts.count > 2
            return Case(
                event: Array(event.utf8), attributes: isGood ? parts[1] : nil,
                point: isGood ? parts[2] : nil)
        }
    }

    @Test("Well-formed is what Python takes, with the same attributes")
    func same() throws {
        let cases = try Self.cases()
        #expect(cases.count == 1000 && cases.count { $0.attributes != nil } > 350)
        for test in cases {
            let text = String(decoding: test.event, as: UTF8.self)
            let object = test.event.withUnsafeBytes { try? EventObject($0).bytes }
            #expect((object != nil) == (test.attributes != nil), "\(text)")
            guard let object, let attributes = test.attributes else { continue }
            let found = try JSONReader.read(object)
            for name in attributes.names ?? [] {
                #expect(found.member(name)?.string == attributes.member(name)?.string, "\(text)")
            }
            for name in test.point?.names ?? [] {
                let value = test.point?.member(name)?.string
                let known = ["lat", "lon", "hae", "ce", "le"].contains(name)
                let member = found.member(known ? name : "point/" + name)
                // A number has the digits that the attribute has.
                #expect(
                    member?.string == value
                        || String(decoding: object, as: UTF8.self)
                            .contains("\"\(name)\":\(value ?? "")"),
                    "\(text)")
            }
        }
    }

    @Test("In one stream each of them is the record that it is alone")
    func stream() throws {
        let cases = try Self.cases().filter { $0.attributes != nil }
        let whole = outcome(
            of: [Array(cases.map(\.event).joined(separator: [0x0A]))], fields: .events)
        #expect(whole.error == nil && whole.tally.read == cases.count)
        let lines = whole.text.split(separator: "\n")
        try #require(lines.count == cases.count)
        for (line, test) in zip(lines, cases) where !line.contains("\"dmz_error\"") {
            let alone = outcome(of: [test.event], fields: .events)
            #expect(alone.text == line + "\n")
        }
    }
}
