import Agreements

/// What a table is made by.
package struct TableRequest: Sendable {
    /// By what rows are told apart, in the order of the columns.
    package var keys: [TableKey]
    /// How files are read, and under which names reports have what is asked for.
    package var input: ReportInput
    /// The member that says of what class a report is.
    package var className = "class"
    /// The clock of days, weeks and hours.
    package var clock: LocalClock
    /// Whether records of one id and day count once.
    package var isDistinct = false
    /// So many rows the table may have.
    package var mostRows = 1_000_000
    /// So many ids are held in memory, others in a temporary file.
    package var mostHeldIDs = RepeatedIDs.usualLimit

    /// A table by some keys, on a clock.
    package init(keys: [TableKey], input: ReportInput, clock: LocalClock) {
        (self.keys, self.input, self.clock) = (keys, input, clock)
    }
}
