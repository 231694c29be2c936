import Agreements
import Foundation
import TestSupport
import Testing

@testable import AgreementFiles

@Suite struct SchemaTests {
    static func schema() throws -> [String: Any] {
        let data = Data(try Fixtures.file("docs/agreement.schema.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test(
        "The schema and the reader know the same keys",
        arguments: [
            ("", AgreementKeys.top + ["$schema"]), ("source", AgreementKeys.source),
            ("line", AgreementKeys.line), ("zone", AgreementKeys.zone),
            ("rule", AgreementKeys.rule), ("party", AgreementKeys.party),
            ("suspension", AgreementKeys.suspension), ("site", AgreementKeys.site),
            ("obligation", AgreementKeys.obligation),
        ])
    func keys(definition: String, known: [String]) throws {
        let schema = try Self.schema()
        let object =
            definition.isEmpty
            ? schema
            : try #require((schema["$defs"] as? [String: Any])?[definition] as? [String: Any])
        let properties = try #require(object["properties"] as? [String: Any])
        #expect(properties.keys.sorted() == known.sorted())
        #expect(object["additionalProperties"] as? Bool == false)
    }

    @Test("The schema and the reader know the same words")
    func words() throws {
        let definitions = try #require(try Self.schema()["$defs"] as? [String: Any])
        let edges = try #require((definitions["edges"] as? [String: Any])?["enum"] as? [String])
        #expect(edges == ["geodesic", "rhumb", "planar"])
        func words(_ definition: String, _ key: String) throws -> [String]? {
            let object = try #require(definitions[definition] as? [String: Any])
            let properties = try #require(object["properties"] as? [String: Any])
            let property = properties[key] as? [String: Any]
            let words = (property?["anyOf"] as? [[String: Any]])?.first ?? property
            return words?["enum"] as? [String]
        }
        #expect(try words("line", "kind") == ReferenceLine.Kind.allCases.map(\.rawValue))
        #expect(try words("line", "status") == ReferenceLine.Status.allCases.map(\.rawValue))
        #expect(try words("rule", "ends") == Rule.LineEnds.allCases.map(\.rawValue))
        #expect(try words("rule", "unless-reported") == Rule.Unreported.allCases.map(\.rawValue))
        #expect(try words("rule", "counts") == Rule.Counts.allCases.map(\.rawValue))
        #expect(try words("party", "role") == Party.Role.allCases.map(\.rawValue))
        let zone = try #require(definitions["zone"] as? [String: Any])
        let ends = try #require((zone["properties"] as? [String: Any])?["ends"] as? [String: Any])
        #expect(ends["enum"] as? [String] == EndsWord.allCases.map(\.rawValue))
    }

    @Test("The description names every key")
    func description() throws {
        let text = try Fixtures.file("docs/agreement-files.md")
        let keys =
            AgreementKeys.top + AgreementKeys.source + AgreementKeys.line + AgreementKeys.zone
            + AgreementKeys.rule + AgreementKeys.party + AgreementKeys.suspension
            + AgreementKeys.site + AgreementKeys.obligation
        for key in keys {
            #expect(
                text.contains("`\(key)`") || text.contains("{\(key):") || text.contains("\(key): "),
                "\(key)")
        }
    }
}
