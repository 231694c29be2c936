import AgreementFiles
import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

/// Positions of agreements in the notations that treaties use.
@Suite struct NotationTests {
    /// 48°27'15"N 38°17'35"E.
    static let place = Coordinate(
        longitude: 38 + 17.0 / 60 + 35.0 / 3600, latitude: 48 + 27.25 / 60)

    static func read(_ text: String) throws -> (centre: Coordinate?, file: AgreementFile) {
        let file = try AgreementFile.read(text: "zones: {z: {within: 1 km, of: \(text)}}")
        guard case .around(let centre, _, _)? = file.agreement.zones.first?.region else {
            return (nil, file)
        }
        return (centre, file)
    }

    @Test(
        "A point in any notation",
        arguments: [
            "\"48°27'15''N 38°17'35''E\"", "N 48 27 15 E 38 17 35", "482715N 0381735E",
            "[\"38°17'35''E\", \"48°27'15''N\"]", "[\"48°27'15''N\", \"38°17'35''E\"]",
            "[38 17 35, 48 27 15]", "[\"38°17'35''\", 48 27.25 N]", "48-27-15N 38-17-35E",
            "48°27′15″ с. ш. 38°17′35″ в. д.", "[\"38,293055555555556\", \"48,454166666666666\"]",
            "POINT (38.293055555555556 48.454166666666666)",
            "48.454166666666666N 38.293055555555556E",
        ])
    func point(text: String) throws {
        let centre = try #require(try Self.read(text).centre)
        #expect(Exact.distance(centre, Self.place) < 1e-6, "\(centre)")
    }

    /// The south-west corner by PROJ's utm, zone 37: easting 447,000, northing 5,366,000.
    @Test("A cell of the grid names its south-west corner, and says so where it is large")
    func grid() throws {
        for (text, warned) in [
            ("37UDP4700066000", false), ("37U DP 47 66", true), ("37 north 447000 5366000", false),
        ] {
            let (found, file) = try Self.read(text)
            let centre = try #require(found)
            #expect(
                Exact.distance(
                    centre, Coordinate(longitude: 38.283315361331226, latitude: 48.44490908518615))
                    < 1e-6,
                "\(centre)")
            #expect(file.warnings.contains { $0.reason.contains("south-west corner") } == warned)
        }
    }

    @Test("Lines, routes and areas may mix notations")
    func vertices() throws {
        let file = try AgreementFile.read(
            text: """
                lines:
                  a: {geometry: [[38, 48], 482715N 0381735E, 37UDP4700066000], edges: geodesic}
                  b: {geometry: [[482715N 0381735E, [39, 49]], [[40, 49], "49°N 41°E"]], edges: geodesic}
                zones:
                  area: {polygon: [[38, 48], 482715N 0381735E, "48°N 39°E", [38, 48]]}
                  route: {within: 1 km total, along: [482715N 0381735E, [39, 49]], edges: geodesic}
                """)
        let lines = file.agreement.lines.map(\.geometry)
        #expect(lines[0].parts.map(\.count) == [3] && lines[1].parts.map(\.count) == [2, 2])
        #expect(Exact.distance(lines[0].parts[0][1], Self.place) < 1e-6)
        #expect(lines[1].parts[1][1] == Coordinate(longitude: 41, latitude: 49))
        guard case .inside(let area) = file.agreement.zones[0].region else {
            Issue.record("no area")
            return
        }
        #expect(area.geometry.polygons[0][0].count == 4)
    }

    @Test("An identifier of a line stays one, whatever it looks like")
    func identifiers() throws {
        let file = try AgreementFile.read(
            text: """
                lines: {37UDP4700066000: {geometry: [[38, 48], [39, 48]], edges: geodesic}}
                zones: {z: {within: 1 km each side, of: 37UDP4700066000}}
                """)
        #expect(file.agreement.zones.count == 1)
    }
}
