/// A line cut at places along it: what lies between two of them, and the rest.
///
/// The line is one, closed or not, whose parts go on from each other in the order in which they are given.
package struct LineCut: Sendable {
    private let geometry: LineGeometry
    private let locator: LineLocator

    /// A place on the line, in the order along it.
    package struct Place: Hashable, Comparable, Sendable {
        let part: Int
        let segment: Int
        let fraction: Double
        /// Where it is.
        package let position: Coordinate

        package static func < (a: Place, b: Place) -> Bool {
            (a.part, a.segment, a.fraction) < (b.part, b.segment, b.fraction)
        }
    }

    /// `nil` for a line in several pieces, and for one whose parts are given in another order.
    package init?(_ geometry: LineGeometry) {
        let parts = geometry.parts
        let goesOn = zip(parts, parts.dropFirst()).allSatisfy { part, next in
            part.last.flatMap { last in next.first.map { last.isSamePlace(as: $0) } } ?? false
        }
        guard goesOn, parts.count == 1 || geometry.joins != .asDrawn else { return nil }
        self.geometry = geometry
        locator = LineLocator(geometry)
    }

    /// Whether the line ends where it begins.
    package var isClosed: Bool {
        guard let first = geometry.parts.first?.first, let last = geometry.parts.last?.last else {
            return false
        }
        return first.isSamePlace(as: last)
    }

    /// The beginning of the line.
    package var start: Place {
        Place(part: 0, segment: 0, fraction: 0, position: geometry.parts[0][0])
    }

    /// The end of the line.
    package var end: Place {
        let part = geometry.parts.count - 1
        let vertices = geometry.parts[part]
        return Place(
            part: part, segment: vertices.count - 2, fraction: 1,
            position: vertices[vertices.count - 1])
    }

    /// The place on the line that is nearest to a position, and how far that is.
    package func place(nearestTo position: Coordinate) -> (place: Place, distance: Distance) {
        let found = locator.nearest(to: position)
        let place = Place(
            part: found.part, segment: found.segment, fraction: found.fraction,
            position: found.place)
        return (place, found.distance)
    }

    /// Places between two of which a line is cut out, in the line's direction; on a closed line past its beginning
    /// where the second comes first.
    package typealias Range = (from: Place, to: Place)

    /// What lies in any of some ranges.
    ///
    /// - Returns: `nil` where that is nothing.
    package func stretches(_ ranges: [Range]) -> LineGeometry? {
        line(merged(ranges).map { vertices(from: $0.from, to: $0.to) })
    }

    /// All of the line that does not lie in any of some ranges; `nil` where that is nothing.
    package func rest(of ranges: [Range]) -> LineGeometry? {
        var left: [Range] = []
        var reached = start
        for (from, to) in merged(ranges) + [(end, end)] {
            if reached < from { left.append((reached, from)) }
            reached = max(reached, to)
        }
        return line(left.map { vertices(from: $0.from, to: $0.to) })
    }

    /// Ranges in the order along the line that have no place in common but where one goes on from another.
    package func merged(_ ranges: [Range]) -> [Range] {
        let plain = ranges.flatMap { from, to in
            from < to ? [(from, to)] : isClosed && to < from ? [(from, end), (start, to)] : []
        }.filter { $0.0 < $0.1 }.sorted { $0.0 < $1.0 }
        var merged: [Range] = []
        for (from, to) in plain {
            if let last = merged.last, from <= last.to {
                merged[merged.count - 1].to = max(last.to, to)
            } else {
                merged.append((from, to))
            }
        }
        return merged
    }

    private func vertices(from: Place, to: Place) -> [Coordinate] {
        guard from < to else { return [] }
        var found = [from.position]
        for (number, part) in geometry.parts.enumerated() {
            for (k, vertex) in part.enumerated() {
                let isAfter =
                    (number, k) > (from.part, from.segment)
                    && !(number == from.part && k == from.segment + 1 && from.fraction >= 1)
                let isBefore = (number, k) <= (to.part, to.segment)
                if isAfter, isBefore, found.last.map({ !$0.isSamePlace(as: vertex) }) ?? true {
                    found.append(vertex)
                }
            }
        }
        if found.last.map({ !$0.isSamePlace(as: to.position) }) ?? true {
            found.append(to.position)
        }
        return found
    }

    private func line(_ parts: [[Coordinate]]) -> LineGeometry? {
        let parts = parts.filter { $0.count > 1 }
        guard !parts.isEmpty else { return nil }
        return try? LineGeometry(parts: parts, edges: geometry.edges, joins: .endToEnd)
    }
}
