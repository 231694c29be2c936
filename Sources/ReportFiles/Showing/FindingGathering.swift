import Agreements

/// What is gathered of the records of files of findings, by several workers.
package protocol FindingGathering: Sendable {
    /// An empty one, which takes the records of one block; asked of the whole, at any time.
    func ofBlock() -> Self
    /// Whether the report that the record was made of is wanted too.
    func wantsReport(of finding: ShownFinding) -> Bool
    /// Takes a record, and its report where that is wanted and can be had.
    mutating func add(_ finding: ShownFinding, _ report: Report?)
    /// Takes what was gathered of the next block: blocks come in their order, whoever read them.
    mutating func add(_ block: Self)
}
