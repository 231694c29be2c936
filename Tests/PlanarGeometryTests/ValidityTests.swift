import Geodesy
import PlanarGeometry
import TestSupport
import Testing

/// Which polygons are refused, against GEOS, which shares no code with the sweep.
@Suite struct ValidityTests {
    @Test(
        "A box with triangular holes is refused where GEOS finds it invalid, save for mere touching"
    )
    func holes() throws {
        var random = SeededGenerator(seed: 7)
        let context = GEOSContext()
        var counts: [String: Int] = [:]
        for _ in 0..<4000 {
            var rings = [[Coordinate].box(0, 0, 8, 8)]
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let (x, y) = (
                    Int.random(in: -1...6, using: &random), Int.random(in: -1...6, using: &random)
                )
                let size = Int.random(in: 2...4, using: &random)
                let corners = (0..<3).map { _ in
                    (
                        x + Int.random(in: 0...size, using: &random),
                        y + Int.random(in: 0...size, using: &random)
                    )
                }
                // GEOS lets some holes pass that enclose nothing.
                let (a, b, c) = (corners[0], corners[1], corners[2])
                if (b.0 - a.0) * (c.1 - a.1) != (c.0 - a.0) * (b.1 - a.1) {
                    rings.append(.ring(corners.map { (Double($0.0), Double($0.1)) }))
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
