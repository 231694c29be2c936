#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Findings too many to be told apart, counted in hexagons.
struct DensityCells {
    /// A hexagon with what is in it.
    struct Cell {
        let middle: MapPoint
        var breaches = 0
        var open = 0
        var total = 0

        /// What it is drawn as: the gravest that it holds.
        var kind: FindingKind {
            breaches > 0 ? .apparentBreach : open > 0 ? .undeterminable : .compliant
        }

        /// How many of that there are.
        var count: Int { breaches > 0 ? breaches : open > 0 ? open : total }
    }

    /// The distance from a hexagon's middle to its corners, in pixels.
    static let radius = 6.0
    private(set) var cells: [Cell] = []
    /// How many findings are outside the frame.
    private(set) var outside = 0

    init(_ findings: MapFindings, _ frame: MapFrame) {
        let (across, down) = (Self.radius * 3.0.squareRoot(), Self.radius * 1.5)
        // A place for each hexagon, those on the edges among them.
        let columns = Int(frame.width / across) + 4
        var numbers = [Int32](
            repeating: -1, count: columns * (Int(frame.height / down) + 4))
        for mark in findings.marks {
            let pixel = frame.pixel(mark.point)
            guard frame.holds(pixel) else {
                outside += 1
                continue
            }
            // Of the two rows of middles about the place the nearer middle.
            let row = ((pixel.y - frame.top) / down).rounded(.down)
            var best = (place: 0, middle: pixel, distance: Double.infinity)
            for r in [row, row + 1] {
                let shift = Int(r) % 2 == 0 ? 0 : across / 2
                let column = ((pixel.x - frame.left - shift) / across).rounded()
                let middle = MapPoint(frame.left + shift + column * across, frame.top + r * down)
                let distance = middle.distance(to: pixel)
                if distance < best.distance {
                    best = ((Int(r) + 1) * columns + Int(column) + 1, middle, distance)
                }
            }
            if numbers[best.place] < 0 {
                numbers[best.place] = Int32(cells.count)
                cells.append(Cell(middle: best.middle))
            }
            let number = Int(numbers[best.place])
            cells[number].total += 1
            if mark.kind == .apparentBreach { cells[number].breaches += 1 }
            if mark.kind == .undeterminable { cells[number].open += 1 }
        }
        // The order of a dictionary is nobody's; that of the findings is the file's.
    }

    /// From 0 on, by powers of ten.
    static func step(_ count: Int) -> Int {
        var (step, most) = (0, 9)
        while count > most, step < 4 { (step, most) = (step + 1, most * 10 + 9) }
        return step
    }

    /// The numbers of a step, such as `10–99`.
    static func range(ofStep step: Int, _ words: ReportWords) -> String {
        let least = (0..<step).reduce(1) { number, _ in number * 10 }
        return step == 4
            ? "≥ " + words.number(least)
            : words.number(least) + "–" + words.number(least * 10 - 1)
    }

    /// The outline of a hexagon, as large as its step says, so that it tells without colour.
    static func path(_ middle: MapPoint, step: Int) -> [MapPoint] {
        let size = radius * [0.42, 0.58, 0.72, 0.86, 1.0][step]
        return (0..<6).map { k in
            let angle = Double(k) * .pi / 3
            return MapPoint(middle.x + size * sin(angle), middle.y - size * cos(angle))
        }
    }
}
