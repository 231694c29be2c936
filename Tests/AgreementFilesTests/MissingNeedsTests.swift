import Agreements
import TestSupport
import Testing

@testable import AgreementFiles

/// What goes with a need that is not given: never more is asked than the text asks.
@Suite struct MissingNeedsTests {
    static let needs = """
        {a: {line: first}, b: {line: second, optional: true}, t: {area: a town, optional: true}, \
        p: {area: a port, optional: true}, w: {length: how far, optional: true}, k: {point: a marker, optional: true}, \
        m: {moment: when, optional: true}}
        """

    static let agreement = """
        parties: {n: North, s: South}
        zero: 1999-06-09T00:00Z
        area: {needs: p}
        lines:
          a: {geometry: {needs: a}, left: n, right: s, markers: {k: {needs: k}, j: [30, 50]}}
          b: {geometry: {needs: b}, left: n, right: s}
          c: {geometry: [{along: b, from: [30, 50], to: [30, 51]}], left: n, right: s}
        zones:
          all: {union: [near, town, port]}
          near: {within: 2 km each side, of: a}
          far: {within: 9 km each side, of: b}
          town: {polygon: {needs: t}}
          port: {polygon: {needs: p}}
          strip: {between: [a, b]}
          clipped: {within: 2 km each side, of: a, ends: clipped}
          wide: {within: {needs: w}, of: a}
          without: {within: 3 km each side, of: a, except: [town]}
          minus: {difference: [near, all]}
          both: {intersection: [near, town]}
          part: {intersection: [near, all]}
          stretch: {within: [{width: 2 km each side, from: start, to: k}], of: a}
          other: {within: [{width: 2 km each side, from: start, to: j}], of: a}
        rules:
          near: {in: near, prohibits: [tank]}
          some: {in: [near, town, far], prohibits: [tank]}
          none: {in: [town, port], prohibits: [tank]}
          only: {only: [tank], in: [near, port]}
          only-all: {only: [tank], in: all}
          reserve: {reserve: [near, port], for: [relief]}
          behind: {withdraw: [gun], behind: 5 km, of: b}
          follow: {stay: own side, of: c}
          later: {in: near, prohibits: [gun], from: {needs: m}}
          in-all: {in: all, prohibits: [gun]}
        suspended: [{party: n, rules: [none, near]}, {party: n, rules: [behind]}]
        sites:
          depot: {area: {polygon: {needs: t}}, inventory: {tank: 3}}
          store: {area: {within: 1 km each side, of: a}, inventory: {tank: 3}}
        obligations:
          visit: {act: visit, in: [depot, store], every: 14 d}
          gone: {act: visit, in: [depot], every: 14 d}
          whole: {act: visit, in: [all], every: 14 d}
        """

    @Test(
        "What depends on it goes, through lines, zones and lists, and each is named with the reason"
    )
    func all() throws {
        let folder = try PrecedentApplyingTests.ground()
        let precedent = try PrecedentApplyingTests.precedent(needs: Self.needs, Self.agreement)
        let made = try precedent.applied(
            to: PrecedentApplyingTests.given(folder, ["a": "line.geojson"]))
        let agreement = made.file.agreement
        #expect(agreement.lines.map(\.id) == ["a"] && agreement.area == nil)
        #expect(agreement.lines[0].markers.map(\.id) == ["j"])
        #expect(agreement.zones.map(\.id) == ["all", "near", "part", "other", "store"])
        #expect(agreement.zones[0].region == .union([.zone("near"), .zone("near")]))
        #expect(agreement.rules.map(\.id) == ["near", "some", "reserve", "in-all"])
        #expect(agreement.rules.map(\.zones) == [["near"], ["near"], ["near"], ["all"]])
        #expect(agreement.suspensions.map(\.rules) == [["near"]])
        #expect(agreement.sites.map(\.id) == ["store"])
        #expect(agreement.obligations.map(\.id) == ["visit"])
        #expect(agreement.obligations[0].zones == ["store"])
        let reasons = made.leftOut.map { "\($0.part): \($0.reason)" }
        for line in [
            "the area: needs p, a port", "marker 'k' of line 'a': needs k, a marker",
            "line 'b': needs b, second", "line 'c': follows line 'b', which is left out",
            "zone 'town' in zone 'all': it is left out", "zone 'town': needs t, a town",
            "zone 'strip': is measured from line 'b', which is left out",
            "zone 'clipped': is clipped to the area of operations, which is left out",
            "zone 'wide': needs w, how far",
            "zone 'without': is without zone 'town', which is left out in whole or in part",
            "zone 'minus': is without zone 'all', which is left out in whole or in part",
            "zone 'both': lies in zone 'town', which is left out",
            "zone 'stretch': names marker 'k', which is left out",
            "rule 'none': is about zone 'town', 'port', which are left out",
            "rule 'only': is about zone 'port', which is left out in whole or in part",
            "rule 'only-all': is about zone 'all', which is left out in whole or in part",
            "rule 'behind': is measured from line 'b', which is left out",
            "rule 'follow': is measured from line 'c', which is left out",
            "rule 'later': needs m, when", "a suspension: is about rules that are left out",
            "site 'depot': needs t, a town",
            "obligation 'whole': is about zone 'all', which is left out in whole or in part",
        ] {
            #expect(reasons.contains(line), "\(line)\nin\n\(reasons.joined(separator: "\n"))")
        }
        #expect(Set(made.leftOut).count == made.leftOut.count)
        for reason in made.leftOut {
            #expect(
                made.text.replacing("\n#   ", with: " ").contains(
                    "# - \(reason.part): \(reason.reason)\n"))
        }
    }

    @Test("With everything given nothing goes, and all is as it was written")
    func nothing() throws {
        let folder = try PrecedentApplyingTests.ground()
        try folder.write(
            #"{"type":"LineString","coordinates":[[30.2,49],[30.2,51]]}"#, to: "b.geojson")
        let precedent = try PrecedentApplyingTests.precedent(needs: Self.needs, Self.agreement)
        var given = PrecedentApplyingTests.given(
            folder,
            ["a": "line.geojson", "b": "b.geojson", "t": "area.geojson", "p": "area.geojson"])
        given.values["w"] = .text("3 km total")
        given.values["k"] = .point(.at(30, 50.5))
        given.values["m"] = .text("D+3")
        let made = try precedent.applied(to: given, as: folder.path + "/made.yaml")
        #expect(made.leftOut.isEmpty && !made.text.contains("Left out"))
        // Written by hand instead.
        var text = Self.agreement
        for (name, value) in [
            ("a", "line.geojson"), ("b", "b.geojson"), ("t", "area.geojson"), ("p", "area.geojson"),
            ("w", "3 km total"), ("k", "[30, 50.5]"), ("m", "D+3"),
        ] {
            text = text.replacing("{needs: \(name)}", with: value)
        }
        let byHand = try AgreementFile.read(text: text, folder: folder.path).agreement
        #expect(made.file.agreement == byHand)
    }
}
