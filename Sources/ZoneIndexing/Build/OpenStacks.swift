/// What is open in the cells from a root down to the one looked at, each on top of its parent's.
struct OpenStacks {
    /// A line or border that is not decided in a cell.
    struct Line {
        let source: Int32
        /// Its candidates among the numbers.
        let candidates: Range<Int>
        /// The least and the greatest number of thresholds below the distance.
        let least: Int32
        let most: Int32
        /// What the line shows to all of the cell; `nil` where that is open.
        let shown: ShownSide?
        /// Bounds of the distance in metres.
        var low = 0.0
        var high = Double.infinity
    }
    /// A point that is not decided.
    struct Point {
        let source: Int32
        let least: Int32
        let most: Int32
    }
    /// A polygon with edges in a cell.
    struct Polygon {
        let polygon: Int32
        /// Its edges among the numbers.
        let edges: Range<Int>
        /// Whether it contains the cell's south-western corner, counted by the rule of `CornerPath`.
        let containsCorner: Bool
    }

    /// Candidates of lines and edges of polygons.
    var numbers: [UInt32] = []
    var lines: [Line] = []
    var points: [Point] = []
    var polygons: [Polygon] = []

    /// How high the stacks are.
    struct Mark {
        fileprivate let numbers, lines, points, polygons: Int
    }

    var mark: Mark {
        Mark(
            numbers: numbers.count, lines: lines.count, points: points.count,
            polygons: polygons.count)
    }

    /// Takes away what came on top since a mark.
    mutating func release(to mark: Mark) {
        numbers.removeLast(numbers.count - mark.numbers)
        lines.removeLast(lines.count - mark.lines)
        points.removeLast(points.count - mark.points)
        polygons.removeLast(polygons.count - mark.polygons)
    }

    mutating func removeAll() { (numbers, lines, points, polygons) = ([], [], [], []) }

    /// Calls `body` with some of the numbers in memory.
    func withNumbers<Result>(
        _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        numbers.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}

/// What is decided of a cell, and what is open, as ranges of the stacks.
struct OpenSources {
    var state: Int32
    /// How far reports may be off, in metres, without a distance to a decided line, border or
    /// point passing one of its thresholds.
    var clearance = Double.infinity
    /// The same but for those on the stacks, where these are kept though decided.
    var clearanceOfOthers = Double.infinity
    var lines: Range<Int>
    var points: Range<Int>
    var polygons: Range<Int>

    var isEmpty: Bool { lines.isEmpty && points.isEmpty && polygons.isEmpty }
}
