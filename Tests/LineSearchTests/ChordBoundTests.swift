import Geodesy
import LineSearch
import TestSupport
import Testing

/// What least chords say of distances, against stored answers of GeographicLib.
@Suite("Chords around a limit")
struct ChordBoundTests {
    @Test(
        "No limit beside a position's distance is passed, and those well away are",
        arguments: HardLine.sample, EdgeKind.allCases)
    func bounds(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let fast = FastLine(LineLocator(line), reach: 2_000_000, bits: 8)
        let fixture = try OracleFixture(reading: hard, edges)
        let answers = fixture.answers.filter { $0.distance < 1990e3 }
        let positions = answers.map(\.position)
        let squares = Self.squares(fast, positions)
        var (near, decided) = (0, 0)
        for (truth, square) in zip(answers, squares) where square.least.isFinite {
            let distance = truth.distance
            func limits(_ metres: Double) -> ChordLimits {
                fast.chords.squaredChords(around: metres)
            }
            for off in [0, 1e-4] {
                #expect(!(square.most < limits(distance - off).below))
                #expect(!(square.least > limits(distance + off).above))
            }
            guard distance < 150e3 else { continue }
            near += 1
            // Pieces of geodesics are at most 10 km long, their chords 2 m deep.
            if square.most < limits(distance + 20).below {
                decided += 1
            }
            if square.least > limits(distance - 20).above {
                decided += 1
            }
        }
        if edges == .geodesic { #expect(decided > near) }
    }

    @Test(
        "Squares in single precision are about those in double precision, of all chords",
        arguments: HardLine.sample, EdgeKind.allCases)
    func singlePrecision(hard: HardLine, edges: EdgeKind) throws {
        let fast = FastLine(LineLocator(try hard.line(edges)), reach: 2_000_000, bits: 8)
        let answers = try OracleFixture(reading: hard, edges).answers
        let positions = stride(from: 0, to: answers.count, by: LongRuns.areAsked ? 1 : 3)
            .map { answers[$0].position }
        var room = [Double](repeating: 0, count: fast.chords.count + 3)
        for (position, square) in zip(positions, Self.squares(fast, positions))
        where square.least.isFinite {
            let all = Array(0..<UInt32(fast.chords.count))
            let least = all.withUnsafeBufferPointer { all in
                room.withUnsafeMutableBufferPointer {
                    fast.chords.squaredDistances(
                        from: GlobePoint(position), to: all,
                        into: $0.baseAddress.unsafelyUnwrapped)
                }
            }
            #expect(square.least <= least && least <= square.most)
            // Eights are no wider than 100 km, so that no more than 0.2 m are added on either side.
            let width = square.most.squareRoot() - square.least.squareRoot()
            #expect(width <= 2.1e-6 * least.squareRoot() + 0.5)
        }
    }

    /// What is known of positions' least chords.
    private static func squares(_ fast: FastLine, _ positions: [Coordinate]) -> [SquaredChord] {
        var squares = [SquaredChord](repeating: .unknown, count: positions.count)
        var feet = [FastFoot?](repeating: nil, count: positions.count)
        let limits = [ChordLimits](repeating: .none, count: positions.count)
        positions.withUnsafeBufferPointer { positions in
            limits.withUnsafeBufferPointer { limits in
                squares.withUnsafeMutableBufferPointer { squares in
                    feet.withUnsafeMutableBufferPointer {
                        fast.feet(
                            of: positions, among: .init(start: nil, count: 0),
                            unlessBeyond: limits, squaredChords: squares, into: $0)
                    }
                }
            }
        }
        return squares
    }
}
