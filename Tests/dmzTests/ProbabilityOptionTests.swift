import Foundation
import TestSupport
import Testing

/// Probabilities as `dmz check` writes them.
@Suite struct ProbabilityOptionTests {
    /// Zone `near` reaches 1 km from the equator, and reports with bounds of 50 m 1 km from it, far off and on it.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {north: N, south: S}
            lines:
              contact: {geometry: [[0, 0], [1, 0]], left: north, right: south}
            zones:
              near: {within: 1 km each side, of: contact}
              north-side: {within: 5 km, side: north, of: contact}
            """, to: "a.yaml")
        try folder.write(
            """
            lon,lat,uncertainty_m
            0.5,0.009043695,50
            0.5,0.2,50
            0.5,0,50
            """ + "\n", to: "r.csv")
        return folder
    }

    @Test("One column, or one for each zone, and an object in JSON")
    func forms() throws {
        let folder = try folder()
        let fields = "--fields dmz_probability"
        let one = try Program.shell(
            "$dmz check -q a.yaml r.csv --model uniform \(fields)", in: folder)
        #expect(
            one.output == """
                lon,lat,uncertainty_m,dmz_probability,dmz_note,dmz_error
                0.5,0.009043695,50,near=0.500;north-side=1.000,,
                0.5,0.2,50,,,
                0.5,0,50,near=1.000;north-side=0.500,,

                """, "\(one.output) \(one.errors)")
        let wide = try Program.shell(
            "$dmz check -q a.yaml r.csv --model uniform --wide \(fields)", in: folder)
        #expect(
            wide.output == """
                lon,lat,uncertainty_m,dmz_probability:near,dmz_probability:north-side,dmz_note,dmz_error
                0.5,0.009043695,50,0.500,1.000,,
                0.5,0.2,50,0.000,0.000,,
                0.5,0,50,1.000,0.500,,

                """, "\(wide.output)")
        let json = try Program.shell(
            #"echo '{"type":"Feature","properties":{"uncertainty_m":50},"geometry":"#
                + #"{"type":"Point","coordinates":[0.5,0.009043695]}}' "#
                + "| $dmz check -q a.yaml - --model normal", in: folder)
        #expect(
            json.output.contains(#""dmz_probability":{"near":0.500,"north-side":1.000}"#),
            "\(json.output)")
    }

    @Test("What is wrong with the options is said")
    func refused() throws {
        let folder = try folder()
        for (options, words) in [
            ("--fields dmz_probability", "--model normal"),
            ("--certain-at 99%", "needs a model"),
            ("--model normal --certain-at 40%", "more than 50"),
            ("--model normal --certain-at often", "no percentage"),
            ("--model gauss", "normal"),
        ] {
            let found = try Program.shell("$dmz check -q a.yaml r.csv \(options)", in: folder)
            #expect(found.status == 64, "\(options)")
            #expect(found.errors.contains(words), "\(found.errors)")
        }
    }

    @Test("The summary names the model")
    func summary() throws {
        let folder = try folder()
        let found = try Program.shell(
            "$dmz check -q a.yaml r.csv -o o.csv --model normal --certain-at 99.9% --summary s.json; cat s.json",
            in: folder)
        #expect(found.output.contains(#""position_model": {"#))
        #expect(found.output.contains(#""spread": "normal""#))
        #expect(found.output.contains(#""certain_at": "99.9 %""#), "\(found.output)")
    }
}
