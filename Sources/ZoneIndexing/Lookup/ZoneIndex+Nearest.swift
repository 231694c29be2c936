import Geodesy
import LineSearch

extension ZoneIndex {
    /// The nearest places on the nearest line for many positions, in their order, without coordinates;
    /// none when the plan has no line for that.
    package func linePlaces(nearestTo positions: [Coordinate]) -> [LinePlace] {
        let lines = toldLines
        guard !lines.isEmpty else { return [] }
        return [LinePlace](unsafeUninitializedCapacity: positions.count) { found, count in
            positions.withUnsafeBufferPointer { nearest(to: $0, lines, into: found) }
            count = positions.count
        }
    }

    private func nearest(
        to positions: UnsafeBufferPointer<Coordinate>, _ lines: [ToldLine],
        into found: UnsafeMutableBufferPointer<LinePlace>
    ) {
        withUnsafeTemporaryAllocation(of: FastFoot?.self, capacity: Self.together) { feet in
            feet.initialize(repeating: nil)
            for first in stride(from: 0, to: positions.count, by: Self.together) {
                let end = min(first + Self.together, positions.count)
                let some = UnsafeBufferPointer(rebasing: positions[first..<end])
                for (k, line) in lines.enumerated() {
                    line.fast.feet(of: some, into: feet)
                    for i in some.indices {
                        let place = Self.place(some[i], feet[i], line, sureToMillimetres: false)
                        let best =
                            k == 0
                            ? place : Self.nearer(some[i], found[first + i], place, line, lines)
                        found.initializeElement(at: first + i, to: best)
                    }
                }
            }
        }
    }

    /// The nearest place on the nearest line, without its coordinate; and, when asked for, exact where the
    /// fast distance's error could change the third decimal of its metres.
    package func nearest(to position: Coordinate, sureToMillimetres: Bool) -> LinePlace? {
        nearest(to: position, sureToMillimetres: sureToMillimetres, .none)
    }

    /// The same, where some nearest places are known already.
    func nearest(
        to position: Coordinate, sureToMillimetres: Bool, _ found: FoundFeet
    ) -> LinePlace? {
        toldLines.isEmpty
            ? nil : Self.nearest(to: position, toldLines, sureToMillimetres, found)
    }

    /// So many positions are measured together.
    private static let together = 256

    private static func nearest(
        to position: Coordinate, _ lines: [ToldLine], _ sureToMillimetres: Bool,
        _ found: FoundFeet
    ) -> LinePlace {
        func place(_ line: ToldLine) -> LinePlace {
            let foot =
                found.foot(onSource: Int(line.number)) ?? line.fast.foot(of: position)
            return Self.place(position, foot, line, sureToMillimetres: sureToMillimetres)
        }
        if lines.count == 1 { return place(lines[0]) }
        return lines.dropFirst().reduce(place(lines[0])) {
            nearer(position, $0, place($1), $1, lines)
        }
    }

    /// The nearer of two places; of equally near ones the first.
    private static func nearer(
        _ position: Coordinate, _ first: LinePlace, _ second: LinePlace, _ line: ToldLine,
        _ lines: [ToldLine]
    ) -> LinePlace {
        let apart = second.distance.metres - first.distance.metres
        if apart.magnitude >= 2e-3 { return apart < 0 ? second : first }
        // Which of two is nearer must not depend on how they were measured.
        let one = exactPlace(position, lines.first { $0.number == first.line } ?? line)
        let other = exactPlace(position, line)
        return other.distance < one.distance ? other : one
    }

    /// The nearest place on one line.
    @inline(__always)
    static func place(
        _ position: Coordinate, _ foot: FastFoot?, _ line: ToldLine, sureToMillimetres: Bool
    ) -> LinePlace {
        if let foot, position.isValid, foot.distance < FastLine.leastReach, foot.error.isFinite,
            let isLeft = foot.isLeft, !sureToMillimetres || line.fast.isSureToMillimetres(foot)
        {
            return LinePlace(
                distance: .metres(foot.distance), line: line.number, part: foot.part,
                segment: foot.segment, side: isLeft ? .left : .right)
        }
        return exactPlace(position, line)
    }

    private static func exactPlace(_ position: Coordinate, _ line: ToldLine) -> LinePlace {
        LinePlace(line.fast.locator.nearest(to: position), line: line.number)
    }
}

/// A line among which the nearest is looked for, by its number in the plan.
struct ToldLine: Sendable {
    let number: Int32
    let fast: FastLine
}

extension LinePlace {
    init(_ nearest: NearestPlace, line: Int32) {
        self.init(
            distance: nearest.distance, line: line, part: Int32(nearest.part),
            segment: Int32(nearest.segment), side: nearest.side)
    }
}
