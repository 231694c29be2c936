import Demarcation

/// What reports are judged by; a compiled agreement is one.
package protocol ReportJudge: Sendable {
    /// The zones, in the order in which they are counted.
    var zoneIDs: [String] { get }
    /// The rules, in the order in which they are counted.
    var ruleIDs: [String] { get }
    /// The members of reports that rules ask for, besides category, party and time.
    var attributeNames: [String] { get }
    /// Whether a rule names a category, itself or as part of another.
    func isNamed(category: String) -> Bool
    /// Where the agreement's lines and areas lie; `nil` when it is not known.
    var extent: Extent? { get }
    /// What the agreement says of a report.
    func judge(_ report: Report) -> Judgement
}
