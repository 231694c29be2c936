import Foundation
import TestSupport
import Testing

@testable import ReportFiles

/// `dmz validate --reports` and the schema of reports.
@Suite struct ReportValidationTests {
    @Test("The schema in the documentation is the one by which reports are checked")
    func schema() throws {
        let text = try Fixtures.file("docs/report.schema.json")
        #expect(text == ReportSchema.json)
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test("The schema has the members that are read under their usual names")
    func names() {
        let fields = FieldNames()
        let names = Set(ReportSchema.members.map(\.name))
        let read =
            [fields.category, fields.party, fields.time, fields.uncertainty]
            + FootprintFields.Part.allCases.map(\.usualName)
        #expect(names.isSuperset(of: read) && names.count == ReportSchema.members.count)
    }

    @Test(
        "What may stand in a member",
        arguments: [
            ("count", "3", true), ("count", "-1", false), ("count", "2.5", false),
            ("count", "", true), ("width_m", "375", true), ("width_m", "-1", false),
            ("width_m", "12,5", true), ("heading_deg", "400", false), ("latitude", "90", true),
            ("latitude", "90.1", false), ("origin_longitude", "east", false), ("time", "x", true),
        ])
    func members(name: String, text: String, isGood: Bool) throws {
        let member = try #require(ReportSchema.members.first { $0.name == name })
        #expect((ReportSchema.fault(member, text) == nil) == isGood)
    }

    @Test("Each fault with its record, what was expected, and the status")
    func command() throws {
        let folder = try workplace()
        try folder.write(
            """
            id,lon,lat,category,party,count,time
            1,30.01,50,military,east,1,2026-01-01T00:00Z
            2,30.01,95,military,east,1,2026-01-01T00:00Z
            3,30.01,50,militray,est,-2,2026-01-01T00:00Z
            4,30.01,50,military,west,1,yesterday

            """, to: "r.csv")
        let run = try Program.shell("$dmz validate a.yaml --reports r.csv", in: folder)
        #expect(run.status == 65)
        let lines = run.output.split(separator: "\n").map(String.init)
        for words in [
            "r.csv: record 2: ", "r.csv: record 3: 'count' is '-2', expected a whole number",
            "r.csv: record 3: 'party' is 'est', which the agreement does not have; did you mean 'east'?",
            "r.csv: record 3: 'category' is 'militray'", "r.csv: record 4: ",
        ] {
            #expect(lines.contains { $0.hasPrefix(words) }, "\(words) in \(run.output)")
        }
        #expect(lines.last == "4 records, 1 cannot be used, 5 things to mend", "\(run.output)")
        let alone = try Program.shell("$dmz validate --reports r.csv --json", in: folder)
        #expect(alone.status == 65)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(alone.output.utf8)) as? [String: Any])
        let errors = try #require(object["errors"] as? [[String: Any]])
        #expect(errors.count == 1 && errors[0]["record"] as? Int == 2)
        #expect((object["warnings"] as? [Any])?.count == 2)
        try folder.write("id,lon,lat,category,party\n1,30.01,50,military,east\n", to: "good.csv")
        let good = try Program.shell("$dmz validate a.yaml --reports good.csv", in: folder)
        #expect(good.status == 0 && good.output == "1 record, 0 cannot be used, 0 things to mend\n")
        let none = try Program.shell("$dmz validate", in: folder)
        #expect(none.status == 64)
    }

    @Test("A form that is filled in has nothing to mend; columns that rules ask for are missed")
    func missing() throws {
        let folder = try workplace()
        try folder.write(
            try folder.read("a.yaml") + """

                  guns: {in: dmz, prohibits: [{gun: {calibre: ">= 100 mm"}}]}
                """, to: "g.yaml")
        try folder.write(
            "id,lon,lat,category,party\n1,30.01,50,gun,east\n", to: "r.csv")
        let run = try Program.shell("$dmz validate g.yaml --reports r.csv", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("no record gives 'calibre_mm'"), "\(run.output)")
        try folder.write(
            "id,lon,lat,category,party,calibre\n1,30.01,50,gun,east,122 mm\n", to: "r.csv")
        let given = try Program.shell("$dmz validate g.yaml --reports r.csv", in: folder)
        #expect(given.output == "1 record, 0 cannot be used, 0 things to mend\n", "\(given.output)")
    }
}
