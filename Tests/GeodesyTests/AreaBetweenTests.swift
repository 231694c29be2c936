import Geodesy
import TestSupport
import Testing

@Suite struct AreaBetweenTests {
    @Test(
        "The area is that of a polygon of many vertices, by the oracle",
        arguments: 1...UInt64(LongRuns.count(60, inGate: 24)))
    func area(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        let area: AreaBetween
        do throws(AreaBetweenError) {
            area = try AreaBetween(pair.first, pair.second)
        } catch {
            // Lines that meet where they end may cross the way between their other ends.
            try #require(error.code == .crossing)
            return
        }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let position = pair.position(&random)
            let nearest = area.border.nearest(to: position)
            let border = pair.distances(from: position).border
            #expect((nearest.distance.metres - border).magnitude < 1e-3, "\(position)")
            guard border > 1 else { continue }
            #expect((nearest.side == .left) == pair.contains(position), "\(position)")
            #expect(nearest.side != .left || nearest.distance < area.reach)
        }
    }

    @Test("Most made-up pairs bound an area, so that the test above says something")
    func count() throws {
        let found = try (1...60).filter { seed in
            let pair = try LinePair(seed: UInt64(seed))
            return (try? AreaBetween(pair.first, pair.second)) != nil
        }
        #expect(found.count >= 50)
    }

    @Test("Swapping the lines, or reversing either, changes nothing", arguments: 1...20)
    func symmetry(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        guard let area = try? AreaBetween(pair.first, pair.second) else { return }
        let (a, b) = (pair.first, pair.second)
        let others = try [(b, a), (a.reversed, b), (a, b.reversed), (b.reversed, a.reversed)].map {
            try AreaBetween($0.0, $0.1)
        }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let position = pair.position(&random)
            let nearest = area.border.nearest(to: position)
            for other in others {
                let found = other.border.nearest(to: position)
                #expect(found.side == nearest.side)
                #expect(found.distance == nearest.distance)
            }
        }
    }

    @Test("Parts that join are one line, and a line may be bridged")
    func parts() throws {
        let whole = try LineGeometry(.vertices([(0, 0), (0.1, 0.5), (0, 1)]))
        let parts = try LineGeometry(parts: [
            [.at(0.1, 0.5), .at(0, 1)], [.at(0, 0), .at(0.1, 0.5)],
        ])
        let other = try LineGeometry([.at(1, 0), .at(1, 1)])
        let position = Coordinate.at(0.07, 0.4)
        let areas = try [whole, parts].map { try AreaBetween($0, other) }
        #expect(
            areas[0].border.nearest(to: position).distance
                == areas[1].border.nearest(to: position).distance)
        let apart = parts.joined(.asDrawn)
        #expect(throws: AreaBetweenError.self) { try AreaBetween(apart, other) }
    }

    @Test(
        "Borders that cross or touch themselves are refused where they do",
        arguments: [
            // One line crosses the other.
            (
                [.at(0, -1), .at(0, 1)], [.at(1, 0.5), .at(-1, 0), .at(1, 0.9)],
                [.at(0, 0.25), .at(0, 0.45)]
            ),
            // One ends on the other, so that the way to its end runs over it.
            (
                [.at(0, -1), .at(0, 1)], [.at(0, 0), .at(1, 0.3)],
                [.at(0, 0), .at(0, 1), .at(0, -1)]
            ),
            // A vertex of the one lies on a vertex of the other.
            (
                [.at(0, -1), .at(0, 0), .at(0, 1)], [.at(1, -1), .at(0, 0), .at(1, 1)], [.at(0, 0)]
            ),
            // A line crosses itself.
            (
                [.at(0, -1), .at(0, 1)],
                [.at(1, -1), .at(2, 0), .at(3, 0), .at(2.5, 1), .at(2.5, -0.5), .at(1, 1)],
                [.at(2.5, 0), .at(2, 0)]
            ),
            // A line runs back over itself.
            (
                [.at(0, -1), .at(0, 1)], [.at(1, -1), .at(1, 0.5), .at(1, 0), .at(2, 1)],
                [.at(1, 0.5)]
            ),
            // The way between the ends crosses a line.
            (
                [.at(0, -1), .at(0, 1)],
                [.at(1, -1), .at(0.5, 1.2), .at(0.4, 0.9), .at(0.9, 0.99)],
                [.at(0.432, 0.9952), .at(0.547, 0.994), .at(0.5616, 0.9291)]
            ),
        ] as [([Coordinate], [Coordinate], [Coordinate])])
    func crossings(first: [Coordinate], second: [Coordinate], places: [Coordinate]) throws {
        let (a, b) = (try LineGeometry(first), try LineGeometry(second))
        for (a, b) in [(a, b), (b, a), (a.reversed, b), (a, b.reversed)] {
            do throws(AreaBetweenError) {
                _ = try AreaBetween(a, b)
                Issue.record("not refused")
            } catch {
                #expect(error.code == .crossing)
                let found = try #require(error.place)
                #expect(places.contains { Exact.distance(found, $0) < 300 }, "\(found)")
            }
        }
    }

    @Test("A rhumb line and the geodesic between the same ends bound a lens")
    func lens() throws {
        let ends = [Coordinate.at(10, 50), Coordinate.at(20, 50)]
        let area = try AreaBetween(
            try LineGeometry(ends), try LineGeometry(ends, edges: .rhumb))
        // In the middle the geodesic is some 12 km north of the parallel.
        #expect(area.border.nearest(to: .at(15, 50.05)).side == .left)
        #expect(area.border.nearest(to: .at(15, 49.99)).side == .right)
        #expect(area.border.nearest(to: .at(15, 50.2)).side == .right)
    }
}
