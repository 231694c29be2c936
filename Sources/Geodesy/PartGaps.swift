/// The gaps between ends and beginnings of parts that a bridge may cross.
struct PartGaps {
    /// From where a part ends to where another, or the same, begins.
    struct Gap {
        let end: Int
        let beginning: Int
        /// In metres.
        let distance: Double
    }

    /// A cube of the earth-centred grid in which near places are looked up.
    private struct Cell: Hashable {
        var x: Int
        var y: Int
        var z: Int

        init(_ place: Vector3, size: Double) {
            let numbers = (place / size).rounded(.down)
            (x, y, z) = (Int(numbers.x), Int(numbers.y), Int(numbers.z))
        }
    }

    private let line: LineGeometry
    private let widest: Double
    private let size: Double
    private var cells: [Cell: [Int]] = [:]

    /// The ends of the given parts made ready.
    init(_ line: LineGeometry, ends: [Int]) {
        self.line = line
        widest = line.joins.gap
        // A chord is no longer than its path.
        size = max(widest, 1)
        for part in ends {
            guard let end = line.parts[part].last else { continue }
            cells[Cell(Vector3(end), size: size), default: []].append(part)
        }
    }

    /// The gaps up to the beginnings of the given parts that are no wider than is bridged, the
    /// narrowest first.
    func pairs(beginnings: [Int]) -> [Gap] {
        var gaps: [Gap] = []
        for part in beginnings {
            let place = line.parts[part][0]
            let centre = Cell(Vector3(place), size: size)
            for dx in -1...1 {
                for dy in -1...1 {
                    for dz in -1...1 {
                        var cell = centre
                        cell.x += dx
                        cell.y += dy
                        cell.z += dz
                        for end in cells[cell] ?? [] {
                            add(end, part, to: &gaps)
                        }
                    }
                }
            }
        }
        return gaps.sorted {
            ($0.distance, $0.end, $0.beginning) < ($1.distance, $1.end, $1.beginning)
        }
    }

    private func add(_ end: Int, _ beginning: Int, to gaps: inout [Gap]) {
        guard let from = line.parts[end].last else { return }
        let to = line.parts[beginning][0]
        let distance = WGS84.inverse(from, to).distance
        guard distance <= widest, !from.isSamePlace(as: to),
            line.canJoin(from, to)
        else { return }
        gaps.append(Gap(end: end, beginning: beginning, distance: distance))
    }
}
