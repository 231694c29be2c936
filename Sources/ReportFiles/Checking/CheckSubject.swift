import Agreements
import Geodesy

/// What reports are checked against; a compiled agreement is one.
package protocol CheckSubject: Sendable {
    /// The zones, in the order in which they are counted.
    var zoneIDs: [String] { get }
    /// The rules, in the order in which they are counted.
    var ruleIDs: [String] { get }
    /// The members of reports that rules ask for, besides category, party and time.
    var attributeNames: [String] { get }
    /// The clock of times without an offset from UTC, where what is checked against names it.
    var clock: LocalClock? { get }
    /// Whether a rule names a category, itself or as part of another.
    func isNamed(category: String) -> Bool
    /// Whether the agreement has a party.
    func isKnown(party: String) -> Bool
    /// The zones with points or areas of which distances may be written, as many as a judge gives.
    var zonesOfPlaces: [String] { get }
    /// The clauses of the rules that name one.
    var clauses: [String: String] { get }
    /// The members by which reports are counted; empty where nothing is.
    var countingNames: [String] { get }
    /// Where the agreement's lines and areas lie; `nil` when it is not known.
    var extent: Extent? { get }
    /// Something that judges one worker's reports.
    func makeJudge() -> any ColumnJudge
}

extension CheckSubject {
    /// No clock is named.
    package var clock: LocalClock? { nil }

    /// No zone has points or areas.
    package var zonesOfPlaces: [String] { [] }

    /// Nothing is counted.
    package var countingNames: [String] { [] }

    /// No rule names a clause.
    package var clauses: [String: String] { [:] }

    /// What has no parties knows of none that it does not have.
    package func isKnown(party: String) -> Bool { true }
}

/// Judges reports in columns; one to a worker.
package protocol ColumnJudge: AnyObject {
    /// What is found of reports, in their order.
    func judge(_ columns: ReportColumns, wanting: BatchJudge.Wanted) -> ReportOutcomes
    /// The judgement that an outcome's number stands for, without its distance.
    func judgement(ofOutcome number: Int32) -> Judgement
    /// What is counted of reports with an outcome.
    func counting(ofOutcome number: Int32) -> OutcomeCounting
    /// How what an outcome's number stands for differs from what another agreement says, where it does and where
    /// there is another.
    func change(ofOutcome number: Int32) -> ChangedJudge.Change?
    /// Whether there is another agreement.
    var hasEarlier: Bool { get }
    /// How many numbers have been given.
    var outcomeCount: Int { get }
    /// Begins the numbers anew; asked for between blocks, when there are very many.
    func forgetOutcomes()
}

extension ColumnJudge {
    /// Nothing is counted.
    package func counting(ofOutcome number: Int32) -> OutcomeCounting { OutcomeCounting() }

    /// There is no other agreement.
    package func change(ofOutcome number: Int32) -> ChangedJudge.Change? { nil }

    /// There is no other agreement.
    package var hasEarlier: Bool { false }
}

extension BatchJudge: ColumnJudge {}
