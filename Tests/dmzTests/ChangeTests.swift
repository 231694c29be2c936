import Foundation
import TestSupport
import Testing

/// `dmz check --against` and `--line-version`: only what is judged otherwise.
@Suite struct ChangeTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try workplace()
        try folder.write(
            """
            parties: {west: Party West, east: Party East}
            lines:
              contact: {geometry: line.geojson, left: west, right: east}
            zones:
              dmz: {within: 500 m each side, of: contact}
              gone: {within: 1 km, of: [31, 50]}
            rules:
              no-forces: {in: dmz, prohibits: [military]}
            """, to: "old.yaml")
        try folder.write(
            """
            id,lon,lat,category,party
            1,30.001,50,military,east
            2,30.01,50,military,east
            3,30.01,50,bus,west
            4,31,50,bus,
            5,31,95,bus,
            6,30.5,50,military,west

            """, to: "r.csv")
        return folder
    }

    @Test("A table has the changed rows alone, the old answers beside the new, and why")
    func table() throws {
        let run = try Program.shell(
            "$dmz check a.yaml r.csv --against old.yaml --fields zones,distance_m,finding",
            in: folder())
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output
                == """
                id,lon,lat,category,party,dmz_zones,dmz_distance_m,dmz_finding,dmz_old_zones,dmz_old_distance_m,dmz_old_finding,dmz_change,dmz_note,dmz_error
                2,30.01,50,military,east,dmz,716.958,apparent_breach,,716.958,compliant,"dmz: inside, was outside (the zone is defined otherwise); no-forces: apparent_breach, was compliant (dmz: the zone is defined otherwise)",,
                3,30.01,50,bus,west,dmz,716.958,undeterminable,,716.958,compliant,"dmz: inside, was outside (the zone is defined otherwise); no-forces: undeterminable, was compliant (dmz: the zone is defined otherwise)",,
                4,31,50,bus,,,71693.618,compliant,gone,71693.618,compliant,"gone: outside, was inside (the zone is no longer there)",,

                """)
        let plain = run.errors.split(separator: " ", omittingEmptySubsequences: true)
            .joined(separator: " ")
        for words in [
            "changed: 3 of 5 reports", "dmz outside inside 2", "gone inside outside 1",
            "no-forces compliant apparent breach 1", "not given 1", "east 1",
        ] {
            #expect(plain.contains(words), "\(words) in \(run.errors)")
        }
    }

    @Test("Nothing changed: a header alone, and no Feature")
    func same() throws {
        let csv = try Program.shell("$dmz check -q a.yaml r.csv --against a.yaml", in: folder())
        #expect(csv.status == 0 && csv.output.split(separator: "\n").count == 1)
        let json = try Program.shell(
            "$dmz check -q a.yaml r.geojson --against a.yaml", in: folder())
        #expect(json.status == 0 && json.output.isEmpty)
    }

    @Test("Features come one a line; a rule that is another says so")
    func features() throws {
        let folder = try folder()
        try folder.write(
            try folder.read("a.yaml").replacing("[military]", with: "[bus]"), to: "bus.yaml")
        let run = try Program.shell("$dmz check -q a.yaml r.geojson --against bus.yaml", in: folder)
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0 && lines.count == 1, "\(run.output)")
        #expect(
            lines.allSatisfy { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil
            })
        #expect(
            lines.first?.contains(
                #""dmz_change":"no-forces: apparent_breach, was undeterminable (the rule is another)""#
            ) == true, "\(run.output)")
    }

    @Test("Threads and cuts change nothing; the summary counts zones, rules and parties")
    func threads() throws {
        let folder = try folder()
        var rows = "id,lon,lat,category,party\n"
        for k in 0..<20_000 {
            rows +=
                "\(k),\(30 + Double(k % 400) / 8000),50.\(k % 7),military,\(k % 3 == 0 ? "east" : "west")\n"
        }
        try folder.write(rows, to: "many.csv")
        let one = try Program.shell(
            "$dmz check -q --threads 1 a.yaml many.csv --against old.yaml --summary s1.json",
            in: folder)
        let two = try Program.shell(
            "$dmz check -q --threads 3 a.yaml many.csv --against old.yaml --summary s3.json",
            in: folder)
        #expect(one.status == 0 && one.output == two.output && !one.output.isEmpty)
        let summary = try folder.read("s1.json")
        #expect(summary == (try folder.read("s3.json")))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(summary.utf8)) as? [String: Any])
        let changes = try #require(object["changes"] as? [String: Any])
        let count = one.output.split(separator: "\n").count - 1
        #expect(changes["judged"] as? Int == 20_000 && changes["changed"] as? Int == count)
        #expect(object["written"] as? Int == count && count > 1000)
        let parties = try #require(changes["parties"] as? [String: Int])
        #expect(parties["east", default: 0] + parties["west", default: 0] == count)
        let rules = try #require(changes["rules"] as? [[String: Any]])
        #expect(rules.count == 1 && rules[0]["count"] as? Int == count)
        #expect(rules[0]["before"] as? String == "compliant")
    }

    @Test("Against a line's version: who is where then and now")
    func lineVersion() throws {
        let folder = try folder()
        try folder.write(
            """
            parties: {west: Party West, east: Party East}
            zero: 2026-01-01T00:00Z
            lines:
              contact: {versions: [{geometry: [[30, 49], [30, 51]], until: D+10}, {geometry: [[30.02, 49], [30.02, 51]], from: D+10}], left: west, right: east}
            zones: {dmz: {within: 100 m each side, of: contact}}
            """, to: "moved.yaml")
        try folder.write(
            """
            id,lon,lat,time
            1,30.01,50,2026-01-20T00:00Z
            2,30.01,50,2026-01-05T00:00Z
            3,30.05,50,2026-01-20T00:00Z

            """, to: "t.csv")
        let run = try Program.shell(
            "$dmz check -q moved.yaml t.csv --line-version contact:1 --fields side", in: folder)
        #expect(
            run.output
                == """
                id,lon,lat,time,dmz_side,dmz_old_side,dmz_change,dmz_note,dmz_error
                1,30.01,50,2026-01-20T00:00Z,west,east,"side west, was east (the line is another)",,

                """, "\(run.errors)")
        for (option, words) in [
            ("contact", "write contact:1"), ("contact:3", "has 2 versions"), ("x:1", "no line 'x'"),
            ("contact:0", "write contact:1"),
        ] {
            let run = try Program.shell(
                "$dmz check -q moved.yaml t.csv --line-version \(option)", in: folder)
            #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        }
        let both = try Program.shell(
            "$dmz check -q moved.yaml t.csv --line-version contact:1 --against a.yaml", in: folder)
        #expect(both.status == 64 && both.errors.contains("give one"))
        let missing = try Program.shell("$dmz check -q a.yaml r.csv --against no.yaml", in: folder)
        #expect(missing.status == 1 && missing.output.isEmpty)
    }

    @Test("An agreement that asks for sides differs by what it says, not by having looked")
    func bySide() throws {
        let folder = try folder()
        try folder.write(
            try folder.read("a.yaml") + "\nunattributed: by-side\n", to: "by-side.yaml")
        let run = try Program.shell(
            "$dmz check -q by-side.yaml r.csv --against a.yaml --fields zones,finding", in: folder)
        #expect(run.status == 0 && run.output.split(separator: "\n").count == 1, "\(run.output)")
    }

    @Test("Whatever words stand for parties, there are no more counts than parties")
    func strangers() throws {
        let folder = try folder()
        try folder.write(
            "id,lon,lat,category,party\n"
                + (0..<300).map { "\($0),30.01,50,military,p\($0)\n" }.joined()
                + "a,30.01,50,military,EAST \nb,30.01,50,military,\n", to: "p.csv")
        let run = try Program.shell(
            "$dmz check a.yaml p.csv --against old.yaml -o o.csv --summary s.json", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.read("s.json").utf8))
                as? [String: Any])
        let changes = try #require(object["changes"] as? [String: Any])
        #expect(
            changes["parties"] as? [String: Int]
                == ["east": 1, "other parties": 300, "not given": 1])
    }

    @Test(
        "What is said of caps is refused, as they are not compared",
        arguments: [
            "--as-of D+3", "--complete 'dmz D+0/D+1'",
        ])
    func counting(options: String) throws {
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv --against old.yaml \(options)", in: folder())
        #expect(run.status == 64 && run.errors.contains("are not compared"), "\(run.errors)")
    }
}
