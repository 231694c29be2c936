internal import CKernels
import Geodesy
import LineSearch

/// Decides the cells of a frame from the coarsest down.
struct VerdictGridBuilder {
    /// A line or border that is not decided in a cell.
    struct OpenLine {
        let source: Int32
        /// Its candidates in the arena.
        let candidates: Range<Int>
        let least: Int32
        let most: Int32
        /// What side and end all of the cell shows, as in outcomes; -1 where that is open.
        let shown: Int32
        /// Bounds of the distance in metres.
        var low = 0.0
        var high = Double.infinity
    }
    /// A point that is not decided.
    struct OpenPoint {
        let source: Int32
        let least: Int32
        let most: Int32
    }
    /// A polygon with edges in a cell.
    struct OpenPolygon {
        let polygon: Int32
        /// Its edges in the arena.
        let edges: Range<Int>
        /// Whether it contains the cell's south-western corner, counted by the rule of `CornerPath`.
        let containsCorner: Bool
    }
    /// What is open in a cell, as ranges of the stacks below.
    struct Open {
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

    /// The number of the part of the cells that this one decides.
    let part: Int
    let rows: VerdictRows
    var sources: GridSources { rows.sources }
    var grid: VerdictGrid.Parts
    var labels: ZoneLabels
    /// Candidates of lines and edges of polygons, by number.
    var arena: [UInt32] = []
    var lines: [OpenLine] = []
    var points: [OpenPoint] = []
    var polygons: [OpenPolygon] = []
    /// Room for what is being narrowed.
    var room: [UInt32] = []
    var scratch: [Double]
    /// At most so many bytes; beyond, building stops.
    private var greatest = Int.max
    /// Steps taken so far, and how many there may be; see `ZoneIndex.Detail.mostWork`.
    var work = 0
    let mostWork: Int
    /// How many the grid takes so far.
    private var byteCount: Int {
        grid.byteCount + blocks.count * MemoryLayout<dmz_block>.stride
    }
    /// Whether lines and points stay on the stacks that are decided, for their clearance's sake.
    var keepsDecided = false
    /// The cells of the frame in which polygons have edges.
    var cellsWithEdges: [Int] = []
    private var labelOfState: [Int32] = []
    private var known: [DeciderKey: Int] = [:]
    /// Deciders of one line used last, by a hash.
    private var recent = [(state: Int32, measured: Decider.Measured, number: Int)?](
        repeating: nil, count: 256)
    /// The cells that are cut into blocks, in any order, and the blocks.
    var blocks: [(cell: Int, block: dmz_block)] = []
    /// The block being built.
    var draft: BlockDraft
    /// The numbers of labels in the palette of all blocks.
    var numberOfLabel: [ClearedLabel: UInt16] = [:]
    /// Where the labels of both sides of leaves' cuts begin.
    var pairs: [UInt64: UInt32] = [:]
    /// Where the labels of margins begin.
    var marginLabels: [MarginKey: UInt32] = [:]

    private struct DeciderKey: Hashable {
        let state: Int32
        let measured: [Decider.Measured]
        let polygons: [Int32]
    }

    init(
        part: Int, _ rows: VerdictRows, labels: ZoneLabels, cellBits: Int, blockBits: Int,
        mostWork: Int = .max
    ) {
        self.mostWork = mostWork
        self.part = part
        self.rows = rows
        self.labels = labels
        draft = BlockDraft(bits: blockBits)
        let frame = GridFrame(rows.sources.extent, cellBits: cellBits)
        let pieces = rows.sources.lines.compactMap { $0?.chords.count }.max() ?? 0
        scratch = Array(repeating: 0, count: pieces + 3)
        grid = VerdictGrid.Parts(
            frame: frame, blockBits: blockBits,
            cells: Array(repeating: 0, count: 1 << (frame.columnBits + frame.rowBits))
                + [0],
            clearances: Array(repeating: 0, count: 1 << (frame.columnBits + frame.rowBits) + 1),
            rowBlocks: Array(repeating: 0, count: 1 << frame.rowBits),
            marginOfCell: Array(
                repeating: 0, count: 1 << (frame.columnBits + frame.rowBits) + 1))
        grid.metresInUnit = metresInUnit
        let farLabel = self.labels.label(for: rows.row(rows.nothing))
        precondition(farLabel < UInt32(VerdictGrid.isBlock), "the first labels are low")
        grid.cells[grid.cells.count - 1] = UInt16(farLabel)
        grid.edges = rows.sources.edges.flatMap { $0.placed(in: frame) }
    }

    /// Decides the cells of the part.
    ///
    /// - Returns: how many bytes that takes, beside what every part takes; `nil` when more than given.
    mutating func build(atMost bytes: Int) -> Int? {
        let empty = byteCount
        greatest = bytes + empty
        // The code of blocks that are one open cell, and a label for what is open to read.
        grid.codes = [UInt16(DMZ_FIRST_OPEN)]
        (grid.palette, grid.paletteClearances) = ([0], [0])
        for root in grid.frame.roots where !isShare(root) || owns(root) {
            (lines, points, polygons, arena) = ([], [], [], [])
            build(root, of: root, within: everything(at: root), isOwn: false)
        }
        return byteCount <= greatest ? byteCount - empty : nil
    }

    /// The grid, when all parts are in.
    mutating func finish() -> VerdictGrid {
        keepClearOfEdges()
        numberBlocks()
        return VerdictGrid(grid)
    }

    /// Everything that may be open in a root cell.
    private mutating func everything(at root: GridCell) -> Open {
        for (number, line) in sources.lines.enumerated() {
            guard let line else { continue }
            let first = arena.count
            arena.append(contentsOf: 0..<UInt32(line.chords.count))
            lines.append(
                OpenLine(
                    source: Int32(number), candidates: first..<arena.count, least: 0,
                    most: Int32(line.thresholds.values.count), shown: -1))
        }
        for (number, point) in sources.points.enumerated() {
            guard let point else { continue }
            points.append(
                OpenPoint(
                    source: Int32(number), least: 0, most: Int32(point.thresholds.values.count)))
        }
        // South of everything, where no edge is below: only rings round the pole contain it.
        var first = 0
        for polygon in sources.areaOfPolygon.indices {
            let start = arena.count
            while first < grid.edges.count, grid.edges[first].polygon == polygon {
                arena.append(UInt32(first))
                first += 1
            }
            let corner = corner(of: root)
            var contains = startsInside(polygon)
            for number in arena[start...] {
                let edge = grid.edges[Int(number)]
                if CornerPath.isBelow(edge, corner) { contains.toggle() }
                if CornerPath.passesBefore(edge, corner: corner) { contains.toggle() }
            }
            polygons.append(
                OpenPolygon(
                    polygon: Int32(polygon), edges: start..<arena.count, containsCorner: contains)
            )
        }
        return Open(
            state: 0, lines: 0..<lines.count, points: 0..<points.count,
            polygons: 0..<polygons.count)
    }

    /// Whether a polygon contains what is south of all its vertices.
    private func startsInside(_ polygon: Int) -> Bool {
        guard case .area(let locator) = rows.model.sources[sources.areaOfPolygon[polygon]] else {
            return false
        }
        let first = sources.polygonsOfArea[sources.areaOfPolygon[polygon]].lowerBound
        var isInside = false
        for ring in locator.area.polygons[polygon - first] {
            if PolygonGeometry.windsRoundPole(ring), PolygonGeometry.isSouthern(ring) {
                isInside.toggle()
            }
        }
        return isInside
    }

    /// Decides a cell of the frame or one coarser, as far as it belongs to the part.
    ///
    /// Cells coarser than shares are filled by the part that they belong to, when they are decided; otherwise
    /// every part goes on to its own shares.
    private mutating func build(
        _ cell: GridCell, of whole: GridCell, within parent: Open, isOwn: Bool
    ) {
        let isOwn = isOwn || owns(cell)
        guard byteCount <= greatest, !isTooCostly, isOwn || !isShare(cell) else { return }
        let marks = (lines.count, points.count, polygons.count, arena.count)
        let open = narrow(parent, of: whole, to: cell)
        if open.isEmpty {
            if isOwn { fill(cell, of: whole, within: parent, open) }
        } else if cell.columnBits == grid.frame.columnBits {
            block(cell, open)
        } else {
            let isOwnShare = isOwn && isShare(cell)
            for quarter in 0..<4 {
                build(cell.quarter(quarter), of: cell, within: open, isOwn: isOwnShare)
            }
        }
        lines.removeLast(lines.count - marks.0)
        points.removeLast(points.count - marks.1)
        polygons.removeLast(polygons.count - marks.2)
        arena.removeLast(arena.count - marks.3)
    }

    /// Fills a decided cell.
    private mutating func fill(
        _ cell: GridCell, of whole: GridCell, within parent: Open, _ open: Open
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

    mutating func fill(_ cell: GridCell, with label: UInt32, clearance: Double) {
        let shift = grid.frame.columnBits - cell.columnBits
        let code = Clearance.code(clearance)
        for row in cell.row << shift..<(cell.row + 1) << shift {
            let first = row << grid.frame.columnBits | cell.column << shift
            for k in first..<first + 1 << shift {
                set(k, label)
                grid.clearances[k] = code
            }
        }
    }

    /// Gives a cell of the frame a label; with more than fit into its number, as a block.
    mutating func set(_ cell: Int, _ label: UInt32) {
        if label < UInt32(VerdictGrid.isBlock) {
            grid.cells[cell] = UInt16(label)
        } else {
            draft.start()
            draft.paint(label: ClearedLabel(label: label, clearance: 0), 0, 0, depth: 0)
            finishBlock(cell)
        }
    }

    /// The entry of a cell in which something stays open.
    mutating func entry(_ cell: GridCell, _ open: Open) -> VerdictGrid.Entry {
        // Most often one line is open, as in the cells around.
        var slot: Int?
        var single: Decider.Measured?
        if open.lines.count == 1, open.points.isEmpty, open.polygons.isEmpty {
            let line = lines[open.lines.lowerBound]
            let measured = Decider.Measured(
                source: line.source, least: line.least, most: line.most, shown: line.shown)
            let hash = open.state &* 31 &+ line.source &* 17 &+ line.least &* 7 &+ line.most
            slot = Int((hash &* 5 &+ line.shown) & 255)
            single = measured
            if let slot, let found = recent[slot], found.state == open.state,
                found.measured == measured
            {
                return .decider(found.number)
            }
        }
        let measured =
            lines[open.lines].map {
                Decider.Measured(
                    source: $0.source, least: $0.least, most: $0.most, shown: $0.shown)
            }
            + points[open.points].map {
                Decider.Measured(
                    source: $0.source, least: $0.least, most: $0.most, shown: 0)
            }
        let key = DeciderKey(
            state: open.state, measured: measured, polygons: polygons[open.polygons].map(\.polygon))
        let number: Int
        if let found = known[key] {
            number = found
        } else {
            number = grid.deciders.count
            known[key] = number
            grid.deciders.append(decider(key))
            appendSideLabels(key, grid.deciders[number])
        }
        if let slot, let single { recent[slot] = (open.state, single, number) }
        guard !open.polygons.isEmpty else { return .decider(number) }
        let offset = grid.leaves.count
        grid.leaves += [UInt32(number), UInt32(cell.row), UInt32(cell.rowBits)]
        for polygon in polygons[open.polygons] {
            let count = UInt32(polygon.edges.count) << 1
            grid.leaves.append(count | (polygon.containsCorner ? 1 : 0))
            grid.leaves += arena[polygon.edges]
        }
        return .leaf(offset)
    }

    /// A decider with the labels of all its outcomes.
    private mutating func decider(_ key: DeciderKey) -> Decider {
        var size = 1
        for measured in key.measured where size <= Decider.greatestTable {
            size *= measured.outcomes
        }
        let isFew = key.polygons.count <= Self.mostPolygonsInTable
        if size <= Decider.greatestTable, isFew { size <<= key.polygons.count }
        let hasTable = size <= Decider.greatestTable && isFew && !isTooCostly
        let decider = Decider(
            state: key.state, measured: key.measured, polygons: key.polygons,
            table: hasTable ? Int32(grid.tables.count) : -1,
            isLine: key.measured.first.map { sources.lines[Int($0.source)] != nil } ?? false)
        guard hasTable else { return decider }
        var decided = rows.nothing
        grid.trie.forEachOutcome(of: key.state) { rows.set($0, $1, in: &decided) }
        work += size * max(1, rows.model.zoneCount)
        for index in 0..<size {
            var outcomes = decided
            var rest = index
            for measured in key.measured {
                let outcome = measured.outcome(Int32(rest % measured.outcomes))
                rest /= measured.outcomes
                rows.set(Int(measured.source), outcome, in: &outcomes)
            }
            for polygon in key.polygons {
                outcomes.polygons[Int(polygon)] = rest & 1 == 1
                rest >>= 1
            }
            grid.tables.append(labels.label(for: rows.row(outcomes)))
        }
        return decider
    }

    /// Appends the labels on both sides of a decider's cuts.
    private mutating func appendSideLabels(_ key: DeciderKey, _ decider: Decider) {
        grid.sideLabels.append(-1)
        grid.shares.append(0)
        guard decider.isCut, let measured = decider.measured.first else { return }
        let first = Int(decider.table)
        var either = [Self.noLabel, Self.noLabel]
        let (source, limit) = (Int(measured.source), Int(measured.least))
        if measured.shown >= 0, measured.outcomes == 2 {
            either = [Int32(0), 1].map {
                straddlingLabel(key.state, source, measured.outcome($0), limit)
            }
            grid.shares[grid.shares.count - 1] = CellCut.share(
                ofUncertaintyAt: sources.thresholds(of: source)?.values[limit] ?? 0)
        }
        grid.sideLabels[grid.sideLabels.count - 1] = Int32(grid.tables.count)
        let (lower, upper) = decider.sides
        grid.tables += [grid.tables[first + lower], grid.tables[first + upper]] + either
    }

    /// In place of labels that are not known.
    static let noLabel = DMZ_NO_LABEL

    /// The label of reports that may be on either side of a threshold, when everything else is decided.
    mutating func straddlingLabel(
        _ state: Int32, _ source: Int, _ outcome: SourceOutcome?, _ threshold: Int
    ) -> UInt32 {
        guard sources.isMeasuredAlone(source) else { return Self.noLabel }
        var outcomes = rows.nothing
        grid.trie.forEachOutcome(of: state) { rows.set($0, $1, in: &outcomes) }
        if let outcome { rows.set(source, outcome, in: &outcomes) }
        return labels.label(
            for: rows.row(outcomes, straddling: threshold, of: source))
    }

    mutating func label(of state: Int32) -> UInt32 {
        while labelOfState.count < grid.trie.count { labelOfState.append(-1) }
        let known = labelOfState[Int(state)]
        if known >= 0 { return UInt32(known) }
        var outcomes = rows.nothing
        grid.trie.forEachOutcome(of: state) { rows.set($0, $1, in: &outcomes) }
        work += rows.model.zoneCount
        let label = labels.label(for: rows.row(outcomes))
        labelOfState[Int(state)] = Int32(label)
        return label
    }
}
