import Geodesy
import Zones

/// All numbers behind the judgement of one report, and what they come to in words (`description`, `text`).
public struct Explanation: Sendable {
    /// The report.
    public let report: Report
    /// What is said of it; the same as `CompiledAgreement.judge(_:)` gives.
    public let judgement: Judgement
    /// How it lies to each line, in the agreement's order.
    public let lines: [Line]
    /// How it lies to each zone, in the agreement's order.
    public let zones: [ZonePart]
    /// What each rule says of it, in the agreement's order; rules that do not cover it too.
    public let rules: [RulePart]
    /// Where it lies and what is certain of it, in sentences.
    let words: String

    /// How a report lies to a line.
    public struct Line: Sendable {
        /// The line.
        public let id: ReferenceLine.ID
        /// The nearest place on it, and the distance and side from there.
        public let nearest: NearestPlace
        /// The bound on the line's own error.
        public let accuracy: Distance
        /// The report's uncertainty and the line's accuracy together.
        public let uncertainty: Distance
        /// The sides on which the report may lie.
        public let sides: LineSides
        /// The party of the reported position's side, or `nil`.
        public let party: Party.ID?
        /// Whether this is the nearest of the agreement's lines.
        public let isNearest: Bool
        /// The version of the line, from 1; `nil` of a line that never moves.
        public let version: Int?
    }

    /// How a report lies to a zone.
    public struct ZonePart: Sendable {
        /// The zone.
        public let id: Zone.ID
        /// Membership by all of its definition.
        public let membership: Answer
        /// Whether some of a report with a footprint that the object covers is certainly in the zone, and some
        /// certainly not; the membership is then undeterminable.
        public let isPartly: Bool
        /// How likely the report is in the zone by the model of positions; `nil` without one.
        public let probability: ProbabilityRange?
        /// The zone's definition in words.
        public let definition: String
        /// Where in the agreement's text the zone stands.
        public let citation: Citation
        /// What was measured for it, in the order of its definition; of a report without a usable
        /// position nothing.
        public let measures: [Measure]
        /// Why, in a sentence.
        public let reason: String
    }

    /// What was measured for one condition of a zone.
    public struct Measure: Sendable {
        /// What was measured from, such as a line's identifier.
        public let from: String
        /// Whether the condition holds.
        public let answer: Answer
        /// The distance that decides: to the line, route or point, or to an area's border, negative
        /// inside.
        public let distance: Distance
        /// What the distance may be wrong by.
        public let uncertainty: Distance
        /// The limits that apply on the sides where the report may lie.
        public let limits: [Limit]
        /// How far the nearest of these limits is, positive inside; `nil` where none applies.
        public let margin: Distance?
        /// The nearest place on a route.
        public let route: NearestPlace?
        /// Why, in a sentence.
        public let reason: String
    }

    /// The distances at which a zone lies on one side.
    public struct Limit: Hashable, Sendable {
        /// The side, or `nil` where both are alike.
        public let side: LineSide?
        /// The party of that side.
        public let party: Party.ID?
        /// The smaller distance, or `nil` where the zone begins at the line or place itself.
        public let from: Distance?
        /// The greater distance, or `nil` where the zone does not reach to this side.
        public let to: Distance?
    }

    /// What a rule says of a report.
    public struct RulePart: Sendable {
        /// The rule.
        public let id: Rule.ID
        /// The rule in words, with its times on the clock of the agreement's zero.
        public let definition: String
        /// What it says, or `nil` when it does not cover the report.
        public let finding: Finding?
        /// Whether it covers what was reported, the party and the time.
        public let covers: (category: Answer, party: Answer, time: Answer)
        /// Whether the report is where the rule is contradicted.
        public let membership: Answer
        /// Where that is, in words, such as `in its zones`.
        public let place: String
        /// How far the position lies from the limit that decides, positive on the safe side; `nil` where none does.
        public let margin: Distance?
        /// The moment from which it holds, on the clock of the agreement's zero.
        public let from: String?
        /// The moment until which it holds, on the clock of the agreement's zero.
        public let until: String?
        /// Where in the agreement's text the rule stands.
        public let citation: Citation
        /// Why, in a sentence.
        public let reason: String
        /// What is not known of the report, so that the rule may cover it or not; empty where that is not it.
        public let gaps: [String]
        /// The zones that the rule names.
        public let zones: [Zone.ID]
    }
}
