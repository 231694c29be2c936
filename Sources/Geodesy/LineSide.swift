/// On which side of a directed line a position lies.
public enum LineSide: String, CaseIterable, Hashable, Sendable {
    /// To the left when looking along the line.
    case left
    /// To the right when looking along the line.
    case right
    /// On the line: within 1 micrometre of it.
    case on
    /// Undefined: on the exact prolongation of an open end, or as near to a place on the line that
    /// shows its left as to one that shows its right.
    case none

    /// The side of the same position when the line runs the other way.
    public var reversed: LineSide {
        switch self {
        case .left: .right
        case .right: .left
        case .on, .none: self
        }
    }
}
