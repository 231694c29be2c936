/// One of three answers: yes, no, or that the data cannot decide.
///
/// Whether a report is in a zone is such an answer (`inside`, `outside`, `undeterminable`), and so is
/// whether a rule covers it. Ordered from no to yes, as Kleene's logic has it.
public enum Answer: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// It holds nowhere where the reported object may be.
    case no
    /// It holds for some of what is possible and not for all.
    case undeterminable
    /// It holds wherever the reported object may be.
    case yes

    /// Every place where the reported object may be is in the zone.
    public static let inside = Answer.yes
    /// No place where the reported object may be is in the zone.
    public static let outside = Answer.no

    /// No is below undeterminable, and undeterminable below yes.
    public static func < (a: Answer, b: Answer) -> Bool { a.rawValue < b.rawValue }
    /// What is certain of both together, each looked at by itself.
    package static func && (a: Answer, b: Answer) -> Answer { min(a, b) }
    /// What is certain of one or the other, each looked at by itself.
    package static func || (a: Answer, b: Answer) -> Answer { max(a, b) }
    /// The opposite.
    package static prefix func ! (a: Answer) -> Answer {
        switch a {
        case .yes: .no
        case .no: .yes
        case .undeterminable: .undeterminable
        }
    }

    /// A certain answer.
    public init(_ value: Bool) { self = value ? .yes : .no }

    /// What is certain when some possibilities hold and others do not.
    package init(some: Bool, all: Bool) { self = all ? .yes : some ? .undeterminable : .no }

    /// The answer as one about a zone: `inside`, `outside` or `undeterminable`.
    public var asMembership: String {
        switch self {
        case .yes: "inside"
        case .no: "outside"
        case .undeterminable: "undeterminable"
        }
    }
}

extension Answer: CustomStringConvertible {
    /// `yes`, `no` or `unknown`.
    public var description: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .undeterminable: "unknown"
        }
    }
}
