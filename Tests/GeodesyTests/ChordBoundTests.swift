import Geodesy
import TestSupport
import Testing

/// What least chords say of distances, against stored answers of GeographicLib.
@Suite("Chords around a limit")
struct ChordBoundTests {
    @Test(
        "No limit beside a position's distance is passed, and those well away are",
        arguments: HardLine.allCases, EdgeKind.allCases)
    func bounds(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let quick = QuickLine(LineLocator(line), reach: 2_000_000, bits: 8)
        let fixture = try OracleFixture(reading: hard, edges)
        let answers = fixture.answers.filter { $0.distance < 1990e3 }
        let positions = answers.map(\.position)
        var squares = [Double](repeating: 0, count: positions.count)
        var feet = [QuickFoot?](repeating: nil, count: positions.count)
        let limits = [ChordLimits](repeating: .none, count: positions.count)
        positions.withUnsafeBufferPointer { positions in
            limits.withUnsafeBufferPointer { limits in
                squares.withUnsafeMutableBufferPointer { squares in
                    feet.withUnsafeMutableBufferPointer {
                        quick.feet(
                            of: positions, among: .init(start: nil, count: 0),
                            unlessBeyond: limits, squaredChords: squares, into: $0)
                    }
                }
            }
        }
        var (near, decided) = (0, 0)
        for (truth, square) in zip(answers, squares) where square.isFinite {
            let distance = truth.distance
            for off in [0, 1e-4] {
                #expect(!(square < quick.chords.squaredChords(around: distance - off).below))
                #expect(!(square > quick.chords.squaredChords(around: distance + off).above))
            }
            guard distance < 150e3 else { continue }
            near += 1
            // Pieces of geodesics are at most 10 km long, their chords 2 m deep.
            if square < quick.chords.squaredChords(around: distance + 20).below { decided += 1 }
            if square > quick.chords.squaredChords(around: distance - 20).above { decided += 1 }
        }
        if edges == .geodesic { #expect(decided > near) }
    }
}
