/// Findings counted in squares, by day and by how grave they are: what a page shows of a million.
struct PageCells {
    /// What is counted together.
    struct Key: Hashable {
        let column: Int32
        let row: Int32
        let day: Int32
        /// 0 for an apparent breach, 1 for undeterminable, 2 for all else.
        let kind: UInt8
    }

    /// The side of a square, in units of the map.
    private(set) var side = 3.0
    private(set) var entries: [(key: Key, count: Int)] = []
    private(set) var outside = 0
    private static let mostEntries = 180_000

    /// Counts marks in squares, the finest by which the page stays as small as it may be.
    init(_ marks: [MapFindings.Mark], _ frame: MapFrame) {
        var counts: [Key: Int] = [:]
        for mark in marks {
            let pixel = frame.pixel(mark.point)
            guard frame.holds(pixel) else {
                outside += 1
                continue
            }
            let key = Key(
                column: Int32(pixel.x / side), row: Int32(pixel.y / side), day: mark.day,
                kind: min(mark.kind.rawValue, 2))
            counts[key, default: 0] += 1
        }
        while counts.count > Self.mostEntries {
            side *= 2
            var coarser: [Key: Int] = [:]
            for (key, count) in counts {
                let key = Key(
                    column: key.column / 2, row: key.row / 2, day: key.day, kind: key.kind)
                coarser[key, default: 0] += count
            }
            counts = coarser
        }
        entries = counts.map { ($0.key, $0.value) }
        // The same bytes whatever the order of a dictionary.
        entries.sort { a, b in
            let (a, b) = (a.key, b.key)
            return (a.row, a.column, a.day, a.kind) < (b.row, b.column, b.day, b.kind)
        }
    }
}
