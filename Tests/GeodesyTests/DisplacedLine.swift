import Foundation
import Geodesy
import TestSupport

/// A line with an accuracy and a report with a bound, and what both may stand for.
struct DisplacedLine {
    typealias Point = PlanarLine.Point

    let given: PlanarLine
    let accuracy: Double
    let bound: Double

    /// One thing that the line and a report may stand for.
    struct Draw {
        var line: PlanarLine
        var position: Point
    }

    /// What is seen over many draws.
    struct Outcomes {
        var sides: LineSides = []
        var extents: LineExtents = []
        var draws = 0
        /// A draw for each side and extent that was seen.
        var witnesses: [Draw] = []

        mutating func add(_ draw: Draw) {
            draws += 1
            guard !draw.line.crossesItself else { return }
            let judgement = draw.line.judge(draw.position)
            let side: LineSides = judgement.side > 0 ? .left : judgement.side < 0 ? .right : []
            let extent: LineExtents = judgement.isBeyond ? .beyondEnd : .alongside
            if !sides.isSuperset(of: side) || !extents.isSuperset(of: extent) {
                witnesses.append(draw)
            }
            sides.formUnion(side)
            extents.formUnion(extent)
        }
    }

    /// A little less than may be, so that rounding never makes it more.
    private static let rim = 0.9999

    static func direction(_ angle: Double) -> Point { [cos(angle), sin(angle)] }

    /// The line with its vertices moved, shared ones as one.
    func moved(_ shift: (_ part: Int, _ vertex: Int) -> Point) -> PlanarLine {
        var line = given
        for p in line.parts.indices {
            for v in line.parts[p].indices {
                line.parts[p][v] += shift(p, v) * (accuracy * Self.rim)
            }
            if given.isClosed(p) { line.parts[p][line.parts[p].count - 1] = line.parts[p][0] }
        }
        return line
    }

    /// Draws at random: mostly on the rim, and often the last two vertices against each other.
    func draw(_ position: Point, _ random: inout SeededGenerator) -> Draw {
        func anywhere(_ random: inout SeededGenerator) -> Point {
            let reach =
                Double.random(in: 0..<1, using: &random) < 0.7
                ? 1 : Double.random(in: 0...1, using: &random)
            return Self.direction(Double.random(in: 0..<2 * .pi, using: &random)) * reach
        }
        let common = anywhere(&random)
        let isCommon = Int.random(in: 0..<3, using: &random) == 0
        var shifts = given.parts.map { $0.map { _ in isCommon ? common : anywhere(&random) } }
        for (p, part) in given.parts.enumerated() where !given.isClosed(p) {
            guard Bool.random(using: &random) else { continue }
            for (end, inner) in [(part.count - 1, part.count - 2), (0, 1)] {
                let way = part[end] - part[inner]
                let across = Point(-way.y, way.x) / PlanarLine.length(way)
                let sign: Double = Bool.random(using: &random) ? 1 : -1
                let lean = Double.random(in: -1...1, using: &random)
                let angle = atan2(across.y, across.x) + lean * lean * lean
                shifts[p][end] = Self.direction(angle) * sign
                shifts[p][inner] = Self.direction(angle) * -sign
            }
        }
        return Draw(
            line: moved { shifts[$0][$1] }, position: position + anywhere(&random) * bound)
    }

    /// Looks for whatever else the line may stand for: extreme moves of the vertices at each end,
    /// then steps from the best of them towards the other side and the other extent.
    func search(_ position: Point, _ outcomes: inout Outcomes, _ random: inout SeededGenerator) {
        sway(position, &outcomes)
        for (p, part) in given.parts.enumerated() where !given.isClosed(p) {
            for (end, inner) in [(part.count - 1, part.count - 2), (0, 1)] {
                // No end so far away can become the nearest place.
                let nearest = given.judge(position).distance
                guard
                    PlanarLine.length(position - part[end]) <= nearest + 2 * (accuracy + bound) + 1
                else { continue }
                search(position, part: p, end: end, inner: inner, &outcomes, &random)
            }
        }
    }

    /// Moves every vertex towards the position or away from it, in all combinations, and all of the
    /// line to and fro; the report to all sides.
    private func sway(_ position: Point, _ outcomes: inout Outcomes) {
        var first: [Int] = []
        var count = 0
        for part in given.parts {
            first.append(count)
            count += part.count
        }
        let reports =
            bound > 0 ? (0..<6).map { Self.direction(Double($0) * .pi / 3) * bound } : [.zero]
        for pattern in 0..<(1 << min(count, 9)) {
            let line = moved { p, v in
                let off = position - given.parts[p][v]
                let isNearer = pattern >> ((first[p] + v) % 9) & 1 == 1
                return off / max(1e-9, PlanarLine.length(off)) * (isNearer ? 1 : -1)
            }
            guard !line.crossesItself else { continue }
            for report in reports {
                outcomes.add(Draw(line: line, position: position + report * Self.rim))
            }
        }
        // One edge towards the position, all else away from it.
        for (p, part) in given.parts.enumerated() {
            for s in 0..<part.count - 1 {
                let way = part[s + 1] - part[s]
                let t = PlanarLine.dot(position - part[s], way) / PlanarLine.dot(way, way)
                let nearer = position - part[s] - way * min(1, max(0, t))
                let line = moved { q, v in
                    let off = position - given.parts[q][v]
                    return q == p && (v == s || v == s + 1)
                        ? nearer / max(1e-9, PlanarLine.length(nearer))
                        : off / -max(1e-9, PlanarLine.length(off))
                }
                for report in reports {
                    outcomes.add(Draw(line: line, position: position + report * Self.rim))
                }
                let towards = nearer / max(1e-9, PlanarLine.length(nearer)) * (bound * Self.rim)
                outcomes.add(Draw(line: line, position: position - towards))
            }
        }
        for k in 0..<64 {
            let way = Self.direction(Double(k) * .pi / 32)
            outcomes.add(
                Draw(line: moved { _, _ in way }, position: position - way * (bound * Self.rim)))
        }
    }

    /// Moves by angles: of the end, of the vertex before it, and of the report; the rest of the line
    /// stays, or moves away from the report or towards it.
    private struct Move {
        var end: Double
        var inner: Double
        var report: Double
        var rest: Double
        var share: Double
    }

    private func apply(
        _ move: Move, _ position: Point, part: Int, end: Int, inner: Int
    ) -> Draw {
        let rest = Self.direction(move.rest) * move.share
        return Draw(
            line: moved { p, v in
                guard p == part else { return rest }
                return v == end
                    ? Self.direction(move.end) : v == inner ? Self.direction(move.inner) : rest
            }, position: position + Self.direction(move.report) * (bound * Self.rim))
    }

    private func search(
        _ position: Point, part: Int, end: Int, inner: Int, _ outcomes: inout Outcomes,
        _ random: inout SeededGenerator
    ) {
        let away = given.parts[part][end] - position
        let outward = atan2(away.y, away.x)
        // Ahead of the end and beside it, each of both signs, as small as can be.
        for target in 0..<4 {
            var best: (move: Move, value: Double)?
            func consider(_ move: Move) {
                let draw = apply(move, position, part: part, end: end, inner: inner)
                outcomes.add(draw)
                guard !draw.line.crossesItself,
                    draw.line.judge(draw.position).isAtEnd || best == nil
                else { return }
                let vertices = draw.line.parts[part]
                let way = vertices[end] - vertices[inner]
                let seen = draw.position - vertices[end]
                let offset =
                    target < 2 ? PlanarLine.cross(way, seen) : PlanarLine.dot(way, seen)
                let value = (target % 2 == 0 ? offset : -offset) / PlanarLine.length(way)
                if value < best?.value ?? .infinity { best = (move, value) }
            }
            for k in 0..<10 {
                for j in 0..<10 {
                    for share in [0.0, 1] {
                        consider(
                            Move(
                                end: outward + Double(k) * .pi / 5,
                                inner: outward + Double(j) * .pi / 5,
                                report: outward + Double((k + j) % 4) * .pi / 2,
                                rest: outward, share: share))
                    }
                }
            }
            var step = 0.6
            for _ in 0..<160 {
                guard var move = best?.move else { break }
                let before = best?.value
                func turn(_ random: inout SeededGenerator) -> Double {
                    Double.random(in: -1...1, using: &random) * step
                }
                move.end += turn(&random)
                move.inner += turn(&random)
                move.report += turn(&random)
                move.rest += turn(&random)
                consider(move)
                if best?.value == before { step = max(0.003, step * 0.95) }
            }
        }
    }
}
