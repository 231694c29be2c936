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
    let rows: VerdictRows
    /// By the number of their source, lines and borders made ready for nearest places.
    let quickLines: [QuickLine?]
    /// Those that there are.
    let measuredLines: [MeasuredLine]
    /// The line, when there is nothing else and zones ask only for distances from it.
    let loneLine: LoneLine?
    /// Nothing when the plan has nothing that a position could be near to.
    let grid: VerdictGrid?
    /// The lines among which the nearest is looked for.
    let toldLines: [ToldLine]
    /// The zones that a difference of distances decides, which cells leave open.
    let pairedZones: [Int]
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
        for (number, reach) in model.reach.enumerated()
        where reach > Self.greatestDistance.metres + 1 {
            throw ZonePlanError(
                .distanceOutOfRange,
                zone: model.sourcesOfZone.firstIndex { $0.contains(number) },
                "a distance is \(Distance.metres(reach.rounded())); an index holds 0 to "
                    + "\(Self.greatestDistance)")
        }
        self.model = model
        let pairs = Set(
            model.sources.indices.filter {
                if case .pair = model.sources[$0] { true } else { false }
            })
        pairedZones = model.sourcesOfZone.indices.filter {
            !pairs.isDisjoint(with: model.sourcesOfZone[$0])
        }
        let sources = GridSources(model)
        rows = VerdictRows(model: model, sources: sources)
        var labels = ZoneLabels(zoneCount: model.zoneCount, lineCount: model.lineCount)
        farLabel = labels.label(for: rows.row(rows.nothing))
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
        quickLines = built.quickLines
        loneLine = LoneLine(rows)
        grid = built.grid
        self.labels = built.labels.sharing()
        toldLines = (0..<model.lineCount).compactMap { number in
            guard model.line(number).isForNearest else { return nil }
            return built.quickLines[number].map { ToldLine(number: Int32(number), quick: $0) }
        }
        let told = Set(toldLines.map { Int($0.number) })
        measuredLines = quickLines.enumerated().compactMap { source, quick in
            quick.map {
                MeasuredLine(
                    source: source, quick: $0, isForNearest: told.contains(source),
                    tellsSide: source < model.lineCount && model.line(source).number != nil)
            }
        }
    }

    /// What takes time to build.
    private struct Built: Sendable {
        var quickLines: [QuickLine?]
        var labels: ZoneLabels
        var grid: VerdictGrid?
        var isTooLarge = false
        var isTooCostly = false

        static let tooLarge = Built(
            quickLines: [], labels: ZoneLabels(zoneCount: 0, lineCount: 0), isTooLarge: true)
    }

    /// Builds the parts of the verdict grid and the lines' own grids beside each other, on as many
    /// processors as there are; the parts, and what numbers they get, do not depend on these.
    private static func build(
        _ rows: VerdictRows, _ labels: ZoneLabels, _ detail: Detail, atMost greatest: Int
    ) -> Built {
        let lines = rows.sources.lines
        let none = [QuickLine?](repeating: nil, count: lines.count)
        let built = Mutex(Built(quickLines: none, labels: labels))
        let parts = rows.sources.extent.isEmpty ? 0 : VerdictGridBuilder.parts
        let room = Mutex(greatest)
        let builders = Mutex([VerdictGridBuilder?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: lines.count + parts) { k in
            if k < lines.count {
                let quick = lines[k]?.quick(bits: detail.lineBits)
                built.withLock { $0.quickLines[k] = quick }
            } else {
                var builder = VerdictGridBuilder(
                    part: k - lines.count, rows, labels: labels, cellBits: detail.cellBits,
                    blockBits: detail.blockBits, mostWork: detail.mostWork / parts)
                let taken = builder.build(atMost: room.withLock { $0 })
                room.withLock { $0 -= taken ?? 0 }
                if builder.isTooCostly { built.withLock { $0.isTooCostly = true } }
                if taken != nil { builders.withLock { $0[k - lines.count] = builder } }
            }
        }
        let finished = builders.withLock { $0 }
        return built.withLock {
            $0.isTooLarge = finished.contains { $0 == nil }
            if !$0.isTooLarge, !$0.isTooCostly, var whole = finished.first?.flatMap({ $0 }) {
                for case let other? in finished.dropFirst() { whole.append(other) }
                $0.grid = whole.finish()
                $0.labels = whole.labels
            }
            let held = $0.quickLines.reduce($0.grid?.byteCount ?? 0) { $0 + ($1?.byteCount ?? 0) }
            if held > greatest { $0.isTooLarge = true }
            return $0
        }
    }

    /// How finely an index is cut: more takes longer to compile and answers faster.
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
        /// The same cut, which is given up when compiling takes more steps.
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
            + quickLines.reduce(0) { $0 + ($1?.byteCount ?? 0) }
    }
}
