import Geodesy

/// The zones of a plan, compiled to classify positions in large numbers.
///
/// It does not change and may be used by many tasks at once.
public final class ZoneIndex: Sendable {
    /// The longest distance that a plan may hold: 2,000 km.
    public static let greatestDistance = Distance.kilometres(2_000)

    /// The most memory that an index may take: 1 GiB.
    public static let greatestByteCount = 1 << 30

    let terms: ZoneTerms
    let labels: ZoneLabels
    let rows: VerdictRows
    /// Nothing when the plan has nothing that a position could be near to.
    let grid: VerdictGrid?
    /// The lines whose side is told.
    let toldLines: [ToldLine]
    /// The label of positions far from everything.
    let farLabel: UInt32

    /// Compiles a plan.
    ///
    /// - Throws: `ZoneIndexError` when a zone names a line or zone that is not there, a distance is
    ///   out of range, or the index would be larger than `greatestByteCount`.
    public convenience init(_ plan: ZonePlan, detail: Detail = .full) throws(ZoneIndexError) {
        try self.init(plan, detail: detail, atMost: Self.greatestByteCount)
    }

    /// Compiles a plan to an index of at most so many bytes.
    package init(
        _ plan: ZonePlan, detail: Detail, atMost greatest: Int
    ) throws(ZoneIndexError) {
        terms = try ZoneTerms(plan)
        let sources = GridSources(terms, lineBits: detail.lineBits)
        rows = VerdictRows(terms: terms, sources: sources)
        toldLines = plan.lines.indices.compactMap { number in
            guard plan.lines[number].tellsSide else { return nil }
            return sources.lines[number].map { ToldLine(number: Int32(number), quick: $0.quick) }
        }
        var labels = ZoneLabels(zoneCount: plan.zones.count, lineCount: plan.lines.count)
        farLabel = labels.label(for: rows.row(rows.nothing))
        guard !rows.sources.extent.isEmpty else {
            grid = nil
            self.labels = labels.sharing()
            return
        }
        var builder = VerdictGridBuilder(rows, labels: labels, cellBits: detail.cellBits)
        let held = rows.sources.lines.reduce(0) { $0 + ($1?.quick.byteCount ?? 0) }
        guard let grid = builder.build(atMost: greatest - held) else {
            throw ZoneIndexError(
                .tooLarge,
                "the index of \(plan.zones.count) zones would take more than \(greatest) bytes; "
                    + "compile a coarser one, or several of fewer zones each")
        }
        self.grid = grid
        self.labels = builder.labels.sharing()
    }

    /// How finely an index is cut: more takes longer to compile and answers faster.
    public struct Detail: Hashable, Sendable {
        /// The frame has about so many cells, as a power of two.
        let cellBits: Int
        /// The same, at most, for the grid of each line.
        let lineBits: Int

        /// For thousands of positions.
        public static let coarse = Detail(cellBits: 12, lineBits: 16)
        /// For millions.
        public static let full = Detail(cellBits: 20, lineBits: 20)
        /// For tests, which compile many without optimisation.
        package static let rough = Detail(cellBits: 6, lineBits: 8)
    }

    /// How many bytes the index takes up, without the lines and areas themselves.
    public var byteCount: Int {
        (grid?.byteCount ?? 0) + labels.byteCount
            + rows.sources.lines.reduce(0) { $0 + ($1?.quick.byteCount ?? 0) }
    }
}
