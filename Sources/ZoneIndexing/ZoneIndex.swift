import Dispatch
import Geodesy
import LineSearch
import Zones
import Synchronization

/// The zones of a plan, compiled to classify positions in large numbers.
///
/// It does not change and may be used by many tasks at once.
public final class ZoneIndex: Sendable {
    /// The longest distance that a plan may hold: 2,000 km.
    public static let greatestDistance = Distance.kilometres(2_000)

    /// The most memory that an index may take: 1 GiB.
    public static let greatestByteCount = 1 << 30

    package let model: ZoneModel
    let labels: ZoneLabels
    let labelWords: LabelWords
    let rows: VerdictRows
    /// By the number of their source, lines and borders made ready for nearest places.
    let fastLines: [FastLine?]
    /// Those that there are.
    let measuredLines: [MeasuredLine]
    /// The line, when there is nothing else and zones ask only for distances from it.
    let loneLine: LoneLine?
    /// Nothing when the plan has nothing that a position could be near to.
    let grid: VerdictGrid?
    /// The lines among which the nearest is looked for.
    let toldLines: [ToldLine]
    /// The zones of which cells may leave open what the definitions decide.
    let settledZones: [Int]
    /// The label of positions far from everything.
    let farLabel: UInt32

    /// Compiles a plan.
    ///
    /// - Throws: `ZonePlanError` when a zone names a line or zone that is not there, a distance is
    ///   out of range, or the index would be larger than `greatestByteCount` or take longer to
    ///   compile than its detail allows.
    public convenience init(_ plan: ZonePlan, detail: Detail = .full) throws(ZonePlanError) {
        try self.init(ZoneModel(plan), detail: detail)
    }

    /// Compiles a plan to an index of at most so many bytes.
    package convenience init(
        _ plan: ZonePlan, detail: Detail, atMost greatest: Int
    ) throws(ZonePlanError) {
        try self.init(ZoneModel(plan), detail: detail, atMost: greatest)
    }

    /// Compiles a model to an index of at most so many bytes.
    package init(
        _ model: ZoneModel, detail: Detail, atMost greatest: Int = ZoneIndex.greatestByteCount
    ) throws(ZonePlanError) {
        for number in model.sources.indices {
            let reach = model.farthestLimit(of: number)
            guard reach > Self.greatestDistance.metres + 1 else { continue }
            throw ZonePlanError(
                .distanceOutOfRange,
                zone: model.sourcesOfZone.firstIndex { $0.contains(number) },
                "a distance is \(Distance.metres(reach.rounded())); an index holds 0 to "
                    + "\(Self.greatestDistance)")
        }
        self.model = model
        settledZones = model.sourcesOfZone.indices.filter {
            model.sourcesOfZone[$0].contains { model.isSettledExactly($0) }
        }
        let sources = GridSources(model)
        rows = VerdictRows(model: model, sources: sources)
        var labels = ZoneLabels(zoneCount: model.zoneCount, lineCount: model.lineCount)
        var far = RowStates(rows)
        farLabel = labels.label(for: far.takeRow())
        // Pieces alone may be too many to be told apart by the numbers in runs of them.
        let pieces = sources.lines.reduce(0) { $0 + ($1?.chords.byteCount ?? 0) }
        let built =
            pieces <= greatest
            ? Self.build(rows, labels, detail, atMost: greatest) : .tooLarge
        if built.isTooCostly {
            throw ZonePlanError(
                .tooCostly,
                "the \(model.zoneCount) zones overlap in so many ways that compiling the index would "
                    + "take longer than it saves")
        }
        if built.isTooLarge {
            throw ZonePlanError(
                .tooLarge,
                "the index of \(model.zoneCount) zones would take more than \(greatest) bytes; "
                    + "compile a coarser one, or several of fewer zones each")
        }
        fastLines = built.fastLines
        var all = built.labels
        loneLine = LoneLine(rows, &all)
        grid = built.grid
        self.labels = all.sharing()
        labelWords = LabelWords(self.labels)
        toldLines = (0..<model.lineCount).compactMap { number in
            guard model.line(number).isForNearest else { return nil }
            return built.fastLines[number].map { ToldLine(number: Int32(number), fast: $0) }
        }
        let told = Set(toldLines.map { Int($0.number) })
        measuredLines = fastLines.enumerated().compactMap { source, fast in
            fast.map {
                MeasuredLine(
                    source: source, fast: $0, isForNearest: told.contains(source),
                    tellsSide: source < model.lineCount && model.line(source).number != nil)
            }
        }
    }

    /// What takes time to build.
    private struct Built: Sendable {
        var fastLines: [FastLine?]
        var labels: ZoneLabels
        var grid: VerdictGrid?
        var isTooLarge = false
        var isTooCostly = false

        static let tooLarge = Built(
            fastLines: [], labels: ZoneLabels(zoneCount: 0, lineCount: 0), isTooLarge: true)

        /// Puts the parts of the grid together, if all could be built.
        mutating func take(_ results: [Result<GridPart, GridPart.Failure>?]) {
            var whole: GridPart?
            for result in results {
                switch result {
                case .success(let part):
                    if whole == nil { whole = part } else { whole?.append(part) }
                case .failure(.tooCostly): isTooCostly = true
                case .failure(.tooLarge), nil: isTooLarge = true
                }
            }
            guard !isTooLarge, !isTooCostly, let whole else { return }
            labels = whole.labels
            grid = whole.finished()
        }
    }

    /// Builds the parts of the verdict grid and the lines' own grids beside each other, on as many
    /// processors as there are; the parts, and what numbers they get, do not depend on these.
    private static func build(
        _ rows: VerdictRows, _ labels: ZoneLabels, _ detail: Detail, atMost greatest: Int
    ) -> Built {
        let lines = rows.sources.lines
        let none = [FastLine?](repeating: nil, count: lines.count)
        let built = Mutex(Built(fastLines: none, labels: labels))
        let count = rows.sources.extent.isEmpty ? 0 : CellShare.parts
        let room = Mutex(greatest)
        let parts = Mutex([Result<GridPart, GridPart.Failure>?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: lines.count + count) { k in
            if k < lines.count {
                let fast = lines[k]?.fast(bits: detail.lineBits)
                built.withLock { $0.fastLines[k] = fast }
            } else {
                let number = k - lines.count
                var builder = GridPartBuilder(part: number, rows, labels: labels, detail)
                let part = builder.build(atMost: room.withLock { $0 })
                if case .success(let part) = part { room.withLock { $0 -= part.bytes } }
                parts.withLock { $0[number] = part }
            }
        }
        let results = parts.withLock { $0 }
        return built.withLock {
            $0.take(results)
            let held = $0.fastLines.reduce($0.grid?.byteCount ?? 0) { $0 + ($1?.byteCount ?? 0) }
            if held > greatest { $0.isTooLarge = true }
            return $0
        }
    }

    /// How finely an index is divided: more takes longer to compile and answers faster.
    public struct Detail: Hashable, Sendable {
        /// The frame has about so many cells, as a power of two.
        let cellBits: Int
        /// How often a cell of the frame is halved at most.
        let blockBits: Int
        /// The same, at most, for the grid of each line.
        let lineBits: Int
        /// At most so many steps of compiling, counted so that they do not depend on the machine: one for
        /// each zone of each verdict that is made, and for each eight pieces that are looked at.
        var mostWork = Int.max

        /// For thousands of positions.
        public static let coarse = Detail(cellBits: 12, blockBits: 3, lineBits: 14)
        /// For as many of which no nearest places are asked: more cells, and fewer of lines' own.
        package static let coarseLabels = Detail(cellBits: 14, blockBits: 3, lineBits: 12)
        /// For millions.
        public static let full = Detail(cellBits: 18, blockBits: 4, lineBits: 20)
        /// The same detail, which is given up when compiling takes more steps.
        package func limited(toWork steps: Int) -> Detail {
            var detail = self
            detail.mostWork = steps
            return detail
        }
        /// For tests, which compile many without optimisation.
        package static let rough = Detail(cellBits: 6, blockBits: 3, lineBits: 8)
    }

    /// How many bytes the index takes up, without the lines and areas themselves.
    public var byteCount: Int {
        (grid?.byteCount ?? 0) + labels.byteCount
            + fastLines.reduce(0) { $0 + ($1?.byteCount ?? 0) }
    }
}
