/// Makes the deciders of open cells, each once.
struct DeciderMaker {
    private struct Key: Hashable {
        let state: Int32
        let measured: [Decider.Measured]
        let polygons: [Int32]
    }
    private var known: [Key: Int] = [:]
    /// Deciders of one line used last, by a hash.
    private var recent = [(state: Int32, measured: Decider.Measured, number: Int)?](
        repeating: nil, count: 256)

    /// The number of the decider for what is open in a cell; it is added to the tables where it is new.
    mutating func number(
        for open: OpenSources, _ stacks: OpenStacks, _ tables: inout GridTables,
        _ verdicts: inout VerdictMaker, _ work: inout WorkMeter
    ) -> Int {
        guard open.lines.count == 1, open.points.isEmpty, open.polygons.isEmpty else {
            return number(for: key(open, stacks), &tables, &verdicts, &work)
        }
        // Most often one line is open, as in the cells around.
        let measured = Decider.Measured(stacks.lines[open.lines.lowerBound])
        let slot = Self.slot(open.state, measured)
        if let found = recent[slot], found.state == open.state, found.measured == measured {
            return found.number
        }
        let number = number(
            for: Key(state: open.state, measured: [measured], polygons: []), &tables, &verdicts,
            &work)
        recent[slot] = (open.state, measured, number)
        return number
    }

    private static func slot(_ state: Int32, _ measured: Decider.Measured) -> Int {
        let hash =
            state &* 31 &+ measured.source &* 17 &+ measured.least &* 7 &+ measured.most
        return Int((hash &* 5 &+ (measured.shown?.rawValue ?? -1)) & 255)
    }

    private func key(_ open: OpenSources, _ stacks: OpenStacks) -> Key {
        Key(
            state: open.state,
            measured: stacks.lines[open.lines].map { Decider.Measured($0) }
                + stacks.points[open.points].map { Decider.Measured($0) },
            polygons: stacks.polygons[open.polygons].map(\.polygon))
    }

    private mutating func number(
        for key: Key, _ tables: inout GridTables, _ verdicts: inout VerdictMaker,
        _ work: inout WorkMeter
    ) -> Int {
        if let found = known[key] { return found }
        let number = tables.deciders.deciders.count
        known[key] = number
        let decider = Self.decider(key, &tables, &verdicts, &work)
        let sides = Self.sides(of: decider, &tables, &verdicts)
        tables.deciders.append(decider, sides: sides)
        return number
    }

    /// A decider with the labels of all its outcomes.
    private static func decider(
        _ key: Key, _ tables: inout GridTables, _ verdicts: inout VerdictMaker,
        _ work: inout WorkMeter
    ) -> Decider {
        let longest = Decider.longestList
        var size = 1
        for measured in key.measured where size <= longest { size *= measured.outcomeCount }
        let isFew = key.polygons.count <= Decider.mostPolygonsInList
        if size <= longest, isFew { size <<= key.polygons.count }
        let hasList = size <= longest && isFew && !work.isExceeded
        let rows = verdicts.rows
        let decider = Decider(
            state: key.state, measured: key.measured, polygons: key.polygons,
            list: hasList ? Int32(tables.lists.end) : nil,
            isLine: key.measured.first.map { rows.sources.lines[Int($0.source)] != nil } ?? false)
        guard hasList else { return decider }
        let decided = rows.outcomes(of: key.state, tables.states)
        work.spend(size * max(1, rows.model.zoneCount))
        for index in 0..<size {
            var outcomes = decided
            var rest = index
            for measured in key.measured {
                let outcome = measured.outcome(rest % measured.outcomeCount)
                rest /= measured.outcomeCount
                outcomes.add(outcome, source: Int(measured.source))
            }
            for polygon in key.polygons {
                if rest & 1 == 1 { outcomes.add(insideOf: Int(polygon)) }
                rest >>= 1
            }
            tables.lists.append(verdicts.label(of: outcomes))
        }
        return decider
    }

    /// The labels beside a decider's cuts, added to the lists; `nil` where its cells are not cut.
    private static func sides(
        of decider: Decider, _ tables: inout GridTables, _ verdicts: inout VerdictMaker
    ) -> SideLabels? {
        guard decider.isCut, let list = decider.list, let measured = decider.measured.first else {
            return nil
        }
        var either: [UInt32?] = [nil, nil]
        var share = 0.0
        let (source, limit) = (Int(measured.source), Int(measured.least))
        if measured.shown != nil, measured.outcomeCount == 2 {
            either = [0, 1].map {
                verdicts.straddlingLabel(
                    decider.state, tables.states, measured.outcome($0), threshold: limit,
                    of: source)
            }
            if !either.contains(nil) {
                share = CellCut.share(
                    ofUncertaintyAt: verdicts.rows.sources.thresholds(of: source)?.values[limit]
                        ?? 0)
            }
        }
        let first = tables.lists.end
        let (lower, upper) = decider.sides
        tables.lists.append(
            [tables.lists[Int(list) + lower], tables.lists[Int(list) + upper]]
                + either.map { $0 ?? ZoneLabels.none })
        return SideLabels(first: first, share: share)
    }
}

extension Decider.Measured {
    fileprivate init(_ line: OpenStacks.Line) {
        self.init(source: line.source, least: line.least, most: line.most, shown: line.shown)
    }

    fileprivate init(_ point: OpenStacks.Point) {
        self.init(source: point.source, least: point.least, most: point.most, shown: .right)
    }
}
