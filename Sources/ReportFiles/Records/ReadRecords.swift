import Agreements
import Geodesy

/// What was read of a block: its reports in columns, and where findings go in its records.
struct ReadRecords: ~Copyable {
    /// The reports of all records that could be used, in the records' order.
    var columns = ReportColumns()
    /// What reports are counted by; as many as reports, or none where nothing is counted.
    var counting = CountingColumns()
    /// Each record, in order; records that are too long count as well.
    var entries: [RecordEntry] = []
    /// The bytes of records that are not written as they stand in the block, and the reasons of those
    /// that could not be used.
    var texts = ByteBuffer()
    /// Where in `texts` they are; as many as entries that are not `asRead`.
    var rewritten: [RewrittenRecord] = []
    /// What was read otherwise than written of records, in their order.
    var notes: [RecordNote] = []
    /// The records that could not be used; as many as entries that are `refused`.
    var refusals: [Refusal] = []
    /// How many reports gave no uncertainty.
    var withoutUncertainty = 0
    /// What was not known of the file, so that times could not be read, and of how many.
    var timeWants: [TimeWant: Int] = [:]
    /// The line of column names without those of earlier findings, in `texts`.
    var header: Range<Int>?
    /// The line of tags under it, likewise.
    var tags: Range<Int>?
    /// The names of the columns, or of the first record's properties, where they were looked for.
    var names: [String] = []
    /// The encoding that the first record which is not UTF-8 is likely in.
    var likelyEncoding: TextEncoding?
    /// Changes when kinds of reports are numbered anew.
    var kindGeneration = 0

    mutating func begin() {
        entries.removeAll(keepingCapacity: true)
        counting.removeAll()
        texts.removeAll()
        rewritten.removeAll(keepingCapacity: true)
        notes.removeAll(keepingCapacity: true)
        refusals.removeAll(keepingCapacity: true)
        withoutUncertainty = 0
        timeWants = [:]
        likelyEncoding = nil
        header = nil
        tags = nil
    }
}

/// A record that is not written as it stands in the block: places in `ReadRecords.texts`.
struct RewrittenRecord {
    /// Its bytes without earlier findings.
    var bytes = 0..<0
    /// The value of `dmz_note` as the format writes it; empty for none.
    var note = 0..<0
    /// Whether the bytes are others than those that came.
    var isAltered = false
}

/// What was read of a record otherwise than it is written.
struct RecordNote {
    /// The record's number in the file, from 1, or 0 for the names of columns, and the place of its first
    /// byte there.
    let number: Int
    let byte: Int
    let text: String
    let isAltered: Bool

    /// The record's place in words.
    var place: String {
        (number == 0 ? "the names of the columns" : "record \(number.grouped)")
            + " at byte \(byte.grouped)"
    }
}

/// How a record is written.
struct RecordEntry {
    enum Kind: UInt8 {
        /// As it stands in the block, with findings.
        case asRead
        /// Otherwise than it stands there, with findings.
        case rewritten
        /// With the reason why it could not be used.
        case refused
    }

    /// How many of the record's bytes come before its findings.
    let insertAt: UInt32
    /// Whether a comma must precede them.
    let needsComma: Bool
    let kind: Kind
}

/// A record that could not be used.
struct Refusal {
    /// The record's number in the file, from 1, and the place of its first byte there.
    let number: Int
    let byte: Int
    /// How many reports of the block come before it.
    let reportsBefore: Int
    /// What was found and what was expected.
    let reason: String
    /// The numbers that were read for its position, if any.
    let position: Coordinate
    /// What they look like.
    var cause = RefusalCause.other
    /// What identifies the record, where that could be read.
    var id: String?
    /// Whether the file is cut off within the record.
    var isCutOff = false
    /// The reason as it is written, in `ReadRecords.texts`.
    var text = 0..<0

    /// The record's place in words.
    var place: String { "record \(number.grouped) at byte \(byte.grouped)" }
}
