import Geodesy

extension Lookup {
    /// Positions are looked up in runs of this length, each step for all of a run, so that the
    /// memory's answers overlap.
    static let run = 1024

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
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * Self.run + 1) { room in
            let places = UnsafeMutableBufferPointer(rebasing: room[..<Self.run])
            let pending = UnsafeMutableBufferPointer(
                rebasing: room[Self.run..<2 * Self.run + 1])
            let codes = UnsafeMutableBufferPointer(rebasing: room[(2 * Self.run + 1)...])
            var first = 0
            while first < positions.count {
                let end = min(first + Self.run, positions.count)
                let run = UnsafeBufferPointer(rebasing: positions[first..<end])
                let labels = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                if grid.frame.isPlain {
                    Self.locate(run, grid, isPlain: true, into: places)
                } else {
                    Self.locate(run, grid, isPlain: false, into: places)
                }
                var count = Self.gather(places, grid, run.count, into: labels, pending)
                count = Self.gatherInBlocks(places, grid, count, into: labels, pending, codes)
                label(run, UnsafeMutableBufferPointer(rebasing: pending[..<count]), grid, labels)
                first = end
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
        into places: UnsafeMutableBufferPointer<UInt32>
    ) {
        let frame = grid.frame
        let origin = SIMD2(frame.west, frame.south)
        let blockBits = UInt64(grid.blockBits)
        let mask: UInt64 = 1 << blockBits - 1
        let columns = Double(1 << (frame.columnBits + grid.blockBits))
        let rows = Double(1 << (frame.rowBits + grid.blockBits))
        let scale = SIMD2(columns / frame.width, rows / frame.height)
        let size = SIMD2(columns, rows)
        let turn = SIMD2(360.0, 0)
        let greatest = SIMD2(180.0, 90)
        let columnBits = UInt64(frame.columnBits)
        let outside = UInt64(grid.outside) << (2 * blockBits)
        for i in 0..<run.count {
            let p = SIMD2(run[i].longitude, run[i].latitude)
            var offset = p - origin
            if !isPlain {
                offset += SIMD2<Double>.zero.replacing(with: turn, where: offset .< 0)
            }
            let place = offset * scale
            // Rounded half a place lower is cut off, but for what rounds up at a place's end.
            let bits = (place - 0.5 + 0x1p52).bits
            let (x, y) = (bits.x & 0xFFFF_FFFF, bits.y & 0xFFFF_FFFF)
            let cell = (y &>> blockBits) &<< columnBits | x &>> blockBits
            let number = (cell &<< blockBits | y & mask) &<< blockBits | x & mask
            var isInside = all((place .>= 0) .& (place .< size))
            if !isPlain { isInside = isInside && all((p .<= greatest) .& (p .>= -greatest)) }
            // What rounds up to the row or column after the last is looked at again.
            places[i] = UInt32(
                truncatingIfNeeded: isInside && x < UInt64(size.x) && number < outside
                    ? number : outside)
        }
    }

    /// The labels of cells, and the numbers of those that hold none.
    @inline(__always)
    private static func gather(
        _ places: UnsafeMutableBufferPointer<UInt32>, _ grid: VerdictGrid, _ length: Int,
        into labels: UnsafeMutableBufferPointer<UInt32>,
        _ pending: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let shift = UInt32(2 * grid.blockBits)
        return grid.cells.withUnsafeBufferPointer { held in
            var count = 0
            for i in 0..<length {
                let cell = held[Int(places[i] &>> shift)]
                labels[i] = UInt32(cell)
                pending[count] = UInt32(truncatingIfNeeded: i)
                count &+= Int(cell &>> 15)
            }
            return count
        }
    }

    /// The labels of cells within blocks, and the numbers of those that hold none.
    @inline(__always)
    private static func gatherInBlocks(
        _ places: UnsafeMutableBufferPointer<UInt32>, _ grid: VerdictGrid, _ length: Int,
        into labels: UnsafeMutableBufferPointer<UInt32>,
        _ pending: UnsafeMutableBufferPointer<UInt32>,
        _ codes: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let shift = UInt32(2 * grid.blockBits)
        let rowShift = shift + UInt32(grid.frame.columnBits)
        let mask: UInt32 = 1 << shift - 1
        grid.rowBlocks.withUnsafeBufferPointer { rowBlocks in
            for k in 0..<length {
                let place = places[Int(pending[k])]
                let inRow = labels[Int(pending[k])] & ~UInt32(VerdictGrid.isBlock)
                let block = rowBlocks[Int(place &>> rowShift)] &+ inRow
                codes[k] = block &<< shift | place & mask
            }
        }
        return grid.codes.withUnsafeBufferPointer { held in
            grid.palettes.withUnsafeBufferPointer { palettes in
                grid.entries.withUnsafeBufferPointer { entries in
                    var count = 0
                    for k in 0..<length {
                        let code = Int(held[Int(codes[k])])
                        let palette = grid.isShared ? 0 : Int(palettes[Int(codes[k] &>> shift)])
                        let entry = entries[palette &+ code]
                        let i = pending[k]
                        labels[Int(i)] = entry.number
                        pending[count] = i
                        count &+= entry.isLabel ? 0 : 1
                    }
                    return count
                }
            }
        }
    }

    /// The labels of positions whose cells hold none, given by their numbers; those that ask for the
    /// nearest place on the same line together.
    private mutating func label(
        _ run: UnsafeBufferPointer<Coordinate>, _ pending: UnsafeMutableBufferPointer<UInt32>,
        _ grid: VerdictGrid, _ labels: UnsafeMutableBufferPointer<UInt32>
    ) {
        var rest = pending
        while let first = rest.first {
            guard let source = lineAsked(at: run[Int(first)], grid),
                let line = index.rows.sources.lines[source]
            else {
                labels[Int(first)] = label(run[Int(first)], grid, nil)
                rest = UnsafeMutableBufferPointer(rebasing: rest[1...])
                continue
            }
            var count = 1
            for k in 1..<rest.count where lineAsked(at: run[Int(rest[k])], grid) == source {
                rest.swapAt(count, k)
                count += 1
            }
            withFeet(
                of: run, UnsafeMutableBufferPointer(rebasing: rest[..<count]), on: line
            ) { lookup, i, foot in
                labels[i] = lookup.label(run[i], grid, FoundFoot(source: source, foot: foot))
            }
            rest = UnsafeMutableBufferPointer(rebasing: rest[count...])
        }
    }

    /// The source of the first line or border that is open in a position's cell.
    private func lineAsked(at position: Coordinate, _ grid: VerdictGrid) -> Int? {
        guard
            let place = grid.frame.place(
                longitude: position.longitude, latitude: position.latitude)
        else { return nil }
        let entry = grid.entry(column: place.column, row: place.row)
        guard !entry.isLabel, let measured = grid.decider(of: entry).measured.first,
            index.rows.sources.lines[Int(measured.source)] != nil
        else { return nil }
        return Int(measured.source)
    }

    /// The label of a position whose cell holds none.
    mutating func label(
        _ position: Coordinate, _ grid: VerdictGrid, _ found: FoundFoot?
    ) -> UInt32 {
        guard position.isValid else { return ZoneLabels.unusable }
        return index.quickLabel(position, grid, found) ?? exactLabel(position, grid)
    }

    /// Calls `body` with the number of each position that numbers name and its nearest place on a
    /// line by the fast distance.
    mutating func withFeet(
        of positions: UnsafeBufferPointer<Coordinate>,
        _ numbers: UnsafeMutableBufferPointer<UInt32>, on line: GridSources.Line,
        _ body: (inout Lookup, Int, QuickFoot?) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Coordinate.self, capacity: numbers.count) { asked in
            for (k, number) in numbers.enumerated() {
                asked.initializeElement(at: k, to: positions[Int(number)])
            }
            withUnsafeTemporaryAllocation(of: QuickFoot?.self, capacity: numbers.count) { feet in
                feet.initialize(repeating: nil)
                line.quick.feet(of: UnsafeBufferPointer(asked), into: feet)
                for (k, number) in numbers.enumerated() { body(&self, Int(number), feet[k]) }
            }
        }
    }
}

extension SIMD2<Double> {
    /// The bits of both numbers.
    @inline(__always)
    fileprivate var bits: SIMD2<UInt64> { unsafeBitCast(self, to: SIMD2<UInt64>.self) }
}
