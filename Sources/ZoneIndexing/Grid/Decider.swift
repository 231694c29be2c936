/// How positions in a cell are decided that is not decided as a whole.
final class Decider: Sendable {
    /// A line, border or point whose outcome is open.
    struct Measured: Sendable, Hashable {
        let source: Int32
        /// The least and the greatest number of thresholds below the distance.
        let least: Int32
        let most: Int32

        /// What side and end all of the cell shows, as in outcomes; -1 where that is open.
        let shown: Int32

        /// How many outcomes are possible.
        var outcomes: Int { Int(most - least + 1) * (shown < 0 ? 4 : 1) }

        /// The outcome of a number below `outcomes`.
        func outcome(_ number: Int32) -> SourceOutcome {
            shown < 0 ? 4 * least + number : 4 * (least + number) + shown
        }
    }

    /// What is decided.
    let state: Int32
    let measured: [Measured]
    /// The polygons that have edges in the cell.
    let polygons: [Int32]
    /// Where the labels for all outcomes begin; -1 where they would be too many.
    let table: Int32
    let quick: QuickDecider
    /// Whether the distance from one source is all that is open, or the side of one, so that cells may be
    /// cut along it.
    let isCut: Bool

    init(
        state: Int32, measured: [Measured], polygons: [Int32], table: Int32, isLine: Bool
    ) {
        let isSole = measured.count == 1 && polygons.isEmpty && table >= 0
        isCut = isSole && (measured[0].shown >= 0 || measured[0].least == measured[0].most)
        let isDistance = isSole && measured[0].shown >= 0
        quick = QuickDecider(
            line: isLine ? measured.first?.source ?? -1 : -1,
            limits: isDistance && isLine ? (measured[0].least, measured[0].most - 1) : nil)
        self.table = table
        self.state = state
        self.measured = measured
        self.polygons = polygons
    }

    /// The same where states and tables have been renumbered by so much.
    func moved(states: Int32, tables: Int32) -> Decider {
        Decider(
            state: state > 0 ? state + states : 0, measured: measured, polygons: polygons,
            table: table < 0 ? table : table + tables, isLine: quick.line >= 0)
    }

    /// Where in the table of one whose cells are cut the lower and the upper label are: nearer and farther,
    /// or right and left alongside.
    var sides: (lower: Int, upper: Int) {
        measured[0].shown < 0 ? (0, 2) : (0, measured[0].outcomes - 1)
    }

    static let greatestTable = 1024
}

/// What of a decider tells positions apart by their distances from a line.
struct QuickDecider: Sendable {
    /// The source of the first that is open when it is a line or border, else -1.
    let line: Int32
    /// The numbers of the first and the last threshold that the distance from that line may be beyond,
    /// when this is all that is open.
    let limits: (first: Int32, last: Int32)?
}
