/// A truth value of Kleene's three-valued logic.
public enum Truth: Int, Comparable, Hashable, Sendable {
    /// It does not hold.
    case no
    /// The data cannot decide.
    case unknown
    /// It holds.
    case yes

    /// No is below unknown, and unknown below yes.
    public static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }
    static func && (a: Truth, b: Truth) -> Truth { min(a, b) }
    static func || (a: Truth, b: Truth) -> Truth { max(a, b) }

    init(_ value: Bool) { self = value ? .yes : .no }
}

extension Truth: CustomStringConvertible {
    /// `no`, `unknown` or `yes`.
    public var description: String {
        switch self {
        case .no: "no"
        case .unknown: "unknown"
        case .yes: "yes"
        }
    }
}
