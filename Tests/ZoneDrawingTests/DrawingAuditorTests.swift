import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

@Suite struct DrawingAuditorTests {
    /// Whether a position lies in the wedge on the equator that opens eastward from longitude 0, rising
    /// as steeply as `slope` says on both sides, and is 0.02 degrees long.
    private static func isInWedge(_ place: Coordinate, slope: Double) -> Bool {
        place.longitude > 0 && place.longitude < 0.02
            && place.latitude.magnitude < slope * place.longitude
    }

    /// The deviation found for a wedge drawn with its tip at a longitude.
    private func deviation(slope: Double, tip: Double) throws -> Double {
        let ring = [Coordinate].ring([
            (tip, 0), (0.02, -0.02 * slope), (0.02, 0.02 * slope),
        ])
        let terms = LimitTerms(
            terms: [], contains: { Self.isInWedge($0, slope: slope) }, tolerance: 10)
        let auditor = DrawingAuditor(terms: terms, tolerance: 10, seeds: [])
        return try auditor.audit([[ring]]).maxDeviation.metres
    }

    /// A hundredth of a turn at the tip, where the twelve directions at first looked into miss it.
    @Test("The tip of a wedge is on its border", arguments: [0.5, 0.1, 0.03])
    func tip(slope: Double) throws {
        #expect(try deviation(slope: slope, tip: 0) <= 10)
    }

    /// The degree is 111.3 km: the tip lies 33 m off.
    @Test("A tip drawn too far is found")
    func spike() throws {
        #expect(try deviation(slope: 0.1, tip: -0.0003) > 10)
    }

    /// A quarter of a parallel 11,169 m from the pole is 0.158 degrees of a great circle long.
    @Test("How far an edge leads is told by its length, not by its longitudes")
    func reach() {
        let quarter = DrawnEdge(Coordinate.at(0, 89.9), Coordinate.at(90, 89.9))
        #expect((quarter.reach / (90 * 0.1 * .pi / 180) - 1).magnitude < 1e-4)
        #expect(DrawnEdge(Coordinate.at(179, 0), Coordinate.at(-179, 1)).reach == 2)
        #expect(DrawnEdge(Coordinate.at(5, 60), Coordinate.at(5, 63)).reach == 3)
    }
}
