import Agreements
import Geodesy
import Testing
import ZoneDrawing
import Zones

/// Lengths that cannot be drawn are refused with the reason.
@Suite struct DrawingLengthTests {
    private static func agreement(_ region: Region<ReferenceLine.ID, Zone.ID>) throws -> Agreement {
        Agreement(
            lines: [
                ReferenceLine(
                    id: "l",
                    geometry: try LineGeometry([
                        Coordinate(longitude: 12, latitude: 47),
                        Coordinate(longitude: 12.1, latitude: 47),
                    ]))
            ], zones: [Zone(id: "z", region)])
    }

    @Test(
        "A width that is 0, negative or no number is refused with the width",
        arguments: [
            (0.0, "no width to either side"), (-2000, "not -2.0 km"), (.nan, "not nan m"),
            (.infinity, "not inf km"),
        ])
    func widths(metres: Double, words: String) throws {
        let agreement = try Self.agreement(.within(.metres(metres), of: "l"))
        let error = #expect(throws: AgreementError.self) { try ZoneDrawer(agreement) }
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }

    @Test("A limit beyond what the globe has is told, and nothing hangs")
    func far() throws {
        for region in [
            Region<ReferenceLine.ID, Zone.ID>.within(.kilometres(30_000), of: "l"),
            .within(.kilometres(11_000), of: "l"),
            .aroundPoint(
                radius: .kilometres(20_000), centre: Coordinate(longitude: 12, latitude: 47)),
        ] {
            let agreement = try Self.agreement(region)
            let drawer = try ZoneDrawer(agreement, tolerance: .metres(100))
            let error = #expect(throws: DrawingError.self) { try drawer.whole(agreement.zones[0]) }
            #expect(error?.code == .tooFar)
            #expect(error?.description.contains("a limit of zone 'z' is at") == true)
        }
    }

    @Test(
        "A tolerance that is no length is refused",
        arguments: [Double.nan, .infinity, -1, 0])
    func tolerances(metres: Double) throws {
        let agreement = try Self.agreement(.within(.metres(2000), of: "l"))
        let error = #expect(throws: AgreementError.self) {
            try ZoneDrawer(agreement, tolerance: .metres(metres))
        }
        #expect(error?.path == ["tolerance"])
    }
}
