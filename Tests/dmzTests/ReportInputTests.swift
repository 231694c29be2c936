import Foundation
import TestSupport
import Testing

/// What `dmz report` makes of many findings, and of files with which little can be done.
@Suite struct ReportInputTests {
    @Test(
        "A file that cannot be used before one that breaks off ends with a sentence, with any threads"
    )
    func failures() throws {
        let folder = try workplace()
        try folder.write("a,b\n1,2\n", to: "none.csv")
        var found = "{\"type\":\"FeatureCollection\",\"features\":[\n"
        for k in 0..<6000 {
            found +=
                #"{"type":"Feature","properties":{"dmz_finding":"compliant","n":\#(k),"x":"\#(String(repeating: "x", count: 200))"},"geometry":{"type":"Point","coordinates":[30,50]}},"#
                + "\n"
        }
        try folder.write(found + "]} more", to: "f.geojson")
        for threads in [1, 2, 3, 3, 3, 3] {
            let run = try Program.shell(
                "timeout 60 $dmz report -q a.yaml none.csv f.geojson -o r.html --threads \(threads)",
                in: folder)
            #expect(run.status == 65, "\(run.status) \(run.errors)")
            #expect(run.errors.contains("none.csv: byte 0: is neither"), "\(run.errors)")
        }
    }

    @Test("The same bytes with one thread and with three, of a page and of a picture")
    func threads() throws {
        let folder = try workplace()
        var text = "id,lon,lat,category,party,time,uncertainty_m,note\n"
        var random = SeededGenerator(seed: 12)
        for k in 0..<12_000 {
            let longitude = Double.random(in: 29.9...30.1, using: &random)
            let latitude = Double.random(in: 49.1...50.9, using: &random)
            // Long enough for several blocks.
            text +=
                "\(k),\(longitude),\(latitude),\(k % 7 == 0 ? "" : "military"),p\(k % 3000),"
                + "2026-11-\(10 + k % 20)T10:00:00Z,\(k % 300),\(String(repeating: "x", count: 90))\n"
        }
        try folder.write(text, to: "r.csv")
        let run = try Program.shell(
            """
            $dmz check -q a.yaml r.csv -o f.csv
            head -9000 f.csv > g.csv
            for f in f g; do
                for t in 1 3; do
                    $dmz report a.yaml $f.csv -o r.html --threads $t -q
                    sed 's/--threads [13]//' r.html > $f$t.html
                    $dmz map a.yaml $f.csv -o $f$t.svg --threads $t
                done
                cmp ${f}1.html ${f}3.html && cmp ${f}1.svg ${f}3.svg && wc -c < r.html
            done
            """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let sizes = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(sizes.count == 2, "\(run.output)")
        #expect(sizes[0] <= 4_000_000 && sizes[1] <= 1_500_000, "\(run.output)")
    }

    @Test("Extents that cannot be drawn are said")
    func extents() throws {
        let folder = try workplace()
        let run = try Program.shell(
            """
            sed 's/right: east/right: east, accuracy: 5 km/' a.yaml > b.yaml
            $dmz check -q b.yaml r.geojson -o f.geojson
            $dmz report b.yaml f.geojson -o r.html --extents -q
            """, in: folder)
        #expect(run.status == 0)
        #expect(
            run.errors.contains("the certain extent of zone dmz is not on the map"),
            "\(run.errors)")
        #expect(try folder.read("r.html").contains("data-layer=\"possible\""))
    }

    @Test("Zones without reports, one point, many in one place, another agreement, nothing at all")
    func badInput() throws {
        let folder = try workplace()
        let head = "id,lon,lat,category,dmz_finding,dmz_zones,dmz_rule\n"
        try folder.write(head, to: "none.csv")
        try folder.write(head + "a,30.1,50,military,compliant,,\n", to: "one.csv")
        let many = (0..<11_000).map {
            "\($0),30.01,50,military,apparent_breach,dmz,no-forces\n"
        }
        try folder.write(head + many.joined(), to: "place.csv")
        try folder.write(
            head + "a,30.1,50,military,apparent_breach,elsewhere,of-another\n", to: "other.csv")
        try folder.write(head + "a,,,military,compliant,,\n", to: "nowhere.csv")
        try folder.write("parties: {a: A, b: B}\nlines: {}\nzones: {}\n", to: "bare.yaml")
        let run = try Program.shell(
            """
            for name in none one place other nowhere; do
                $dmz report a.yaml $name.csv -o $name.html 2> $name.txt; echo $name $?
            done
            $dmz report bare.yaml nowhere.csv -o bare.html 2> bare.txt; echo bare $?
            head -c $(($(wc -c < place.csv) - 30)) place.csv > cut.csv
            $dmz report a.yaml cut.csv -o cut.html 2> cut.txt; echo cut $?
            """, in: folder)
        #expect(
            run.output == "none 0\none 0\nplace 0\nother 0\nnowhere 0\nbare 0\ncut 65\n",
            "\(run.output)")
        // The zones are drawn and counted although nothing was reported.
        let none = try folder.read("none.html")
        #expect(none.contains("0 reports") && none.contains("<bdi>dmz</bdi>"))
        #expect(try PageText.data(try folder.read("one.html"))["cells"] == nil)
        let cells = try #require(
            try PageText.data(try folder.read("place.html"))["cells"] as? [String: Any])
        let entries = try #require(cells["entries"] as? [Any])
        #expect(entries.count == 4 && entries.last as? Int == 11_000, "one square")
        #expect(
            try folder.read("other.html").contains("the findings are those of another agreement"))
        #expect(try folder.read("other.txt").contains("zone 'elsewhere', rule 'of-another'"))
        #expect(try folder.read("nowhere.html").contains("1 record without a usable position"))
        #expect(try folder.read("bare.html").contains("There is nothing to draw"))
        #expect(try folder.read("bare.txt").contains("there is nothing to draw"))
        #expect(try folder.read("cut.html").contains("cannot be read"))
    }
}
