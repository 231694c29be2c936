import Geodesy
import LineSearch
import TestSupport
import Testing
import Zones

/// What candidates show to a disc holds for every position in it.
@Suite("Sides shown to discs")
struct ShownSidesTests {
    @Test(
        "No position of a disc is on a side, or beyond an end, that was ruled out",
        arguments: HardLine.allCases, EdgeKind.allCases)
    func sides(hard: HardLine, edges: EdgeKind) throws {
        let locator = LineLocator(try hard.line(edges))
        let chords = LineChords(locator)
        var random = SeededGenerator(seed: hard.seed(edges))
        let vertices = hard.parts.flatMap { $0 }
        var certain = 0
        for _ in 0..<60 {
            let vertex = try #require(vertices.randomElement(using: &random))
            let middle = vertex.moved(30_000 * Double.random(in: 0...1, using: &random), &random)
            let radius = 3_000 * Double.random(in: 0.001...1, using: &random)
            let shown = Self.shown(chords, middle, radius)
            let plain = WideVectors.without { Self.shown(chords, middle, radius) }
            #expect(shown.left == plain.left && shown.right == plain.right)
            #expect(shown.alongside == plain.alongside && shown.beyond == plain.beyond)
            guard shown.isCertain else { continue }
            certain += 1
            for _ in 0..<4 {
                let position = middle.moved(
                    radius * Double.random(in: 0...0.999, using: &random), &random)
                let side = locator.nearest(to: position).side
                #expect(side == (shown.left ? .left : .right), "\(position)")
            }
        }
        #expect(certain > 5)
    }

    /// What the pieces that can be nearest show.
    private static func shown(
        _ chords: LineChords, _ middle: Coordinate, _ radius: Double
    ) -> ShownSides {
        let centre = GlobePoint(middle)
        return chords.withCandidates(around: centre, radius: radius) {
            chords.sides(shownBy: $0, around: centre, radius: radius)
        }
    }
}
