internal import CKernels
import Geodesy
import LineSearch

/// Decides the cells of one part of a frame from the coarsest down.
struct GridPartBuilder {
    private let share: CellShare
    private let frame: GridFrame
    private let cutter: CellCutter
    private let margins: MarginFinder
    private var narrower: CellNarrower
    private var verdicts: VerdictMaker
    private var deciders = DeciderMaker()
    private var tables: GridTables
    /// The block being built.
    private var draft: BlockDraft
    private var work: WorkMeter
    private var cellsWithEdges: [Int] = []
    /// Where the labels of margins beside decided cells begin.
    private var marginLabels: [MarginKey: SideLabels] = [:]
    /// At most so many bytes; beyond, building stops.
    private var greatest = Int.max

    /// What the labels of such margins depend on.
    private struct MarginKey: Hashable {
        let state: Int32
        let source: Int32
        let threshold: Int
    }

    init(
        part: Int, _ rows: VerdictRows, labels: ZoneLabels, _ detail: ZoneIndex.Detail
    ) {
        let frame = GridFrame(rows.sources.extent, cellBits: detail.cellBits)
        var verdicts = VerdictMaker(rows, labels)
        tables = GridTables(
            frame: frame, blockBits: detail.blockBits, edges: rows.sources.edges,
            labelOutside: verdicts.labelOfNothing())
        let edges = tables.leaves.edges
        self.frame = frame
        self.verdicts = verdicts
        share = CellShare(part: part, frame: frame)
        cutter = CellCutter(sources: rows.sources, frame: frame, edges: edges)
        margins = MarginFinder(cutter: cutter)
        narrower = CellNarrower(rows, frame: frame, edges: edges)
        draft = BlockDraft(bits: detail.blockBits)
        work = WorkMeter(most: detail.mostWork / CellShare.parts)
    }

    /// Decides the cells of the part.
    ///
    /// - Parameter bytes: how many it may take, beside what every part takes.
    /// - Returns: the part; a failure when it would take more, or too many steps.
    mutating func build(atMost bytes: Int) -> Result<GridPart, GridPart.Failure> {
        let empty = tables.byteCountWhenFixed
        greatest = bytes + empty
        for root in frame.roots where !share.isShare(root) || share.owns(root) {
            let everything = narrower.everything(at: root)
            build(root, of: root, within: everything, isOwn: false)
        }
        if work.isExceeded { return .failure(.tooCostly) }
        let taken = tables.byteCountWhenFixed
        guard taken <= greatest else { return .failure(.tooLarge) }
        return .success(
            GridPart(
                tables: tables, labels: verdicts.labels, cellsWithEdges: cellsWithEdges,
                bytes: taken - empty))
    }

    /// Decides a cell of the frame or one coarser, as far as it belongs to the part.
    ///
    /// Cells coarser than shares are filled by the part that they belong to, when they are decided; otherwise
    /// every part goes on to its own shares.
    private mutating func build(
        _ cell: GridCell, of whole: GridCell, within parent: OpenSources, isOwn: Bool
    ) {
        let isOwn = isOwn || share.owns(cell)
        guard tables.byteCountWhenFixed <= greatest, !work.isExceeded,
            isOwn || !share.isShare(cell)
        else { return }
        let mark = narrower.stacks.mark
        let open = narrow(parent, of: whole, to: cell)
        if open.isEmpty {
            if isOwn { fill(cell, of: whole, within: parent, open) }
        } else if cell.columnBits == frame.columnBits {
            divide(cell, open)
        } else {
            let isOwnShare = isOwn && share.isShare(cell)
            for quarter in 0..<4 {
                build(cell.quarter(quarter), of: cell, within: open, isOwn: isOwnShare)
            }
        }
        narrower.release(to: mark)
    }

    private mutating func narrow(
        _ parent: OpenSources, of whole: GridCell, to cell: GridCell, keepsDecided: Bool = false
    ) -> OpenSources {
        narrower.narrow(
            parent, of: whole, to: cell, keepsDecided: keepsDecided, &tables.states, &work)
    }

    private mutating func label(of state: Int32) -> UInt32 {
        verdicts.label(of: state, tables.states, &work)
    }
}

// Decided cells.
extension GridPartBuilder {
    /// Most reports are off by less, in metres.
    private static let enough = 500.0

    /// Fills a decided cell.
    private mutating func fill(
        _ cell: GridCell, of whole: GridCell, within parent: OpenSources, _ open: OpenSources
    ) {
        let label = label(of: open.state)
        guard isWorthClearing(cell, open) else {
            return fill(cell, with: label, clearance: open.clearance)
        }
        var kept = parent
        kept.polygons = 0..<0
        kept.clearanceOfOthers = parent.clearance
        clear(cell, of: whole, within: kept, open.state, label)
    }

    private mutating func fill(_ cell: GridCell, with label: UInt32, clearance: Double) {
        let shift = frame.columnBits - cell.columnBits
        let code = Clearance.code(clearance)
        for row in cell.row << shift..<(cell.row + 1) << shift {
            let first = row << frame.columnBits | cell.column << shift
            for k in first..<first + 1 << shift {
                tables.set(k, label: label)
                tables.cells.set(k, clearance: code)
            }
        }
    }

    /// Whether parts of a decided cell, or its margin, would be clear of much more.
    private func isWorthClearing(_ cell: GridCell, _ open: OpenSources) -> Bool {
        open.clearance > 0
            && open.clearance < min(Self.enough, 2 * frame.disc(of: cell).radius)
    }

    /// Fills the parts of a decided cell, each with its own clearance and margin.
    ///
    /// What is measured stays on the stacks of `parent`.
    private mutating func clear(
        _ cell: GridCell, of whole: GridCell, within parent: OpenSources, _ state: Int32,
        _ label: UInt32
    ) {
        let mark = narrower.stacks.mark
        let open = narrow(parent, of: whole, to: cell, keepsDecided: true)
        let isCell = cell.columnBits == frame.columnBits
        if !isCell, isWorthClearing(cell, open) {
            for quarter in 0..<4 {
                clear(cell.quarter(quarter), of: cell, within: open, state, label)
            }
        } else {
            fill(cell, with: label, clearance: open.clearance)
            if isCell, open.clearance < Self.enough,
                let margin = margins.margin(besideDecided: cell, open, narrower.stacks)
            {
                set(margin, of: cell, marginLabels(margin, state, label))
            }
        }
        narrower.release(to: mark)
    }

    /// The labels of a margin beside a decided cell.
    private mutating func marginLabels(
        _ margin: MarginFinder.Found, _ state: Int32, _ label: UInt32
    ) -> SideLabels {
        let key = MarginKey(state: state, source: margin.source, threshold: margin.threshold)
        if let known = marginLabels[key] { return known }
        let either = verdicts.straddlingLabel(
            state, tables.states, threshold: margin.threshold, of: Int(margin.source))
        let found = SideLabels(
            first: tables.lists.end, share: either == nil ? 0 : margin.share)
        marginLabels[key] = found
        tables.lists.append([label, label] + [either, either].map { $0 ?? ZoneLabels.none })
        return found
    }

    private mutating func set(
        _ margin: MarginFinder.Found, of cell: GridCell, _ labels: SideLabels
    ) {
        let number = tables.number(of: cell)
        tables.cells.set(
            number,
            margin: tables.margins.append(margin.cut.margin(labels)))
        tables.cells.set(number, clearance: Clearance.code(margin.clearOfOthers))
    }
}

// Cells that are divided into blocks.
extension GridPartBuilder {
    /// Divides a cell of the frame into a block.
    private mutating func divide(_ cell: GridCell, _ open: OpenSources) {
        let number = tables.number(of: cell)
        if !open.polygons.isEmpty { cellsWithEdges.append(number) }
        draft.start()
        settle(cell, open, depth: 0)
        tables.cells.set(number, clearance: Clearance.code(open.clearance))
        if let margin = margins.margin(in: cell, open, narrower.stacks) {
            let decider = decider(of: open)
            if let labels = tables.deciders.sideLabels[decider] { set(margin, of: cell, labels) }
        }
        let label = draft.labels.first?.label ?? 0
        let isLabelled =
            draft.opens.isEmpty && label < UInt32(CellTable.isBlock)
            && draft.labels.allSatisfy { $0.label == label }
        if isLabelled, draft.labels.count == 1 {
            // Its parts are decided by themselves, with no clearance that holds for all.
            tables.set(number, label: label)
            if !tables.cells.hasMargin(number) { tables.cells.set(number, clearance: 0) }
        } else {
            tables.blocks.append(draft, of: number)
            if isLabelled { tables.cells.note(label: UInt16(label), ofBlockIn: number) }
        }
    }

    /// Decides a cell within a block, of which it is known what is open.
    private mutating func settle(_ cell: GridCell, _ open: OpenSources, depth: Int) {
        let mask = 1 << depth - 1
        let (column, row) = (cell.column & mask, cell.row & mask)
        if open.isEmpty {
            let label = ClearedLabel(
                label: label(of: open.state), clearance: Clearance.coarseCode(open.clearance))
            draft.paint(label: label, column, row, depth: depth)
            return
        }
        let share = 1 / Double(1 << depth)
        let cut = cutter.cut(cell, open, narrower.stacks)
        let isLast = depth == tables.blockBits
        if let cut, isLast ? cut.isUseful(overShare: share) : cut.isSharp(overShare: share) {
            paint(openCell(cell, open, cut), column, row, depth)
        } else if isLast {
            paint(openCell(cell, open, nil), column, row, depth)
        } else {
            for k in 0..<4 {
                let quarter = cell.quarter(k)
                let mark = narrower.stacks.mark
                settle(quarter, narrow(open, of: cell, to: quarter), depth: depth + 1)
                narrower.release(to: mark)
            }
        }
    }

    private mutating func paint(
        _ open: (cell: dmz_open_cell, clearance: Double), _ column: Int, _ row: Int, _ depth: Int
    ) {
        draft.paint(
            open: open.cell, clearance: Clearance.code(open.clearance), column, row, depth: depth)
    }

    private mutating func decider(of open: OpenSources) -> Int {
        deciders.number(for: open, narrower.stacks, &tables, &verdicts, &work)
    }

    /// An open cell, with its cut, and how far reports may be off for what the cut says to hold.
    private mutating func openCell(
        _ cell: GridCell, _ open: OpenSources, _ cut: CellCut?
    ) -> (cell: dmz_open_cell, clearance: Double) {
        let decider = decider(of: open)
        if !open.polygons.isEmpty { return (leaf(cell, open, cut, decider), 0) }
        let entry = OpenEntry.decider(decider)
        let run = run(of: open)
        // Of too many outcomes there is no list, and so no label for a side.
        guard let cut, tables.deciders[UInt32(decider)].isCut else {
            return (CellCut.none(entry: entry, run: run), 0)
        }
        var clearance = 0.0
        if let only = narrower.stacks.lines[open.lines].first, only.shown != nil,
            let line = cutter.sources.lines[Int(only.source)]
        {
            clearance = min(open.clearance, line.clearance(of: only) ?? 0)
        }
        let unit = CellCut.metresInUnit(of: frame)
        return (cut.cell(unit: unit, entry: entry, runOrLabels: run.bits), clearance)
    }

    /// An open cell through which edges of polygons pass, with its cut.
    private mutating func leaf(
        _ cell: GridCell, _ open: OpenSources, _ cut: CellCut?, _ decider: Int
    ) -> dmz_open_cell {
        let polygons = narrower.stacks.polygons[open.polygons].map {
            LeafTable.Polygon(
                edges: narrower.stacks.numbers[$0.edges], containsCorner: $0.containsCorner)
        }
        let entry = OpenEntry.leaf(tables.leaves.append(cell, decider: decider, polygons))
        guard let cut else { return CellCut.none(entry: entry, run: run(of: open)) }
        guard let list = tables.deciders[UInt32(decider)].list else {
            return CellCut.none(entry: entry, run: .unknown)
        }
        let beside = cutter.polygonsBeside(cut, cell, open, narrower.stacks)
        let labels = tables.lists.pair(
            tables.lists[Int(list) + beside.lower], tables.lists[Int(list) + beside.upper])
        return cut.cell(unit: cut.ownUnit, entry: entry, runOrLabels: labels)
    }

    /// The run of pieces that may be nearest on the first line that is open.
    private func run(of open: OpenSources) -> PieceRun {
        guard let first = narrower.stacks.lines[open.lines].first,
            let line = cutter.sources.lines[Int(first.source)]
        else { return .unknown }
        return narrower.stacks.withNumbers(first.candidates) {
            PieceRun(covering: $0, of: line.chords)
        }
    }
}
