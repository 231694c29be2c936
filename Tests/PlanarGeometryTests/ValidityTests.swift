import Geodesy
import PlanarGeometry
import Testing

/// Which polygons are refused, against GEOS, which shares no code with the sweep.
@Suite struct ValidityTests {
    /// Numbers that look random and are always the same.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    private static func ring(_ corners: [(Int, Int)]) -> [Coordinate] {
        (corners + corners.prefix(1)).map {
            Coordinate(longitude: Double($0.0), latitude: Double($0.1))
        }
    }

    @Test(
        "A box with triangular holes is refused where GEOS finds it invalid, save for mere touching"
    )
    func holes() throws {
        var numbers = Numbers(state: 7)
        let context = GEOSContext()
        var counts: [String: Int] = [:]
        for _ in 0..<4000 {
            var rings = [Self.ring([(0, 0), (8, 0), (8, 8), (0, 8)])]
            for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                let (x, y) = (
                    Int.random(in: -1...6, using: &numbers), Int.random(in: -1...6, using: &numbers)
                )
                let size = Int.random(in: 2...4, using: &numbers)
                let corners = (0..<3).map { _ in
                    (
                        x + Int.random(in: 0...size, using: &numbers),
                        y + Int.random(in: 0...size, using: &numbers)
                    )
                }
                // GEOS lets some holes pass that enclose nothing.
                let (a, b, c) = (corners[0], corners[1], corners[2])
                if (b.0 - a.0) * (c.1 - a.1) != (c.0 - a.0) * (b.1 - a.1) {
                    rings.append(Self.ring(corners))
                }
            }
            let reason = try PlanarShape(polygons: [rings], context).invalidity()
            let word = String((reason ?? "valid").prefix { $0 != "[" })
            counts[word, default: 0] += 1
            var code: String?
            do {
                _ = try PolygonGeometry(polygons: [rings])
            } catch {
                code = error.code.rawValue
            }
            switch word {
            // "Interior is disconnected" may be said first of holes that cross.
            case "valid": #expect(code == nil, "\(rings)")
            case "Hole lies outside shell", "Holes are nested":
                #expect(code != nil, "\(word): \(rings)")
            case "Self-intersection", "Duplicate Rings", "Too few points in geometry component":
                #expect(code != nil, "\(word): \(rings)")
            default: break
            }
        }
        for word in ["valid", "Self-intersection", "Hole lies outside shell"] {
            #expect(counts[word, default: 0] > 50, "\(counts)")
        }
    }
}
