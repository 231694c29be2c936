/// What a computation finds of a report under a rule; never an attribution.
public enum Finding: String, CaseIterable, Hashable, Sendable {
    /// The rule covers the report and the position contradicts it.
    case apparentBreach = "apparent_breach"
    /// The data cannot decide: position, category, party or time is not known well enough.
    case undeterminable
    /// The rule covers the report, and an exemption applies.
    case exempt
    /// The rule covers the report, and the position agrees with it.
    case compliant
    /// No rule covers the report.
    case unregulated
}
