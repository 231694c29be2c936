import Geodesy
import GeoJSONText
import TestSupport
import Testing

@testable import ReportFiles

extension FieldNames {
    /// The names that events of Cursor on Target have.
    static var events: FieldNames {
        var fields = FieldNames()
        fields.readsEvents = true
        (fields.longitude, fields.latitude) = ("lon", "lat")
        (fields.category, fields.uncertainty, fields.id) = ("type", "ce", "uid")
        fields.findsUncertainty = false
        fields.measure = UncertaintyMeasure(
            codes: [("0", .metres(.nan)), ("9999999", .metres(.nan))], unit: .metres(1),
            missingIsUnknown: true)
        return fields
    }
}

/// Events of Cursor on Target: how they are found in XML, and what each becomes.
@Suite struct EventTests {
    static let good =
        #"<event uid="a" type="gun" time="2026-12-01T06:00:00Z"><point lat="50" lon="31" ce="0.5"/></event>"#

    private func outcome(_ text: String) -> Outcome {
        ReportFilesTests.outcome(text, fields: .events, judge: .careful)
    }

    /// The members of an event's object; `nil` where the event is refused.
    private func members(_ event: String) throws -> JSONNode? {
        let object = Array(event.utf8).withUnsafeBytes { try? EventObject($0).bytes }
        return try object.map { try JSONReader.read($0) }
    }

    // MARK: - One event

    @Test("Members have the digits, entities and order of the event")
    func object() throws {
        let event = """
            <event uid="u" x='a"b' type="a-f-G&#59;"  how = "m-g"
              ><point hae="+1.50" lat="47.500" lon="-0" ce="9999999.0" le="1e400" speed="3"/>\
            <detail a="&amp;"><b>&lt;é]]&gt;</b></detail ></event>
            """
        let object = try #require(Array(event.utf8).withUnsafeBytes { try? EventObject($0).bytes })
        #expect(
            String(decoding: object, as: UTF8.self)
                == #"{"uid":"u","x":"a\"b","type":"a-f-G;","how":"m-g","hae":"+1.50","lat":47.500,"lon":-0,"#
                + #""ce":9999999.0,"le":"1e400","point/speed":"3","#
                + #""detail":"<detail a=\"&amp;\"><b>&lt;é]]&gt;</b></detail >"}"#)
    }

    @Test(
        "Attributes of a point are numbers where JSON has them",
        arguments: [
            ("47.5", true), ("-0", true), ("1e5", true), ("047", false), (".5", false),
            ("5.", false), ("+5", false), (" 5", false), ("5 ", false), ("", false), ("NaN", false),
            ("0x1", false), ("1e999", false), ("47,5", false),
        ])
    func numbers(text: String, isNumber: Bool) throws {
        let found = try members("<event><point lat='\(text)'/></event>")?.member("lat")
        #expect((found?.number != nil) == isNumber && (found?.string == text) == !isNumber)
    }

    @Test("What would have another's name, and what else stands in an event, is kept")
    func others() throws {
        let found = try #require(
            try members(
                """
                <x:event lat="1" detail="d" geometry="g" properties="p" xmlns:x="urn:x">
                 <!-- c --><x:point lat="2" x:note="n">in</x:point> text
                 <detail/><detail>2</detail><point2 lat="3"/></x:event>
                """))
        #expect(found.member("lat")?.number == 2 && found.member("event/lat")?.string == "1")
        #expect(found.member("event/detail")?.string == "d")
        #expect(found.member("event/geometry")?.string == "g")
        #expect(found.member("event/properties")?.string == "p")
        #expect(found.member("detail")?.string == "<detail/><detail>2</detail>")
        #expect(
            found.member("event/content")?.string == "<!-- c --> text\n <point2 lat=\"3\"/>")
        #expect(found.member("point/content")?.string == "in")
        #expect(found.member("point/x:note")?.string == "n")
        #expect(found.member("xmlns:x")?.string == "urn:x")
    }

    @Test("White space and references in attributes, as XML has them")
    func values() throws {
        let found = try #require(
            try members("<event a='x\r\ny\tz' b='&#10;&#x9;' c='&#x1F600;&apos;&quot;&gt;'/>"))
        #expect(found.member("a")?.string == "x y z" && found.member("b")?.string == "\n\t")
        #expect(found.member("c")?.string == "\u{1F600}'\">")
        let none = try members("<event/>")
        #expect(none?.member("lat")?.inWords == "null" && none?.member("lon")?.inWords == "null")
    }

    static let bad: [(event: String, words: String)] = [
        ("<event a='1' a='2'/>", "the attribute 'a' is given twice"),
        ("<event><point/><point/></event>", "two elements <point>"),
        ("<event a='1'b='2'/>", "expected white space"), ("<event a=1/>", "a value in quotes"),
        ("<event a/>", "expected '='"), ("<event :a='1'/>", "one prefix at most"),
        ("<event a:='1'/>", "one prefix at most"),
        ("<event><a:b:c/></event>", "one prefix at most"),
        ("<event a:1='1'/>", "one prefix at most"), ("<event 1='a'/>", "expected a name"),
        ("<event><a></b></event>", "expected </a>"),
        ("<event><a></event>", "expected </a>"), ("<event>]]></event>", "without ]]>"),
        ("<event><!-- a -- b --></event>", "a comment without --"),
        ("<event>&nope;</event>", "found '&nope;"), ("<event>a & b</event>", "found '& b"),
        ("<event a='&#0;'/>", "the number of a character"),
        ("<event a='&#xD800;'/>", "the number of a character"),
        ("<event a='&#99999999999;'/>", "the number of a character"),
        ("<event>\u{1}</event>", "a character that XML has"),
        ("<event>\u{FFFE}</event>", "a character that XML has"),
        ("<event><?xml version='1.0'?></event>", "no XML declaration"),
        ("<event><!ENTITY a 'b'></event>", "an entity"),
        ("<!DOCTYPE event SYSTEM 'file:///etc/passwd'><event/>", "a document type"),
        ("<event type='Point'/>", "one of GeoJSON"), ("<events/>", "no event"),
        ("<event>", "is cut off: the element <event>"), ("<event a='", "is cut off: the tag"),
        ("<event/>x", "nothing behind"), ("", "is cut off"), ("x", "expected a tag <event"),
    ]

    @Test("What is not well-formed says why", arguments: bad)
    func faults(event: String, words: String) {
        Array(event.utf8).withUnsafeBytes { bytes in
            do throws(XMLFault) {
                let object = try EventObject(bytes).bytes
                Issue.record("\(String(decoding: object, as: UTF8.self))")
            } catch {
                #expect(error.sentence.contains(words), "\(error.sentence)")
            }
        }
    }

    @Test("Elements lie in each other to any depth, and events are large")
    func large() throws {
        let depth = 100_000
        let deep =
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        let wide = String(repeating: "0123456789\"", count: 500_000)
        for inner in [deep, wide] {
            let event = Self.good.replacing("</event>", with: "<detail>\(inner)</detail></event>")
            let found = outcome(event + Self.good)
            #expect(found.error == nil && found.tally.rejected == 0 && found.tally.read == 2)
            let first = try #require(found.text.split(separator: "\n").first)
            let object = try JSONReader.read(Array(first.utf8))
            #expect(object.member("detail")?.string == "<detail>\(inner)</detail>")
        }
    }

    // MARK: - Records

    static let streams: [String: String] = [
        "root":
            "\u{FEFF}<?xml version='1.0'?>\n<events>\n \(good)<!-- <event/> -->\(good)\n</events>\n",
        "stream": "\(good)<?xml version='1.0'?>\(good)\n\n\(good)",
        "nested root":
            "<a><b>text<c/></b><x:event xmlns:x='u'><x:point lon='1' lat='2'/></x:event></a>",
        "broken":
            "<events>\(good)<event uid='<b'><point lat='50' lon='31'></event>\(good)</events>",
        "within": "\(good)<event uid='o'><detail>\(good)</detail></event>\(good)",
        "root ends within": "<events><event uid='o'><events></events><detail></events>\(good)",
        "namesake": "<e><event><e><e/></e><point lat='1' lon='2'/></event></e>",
        "other document": "<events><event uid='o'><?xml version='1.0'?>\(good)",
        "stray": "<event/> a <b c<![CDATA[d]]>\n\(good) </x> \n",
        "entities":
            "<!DOCTYPE event [<!ENTITY a \"]><event>\"> <!-- it's --> ]><event uid='&a;'/>\(good)",
        "document type alone": "\(good)<!DOCTYPE a",
        "document type": "<!DOCTYPE events><events>\(good)</events>",
        "cut off": "<events>\(good)<event uid='<",
        "root is cut off": "<events>\(good)",
        "comment is cut off": "\(good)<!-- <event/> -- >",
        "tag is cut off": "\(good)<eve",
        "characters":
            "<event><![CDATA[</event>]]]><!-- </event> -->\u{FFFD}<?a </event>?><b c='</event>'/></event>",
        "no event": "<events> <a/> </events>",
        "GPX": "<?xml version='1.0'?><gpx version='1.1'><event/></gpx>",
    ]

    @Test("Cut at every byte, and byte by byte", arguments: streams.keys.sorted())
    func chunks(name: String) throws {
        let bytes = Array(try #require(Self.streams[name]).utf8)
        func outcome(_ chunks: [[UInt8]]) -> Outcome {
            ReportFilesTests.outcome(
                of: chunks, fields: .events, judge: .careful, longest: 150)
        }
        let whole = outcome([bytes])
        #expect(outcome(bytes.map { [$0] }) == whole)
        for cut in 0...bytes.count {
            #expect(outcome([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
        let careful = ReportFilesTests.outcome(
            of: [bytes], fields: .events, judge: .careful, isCareful: true, longest: 150)
        #expect(careful == whole)
        let again = ReportFilesTests.outcome(
            whole.text, format: .lines, fields: .events, judge: .careful)
        if whole.error == nil { #expect(again.text == whole.text) }
    }

    static let counts: [(name: String, read: Int, rejected: Int, words: String)] = [
        ("root", 2, 0, "dmz"), ("stream", 3, 0, "dmz"), ("nested root", 1, 0, "dmz"),
        ("broken", 3, 1, "is not XML: found '<b'>"),
        ("within", 5, 2, "is cut off: the element <detail> does not end"),
        ("root ends within", 2, 1, "is cut off: the element <detail>"),
        ("namesake", 1, 0, "dmz"),
        ("other document", 3, 2, "is cut off: the element <event>"),
        ("stray", 5, 4, "expected a tag <event"), ("entities", 2, 1, "has a document type"),
        ("document type alone", 2, 1, "has a document type"),
        ("cut off", 2, 1, "expected the end of the value of 'uid'"),
        ("characters", 2, 2, "is not XML: found '</event>' at"),
    ]

    @Test("Each event is one record, and a broken one changes no other", arguments: counts)
    func records(name: String, read: Int, rejected: Int, words: String) throws {
        let found = outcome(try #require(Self.streams[name]))
        #expect(found.error == nil, "\(String(describing: found.error))")
        #expect(found.tally.read == read && found.tally.rejected == rejected, "\(found.text)")
        #expect(found.text.contains(words), "\(found.text)")
        let lines = found.text.split(separator: "\n")
        #expect(lines.count == read)
        let goods = try #require(Self.streams[name]).ranges(of: Self.good).count
        let alone = outcome(Self.good).text.dropLast()
        #expect(lines.count { $0 == alone } == goods)
    }

    @Test("Files that cannot be used say why")
    func unusable() throws {
        for (name, words, read) in [
            ("document type", "the file has a document type", 0),
            ("root is cut off", "cut off after 1 record: the element <events> does not end", 1),
            ("comment is cut off", "cut off within a comment that begins at byte", 1),
            ("tag is cut off", "cut off within a tag", 1),
            ("no event", "is XML without an element 'event'", 0),
            ("GPX", "is a GPX file, expected events of Cursor on Target", 0),
        ] {
            let found = outcome(try #require(Self.streams[name]))
            #expect(found.error?.sentence.contains(words) == true, "\(found)")
            #expect(found.tally.read == read)
        }
        let unasked = ReportFilesTests.outcome(Self.good)
        #expect(unasked.error?.sentence.contains("--profile cot") == true)
        let forced = ReportFilesTests.outcome(Self.good, format: .cot)
        #expect(forced.error?.sentence.contains("--profile cot") == true)
    }

    @Test("Rejected events keep their bytes")
    func rejects() throws {
        let broken = "<event uid='<b'>\n<point lat='50' lon='31'></event>"
        let found = outcome("<events>\(Self.good)\(broken)\n\(Self.good)</events>")
        #expect(found.rejects == broken + "\n" && found.altered.isEmpty)
        #expect(
            outcome("<events>\(broken)</events>").text.contains("record 1 at byte 8: is not XML"))
    }

    @Test("Bytes that are not UTF-8 are replaced, which is noted")
    func notUTF8() throws {
        var bytes = Array(Self.good.replacing("</event>", with: "<detail>?</detail></event>").utf8)
        bytes[try #require(bytes.firstIndex(of: UInt8(ascii: "?")))] = 0xE9
        let found = ReportFilesTests.outcome(of: [bytes], fields: .events, judge: .careful)
        #expect(found.tally.altered == 1 && found.tally.rejected == 0)
        #expect(found.text.contains("<detail>\u{FFFD}</detail>"))
        #expect(found.text.contains("altered: bytes that are not UTF-8"))
        // What was not in the text is a Swift string no longer.
        #expect(found.altered.hasPrefix("<event uid"))
    }

    @Test("A record that is too long is refused, and its bytes are kept")
    func oversized() throws {
        let long = Self.good.replacing(
            "</event>", with: "<detail>\(OversizedTests.long)</detail></event>")
        for text in ["<e>\(Self.good)\(long)\(Self.good)</e>", "\(Self.good)\(long)\n\(Self.good)"]
        {
            let bytes = Array(text.utf8)
            func outcome(_ chunks: [[UInt8]]) -> Outcome {
                ReportFilesTests.outcome(of: chunks, fields: .events, longest: 200)
            }
            let whole = outcome([bytes])
            #expect(whole.tally.read == 3 && whole.tally.rejected == 1 && whole.error == nil)
            #expect(whole.rejects == long + "\n")
            #expect(whole.text.contains("the record is longer than 64 MB"))
            for cut in 0...bytes.count {
                #expect(outcome([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
            }
            #expect(outcome(bytes.map { [$0] }) == whole)
        }
    }

    @Test("Uncertainties that say nothing leave the zones open")
    func uncertainties() {
        for (ce, isOpen) in [
            ("0.5", false), ("9999999", true), ("9999999.0", true), ("9.999999e6", true),
            ("0", true), ("0.0", true), ("", true), ("-1", true), ("NaN", true), ("4 m", true),
        ] {
            let found = outcome(Self.good.replacing("\"0.5\"", with: "\"\(ce)\""))
            #expect(
                found.text.contains(#""dmz_zones_undeterminable":["east","all"]"#) == isOpen,
                "\(ce): \(found.text)")
        }
        let missing = outcome(Self.good.replacing(" ce=\"0.5\"", with: ""))
        #expect(missing.text.contains(#""dmz_zones_undeterminable":["east","all"]"#))
    }
}
