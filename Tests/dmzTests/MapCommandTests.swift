import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `dmz map` as it is run.
@Suite struct MapCommandTests {
    private func run(_ line: String) throws -> (folder: TemporaryFolder, run: Program.Result) {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz check -q a.yaml r.geojson -o f.geojson; \(line)", in: folder)
        return (folder, run)
    }

    @Test("The picture is XML that asks for nothing and runs nothing, with what it is of")
    func picture() throws {
        let (folder, run) = try run("$dmz map a.yaml f.geojson -o m.svg --title 'Two & <three>'")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let text = try folder.read("m.svg")
        let found = try XMLText(text)
        #expect(found.text.contains("Two & <three>") && found.text.contains("3 reports"))
        #expect(found.text.contains("dmz") && found.text.contains("Party West"))
        #expect(found.text.contains("apparent breach"))
        #expect(found.text.contains("1 record without a usable position"))
        for word in ["<script", "href", "<image", "<foreignObject", "@import", "onload"] {
            #expect(!text.contains(word))
        }
        #expect(text.components(separatedBy: "http").count == 2)
    }

    @Test("The same bytes on standard output, and another size and language")
    func output() throws {
        let (_, run) = try run(
            "$dmz map a.yaml f.geojson -o m.svg && $dmz map a.yaml f.geojson | cmp - m.svg && "
                + "$dmz map a.yaml f.geojson --size 400x600 --language fr")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(#"width="400" height="600""#))
        #expect(run.output.contains("infraction apparente"))
    }

    @Test("Hostile strings are shown, and neither markup nor turned")
    func hostile() throws {
        let folder = try workplace()
        let strings = try Fixtures.text("report/hostile.txt").split(separator: "\n").map(
            String.init)
        #expect(strings.count > 20)
        // JSON is YAML; markers are named on the map.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // YAML takes a separator of lines for a line break, and has no U+FFFE.
        let named = strings.filter { !$0.contains("\u{2028}") && !$0.contains("\u{FFFE}") }
        let markers = try named.enumerated().map { k, string in
            let name = String(decoding: try encoder.encode(string), as: UTF8.self)
            return "\(name): [30, \(49 + Double(k) / 15)]"
        }
        let agreement = try folder.read("a.yaml").replacing(
            "right: east}", with: "right: east, markers: {\(markers.joined(separator: ", "))}}")
        try folder.write(agreement, to: "h.yaml")
        let run = try Program.run([
            "map", folder.path + "/h.yaml", "--title=" + strings.joined(separator: " | "),
            "--size", "10000x4000",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let found = try XMLText(run.output)
        for tag in ["<script", "<img", "<b>", "<!--", "<svg onload"] {
            #expect(!run.output.contains(tag))
        }
        for string in strings where !string.unicodeScalars.contains(where: Self.isShownAsEscape) {
            // In the title, the heading and at the marker.
            #expect(found.text.components(separatedBy: string).count >= 4, "\(string)")
        }
        #expect(!found.text.unicodeScalars.contains { ("\u{202A}"..."\u{202E}").contains($0) })
        #expect(
            found.text.contains("abc\\u202Edef") && found.text.contains("bell\\u0007and\\u001B"))
    }

    private static func isShownAsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: true
        default: false
        }
    }

    @Test("A layer for orientation, and a position that is explained")
    func layers() throws {
        let (_, run) = try run(
            "$dmz map a.yaml --layer line.geojson --explain 30.01,50.5 && $dmz map a.yaml --layer a.yaml"
        )
        #expect(run.status == 65 && run.errors.contains("dmz: a.yaml: "))
        #expect(run.output.contains("709.49") && run.output.contains("certainly in: dmz"))
        #expect(run.output.contains("For orientation"))
    }

    @Test("An explanation is drawn about its position")
    func explained() throws {
        let (folder, run) = try run(
            "$dmz explain a.yaml 30.01,50.5 --map e.svg && $dmz explain a.yaml 30,50 --map a.yaml")
        #expect(run.status == 64 && run.errors.contains("a.yaml is read and would be written over"))
        #expect(run.output.contains("709.4"))
        let text = try XMLText(try folder.read("e.svg")).text
        #expect(text.contains("709.49\u{A0}m from contact") && text.contains("certainly in: dmz"))
        #expect(text.contains("50.50000°N 30.01000°E"))
    }

    @Test("Findings of another agreement are told, and so is a file that is cut off")
    func foreign() throws {
        let (folder, run) = try run(
            """
            sed 's/dmz: /other: /;s/in: dmz/in: other/' a.yaml > b.yaml
            $dmz map b.yaml f.geojson -o m.svg
            head -c 700 f.geojson > cut.geojson; $dmz map a.yaml cut.geojson -o n.svg; echo $?
            $dmz check -q a.yaml r.geojson | grep '"Feature"' | head -c 300 > cut.jsonl
            $dmz map a.yaml cut.jsonl -o o.svg; echo $?
            """)
        #expect(run.errors.contains("names what the agreement does not have (zone 'dmz')"))
        #expect(run.errors.contains("cut.geojson"), "\(run.errors)")
        #expect(run.output.hasPrefix("65\n"), "\(run.output)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/m.svg"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/n.svg"))
    }

    @Test("Reports that were not checked are checked: the same picture as of their findings")
    func unchecked() throws {
        let (folder, run) = try run(
            """
            $dmz map a.yaml f.geojson -o f.svg && $dmz map a.yaml r.geojson -o r.svg && cmp f.svg r.svg
            grep -o 'apparent breach 1' r.svg | head -1
            """)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output == "apparent breach 1\n", "\(run.output)")
        _ = folder
    }

    @Test("Nothing to draw, and options that make no sense")
    func refusals() throws {
        let (folder, run) = try run(
            """
            printf 'parties: {a: A, b: B}\\nlines: {}\\nzones: {}\\n' > e.yaml
            printf '{"type":"FeatureCollection","features":[{]}' > b.geojson
            $dmz map a.yaml b.geojson; echo $?
            $dmz map a.yaml --size 10x10 -o s.svg; echo $?
            $dmz map a.yaml --language xx; echo $?
            $dmz map a.yaml f.geojson -o a.yaml; echo $?
            """)
        #expect(run.output == "65\n64\n64\n64\n", "\(run.output)")
        #expect(run.errors.contains("dmz: b.geojson: byte 42: is not JSON"), "\(run.errors)")
        #expect(run.errors.contains("--size '10x10': give width and height in pixels"))
        #expect(run.errors.contains("there are no words of 'xx'; there are those of en, fr"))
        #expect(run.errors.contains("a.yaml is read and would be written over"))
        _ = folder
    }

    @Test("One point, and many in one place")
    func crowds() throws {
        let (_, run) = try run(
            """
            echo 'lon,lat,dmz_finding' > one.csv; cp one.csv many.csv; echo '30,50,compliant' >> one.csv
            yes '30,50,apparent_breach' | head -n 5000 >> many.csv
            $dmz map a.yaml one.csv -o one.svg && $dmz map a.yaml many.csv --title crowd
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Reports in a cell") && run.output.contains("1,000–9,999"))
        _ = try XMLText(run.output)
    }

    @Test("PNG and PDF where librsvg is installed, else it is said what to install")
    func raster() throws {
        let (folder, run) = try run(
            "$dmz map a.yaml f.geojson -o m.png --dpi 48 && $dmz map a.yaml f.geojson -o m.pdf")
        if run.status == 0 {
            let png = try folder.bytes("m.png")
            #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            // The width of the picture stands in its header.
            #expect(png[16..<20].elementsEqual([0, 0, 2, 88]))
            #expect(try folder.bytes("m.pdf").starts(with: Array("%PDF-".utf8)))
        } else {
            #expect(run.status == 1 && run.errors.contains("apt-get install librsvg2-2"))
        }
    }
}

/// The text of an XML document, and that it is one.
struct XMLText {
    let text: String

    init(_ document: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = reader
        guard parser.parse() else {
            throw parser.parserError ?? CocoaError(.fileReadCorruptFile)
        }
        text = reader.text
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var text = ""
        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
}
