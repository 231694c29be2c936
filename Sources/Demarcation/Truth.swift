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

extension Membership {
    private var truth: Truth {
        switch self {
        case .inside: .yes
        case .undeterminable: .unknown
        case .outside: .no
        }
    }

    private init(_ truth: Truth) {
        self =
            switch truth {
            case .yes: .inside
            case .unknown: .undeterminable
            case .no: .outside
            }
    }

    /// Membership in both of two areas.
    func intersection(_ other: Membership) -> Membership { Membership(truth && other.truth) }

    /// Membership in at least one of two areas.
    func union(_ other: Membership) -> Membership { Membership(truth || other.truth) }

    /// Membership in everything outside the area.
    var complement: Membership {
        switch self {
        case .inside: .outside
        case .undeterminable: .undeterminable
        case .outside: .inside
        }
    }

    /// What is certain when either of two may be the case.
    func orElse(_ other: Membership) -> Membership { self == other ? self : .undeterminable }
}
