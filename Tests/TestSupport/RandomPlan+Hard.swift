import Foundation
import Geodesy
import Zones

/// Zones that are hard to draw.
extension RandomPlan {
    /// Adds a few zones of the kinds that a plan has not: of adjacent and overlapping polygons, round poles,
    /// between two lines, about lines in joined parts, and without any area.
    public mutating func addHardZones(seed: UInt64) throws {
        for _ in 0..<2 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: try addBoxes()
            case 1: try addCap()
            case 2: try addLand(seed: seed)
            case 3: try addJoinedLine()
            case 4: try addClosedLine()
            default: addBands()
            }
        }
    }

    /// Boxes in a row that share edges or overlap, as one area, and rings about it.
    private mutating func addBoxes() throws {
        let corner = place(within: 0.5)
        let side = size * 0.2
        let stretch = 1 / max(cos(corner.latitude * .pi / 180), 0.02)
        let overlap: Double = [0, 0, 0.3, -0.1].randomElement(using: &random) ?? 0
        let south = min(corner.latitude, 89.9 - side)
        let boxes = (0..<3).map { k -> [[Coordinate]] in
            let width = side * stretch
            let west = corner.longitude + Double(k) * width * (1 - overlap)
            let east = west + width
            let north = south + side * (k == 2 ? 0.6 : 1)
            let (x, z) = (west.remainder(dividingBy: 360), east.remainder(dividingBy: 360))
            let lower = [
                Coordinate(longitude: x, latitude: south),
                Coordinate(longitude: z, latitude: south),
            ]
            let upper = [
                Coordinate(longitude: z, latitude: north),
                Coordinate(longitude: x, latitude: north),
            ]
            return [lower + upper + [lower[0]]]
        }
        let area = try PolygonGeometry(polygons: boxes)
        addZone(.area(area))
        for isWith in [true, false] {
            addZone(.aroundArea(distance: width(), area: area, includingArea: isWith))
        }
    }

    /// All beyond a latitude or between two, by rings round a pole in either order, and what is about it.
    private mutating func addCap() throws {
        let latitude = Double.random(in: 40...89, using: &random)
        let isSouthern = Bool.random(using: &random)
        let count = Int.random(in: 4...9, using: &random)
        let shift: Double = [0, 0, 17.3].randomElement(using: &random) ?? 0
        func ring(_ latitude: Double, _ isEastward: Bool) -> [Coordinate] {
            let turn = 360 / Double(count)
            let vertices = (0..<count).map { k -> Coordinate in
                let longitude = shift - 180 + turn * Double(k)
                return Coordinate(
                    longitude: longitude, latitude: isSouthern ? -latitude : latitude)
            }
            let closed = vertices + [vertices[0]]
            return isEastward ? closed : closed.reversed()
        }
        var rings = [ring(latitude, Bool.random(using: &random))]
        if Bool.random(using: &random) {
            rings.append(ring(0.5 * (90 + latitude), Bool.random(using: &random)))
        }
        let area = try PolygonGeometry(polygons: [rings])
        addZone(.area(area))
        for isWith in [true, false] {
            // As wide as the cap is large, lest there be millions of vertices.
            let width = Distance.kilometres(.random(in: 30...400, using: &random))
            addZone(.aroundArea(distance: width, area: area, includingArea: isWith))
        }
    }

    /// What lies between two lines, and its halves.
    private mutating func addLand(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        guard (try? AreaBetween(pair.first, pair.second)) != nil else { return }
        let (first, second) = (plan.addLine(pair.first), plan.addLine(pair.second))
        for half in [nil, first, second] { addZone(.between(first, second, half: half)) }
    }

    /// A line in parts that join, in any order, and one in which two do not.
    private mutating func addJoinedLine() throws {
        let whole = walk() + walk()
        var parts: [[Coordinate]] = []
        var from = 0
        while from < whole.count - 1 {
            let to = min(whole.count - 1, from + Int.random(in: 1...5, using: &random))
            parts.append(Array(whole[from...to]))
            from = to
        }
        if parts.count > 3 { parts.remove(at: Int.random(in: 1..<parts.count, using: &random)) }
        parts.shuffle(using: &random)
        let line = plan.addLine(try LineGeometry(parts: parts))
        let (near, far) = (width(), width())
        addZone(.within(near, of: line, ends: .flat))
        addZone(.within(left: near, right: far, of: line))
        addZone(.within(left: near, right: nil, of: line, ends: .flat))
        addZone(.between(from: near, to: near + far, sides: .right, of: line))
    }

    /// A ring as a line, to one side.
    private mutating func addClosedLine() throws {
        let centre = place(within: 0.5)
        let count = Int.random(in: 4...20, using: &random)
        let radius = Double.random(in: 0.1...0.5, using: &random) * size * 111_000
        let turn = 360 / Double(count)
        var ring: [Coordinate] = []
        for k in 0..<count {
            let share = Double.random(in: 0.6...1, using: &random)
            ring.append(centre.moved(radius * share, towards: turn * Double(k)))
        }
        ring.append(ring[0])
        let line = plan.addLine(try LineGeometry(ring))
        addZone(.within(left: width(), right: nil, of: line))
        addZone(.within(left: nil, right: width(), of: line, ends: .flat))
    }

    /// Rings about a point and a line, and what two zones share that only touch, which has no area.
    private mutating func addBands() {
        let line = LineNumber(rawValue: .random(in: 0..<plan.lines.count, using: &random))
        let (near, far) = (width(), width())
        addZone(.around(place(within: 1), .between(near, near + far)))
        addZone(
            .intersection([
                .within(near, of: line), .between(from: near, to: near + far, of: line),
            ]))
        addZone(.between(from: near, to: near + far, sides: .left, of: line, ends: .flat))
    }
}
