import Foundation
import TestSupport

/// Lines with all that makes an end uncertain.
enum DisplacedLineCase: Int, CaseIterable {
    case plain, sharp, shortEdges, spike, hook, closed, parts, single

    typealias Point = PlanarLine.Point

    /// A line of this kind that does not cross itself, for an accuracy in metres.
    func line(_ accuracy: Double, _ random: inout SeededGenerator) -> PlanarLine {
        while true {
            let line = draw(accuracy, &random)
            if !line.crossesItself { return line }
        }
    }

    /// A chain of edges of given lengths, turned by up to some radians at each vertex.
    private static func chain(
        from start: Point, heading: Double, lengths: [Double], turn: Double,
        _ random: inout SeededGenerator
    ) -> [Point] {
        var vertices = [start]
        var heading = heading
        for length in lengths {
            vertices.append(
                vertices[vertices.count - 1] + DisplacedLine.direction(heading) * length)
            heading += Double.random(in: -turn...turn, using: &random)
        }
        return vertices
    }

    private func draw(_ a: Double, _ random: inout SeededGenerator) -> PlanarLine {
        let heading = Double.random(in: 0..<2 * .pi, using: &random)
        func long(_ random: inout SeededGenerator) -> Double {
            random.logarithmic(3 * a, 100 * a)
        }
        let last = random.logarithmic(0.5 * a, 100 * a)
        var vertices: [Point]
        switch self {
        case .single:
            vertices = Self.chain(
                from: .zero, heading: heading, lengths: [last], turn: 0, &random)
        case .plain, .sharp, .parts:
            let count = Int.random(in: 1...4, using: &random)
            vertices = Self.chain(
                from: .zero, heading: heading,
                lengths: (0..<count).map { _ in long(&random) } + [last],
                turn: self == .sharp ? 3.1 : 0.8, &random)
        case .shortEdges:
            let short = (0..<Int.random(in: 2...4, using: &random)).map { _ in
                random.logarithmic(0.3 * a, 2.5 * a)
            }
            vertices = Self.chain(
                from: .zero, heading: heading, lengths: [long(&random), long(&random)] + short,
                turn: 0.9, &random)
        case .spike:
            vertices = Self.chain(
                from: .zero, heading: heading, lengths: [long(&random), long(&random)], turn: 0.5,
                &random)
            let back = vertices[1] - vertices[2]
            let angle = atan2(back.y, back.x) + Double.random(in: -0.3...0.3, using: &random)
            vertices.append(vertices[2] + DisplacedLine.direction(angle) * last)
        case .hook:
            // Back along the last strand, near it.
            let length = long(&random)
            vertices = [Point(-100 * a, 0), .zero, Point(length, 0)]
            let off = random.logarithmic(0.2 * a, 6 * a)
            let back = min(last, length * 0.8)
            vertices.append(Point(length + Double.random(in: 0...2, using: &random) * a, off))
            vertices.append(Point(length - back, off * Double.random(in: 0.5...1, using: &random)))
        case .closed:
            let count = Int.random(in: 3...7, using: &random)
            vertices = (0..<count).map { k in
                DisplacedLine.direction(2 * .pi * Double(k) / Double(count))
                    * Point(long(&random), long(&random))
            }
            vertices.append(vertices[0])
        }
        guard self == .parts else { return PlanarLine(parts: [vertices]) }
        let gap = random.logarithmic(0.5 * a, 30 * a)
        let end = vertices[vertices.count - 1]
        let other = Self.chain(
            from: end + DisplacedLine.direction(heading) * gap, heading: heading,
            lengths: [last, long(&random)], turn: 1, &random)
        return PlanarLine(parts: [vertices, other])
    }

    /// A position at which answers go wrong most easily: near where a prolongation or a
    /// perpendicular may turn to, or anywhere near.
    static func position(
        _ line: PlanarLine, _ a: Double, _ bound: Double, _ random: inout SeededGenerator
    ) -> Point {
        let part = line.parts[Int.random(in: 0..<line.parts.count, using: &random)]
        let isStart = Bool.random(using: &random)
        let (end, inner) =
            isStart ? (part[0], part[1]) : (part[part.count - 1], part[part.count - 2])
        let way = end - inner
        let length = PlanarLine.length(way)
        let along = way / length
        let across = Point(-along.y, along.x)
        let far = random.logarithmic(0.3 * a, 150 * a)
        let sign: Double = Bool.random(using: &random) ? 1 : -1
        let wobble = 1 + 0.3 * pow(Double.random(in: -1...1, using: &random), 3)
        let sine = min(0.95, 2 * a / length)
        let slope = sine / (1 - sine * sine).squareRoot()
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1:
            return end + along * far
                + across * (sign * ((far + length / 2) * slope + bound) * wobble)
        case 2, 3:
            let ahead = (far * slope + a + bound) * wobble
            return end + across * (sign * far)
                + along * (Bool.random(using: &random) ? ahead : -ahead)
        default:
            let vertex = part[Int.random(in: 0..<part.count, using: &random)]
            return vertex
                + DisplacedLine.direction(Double.random(in: 0..<2 * .pi, using: &random)) * far
        }
    }
}
