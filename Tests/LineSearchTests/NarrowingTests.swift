import Foundation
import Geodesy
import LineSearch
import TestSupport
import Testing

/// Of long lists of candidates, looked at by runs, none is lost that can be nearest.
@Suite("Narrowing of long lists")
struct NarrowingTests {
    /// Two parts of 3,000 segments each, which wander.
    private static func line() throws -> LineGeometry {
        var random = SeededGenerator(seed: 20)
        return try LineGeometry(
            parts: [(30.0, 48.0), (34.0, 47.0)].map { start in
                var (longitude, latitude, heading) = (start.0, start.1, 0.0)
                return (0...3000).map { _ in
                    heading += .random(in: -0.6...0.6, using: &random)
                    longitude += 0.0008 * cos(heading)
                    latitude += 0.0005 * sin(heading)
                    return Coordinate(longitude: longitude, latitude: latitude)
                }
            })
    }

    @Test("The nearest segment of every position of a disc is left")
    func nearestIsLeft() throws {
        let locator = LineLocator(try Self.line())
        let chords = LineChords(locator)
        #expect(chords.count == 6000)
        var random = SeededGenerator(seed: 21)
        var left = 0
        for _ in 0..<250 {
            let radius = random.logarithmic(10, 200_000)
            let middle = random.position(longitude: 28...38, latitude: 45...50)
            let centre = GlobePoint(middle)
            let kept = chords.withCandidates(around: centre, radius: radius) { Array($0) }
            #expect(zip(kept, kept.dropFirst()).allSatisfy(<))
            left += kept.count
            let candidates = Set(kept)
            for _ in 0..<8 {
                let position = middle.moved(
                    radius * Double.random(in: 0...0.999, using: &random), &random)
                let nearest = locator.nearest(to: position)
                let piece = UInt32(3000 * nearest.part + nearest.segment)
                // A vertex is on two segments.
                #expect(
                    candidates.contains(piece) || candidates.contains(piece + 1)
                        || piece > 0 && candidates.contains(piece - 1),
                    "\(position) in \(radius) m around \(middle)")
            }
        }
        #expect(left < 250 * 2000)
    }

    @Test("Bounds of the least distance hold")
    func bounds() throws {
        let locator = LineLocator(try Self.line())
        let chords = LineChords(locator)
        let all = Array(0..<UInt32(chords.count))
        var kept = [UInt32](repeating: 0, count: all.count)
        var room = [Double](repeating: 0, count: all.count + 3)
        var random = SeededGenerator(seed: 22)
        for _ in 0..<200 {
            let middle = random.position(longitude: 29...36, latitude: 46...49)
            let narrowed = all.withUnsafeBufferPointer { all in
                chords.narrow(
                    all, around: GlobePoint(middle), radius: 5_000, into: &kept, scratch: &room)
            }
            let distance = locator.nearest(to: middle).distance.metres
            #expect(narrowed.least <= PathBounds.greatestChord(ofPath: distance))
            #expect(narrowed.most >= PathBounds.leastChord(ofPath: distance))
        }
    }
}
