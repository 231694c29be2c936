import Testing

@testable import ReportFiles

/// The same bytes come out however the input is cut.
@Suite struct ChunkingTests {
    static let texts: [String: String] = [
        "collection": """
        {"name": "x,]}\\"", "features": [ {"type":"Feature","properties":{"a":"é\\u00e9{["},
         "geometry":{"type":"Point","coordinates":[31,50]}} ,
        null, 12.5, "s]", \(point("[29,50,7]", "null"))
        ], "type":"FeatureCollection", "crs": {"type":"name","properties":{"name":"EPSG:4326"}},
        "foreign": [[{"features":[1]}]] }

        """,
        "feature": """
        { "type": "Feature",
          "geometry": {"type":"Point","coordinates":[31,50]}, "properties": { } }
        """,
        "lines": """
        \(point("[31,50]"))
        \(point("[29.999,50]", "{\"uncertainty_m\":1}"))\r

          {"broken": [
        \(point("[31,95]"))
        """,
        "sequence": "\u{1E}\(point("[31,50]"))\n\u{1E}{\"type\":\n\"Feature\"}\n\u{1E}\u{1E}[1",
        "csv": "id;lon;lat;\"no;te\"\r\n1;31;50;\"a\r\nb \"\"q\"\"\"\r\n\r\n2;x;50;é\r\n3;31;50",
        "tabs": "\u{FEFF}x\ty\tdmz_side\n31\t50\tz\n1\t2\n",
        "cut off": "{\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]")),{\"a\":\"b",
        "cut off in quotes": "lon,lat\n1,2\n3,\"4\n",
        "not JSON": "{\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]")) 1]}",
        "blank": " \n ",
    ]

    @Test("Cut at every byte", arguments: texts.keys.sorted())
    func twoChunks(name: String) throws {
        let bytes = Array(try #require(Self.texts[name]).utf8)
        let whole = outcome(of: [bytes])
        for cut in 0...bytes.count {
            #expect(outcome(of: [Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
    }

    @Test("Records read alone give what blocks of them give", arguments: texts.keys.sorted())
    func careful(name: String) throws {
        let text = try #require(Self.texts[name])
        #expect(outcome(text, isCareful: true) == outcome(text))
    }

    @Test("A byte at a time", arguments: texts.keys.sorted())
    func singleBytes(name: String) throws {
        let bytes = Array(try #require(Self.texts[name]).utf8)
        #expect(outcome(of: bytes.map { [$0] }) == outcome(of: [bytes]))
    }

    @Test("A rerun changes nothing", arguments: texts.keys.sorted())
    func rerun(name: String) throws {
        let first = outcome(try #require(Self.texts[name]))
        guard first.error == nil else { return }
        let second = outcome(first.text)
        #expect(second.text == first.text)
        #expect(second.tally.read == first.tally.read)
        #expect(second.tally.rejected == first.tally.rejected)
    }
}
