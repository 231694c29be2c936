import Agreements
import Geodesy

/// What a page or a picture shows of one record of a file of findings.
package struct ShownFinding: Sendable {
    /// The number of the file among those that are read, from 0, and of the record in it, from 1.
    package var file = 0
    package var number = 0
    /// The position; `nil` where the record has none that can be used.
    package var position: Coordinate?
    /// How far from it the object may be, as far as a bound says so.
    package var bound = Distance.zero
    /// What identifies the record, where it says so.
    package var id: String?
    /// The record's finding: `refused` where it has a reason instead, `none` where it has neither.
    package var finding = FindingWords.none
    /// Why the record could not be used.
    package var error: String?
    /// The gravest rule, its clause, and how far the report is from the limit that decides it, positive on the
    /// safe side.
    package var rule: String?
    package var clause: String?
    package var margin: Distance?
    /// What the rules say.
    package var rules: [(finding: String, rules: [String])] = []
    /// The nearest line, how far it is, and the party on whose side of it the report is.
    package var line: String?
    package var distance: Distance?
    package var side: String?
    /// The zones in which the report certainly is, and in which it may be or is in part.
    package var zones: [String] = []
    package var openZones: [String] = []
    /// What was reported, and to whom it refers.
    package var category: String?
    package var party: String?
    /// When the report's object was there, first and last.
    package var time: (first: Instant, last: Instant)?

    /// A record of which nothing is known yet.
    package init() {}
}
