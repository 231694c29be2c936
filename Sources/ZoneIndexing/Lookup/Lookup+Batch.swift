import Geodesy

extension Lookup {
    /// Positions are looked up in runs of this length, each step for all of a run, so that the
    /// memory's answers overlap.
    static let run = 1024
    /// What is left to measure is collected over so many runs, so that enough of it comes together.
    private static let runs = 8

    /// The labels of positions, in their order.
    mutating func label(
        _ positions: UnsafeBufferPointer<Coordinate>, into found: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let grid = index.grid else {
            for i in positions.indices {
                found[i] = positions[i].isValid ? index.farLabel : ZoneLabels.unusable
            }
            return
        }
        let room = Self.runs * Self.run
        withUnsafeTemporaryAllocation(
            of: OpenPosition.self, capacity: min(room, positions.count) + 1
        ) { pending in
            for first in stride(from: 0, to: positions.count, by: room) {
                let end = min(first + room, positions.count)
                let part = UnsafeBufferPointer(rebasing: positions[first..<end])
                let labels = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                let count = Self.label(part, grid, into: labels, pending)
                measure(part, UnsafeMutableBufferPointer(rebasing: pending[..<count]), grid, labels)
            }
        }
    }

    /// The labels of cells; those whose cells hold none are put into `pending`, with their entries'
    /// bits in place of labels.
    ///
    /// - Returns: how many these are.
    private static func label(
        _ positions: UnsafeBufferPointer<Coordinate>, _ grid: VerdictGrid,
        into found: UnsafeMutableBufferPointer<UInt32>,
        _ pending: UnsafeMutableBufferPointer<OpenPosition>
    ) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 4 * run, alignment: 16) { memory in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * run + 1) { room in
                let places = memory.bindMemory(to: UInt32.self)
                let codes = UnsafeMutableBufferPointer(rebasing: room[..<run])
                let inBlocks = UnsafeMutableBufferPointer(rebasing: room[run...])
                var count = 0
                for first in stride(from: 0, to: positions.count, by: run) {
                    let end = min(first + run, positions.count)
                    let part = UnsafeBufferPointer(rebasing: positions[first..<end])
                    if grid.frame.isPlain {
                        locate(part, grid, isPlain: true, into: memory)
                    } else {
                        locate(part, grid, isPlain: false, into: memory)
                    }
                    let labels = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                    let within = gather(places, grid, part.count, into: labels, inBlocks)
                    count = gatherInBlocks(
                        places, grid, inBlocks, within, codes, into: labels, pending, count,
                        first: UInt32(first))
                }
                return count
            }
        }
    }

    /// The number of each position's cell and, in the lowest bits, of its place in the cell's block;
    /// the cell after the last for those outside the frame.
    ///
    /// In a plain frame what is within is on the globe, and no longitude needs a turn.
    @inline(__always)
    private static func locate(
        _ run: UnsafeBufferPointer<Coordinate>, _ grid: VerdictGrid, isPlain: Bool,
        into found: UnsafeMutableRawBufferPointer
    ) {
        let frame = grid.frame
        let blockBits = UInt32(grid.blockBits)
        let columns = Double(1 << (frame.columnBits + grid.blockBits))
        let rows = Double(1 << (frame.rowBits + grid.blockBits))
        let scale = SIMD2(columns / frame.width, rows / frame.height)
        // Columns and rows are counted from 1; 0 and the one after the last are outside. A place half
        // higher is cut off when 2^52 is added, but for what lies on a place's end.
        let none = SIMD2<Double>(repeating: 0x1p52)
        let origin = SIMD2(frame.west, frame.south)
        let beyond = none + SIMD2(columns + 1, rows + 1)
        let greatest = SIMD2(180.0, 90)
        let turned = SIMD2(360.0, 0)
        let one = SIMD4<UInt32>(repeating: 1)
        let mask = SIMD4<UInt32>(repeating: 1 << blockBits - 1)
        let columnShift = SIMD4(repeating: blockBits)
        let rowShift = SIMD4(repeating: blockBits + UInt32(frame.columnBits))
        let lastColumn = SIMD4(repeating: UInt32(columns) - 1)
        let lastRow = SIMD4(repeating: UInt32(rows) - 1)
        let outside = SIMD4(repeating: UInt32(grid.outside) << (2 * blockBits))

        /// The column and row in the even lanes.
        @inline(__always)
        func place(_ i: Int) -> SIMD4<UInt32> {
            var p = SIMD2(run[i].longitude, run[i].latitude)
            if !isPlain {
                let isOnGlobe = all((p .<= greatest) .& (p .>= -greatest))
                p.replace(with: p + turned, where: p .< origin)
                p.replace(with: .nan, where: .init(repeating: !isOnGlobe))
            }
            let place = (p - origin) * scale + 0.5 + none
            // What is no number is none.
            let least = none.replacing(with: place, where: place .> none)
            let bits = beyond.replacing(with: least, where: least .< beyond)
            return unsafeBitCast(bits, to: SIMD4<UInt32>.self)
        }

        @inline(__always)
        func places(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> SIMD4<UInt32> {
            let ab = SIMD4(lowHalf: place(a).evenHalf, highHalf: place(b).evenHalf)
            let cd = SIMD4(lowHalf: place(c).evenHalf, highHalf: place(d).evenHalf)
            let x = SIMD4(lowHalf: ab.evenHalf, highHalf: cd.evenHalf) &- one
            let y = SIMD4(lowHalf: ab.oddHalf, highHalf: cd.oddHalf) &- one
            let number =
                (y & ~mask) &<< rowShift | (x & ~mask) &<< columnShift
                | (y & mask) &<< columnShift | x & mask
            // What is outside has its highest bit set in one of these.
            let signs = x | y | (lastColumn &- x) | (lastRow &- y)
            let isOutside = SIMD4<UInt32>.zero &- (signs &>> 31)
            return number & ~isOutside | outside & isOutside
        }

        let whole = run.count / 4
        for k in 0..<whole {
            let i = k &* 4
            found.storeBytes(
                of: places(i, i &+ 1, i &+ 2, i &+ 3), toByteOffset: k &* 16,
                as: SIMD4<UInt32>.self)
        }
        if whole * 4 < run.count {
            let (i, last) = (whole * 4, run.count - 1)
            found.storeBytes(
                of: places(i, min(i + 1, last), min(i + 2, last), last),
                toByteOffset: whole * 16, as: SIMD4<UInt32>.self)
        }
    }

    /// The labels of cells, and the numbers of those that hold none.
    @inline(__always)
    private static func gather(
        _ places: UnsafeMutableBufferPointer<UInt32>, _ grid: VerdictGrid, _ length: Int,
        into labels: UnsafeMutableBufferPointer<UInt32>,
        _ inBlocks: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let shift = UInt32(2 * grid.blockBits)
        return grid.cells.withUnsafeBufferPointer { held in
            var count = 0
            for i in 0..<length {
                let cell = held[Int(places[i] &>> shift)]
                labels[i] = UInt32(cell)
                inBlocks[count] = UInt32(truncatingIfNeeded: i)
                count &+= Int(cell &>> 15)
            }
            return count
        }
    }

    /// The labels of cells within blocks; appends to `pending` those that hold none, numbered
    /// from `first` on, and leaves their entries' bits in place of labels.
    @inline(__always)
    private static func gatherInBlocks(
        _ places: UnsafeMutableBufferPointer<UInt32>, _ grid: VerdictGrid,
        _ inBlocks: UnsafeMutableBufferPointer<UInt32>, _ length: Int,
        _ codes: UnsafeMutableBufferPointer<UInt32>,
        into labels: UnsafeMutableBufferPointer<UInt32>,
        _ pending: UnsafeMutableBufferPointer<OpenPosition>, _ before: Int, first: UInt32
    ) -> Int {
        let shift = UInt32(2 * grid.blockBits)
        let rowShift = shift + UInt32(grid.frame.columnBits)
        let mask: UInt32 = 1 << shift - 1
        grid.rowBlocks.withUnsafeBufferPointer { rowBlocks in
            for k in 0..<length {
                let place = places[Int(inBlocks[k])]
                let inRow = labels[Int(inBlocks[k])] & ~UInt32(VerdictGrid.isBlock)
                let block = rowBlocks[Int(place &>> rowShift)] &+ inRow
                codes[k] = block &<< shift | place & mask
            }
        }
        return grid.codes.withUnsafeBufferPointer { held in
            grid.palettes.withUnsafeBufferPointer { palettes in
                grid.entries.withUnsafeBufferPointer { entries in
                    var count = before
                    for k in 0..<length {
                        let code = Int(held[Int(codes[k])])
                        let palette = grid.isShared ? 0 : Int(palettes[Int(codes[k] &>> shift)])
                        let entry = entries[palette &+ code]
                        let i = inBlocks[k]
                        labels[Int(i)] = entry.bits
                        pending[count] = OpenPosition(number: first &+ i, cell: codes[k])
                        count &+= entry.isLabel ? 0 : 1
                    }
                    return count
                }
            }
        }
    }

    /// The labels of positions whose cells hold none, with their entries' bits in place of labels;
    /// those that ask for distances to the same line together.
    private mutating func measure(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ pending: UnsafeMutableBufferPointer<OpenPosition>, _ grid: VerdictGrid,
        _ labels: UnsafeMutableBufferPointer<UInt32>
    ) {
        func lineAsked(_ open: OpenPosition) -> Int {
            grid.lineAsked(by: VerdictGrid.Entry(bits: labels[Int(open.number)]))
        }
        var rest = pending
        while let first = rest.first {
            let source = lineAsked(first)
            var count = 1
            for k in 1..<rest.count where lineAsked(rest[k]) == source {
                rest.swapAt(count, k)
                count += 1
            }
            let asked = UnsafeMutableBufferPointer(rebasing: rest[..<count])
            if source >= 0, let line = index.rows.sources.lines[source],
                let quick = index.quickLines[source]
            {
                measure(positions, asked, grid, source, line, quick, labels)
            } else {
                for open in asked {
                    labels[Int(open.number)] = label(positions[Int(open.number)], grid, nil)
                }
            }
            rest = UnsafeMutableBufferPointer(rebasing: rest[count...])
        }
    }

    /// Labels positions for which distances from a line are open: by chords alone where only the
    /// distance is open and differs enough from those at the limits, then by the fast distance.
    private mutating func measure(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ asked: UnsafeMutableBufferPointer<OpenPosition>, _ grid: VerdictGrid,
        _ source: Int, _ line: GridSources.Line, _ quick: QuickLine,
        _ labels: UnsafeMutableBufferPointer<UInt32>
    ) {
        withUnsafeTemporaryAllocation(of: Coordinate.self, capacity: asked.count) { places in
            withUnsafeTemporaryAllocation(of: PieceRun.self, capacity: asked.count) { runs in
                for (k, open) in asked.enumerated() {
                    places.initializeElement(at: k, to: positions[Int(open.number)])
                    runs.initializeElement(at: k, to: grid.run(ofCell: Int(open.cell)))
                }
                withUnsafeTemporaryAllocation(of: Double.self, capacity: asked.count) { squares in
                    quick.leastSquaredChords(
                        of: UnsafeBufferPointer(places), among: UnsafeBufferPointer(runs),
                        into: squares)
                    var count = 0
                    for (k, open) in asked.enumerated() {
                        let i = Int(open.number)
                        let entry = VerdictGrid.Entry(bits: labels[i])
                        if let label = grid.label(of: entry, squaredChord: squares[k], line) {
                            labels[i] = label
                        } else {
                            (asked[count], places[count], runs[count]) = (open, places[k], runs[k])
                            count += 1
                        }
                    }
                    let left = UnsafeBufferPointer(rebasing: places[..<count])
                    withUnsafeTemporaryAllocation(of: QuickFoot?.self, capacity: count) { feet in
                        feet.initialize(repeating: nil)
                        quick.feet(
                            of: left, among: UnsafeBufferPointer(rebasing: runs[..<count]),
                            into: feet)
                        for k in 0..<count {
                            labels[Int(asked[k].number)] = label(
                                left[k], grid, FoundFoot(source: source, foot: feet[k]))
                        }
                    }
                }
            }
        }
    }

    /// The label of a position whose cell holds none.
    mutating func label(
        _ position: Coordinate, _ grid: VerdictGrid, _ found: FoundFoot?
    ) -> UInt32 {
        guard position.isValid else { return ZoneLabels.unusable }
        return index.quickLabel(position, grid, found) ?? exactLabel(position, grid)
    }
}

/// A position of a batch whose cell holds no label.
private struct OpenPosition {
    /// Its number in the batch.
    var number: UInt32
    /// The number of its cell in the grid's codes.
    var cell: UInt32
}
