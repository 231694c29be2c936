import Foundation
import TestSupport
import Testing

/// What `dmz report` tells of single findings, against what `dmz explain` tells of their records.
@Suite struct ReportStoryTests {
    private func run(_ line: String) throws -> (folder: TemporaryFolder, run: Program.Result) {
        try checkedReports(then: "$dmz report a.yaml f.csv -o r.html; \(line)")
    }

    private static func stories(_ html: String) throws -> (patterns: [[String: Any]], of: [[Any]]) {
        let stories = try #require(try PageText.data(html)["stories"] as? [String: Any])
        return (
            try #require(stories["patterns"] as? [[String: Any]]),
            try #require(stories["of"] as? [[Any]])
        )
    }

    @Test("A finding's story is what explain tells of the record")
    func explained() throws {
        let (folder, run) = try run(
            "for k in 1 2 3; do $dmz explain a.yaml --in f.csv --record $k --json > $k.json; done")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        let told = try #require(try PageText.data(html)["told"] as? [String: Any])
        let (patterns, stories) = try Self.stories(html)
        try #require(stories.count == 3)
        let lon = try PageText.column(told, "lon")
        let lat = try PageText.column(told, "lat")
        let bound = try PageText.column(told, "bound")
        for k in 0..<3 {
            let text = Data(try folder.read("\(k + 1).json").utf8)
            let explained = try #require(
                try JSONSerialization.jsonObject(with: text) as? [String: Any])
            let line = try #require((explained["lines"] as? [[String: Any]])?.first)
            let numbers = stories[k].map { $0 as? Int }
            let pattern = patterns[try #require(numbers[0])]
            #expect(pattern["line"] as? String == "contact" && pattern["again"] == nil)
            func near(_ degrees: Int, _ step: Int?, _ member: String) throws {
                let place = Double(degrees) / 1e7 + Double(try #require(step)) / 1e5
                #expect(abs(place - (try #require(line[member] as? Double))) < 1e-5)
            }
            try near(lon[k], numbers[1], "nearest_longitude")
            try near(lat[k], numbers[2], "nearest_latitude")
            #expect(numbers[3] == (line["segment"] as? Int).map { $0 + 1 })
            let fraction = try #require(line["fraction"] as? Double)
            #expect(numbers[4] == Int((fraction * 1000).rounded()))
            let uncertainty = try #require(line["uncertainty_m"] as? Double)
            // That of report and line together, which the page adds up.
            #expect(numbers[5] == 0 && abs(uncertainty - Double(bound[k]) / 1000) < 1e-9)
            let rules = try #require(explained["rules"] as? [[String: Any]])
            let shown = try #require(pattern["rules"] as? [[String]])
            #expect(shown.map { $0[2] } == rules.compactMap { $0["reason"] as? String })
            let margins = rules.map { rule in
                (rule["margin_m"] as? Double).map { Int(($0 * 10).rounded()) }
            }
            #expect(Array(numbers.dropFirst(7)) == margins)
            let zones = try #require(explained["zones"] as? [[String: Any]])
            let open = zones.filter { $0["membership"] as? String != "outside" }
            #expect(
                (pattern["zones"] as? [[Any]])?.compactMap { $0[2] as? String }
                    == open.compactMap { $0["reason"] as? String })
        }
    }

    @Test(
        "Without margins in the files the judgement says which breaches are deepest, and why it is open"
    )
    func judgedAgain() throws {
        let folder = try workplace()
        try folder.write(
            """
            id,lon,lat,category,party,time,uncertainty_m
            shallow,30.02,50,military,east,2026-11-21T22:30:00Z,10
            deep,30.001,50,military,east,2026-11-21T22:30:00Z,10
            unnamed,30.001,50,,east,2026-11-21T22:30:00Z,10

            """, to: "r.csv")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv -o f.csv && $dmz report a.yaml f.csv -o r.html", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        let deep = try #require(html.range(of: "<bdi>deep</bdi>"))
        let shallow = try #require(html.range(of: "<bdi>shallow</bdi>"))
        #expect(deep.lowerBound < shallow.lowerBound)
        #expect(html.contains("<strong>1</strong>: <bdi>the report names no category</bdi>"))
    }

    @Test(
        "Findings that this agreement finds otherwise are said to be, and counted by what they lack"
    )
    func foundOtherwise() throws {
        let (folder, run) = try run(
            "sed 's/2 km/3 km/' a.yaml > b.yaml; $dmz report b.yaml f.csv -o r.html")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        #expect(html.contains("1 are found otherwise by this agreement"))
        let patterns = try Self.stories(html).patterns
        #expect(patterns.contains { $0["again"] as? String == "apparent_breach" })
    }

    @Test("Areas in which reports may be have their own forms, on a page and in a picture")
    func areas() throws {
        let folder = try workplace()
        try folder.write(
            """
            id,lon,lat,category,party,semi_major_m,semi_minor_m,azimuth_deg,width_m,length_m,heading_deg
            e,30.2,50,military,east,9000,3000,90,,,
            r,30.3,50,military,east,,,,4000,8000,0
            d,30.4,50,military,east,,,,,,

            """, to: "r.csv")
        let run = try Program.shell(
            """
            $dmz check -q a.yaml r.csv -o f.csv
            $dmz report a.yaml f.csv -o r.html && $dmz map a.yaml f.csv -o m.svg
            grep -o '<path d="[^"]*" fill="#1c2429" fill-opacity=".05"' m.svg | head -1 | tr -cd Z
            """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty && run.output == "ZZ", "\(run.errors)")
        let data = try PageText.data(try folder.read("r.html"))
        let areas = try #require(data["areas"] as? [String: [[Int]]])
        #expect(Set(areas.keys) == ["0", "1"])
        let scale = try #require((data["map"] as? [String: Any])?["scale"] as? Double)
        func reach(_ steps: [Int]) -> (east: Double, north: Double) {
            var (x, y, east, north) = (0, 0, 0, 0)
            for k in stride(from: 0, to: steps.count, by: 2) {
                x += steps[k]
                y += steps[k + 1]
                (east, north) = (max(east, abs(x)), max(north, abs(y)))
            }
            return (Double(east) * scale / 100, Double(north) * scale / 100)
        }
        // The ellipse lies east and west, the rectangle north and south; all near the map's centre.
        let ellipse = reach(try #require(areas["0"]?.first))
        #expect(abs(ellipse.east - 9000) < 60 && abs(ellipse.north - 3000) < 60)
        let rectangle = reach(try #require(areas["1"]?.first))
        #expect(abs(rectangle.east - 2000) < 60 && abs(rectangle.north - 4000) < 60)
    }

    @Test("The days' clock is said, and the versions of a line are layers and parts of stories")
    func clockAndVersions() throws {
        let (folder, run) = try run(
            """
            cat > b.yaml <<'END'
            time-zone: Europe/Kyiv
            parties: {west: W, east: E}
            lines:
              contact:
                versions:
                  - {geometry: line.geojson, until: 2026-11-22T00:00Z}
                  - {geometry: [[30.1, 49], [30.1, 51]], from: 2026-11-22T00:00Z}
                left: west
                right: east
            zones: {dmz: {within: 2 km each side, of: contact}}
            rules: {no-forces: {in: dmz, prohibits: [military]}}
            END
            $dmz check -q b.yaml r.csv -o g.csv && $dmz report b.yaml g.csv -o r.html
            $dmz explain b.yaml --in g.csv --record 3 | grep version
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("version") && run.output.contains("2"))
        let html = try folder.read("r.html")
        #expect(html.contains("Days are those of Europe/Kyiv."))
        #expect(html.contains("contact, version 1") && html.contains("contact, last version"))
        #expect(html.contains("<g data-layer=\"version-0\">"))
        let patterns = try Self.stories(html).patterns
        #expect(Set(patterns.compactMap { $0["version"] as? Int }) == [1, 2])
    }
}
