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
        // Sorted numbers are counted faster than a dictionary is filled.
        var keys: [UInt64] = []
        keys.reserveCapacity(marks.count)
        for mark in marks {
            let pixel = frame.pixel(mark.point)
            guard frame.holds(pixel) else {
                outside += 1
                continue
            }
            keys.append(
                Key(
                    column: Int32(pixel.x / side), row: Int32(pixel.y / side), day: mark.day,
                    kind: min(mark.kind.rawValue, 2)
                ).packed)
        }
        keys.sort()
        var counts = Self.counted(keys.lazy.map { ($0, 1) })
        while counts.count > Self.mostEntries {
            side *= 2
            let coarser = counts.map { packed, count -> (UInt64, Int) in
                let key = Key(packed: packed)
                return (
                    Key(
                        column: key.column / 2, row: key.row / 2, day: key.day, kind: key.kind
                    ).packed, count
                )
            }
            counts = Self.counted(coarser.sorted { $0.0 < $1.0 })
        }
        entries = counts.map { (Key(packed: $0.0), $0.1) }
    }

    /// Numbers in their order, each once with its count.
    private static func counted(_ keys: some Sequence<(UInt64, Int)>) -> [(UInt64, Int)] {
        var found: [(UInt64, Int)] = []
        for (key, count) in keys {
            if found.last?.0 == key {
                found[found.count - 1].1 += count
            } else {
                found.append((key, count))
            }
        }
        return found
    }
}

extension PageCells.Key {
    /// A number in whose order keys are: by row, column, day and kind.
    fileprivate var packed: UInt64 {
        UInt64(UInt16(truncatingIfNeeded: row)) << 48
            | UInt64(UInt16(truncatingIfNeeded: column) & 0x3FFF) << 34
            | UInt64(UInt32(bitPattern: day) ^ 0x8000_0000) << 2 | UInt64(kind & 3)
    }

    fileprivate init(packed: UInt64) {
        row = Int32(packed >> 48)
        column = Int32(packed >> 34 & 0x3FFF)
        day = Int32(bitPattern: UInt32(truncatingIfNeeded: packed >> 2) ^ 0x8000_0000)
        kind = UInt8(packed & 3)
    }
}
