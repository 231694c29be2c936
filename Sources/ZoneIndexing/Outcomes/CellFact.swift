/// What is decided of one source in all of a cell.
enum CellFact: Hashable, Sendable {
    /// How the cell lies to a line, border or point.
    case outcome(SourceOutcome, source: Int32)
    /// A polygon contains the cell; by its number among all polygons.
    case isInside(polygon: Int32)
}

extension CellFact: TrieStep {
    var slot: Int {
        switch self {
        case .outcome(let outcome, let source):
            Int(source) &* 17 &+ 4 &* Int(outcome.passed) &+ Int(outcome.shown.rawValue)
        case .isInside(let polygon): Int(polygon) &* 13 &+ 1
        }
    }
}
