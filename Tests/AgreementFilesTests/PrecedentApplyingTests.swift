import Agreements
import Foundation
import Geodesy
import TestSupport
import Testing

@testable import AgreementFiles

/// Precedents applied to lines and places.
@Suite struct PrecedentApplyingTests {
    /// A folder with a line, an area and a point.
    static func ground() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            #"{"type":"LineString","coordinates":[[30,49],[30,51]]}"#, to: "line.geojson")
        try folder.write(
            #"{"type":"Polygon","coordinates":[[[30,49.5],[30.5,49.5],[30.5,50],[30,50],[30,49.5]]]}"#,
            to: "area.geojson")
        try folder.write(#"{"type":"Point","coordinates":[30,50]}"#, to: "point.geojson")
        return folder
    }

    static func given(_ folder: TemporaryFolder, _ files: [String: String]) -> Precedent.Given {
        var given = Precedent.Given()
        given.values = files.mapValues { .file(folder.path + "/" + $0) }
        return given
    }

    /// An entry of such an agreement; all of it is needed that stands in it.
    static func precedent(needs: String, _ agreement: String) throws -> Precedent {
        let lines = agreement.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return try Precedent(
            id: "some-1999",
            yaml: """
                title: Some Agreement
                year: 1999
                kind: agreement
                about: x
                needs: \(needs)
                agreement:
                \(lines)
                figures: []
                """)
    }

    @Test("The file says of what it was made, and its paths lead from its folder")
    func paths() throws {
        let folder = try Self.ground()
        let precedent = try PrecedentReadingTests.read(
            PrecedentReadingTests.entry.replacing(
                "of: fact, ", with: "of: width, at: zones.dmz.within, "))
        let given = Self.given(folder, ["contact": "line.geojson", "town": "area.geojson"])
        let beside = try precedent.applied(to: given, as: folder.path + "/made.yaml")
        #expect(
            beside.text.hasPrefix("# Made from the precedent some-1999: Some Agreement, 1999.\n"))
        #expect(beside.text.contains("# This is not the agreement itself."))
        #expect(beside.text.contains("# - 100 miles: zones.dmz.within\n"))
        #expect(beside.text.contains("geometry: line.geojson"))
        #expect(beside.unverified.map(\.text) == ["100 miles"] && beside.leftOut.isEmpty)
        #expect(beside.file.agreement.title == "Some Agreement 1999 (applied as a precedent)")
        #expect(beside.file.agreement.zones.map(\.id) == ["dmz", "town"])

        let inner = folder.path + "/inner"
        try FileManager.default.createDirectory(
            atPath: inner + "/most", withIntermediateDirectories: true)
        let below = try precedent.applied(to: given, as: inner + "/most/made.yaml")
        #expect(below.text.contains("geometry: ../../line.geojson"))
        #expect(below.text.contains("polygon: ../../area.geojson"))
        // A link to a folder leads up from where it leads to.
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "inner/most")
        let linked = try precedent.applied(to: given, as: folder.path + "/link/made.yaml")
        #expect(linked.text == below.text)
        try below.text.write(toFile: inner + "/most/made.yaml", atomically: false, encoding: .utf8)
        #expect(
            try AgreementFile.read(path: inner + "/most/made.yaml").agreement
                == below.file.agreement)
    }

    @Test(
        "Names of files that would be taken for something else",
        arguments: [
            "line", "no", "a b: c#d.geojson", "12N 34E 5678.geojson", "- x.geojson",
            "\u{1F600}\".geojson",
            "linie\\süd'.geojson", "%a.geojson", "0646", "two\nlines.geojson",
            "&a *b !c |d >e.geojson",
        ])
    func names(name: String) throws {
        let folder = try Self.ground()
        try folder.write(try folder.bytes("line.geojson"), to: name)
        let precedent = try PrecedentReadingTests.read(PrecedentReadingTests.entry)
        let made = try precedent.applied(
            to: Self.given(folder, ["contact": name]), as: folder.path + "/made.yaml")
        #expect(
            made.file.geometryFiles.map { $0.split(separator: "/").last.map(String.init) } == [name]
        )
        #expect(made.leftOut.map(\.part) == ["zone 'town'", "zone 'town' in rule 'no-tanks'"])
        #expect(made.file.agreement.rules.map(\.zones) == [["dmz"]])
    }

    @Test("All that is missing or wrong is told at once")
    func faults() throws {
        let folder = try Self.ground()
        let precedent = try Self.precedent(
            needs:
                "{a: {line: first}, b: {line: second}, c: {point: a place}, d: {length: how far}, z: {moment: when}}",
            """
            parties: {n: North}
            zero: {needs: z}
            lines:
              a: {geometry: {needs: a}}
              b: {geometry: {needs: b}}
            zones: {p: {within: {needs: d}, of: {needs: c}}}
            """)
        func errors(_ change: (inout Precedent.Given) -> Void) -> [String] {
            var given = Precedent.Given()
            change(&given)
            do throws(AgreementFileErrors) {
                _ = try precedent.applied(to: given)
                return []
            } catch {
                return error.errors.map(\.description)
            }
        }
        #expect(
            errors { _ in } == [
                "some-1999: needs 'a', a line: first", "some-1999: needs 'b', a line: second",
                "some-1999: needs 'c', a point: a place", "some-1999: needs 'd', a length: how far",
                "some-1999: needs 'z', a moment: when",
            ])
        let wrong = errors { given in
            given.values = [
                "a": .file(folder.path + "/area.geojson"),
                "b": .file(folder.path + "/none.geojson"),
                "c": .point(.at(10, 91)), "d": .text("far"), "z": .text("tomorrow"),
                "elsewhere": .text("x"),
            ]
            given.partyLeft = "West"
        }
        #expect(wrong.count == 7, "\(wrong)")
        #expect(wrong[0] == "some-1999: there is no need 'elsewhere'; known are a, b, c, d, z")
        for (number, words) in [
            (1, "(needed for 'a': first)"), (2, "none.geojson: "),
            (3, "is no longitude and latitude"),
            (4, "need 'd': "), (5, "need 'z': "), (6, "no line says which party is on its left"),
        ] {
            #expect(wrong[number].contains(words), "\(wrong[number])")
        }
        let kinds = errors { given in
            given.values = [
                "a": .text("5 km"), "b": .point(.at(1, 2)), "c": .file("x"), "d": .file("x"),
                "z": .text("2026-12-01T00:00+02:00"),
            ]
            given.zero = "unknown"
        }
        #expect(kinds.count == 5 && kinds[4].contains("given twice"), "\(kinds)")
        #expect(kinds[0].contains("need 'a' is a line (first), and '5 km' was given"), "\(kinds)")
    }

    @Test("What the agreement is refused for is told, and nothing is made")
    func refused() throws {
        let folder = try Self.ground()
        let precedent = try Self.precedent(
            needs: "{a: {line: first}, d: {length: how far}}",
            "lines: {a: {geometry: {needs: a}}}\nzones: {p: {within: {needs: d}, of: a}}")
        var given = Self.given(folder, ["a": "line.geojson"])
        given.values["d"] = .text("5 km")
        let errors = #expect(throws: AgreementFileErrors.self) {
            try precedent.applied(to: given, as: "made.yaml")
        }
        #expect(
            errors?.description.hasPrefix(
                "made.yaml: the agreement would have to be refused: the width '5 km' leaves open whether it is to each "
                    + "side") == true)
        #expect(errors?.description.hasSuffix(" (in 'p: {within: 5 km, of: a}')") == true)
        given.values["d"] = .text("5 km each side")
        #expect(try precedent.applied(to: given).file.agreement.zones.count == 1)
    }

    @Test(
        "A zero is put in the place of the precedent's own, and moments that it does not move are named"
    )
    func zero() throws {
        let precedent = try Self.precedent(
            needs: "{}",
            """
            parties: {n: North}
            zero: 1999-06-09T00:00+02:00 Europe/Belgrade
            zones: {p: {within: 5 km, of: [20, 42]}}
            rules:
              r: {in: p, prohibits: [tank], begin: D, due: D+11, until: 2031-03-01T00:00:00Z}
            """)
        var given = Precedent.Given()
        #expect(!(try precedent.applied(to: given).text.contains("own time")))
        given.zero = "2026-12-01T00:00+02:00 Europe/Kyiv"
        let made = try precedent.applied(to: given)
        #expect(made.text.contains("\nzero: 2026-12-01T00:00+02:00 Europe/Kyiv\n"))
        #expect(made.text.contains("# - rules.r.until 2031-03-01T00:00:00Z\n"))
        #expect(made.file.agreement.zero?.timeZone == "Europe/Kyiv")
        given.zero = "2032-12-01T00:00+02:00 Europe/Kyiv"
        let late = #expect(throws: AgreementFileErrors.self) { try precedent.applied(to: given) }
        #expect(
            late?.description.contains(
                "which the zero does not move: rules.r.until 2031-03-01T00:00:00Z")
                == true, "\(late?.description ?? "")")
        #expect(late?.description.contains("due: the rule is due at D+11") == true)
        given.zero = "soon"
        #expect(throws: AgreementFileErrors.self) { try precedent.applied(to: given) }
        given.zero = "unknown"
        #expect(try precedent.applied(to: given).file.agreement.isZeroUnknown)
    }

    @Test("Lengths and places are written where they are needed")
    func places() throws {
        let precedent = try Self.precedent(
            needs:
                "{c: {point: a place}, d: {length: how far}, m: {moment: when}, z: {moment: zero, optional: true}}",
            """
            zero: {needs: z}
            zones: {p: {within: {needs: d}, of: {needs: c}}}
            rules: {r: {in: p, prohibits: [tank], from: {needs: m}}}
            """)
        var given = Precedent.Given()
        given.values = ["c": .point(.at(-75.125, 4.5)), "d": .text("15-20 km"), "m": .text("D+3")]
        let made = try precedent.applied(to: given)
        #expect(made.text.contains("p: {within: 15-20 km, of: [-75.125, 4.5]}"), "\(made.text)")
        #expect(made.text.contains("\nzero: unknown\n"))
        #expect(made.leftOut.map(\.part) == ["the zero"] && made.file.agreement.isZeroUnknown)
        given.values["m"] = .text("whenever")
        #expect(throws: AgreementFileErrors.self) { try precedent.applied(to: given) }
    }
}
