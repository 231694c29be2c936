import TestSupport
import Testing

@testable import Geodesy

/// A line without its overlaps: the same places, each once.
@Suite struct LineOverlapsTests {
    /// Lines with the number of edges that remain, by hand.
    static let cases: [(parts: [[Coordinate]], edges: Int)] = [
        // Nothing doubled: the crossing stays as it is.
        ([[.at(10, 20), .at(11, 21), .at(11, 20), .at(10, 21)]], 3),
        // There and back.
        ([[.at(10, 20), .at(11, 20.5), .at(10, 20)]], 1),
        // A spur of a part of an edge: along a meridian vertices lie on the edge exactly.
        ([[.at(10, 20), .at(10, 22), .at(10, 21)]], 2),
        ([[.at(10, 20), .at(10, 22)], [.at(10, 21), .at(10, 23)]], 3),
        // Parts that share two vertices.
        (
            [
                [.at(10, 20), .at(10.5, 20.2), .at(11, 20)],
                [.at(10.5, 20.2), .at(11, 20), .at(12, 20)],
            ], 3
        ),
        // A closed part, run round twice.
        (
            [
                [
                    .at(10, 20), .at(11, 20), .at(10, 21), .at(10, 20), .at(11, 20), .at(10, 21),
                    .at(10, 20),
                ]
            ],
            3
        ),
        // On both sides of the antimeridian's two ways of writing.
        ([[.at(180, 20), .at(179, 21)], [.at(179, 21), .at(-180, 20)]], 1),
    ]

    @Test("Edges that remain, and distances that do not change", arguments: cases.indices)
    func distances(number: Int) throws {
        let (parts, edges) = Self.cases[number]
        for kind in EdgeKind.allCases {
            let locator = LineLocator(try LineGeometry(parts: parts, edges: kind))
            let once = locator.withoutOverlaps()
            // Rhumb edges and planar ones run along meridians as geodesics do.
            #expect(once.edges.count == edges)
            var random = SeededGenerator(seed: UInt64(number))
            for _ in 0..<200 {
                let vertex = parts.joined().randomElement(using: &random) ?? parts[0][0]
                let position = vertex.moved(.random(in: 0...150_000, using: &random), &random)
                let difference =
                    locator.nearest(to: position).distance - once.nearest(to: position).distance
                #expect(difference.metres.magnitude < 1e-8)
            }
        }
    }

    @Test("Neighbours of what is left out are open ends, others follow each other")
    func neighbours() throws {
        let line = [Coordinate].vertices([
            (10, 20), (11, 20.5), (12, 20), (11, 20.5), (11, 22),
        ])
        let once = LineLocator(try LineGeometry(parts: [line])).withoutOverlaps()
        #expect(once.edges.map(\.next) == [1, -1, -1])
        #expect(once.edges.map(\.previous) == [-1, 0, -1])
        #expect(once.edges.map(\.segment) == [0, 1, 2])
    }
}
