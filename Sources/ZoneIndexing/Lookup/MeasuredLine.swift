import Geodesy
import LineSearch

/// A line or border made ready for nearest places, by the number of its source.
struct MeasuredLine: Sendable {
    let source: Int
    let fast: FastLine
    /// Whether its nearest place matters however far it is, when nearest places are looked for.
    let isForNearest: Bool
    /// Whether labels tell its side, so that few reports can do without its nearest place.
    let tellsSide: Bool
}
