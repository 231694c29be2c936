import Foundation
import Geodesy
import LineSearch
import TestSupport
import Testing

/// Beside the strip that all candidates of a disc run along, every position of the disc has one side.
@Suite("Strips of pieces")
struct ChordStripTests {
    @Test(
        "No position beside a strip has the other side by the exact way",
        arguments: HardLine.sample, EdgeKind.allCases)
    func besideStrips(hard: HardLine, edges: EdgeKind) throws {
        let locator = LineLocator(try hard.line(edges))
        let chords = LineChords(locator)
        var random = SeededGenerator(seed: hard.seed(edges) ^ 0x5712)
        let vertices = hard.parts.flatMap { $0 }
        var asked = 0
        for _ in 0..<500 {
            let vertex = try #require(vertices.randomElement(using: &random))
            let radius = random.logarithmic(0.5, 20_000)
            let middle = vertex.moved(
                3 * radius * Double.random(in: -1...1, using: &random), &random)
            let centre = GlobePoint(middle)
            guard
                let strip = chords.withCandidates(
                    around: centre, radius: radius,
                    { chords.strip(of: $0, around: centre) })
            else { continue }
            for k in 0..<8 {
                var position = middle.moved(
                    radius * Double.random(in: 0...0.999, using: &random), &random)
                if k > 1 {
                    // To some millimetres or more beyond either border.
                    let off = random.logarithmic(1e-4, radius)
                    let to = k % 2 == 0 ? strip.left + off : strip.right - off
                    position = position.moved(
                        to - strip.offset(of: position, from: centre),
                        towards: strip.azimuth(at: centre))
                }
                let offset = strip.offset(of: position, from: centre)
                guard offset > strip.left || offset < strip.right,
                    Geodesic.distance(from: position, to: middle).metres < 0.999 * radius
                else { continue }
                asked += 1
                let side = locator.nearest(to: position).side
                #expect(
                    side == (offset > strip.left ? .left : .right),
                    "\(position) in \(radius) m around \(middle)")
            }
        }
        #expect(asked > 30)
    }

    @Test("Pieces that turn back, end or are too short are no strip")
    func noStrip() throws {
        func strip(_ vertices: [(Double, Double)], _ numbers: [UInt32]) throws -> ChordStrip? {
            let line = try LineGeometry(
                .vertices(vertices))
            let centre = GlobePoint(Coordinate(longitude: 0, latitude: 0.001))
            return numbers.withUnsafeBufferPointer {
                LineChords(LineLocator(line)).strip(of: $0, around: centre)
            }
        }
        let straight = [(-0.02, 0.0), (-0.01, 0), (0.01, 0), (0.02, 0)]
        let found = try #require(try strip(straight, [1]))
        // The line lies 110.6 m south of the place.
        #expect(found.left > -110.58 && found.left < -110.56)
        #expect(found.right < -110.57 && found.right > -110.59)
        #expect(try strip(straight, [0]) == nil, "the line begins")
        #expect(try strip(straight, [1, 2]) == nil, "the line ends")
        #expect(try strip(straight, []) == nil)
        // The piece before turns back, and so may vertices.
        let hook = [(0.02, 0.0001), (-0.01, 0.0001), (-0.01, 0), (0.01, 0), (0.02, 0)]
        #expect(try strip(hook, [2]) == nil)
        #expect(try strip(hook, [1, 2]) == nil)
        let short = [(-0.02, 0.0), (-0.01, 0), (-0.0099999, 0), (0.01, 0), (0.02, 0)]
        #expect(try strip(short, [2]) == nil)
        #expect(try strip([(-0.3, 0), (-0.2, 0), (-0.19, 0), (-0.1, 0)], [1]) == nil, "far away")
    }
}

extension ChordStrip {
    /// How far a position lies along the way across, from a place.
    fileprivate func offset(of position: Coordinate, from centre: GlobePoint) -> Double {
        let place = GlobePoint(position)
        let way = SIMD3(place.x - centre.x, place.y - centre.y, place.z - centre.z)
        return (way * across).sum()
    }

    /// The azimuth of the way across.
    fileprivate func azimuth(at centre: GlobePoint) -> Double {
        let ring = hypot(centre.x, centre.y)
        let (cosine, sine) = ring > 0 ? (centre.x / ring, centre.y / ring) : (1, 0)
        let east = across.y * cosine - across.x * sine
        let level = hypot(centre.nx, centre.ny)
        let north = across.z * level - (across.x * cosine + across.y * sine) * centre.nz
        return atan2(east, north) * (180 / .pi)
    }
}
