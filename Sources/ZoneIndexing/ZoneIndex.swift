import Geodesy

/// The zones of a plan, compiled to classify positions in large numbers.
///
/// It does not change and may be used by many tasks at once.
public final class ZoneIndex: Sendable {
    /// The longest distance that a plan may hold: 2,000 km.
    public static let greatestDistance = Distance.kilometres(2_000)

    let terms: ZoneTerms
    let labels: ZoneLabels
    let rows: VerdictRows
    /// Nothing when the plan has nothing that a position could be near to.
    let grid: Held<VerdictGrid>?
    /// The lines whose side is told.
    let toldLines: [ToldLine]
    /// The label of positions far from everything.
    let farLabel: UInt32
    /// Which labels some cell has because of how far it is from a line or border.
    private let labelsByDistance: [Bool]

    /// Compiles a plan.
    ///
    /// - Throws: `ZoneIndexError` when a zone names a line or zone that is not there, or a distance
    ///   is out of range.
    public init(_ plan: ZonePlan, detail: Detail = .full) throws(ZoneIndexError) {
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
            labelsByDistance = []
            self.labels = labels.sharing()
            return
        }
        var builder = VerdictGridBuilder(rows, labels: labels, cellBits: detail.cellBits)
        builder.build()
        grid = Held(builder.grid)
        labelsByDistance = builder.labelsByDistance
        self.labels = builder.labels.sharing()
    }

    /// Whether a label found in a cell may rest on a distance to a line or border that is within the
    /// farthest threshold: within the cells of one label distances are bounded, but what is added to
    /// one may be beyond a limit that no position there reaches.
    func isByDistance(_ label: UInt32) -> Bool {
        Int(label) < labelsByDistance.count && labelsByDistance[Int(label)]
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
        public static let full = Detail(cellBits: 20, lineBits: 18)
        /// For tests, which compile many without optimisation.
        package static let rough = Detail(cellBits: 6, lineBits: 8)
    }

    /// How many bytes the index takes up, without the lines and areas themselves.
    public var byteCount: Int {
        (grid?.value.byteCount ?? 0) + labels.byteCount
            + rows.sources.lines.reduce(0) { $0 + ($1?.quick.byteCount ?? 0) }
    }
}

/// A value held in one place, so that handing it on costs no look at each of its parts.
final class Held<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
