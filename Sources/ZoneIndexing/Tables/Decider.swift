/// How positions in a cell are decided that is not decided as a whole.
final class Decider: Sendable {
    /// A line, border or point whose outcome is open.
    struct Measured: Sendable, Hashable {
        let source: Int32
        /// The least and the greatest number of thresholds below the distance.
        let least: Int32
        let most: Int32
        /// What a line shows to all of the cell; `nil` where that is open.
        let shown: ShownSide?

        /// How many outcomes are possible.
        var outcomeCount: Int {
            Int(most - least + 1) * (shown == nil ? ShownSide.allCases.count : 1)
        }

        /// The possible outcomes, by their numbers.
        func outcome(_ number: Int) -> SourceOutcome {
            if let shown { return SourceOutcome(passed: least + Int32(number), shown: shown) }
            let (passed, side) = number.quotientAndRemainder(dividingBy: ShownSide.allCases.count)
            return SourceOutcome(passed: least + Int32(passed), shown: ShownSide.allCases[side])
        }

        /// The number of a possible outcome, of which what is known of all of the cell may be left out.
        @inline(__always)
        func number(passed: Int, _ seen: ShownSide? = nil) -> Int {
            let passed = passed - Int(least)
            guard shown == nil, let seen else { return passed }
            return 4 * passed + Int(seen.rawValue)
        }
    }

    /// What tells positions apart by their distances from a line.
    struct Asked: Sendable {
        /// Stands for the source where no line or border is open first.
        static let noLine: Int32 = -1

        /// The source of the first that is open when it is a line or border, else `noLine`.
        let line: Int32
        /// The numbers of the first and the last threshold that the distance from that line may be beyond,
        /// when this is all that is open.
        let limits: (first: Int32, last: Int32)?
    }

    /// What is decided.
    let state: Int32
    let measured: [Measured]
    /// The polygons that have edges in the cell.
    let polygons: [Int32]
    /// Where the list of labels for all outcomes begins; `nil` where they would be too many.
    let list: Int32?
    let asked: Asked
    /// Whether the distance from one source is all that is open, or the side of one, so that cells may be
    /// cut along it.
    let isCut: Bool

    init(
        state: Int32, measured: [Measured], polygons: [Int32], list: Int32?, isLine: Bool
    ) {
        let isSole = measured.count == 1 && polygons.isEmpty && list != nil
        isCut = isSole && (measured[0].shown != nil || measured[0].least == measured[0].most)
        let isDistance = isSole && measured[0].shown != nil
        asked = Asked(
            line: isLine ? measured.first?.source ?? Asked.noLine : Asked.noLine,
            limits: isDistance && isLine ? (measured[0].least, measured[0].most - 1) : nil)
        self.list = list
        self.state = state
        self.measured = measured
        self.polygons = polygons
    }

    /// The same by the numbers of the whole grid.
    func moved(by numbers: TableNumbers) -> Decider {
        Decider(
            state: state > 0 ? state + numbers.states : 0, measured: measured, polygons: polygons,
            list: list.map { $0 + Int32(numbers.lists) }, isLine: asked.line != Asked.noLine)
    }

    /// Where in the list of one whose cells are cut the lower and the upper label are: nearer and farther,
    /// or right and left alongside.
    var sides: (lower: Int, upper: Int) {
        guard let only = measured.first else { return (0, 0) }
        return only.shown == nil
            ? (Int(ShownSide.right.rawValue), Int(ShownSide.left.rawValue))
            : (0, only.outcomeCount - 1)
    }

    /// The most labels in a list.
    static let longestList = 1024
    /// Deciders have lists for no more polygons than this.
    static let mostPolygonsInList = 10
}
