/// What a computation finds of a report under a rule; never an attribution.
///
/// The cases are in the order of gravity.
public enum Finding: String, CaseIterable, Hashable, Sendable {
    /// The rule covers the report and the position contradicts it.
    case apparentBreach = "apparent_breach"
    /// What is not known decides whether the rule is contradicted: position, category, party or time.
    case undeterminable
    /// The report counts, or may count, towards a number that the rule limits; a single report says
    /// nothing of that.
    case counted
    /// The position contradicts a rule that is not due yet.
    case pending
    /// The rule covers the report, and an exemption applies.
    case exempt
    /// The position contradicts a rule that is suspended for the party.
    case suspended
    /// The rule covers the report, and the position agrees with it.
    case compliant
    /// No rule covers the report.
    case unregulated
}
