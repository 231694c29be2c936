import Foundation
import TestSupport
import Testing

/// `dmz words` and `dmz form` as they are run.
@Suite struct WordCommandTests {
    @Test("An agreement in clauses, and what changed in it")
    func words() throws {
        let folder = try workplace()
        let run = try Program.shell("$dmz words a.yaml", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.hasSuffix(
                """
                ## Undertakings

                1. **no-forces**: Each Party shall keep military out of the zone dmz.

                """), "\(run.output)")
        try folder.write(
            try folder.read("a.yaml").replacing("2 km", with: "3 km"), to: "b.yaml")
        let against = try Program.shell("$dmz words b.yaml --against a.yaml -o w.md", in: folder)
        #expect(against.status == 0 && against.output.isEmpty, "\(against.errors)")
        #expect(try folder.read("w.md").contains("Until now: The zone is within 2 km of contact"))
        let broken = try Program.shell("$dmz words a.yaml --against line.geojson", in: folder)
        #expect(broken.status == 65 && broken.output.isEmpty)
    }

    @Test("A form has the columns that rules ask for; it goes through check when filled in")
    func form() throws {
        let folder = try workplace()
        try folder.write(
            try folder.read("a.yaml") + """

                  guns: {in: dmz, prohibits: [{gun: {calibre: ">= 100 mm"}}], exempt: [{any: {activity: [medevac]}}]}
                  tanks: {in: dmz, limits: {tank: 3}, party: west, same: serial}
                  shots: {in: dmz, prohibits: [fire], where: [origin, effect]}
                """, to: "f.yaml")
        let run = try Program.shell("$dmz form f.yaml -o form.csv", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let header =
            "id,time,longitude,latitude,uncertainty_m,party,category,calibre_mm,activity,count,serial,visit,origin_longitude,origin_latitude,origin_uncertainty_m,effect_longitude,effect_latitude,effect_uncertainty_m,class,note\r\n"
        #expect(try folder.read("form.csv") == header)
        let sheet = try folder.read("form-instructions.md")
        for words in [
            "| calibre\\_mm | calibre | A number of mm", "west \\(Party West\\), east",
            "medevac, other",
        ] {
            #expect(sheet.contains(words), "\(words) in \(sheet)")
        }
        let survey = try folder.read("form-xlsform.csv")
        for words in [
            ",geopoint,position,", ",select_one party,party,", ",party,west,Party West\r\n",
            ",decimal,calibre_mm,", ",dateTime,time,",
        ] {
            #expect(survey.contains(words), "\(words) in \(survey)")
        }
        try folder.write(
            header
                + "1,2026-01-01T00:00Z,30.01,50,5,east,gun,122,patrol,1,,,,,,,,,,\r\n"
                + "2,2026-01-01T00:00Z,30.01,50,5,west,tank,,,4,,,,,,,,,,\r\n", to: "filled.csv")
        let check = try Program.shell(
            "$dmz check -q f.yaml filled.csv --fields finding,rule", in: folder)
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.output.contains(",apparent_breach,guns,"), "\(check.output)")
        #expect(check.output.contains(",apparent_breach,tanks,"), "\(check.output)")
        let standard = try Program.shell("$dmz form f.yaml", in: folder)
        #expect(standard.output == header)
    }
}
