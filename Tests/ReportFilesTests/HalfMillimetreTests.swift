import Agreements
import Geodesy
import Testing
import TestSupport
import ZoneIndexing
import Zones

@testable import ReportFiles

/// Distances print the same three decimals with an index and without, also where the exact distance lies on
/// half a millimetre, so that the least error decides between two of them.
@Suite struct HalfMillimetreTests {
    private struct Kind: CustomTestStringConvertible {
        let edges: EdgeKind
        /// How long the edges are, in degrees.
        let length: Double
        var testDescription: String { "\(edges), \(length) degrees" }
    }

    private static let kinds = [EdgeKind.geodesic, .rhumb, .planar].flatMap { edges in
        [0.01, 0.3, 1.2, 3.6].map { Kind(edges: edges, length: $0) }
    }

    @Test("Positions on half millimetres", arguments: kinds)
    private func agree(kind: Kind) throws {
        var random = SeededGenerator(seed: UInt64(kind.length * 100))
        var vertices = [Coordinate(longitude: 0, latitude: 0.1)]
        for k in 1...4 {
            let turn = Double.random(in: -0.4...0.4, using: &random)
            vertices.append(
                Coordinate(
                    longitude: kind.length * Double(k), latitude: 0.1 + kind.length * turn))
        }
        let geometry = try LineGeometry(vertices, edges: kind.edges)
        let locator = LineLocator(geometry)
        let plain = try CompiledAgreement(
            Agreement(
                lines: [ReferenceLine(id: "line", geometry: geometry)],
                zones: [
                    Zone(
                        id: "zone",
                        .within(left: .kilometres(1), right: .kilometres(1), of: "line")
                    )
                ]))
        let reaches: [Double] = [0.5, 20, 900, 20_000, 90_000]
        let reports = (0..<Self.count).map { k in
            Report(position: Self.position(locator, vertices, reaches[k % 5], &random))
        }
        let columns = ReportColumns(reports)
        let exact = BatchJudge(plain).judge(columns, wanting: .distance).distances
        let fast = BatchJudge(try plain.indexed(.rough)).judge(columns, wanting: .distance)
            .distances
        var halves = 0
        for (k, (one, other)) in zip(exact, fast).enumerated() {
            #expect(Self.text(one) == Self.text(other), "\(reports[k].position)")
            let thousandths = one.metres * 1000
            if (thousandths - thousandths.rounded(.down) - 0.5).magnitude < 1e-4 { halves += 1 }
        }
        #expect(halves > Self.count * 9 / 10)
    }

    private static let count = 250

    /// A position beside the line whose distance ends in half a millimetre.
    private static func position(
        _ locator: LineLocator, _ vertices: [Coordinate], _ reach: Double,
        _ random: inout SeededGenerator
    ) -> Coordinate {
        let edge = Int.random(in: 0..<vertices.count - 1, using: &random)
        let t = Double.random(in: 0.05...0.95, using: &random)
        let (from, to) = (vertices[edge], vertices[edge + 1])
        let far = Double.random(in: 0.2...1, using: &random) * reach
        let longitude = from.longitude + t * (to.longitude - from.longitude)
        var latitude = from.latitude + t * (to.latitude - from.latitude) + far / 110_600
        func distance(_ latitude: Double) -> Double {
            locator.nearest(to: Coordinate(longitude: longitude, latitude: latitude)).distance
                .metres
        }
        let target = ((distance(latitude) * 1000).rounded(.down) + 0.5) / 1000
        for _ in 0..<5 {
            let found = distance(latitude)
            let slope = (distance(latitude + 1e-6) - found) / 1e-6
            guard slope.magnitude > 1000 else { break }
            latitude -= (found - target) / slope
        }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func text(_ distance: Distance) -> String {
        var bytes = ByteBuffer()
        bytes.appendMillimetres(distance.metres, orElse: "")
        return String(decoding: bytes.bytes, as: UTF8.self)
    }
}
