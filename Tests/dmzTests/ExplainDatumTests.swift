import Foundation
import TestSupport
import Testing

/// `dmz explain` of positions and agreements on other datums, and the shares of their uncertainty.
///
/// Places on WGS 84 are those of pyproj 3.7.2 by EPSG:5044.
@Suite struct ExplainDatumTests {
    private static let agreement = """
        lines:
          contact:
            {geometry: [[7425838, 5351700], [7500000, 5351700]], crs: EPSG:28407, accuracy: 50 m, edges: geodesic}
          plain: {geometry: [[38, 48], [38.1, 48]], accuracy: 5 m}
        zones:
          near: {within: 40 km each side, of: contact}
          plant: {within: 5 km, of: [7425838, 5351700], crs: EPSG:28407}
        """

    private func run(_ line: String) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write(
            "lines: {plain: {geometry: [[38, 48], [38.1, 48]], accuracy: 5 m}}", to: "b.yaml")
        return try Program.shell("$dmz explain \(line)", in: folder)
    }

    private func json(_ line: String) throws -> [String: Any] {
        let run = try run(line + " --json")
        #expect(run.status == 0, "\(run.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("The text names the notation, the operation and each share")
    func text() throws {
        let run = try run("a.yaml 7425838,5351700 --crs EPSG:28407 --uncertainty '10 m'")
        #expect(run.status == 0, "\(run.errors)")
        for part in [
            "The position is read as easting and northing of EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7): "
                + "[37.9989875, 48.2939685], by Pulkovo 1942 to WGS 84 (20) (EPSG:5044), known to 3 m by that "
                + "operation, which the uncertainty below includes.\n\n",
            "uncertainty 13 m\n", "66 m, of which the line 53 m",
            "Shares    position      stated 10 m, digits 0 m, datum 3 m (Pulkovo 1942 to WGS 84 (20) (EPSG:5044), 3 m)\n",
            "line contact  stated 50 m, datum 3 m (EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by ",
            "zone plant    datum 3 m (EPSG:28407 ",
        ] {
            #expect(run.output.contains(part), "\(run.output)")
        }
        #expect(!run.output.contains("line plain  "))
        #expect(!run.output.contains("\n\n\n"))
    }

    @Test("Shares are left out where the explanation has them already")
    func plain() throws {
        let run = try run("b.yaml 38,48 --uncertainty '10 m'")
        #expect(run.status == 0 && !run.output.contains("Shares"), "\(run.output)")
        let grid = try self.run("b.yaml 37UDP4700066000")
        #expect(
            grid.output.contains("Shares    position  stated 0 m, digits 0.708 m\n"),
            "\(grid.output)")
    }

    @Test("The shares in JSON add up")
    func shares() throws {
        let found = try json(
            "a.yaml \"48°18'00\\\"N 38°00'00\\\"E\" --crs EPSG:4284 --uncertainty '10 m'")
        let report = try #require(found["report"] as? [String: Any])
        let place = try #require(report["longitude"] as? Double)
        #expect((place - 37.998460058914).magnitude < 1e-9)
        #expect(report["notation"] as? String == "degreesMinutesSeconds")
        #expect(report["uncertainty_stated_m"] as? Double == 10)
        #expect(report["uncertainty_datum_m"] as? Double == 3)
        // Half a second is 15.44 m of latitude and 10.31 m of longitude there: 18.57 m together.
        let digits = try #require(report["uncertainty_digits_m"] as? Double)
        #expect(digits > 18.56 && digits < 18.61, "\(digits)")
        let whole = try #require(report["uncertainty_m"] as? Double)
        #expect((whole - 13 - digits).magnitude < 1e-9)
        let crs = try #require(report["crs"] as? [String: Any])
        #expect(crs["code"] as? String == "EPSG:4284")
        let operation = try #require((crs["operations"] as? [[String: Any]])?.first)
        #expect(operation["code"] as? String == "EPSG:5044")
        #expect(operation["name"] as? String == "Pulkovo 1942 to WGS 84 (20)")
        #expect(operation["accuracy_m"] as? Double == 3)
        #expect(operation["accuracy_is_known"] as? Bool == true)
        let lines = try #require(found["lines"] as? [[String: Any]])
        #expect(lines.map { $0["accuracy_m"] as? Double } == [53, 5])
        #expect(lines.map { $0["accuracy_stated_m"] as? Double } == [50, 5])
        #expect(lines.map { $0["accuracy_datum_m"] as? Double } == [3, 0])
        #expect((lines[0]["crs"] as? [String: Any])?["code"] as? String == "EPSG:28407")
        #expect(lines[1]["crs"] is NSNull)
        let zones = try #require(found["zones"] as? [[String: Any]])
        #expect(zones.map { $0["accuracy_datum_m"] as? Double } == [0, 3])
    }

    @Test("An operation may be pinned, and an accuracy allowed where none is known")
    func options() throws {
        let pinned = try run("a.yaml 7425838,5351700 --crs EPSG:28407 --operation EPSG:15865")
        #expect(
            pinned.output.contains("by Pulkovo 1942 to WGS 84 (16) (EPSG:15865), known to 4.5 m"))
        let refused = try run("a.yaml 73,33.6 --crs EPSG:4145")
        #expect(refused.status == 64 && refused.output.isEmpty)
        #expect(refused.errors.contains("its accuracy is not known"))
        let allowed = try json("a.yaml 73,33.6 --crs EPSG:4145 --allow-accuracy '999 m'")
        let report = try #require(allowed["report"] as? [String: Any])
        #expect(report["uncertainty_m"] as? Double == 999)
        let crs = try #require(report["crs"] as? [String: Any])
        let operation = try #require((crs["operations"] as? [[String: Any]])?.first)
        #expect(operation["accuracy_is_known"] as? Bool == false)
        // A system on WGS 84 has no operation, and adds nothing.
        let utm = try run("a.yaml 425838,5351700 --crs EPSG:32637")
        #expect(utm.output.contains("of EPSG:32637 (WGS 84 / UTM zone 37N): ["), "\(utm.output)")
        #expect(utm.output.contains("position      stated 0 m, digits 0 m\n"))
    }

    @Test(
        "What is no position in the system is a usage error",
        arguments: [
            "a.yaml 425838,5351700 --crs EPSG:28407", "a.yaml 38,48 --crs EPSG:28407",
            "a.yaml 7425838,5351700 --crs EPSG:4284", "a.yaml 7425838 --crs EPSG:28407",
            "a.yaml 38,91 --crs EPSG:4284", "a.yaml 37UDP4700066000 --crs EPSG:4284",
            "a.yaml 38,48 --crs EPSG:1", "a.yaml 38,48 --operation EPSG:5044",
            "a.yaml 38,48 --allow-accuracy '3 m'", "a.yaml nan,nan --crs EPSG:4284",
        ])
    func usage(line: String) throws {
        let run = try run(line)
        #expect(run.status == 64 && run.output.isEmpty, "\(run.output)")
        #expect(run.errors.contains("Error: "))
    }
}
