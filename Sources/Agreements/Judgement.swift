import Geodesy

/// What an agreement says of one report.
///
/// Encoded with the names of its properties; what is `nil` is left out:
///
/// `{"zonesInside": ["artillery"], "zonesUndeterminable": ["dmz"], "line": "contact", "distance":
/// {"metres": 1937.428}, "side": "north", "isSideCertain": true, "finding": "undeterminable", "rules":
/// [{"rule": "no-forces", "finding": "undeterminable"}]}`
public struct Judgement: Hashable, Sendable, Codable {
    /// The zones certainly containing the report, in the agreement's order.
    public var zonesInside: [Zone.ID] = []
    /// The zones that may or may not contain the report, in the agreement's order.
    public var zonesUndeterminable: [Zone.ID] = []
    /// The zones that certainly hold some of the report and certainly not all of it, in the agreement's order;
    /// only of reports with a footprint that the object covers.
    public var zonesPartly: [Zone.ID] = []
    /// The nearest line, or `nil` when the agreement has none.
    public var line: ReferenceLine.ID?
    /// The distance to the nearest place on the nearest line.
    public var distance: Distance?
    /// The party on whose side of the nearest line the reported position lies; `nil` on the line,
    /// where the side is undefined and where the agreement names no party.
    public var side: Party.ID?
    /// Whether the report is on that side wherever it, and the line, may be; false where it may be on
    /// the line or on either side.
    public var isSideCertain = true
    /// The gravest finding over all rules, in the order of `Finding`'s cases.
    public var finding: Finding = .unregulated
    /// The finding of each rule that covers the report or may cover it, in the agreement's order.
    public var rules: [RuleFinding] = []

    /// A judgement that says nothing yet.
    public init() {}

    /// The rule with the gravest finding; `nil` where no rule covers the report.
    ///
    /// Of several the first in the agreement's order; where none of them is kept and `BatchJudge` was asked for it,
    /// the one from whose limit the report lies least on the safe side.
    public var gravestRule: Rule.ID? {
        deepestRule ?? rules.first { $0.finding == finding }?.rule
    }

    /// Of several rules with the gravest finding the one with the least margin, where that was asked for.
    var deepestRule: Rule.ID?

    /// The rules of which the one with the least margin counts as the gravest, where they are several.
    ///
    /// Of rules that are kept the first counts: margins take longer to find than all else of a judgement.
    var rulesToCompare: [Rule.ID] {
        switch finding {
        case .compliant, .exempt, .unregulated: gravestRule.map { [$0] } ?? []
        default: rules.filter { $0.finding == finding }.map(\.rule)
        }
    }

    /// What one rule says of a report.
    public struct RuleFinding: Hashable, Sendable {
        /// The rule.
        public let rule: String
        /// What it says; never `unregulated`.
        public let finding: Finding

        /// A finding under a rule.
        public init(rule: String, finding: Finding) {
            self.rule = rule
            self.finding = finding
        }
    }
}
