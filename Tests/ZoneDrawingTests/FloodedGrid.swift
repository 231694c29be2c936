import Agreements
import Geodesy
import Zones

/// Counts the parts and holes of a zone by brute force: the exact distance on a grid, and a flood.
struct FloodedGrid {
    private(set) var parts = 0
    private(set) var holes = 0

    init(_ locator: LineLocator, width: Distance, count: Int = 110) {
        let places = locator.line.parts.joined()
        let margin = width.value(in: .kilometre) / 60
        let west = (places.map(\.longitude).min() ?? 0) - margin
        let east = (places.map(\.longitude).max() ?? 0) + margin
        let south = (places.map(\.latitude).min() ?? 0) - margin
        let north = (places.map(\.latitude).max() ?? 0) + margin
        var hint: Int?
        var inside = [Bool](repeating: false, count: count * count)
        for y in 0..<count {
            for x in 0..<count {
                let place = Coordinate(
                    longitude: west + (east - west) * Double(x) / Double(count - 1),
                    latitude: south + (north - south) * Double(y) / Double(count - 1))
                inside[y * count + x] = locator.nearest(to: place, hint: &hint).distance <= width
            }
        }
        var isSeen = [Bool](repeating: false, count: count * count)
        var isFirst = true
        for start in inside.indices where !isSeen[start] {
            var open = [start]
            isSeen[start] = true
            while let cell = open.popLast() {
                let (x, y) = (cell % count, cell / count)
                for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)]
                where (0..<count).contains(x + dx) && (0..<count).contains(y + dy) {
                    let next = (y + dy) * count + x + dx
                    guard !isSeen[next], inside[next] == inside[start] else { continue }
                    isSeen[next] = true
                    open.append(next)
                }
            }
            // The first cell is the grid's corner, outside.
            if inside[start] { parts += 1 } else if !isFirst { holes += 1 }
            isFirst = false
        }
    }
}
