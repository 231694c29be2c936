import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

/// Short lines that curl, cross themselves, run back over themselves or come upon their own ends, with zones
/// wider than their legs: what is drawn is what the definition says.
@Suite struct DrawingCurledTests {
    typealias Vertices = [(longitude: Double, latitude: Double)]

    enum Kind: String {
        case left, right, leftFlat, flat, unlike, unlikeFlat, band

        func region(_ width: Distance) -> Region<ReferenceLine.ID, Zone.ID> {
            switch self {
            case .left: .within(left: width, right: nil, of: "l")
            case .right: .within(left: nil, right: width, of: "l")
            case .leftFlat: .within(left: width, right: nil, of: "l", ends: .flat)
            case .flat: .within(left: width, right: width, of: "l", ends: .flat)
            case .unlike: .within(left: width, right: .metres(700), of: "l")
            case .unlikeFlat: .within(left: width, right: .metres(1_200), of: "l", ends: .flat)
            case .band:
                .beside(
                    .line("l"), left: DistanceBand(from: .kilometres(1), to: width), right: nil,
                    ends: .round)
            }
        }
    }

    /// Each was drawn wrongly or not at all.
    static let found: [(Vertices, Kind, Double, Double)] = [
        // Sides and flat ends change along one curve.
        (
            [
                (10, 20.01), (10.02, 20.03), (10, 20.02), (10.04, 20.03), (10, 20.04),
                (10.01, 20.04),
            ],
            .leftFlat, 3_000, 0.1
        ),
        (
            [(10.02, 20.04), (10, 20.03), (10.01, 20), (10.02, 20.03), (10.01, 20.03)], .leftFlat,
            3_000, 0.1
        ),
        // A third class of positions: those that an edge run twice shows both sides.
        ([(10.02, 20), (10.04, 20.02), (10.04, 20), (10.04, 20.04)], .left, 2_000, 1),
        ([(10.04, 20.02), (10, 20), (10.04, 20.02)], .band, 2_000, 0.1),
        // A border that runs into a narrow angle of the line, and one that comes upon its end.
        (
            [
                (10.04, 20.03), (10.03, 20), (10.04, 20.03), (10.02, 20), (10.02, 20.02),
                (10.03, 20.02),
            ],
            .right, 2_000, 1
        ),
        (
            [(10.02, 20.02), (10, 20.03), (10.03, 20.03), (10.04, 20), (10.01, 20.01)], .right,
            2_000, 0.1
        ),
        // The place asked for a face lay between the line's edge and its drawing.
        (
            [
                (10.02, 20.03), (10, 20.03), (10.03, 20.01), (10.04, 20.01), (10.02, 20.02),
                (10.04, 20.02),
            ],
            .left, 1_000, 1
        ),
        // A limit with a corner where the side changes.
        (
            [
                (10.04, 20), (10, 20.01), (10, 20.03), (10.04, 20.04), (10.02, 20.01),
                (10.02, 20.03),
            ],
            .left, 1_000, 1
        ),
        // A border that ends at another one, and slivers between curves that are the same.
        ([(10.01, 20), (10.04, 20), (10.01, 20), (10, 20.03), (10, 20.01)], .right, 2_000, 0.1),
        (
            [(10.03, 20), (10.02, 20.04), (10.04, 20.04), (10.01, 20), (10.04, 20)], .unlikeFlat,
            2_500, 0.1
        ),
    ]

    @Test("Lines that were drawn wrongly", arguments: found.indices)
    func curled(number: Int) throws {
        let (vertices, kind, width, tolerance) = Self.found[number]
        let region = kind.region(.metres(width))
        #expect(try Self.fault(vertices, region, tolerance, seed: UInt64(number)) == nil)
    }

    @Test("Random lines on a lattice of a kilometre", arguments: 1...UInt64(20))
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var vertices: Vertices = []
        while vertices.count < 3 + Int(seed % 4) {
            let next = (
                10 + 0.01 * Double(Int.random(in: 0...4, using: &random)),
                20 + 0.01 * Double(Int.random(in: 0...4, using: &random))
            )
            if vertices.last.map({ $0 != next }) ?? true { vertices.append(next) }
        }
        for kind in [Kind.left, .leftFlat, .unlikeFlat] {
            let width = [1_000.0, 2_000, 3_000][Int.random(in: 0..<3, using: &random)]
            let fault = try Self.fault(vertices, kind.region(.metres(width)), 1, seed: seed)
            #expect(fault == nil, "\(vertices) \(kind) \(width)")
        }
    }

    /// What is wrong with the drawing of a zone about a line: found by its audit, or at a position of 200
    /// over all of it that belongs to the zone and not to the drawing, or the other way round.
    static func fault(
        _ vertices: Vertices, _ region: Region<ReferenceLine.ID, Zone.ID>, _ tolerance: Double,
        seed: UInt64
    ) throws -> String? {
        let places = vertices.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }
        let zone = Zone(id: "z", region)
        let agreement = Agreement(
            lines: [ReferenceLine(id: "l", geometry: try LineGeometry(parts: [places]))],
            zones: [zone])
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(tolerance))
        let drawing: ZoneDrawing
        do throws(DrawingError) {
            drawing = try drawer.whole(zone)
        } catch {
            // Closed lines may have no room inside.
            return error.code == .empty ? nil : "\(error)"
        }
        guard drawing.audit.isGood(within: .metres(tolerance)) else { return "\(drawing.audit)" }
        let compiled = try CompiledAgreement(agreement)
        func belongs(_ place: Coordinate) -> Bool {
            compiled.judge(Report(position: place)).zonesInside.contains("z")
        }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let place = random.position(longitude: 9.96...10.08, latitude: 19.96...20.08)
            guard drawing.polygon.contains(place) != belongs(place) else { continue }
            let isNearBorder = stride(from: 0.0, to: 360, by: 10).contains {
                let beside = Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: $0), distance: .metres(tolerance))
                return belongs(beside.position) != belongs(place)
            }
            if !isNearBorder { return "\(place) belongs: \(belongs(place))" }
        }
        return nil
    }
}
