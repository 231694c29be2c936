internal import CSimdjson
import Demarcation
import Geodesy

/// Checks the records of blocks and writes them with their findings.
///
/// One to a worker.
package struct ReportChecker: ~Copyable {
    /// How records are put together in the output.
    package var framing: OutputFraming
    /// The original bytes of records that could not be used, each with a newline.
    package internal(set) var rejects = ByteBuffer()

    let judge: any ReportJudge
    let extent: Extent?
    let fields: FieldNames
    let reading: ReportReading
    let writer: FindingsWriter
    let collectsRejects: Bool
    let isCareful: Bool
    let features: FeatureForm
    var csv: CSVForm?
    var layout: CSVLayout?

    let batchJudge: any BatchJudge
    let rows: RecordRows
    let columns = ReportColumns()
    let alone = ReportColumns()
    /// What `rows` and `columns` hold of the block at hand.
    var found = UnsafeMutableBufferPointer<csj_row>(start: nil, count: 0)
    var base = 0
    var batch = ReportColumns.Memory()
    /// For each record of the block its place in `columns`, or -1 for one that must be read alone.
    var batched: [Int] = []
    var outcomes: [ReportOutcome] = []
    var kinds: KindTable
    var texts: OutcomeTexts
    /// Reports by the number of their outcome, since they were last counted.
    var outcomeCounts: [Int] = []
    var counted: Tally
    var notes = RecordNotes()
    /// For each kind whose category no rule names its place in `notes.unnamed`, or -1.
    var unnamedOfKind: [Int] = []

    /// A checker.
    ///
    /// - Parameters:
    ///   - judge: what reports are judged by.
    ///   - fields: the names of the reports' members; the judge's attributes are added.
    ///   - output: what is written of the findings.
    ///   - collectsRejects: whether `rejects` is filled.
    ///   - isCareful: whether each record is read alone, which changes nothing but the speed.
    package init(
        judge: any ReportJudge, fields: FieldNames = FieldNames(),
        output: [OutputField] = OutputField.allCases, framing: OutputFraming = .asRead,
        collectsRejects: Bool = false, isCareful: Bool = false
    ) {
        self.judge = judge
        extent = judge.extent
        self.framing = framing
        self.collectsRejects = collectsRejects
        self.isCareful = isCareful
        let fields = Self.wanted(fields, judge)
        self.fields = fields
        reading = ReportReading(fields: fields)
        writer = FindingsWriter(fields: output)
        features = FeatureForm(fields: fields)
        batchJudge = judge.makeBatchJudge()
        rows = RecordRows(width: fields.wanted.count)
        kinds = KindTable(attributes: fields.attributes)
        texts = OutcomeTexts(writer, delimiter: nil)
        counted = Tally(zones: judge.zoneIDs, rules: judge.ruleIDs)
    }

    /// The names of members with which files must be split for a judge.
    package static func wanted(_ fields: FieldNames, _ judge: any ReportJudge) -> FieldNames {
        var fields = fields
        fields.attributes = judge.attributeNames
        return fields
    }

    /// The names of members with which files must be split.
    package var wantedFields: FieldNames { fields }

    /// What has been counted since `takeNotes` was last called, or of everything.
    package var tally: Tally {
        var tally = counted
        for (number, count) in outcomeCounts.enumerated() where count > 0 {
            tally.add(batchJudge.judgement(number), times: count)
        }
        tally.add(notes)
        return tally
    }

    /// Takes what must be counted in the order of the blocks; the rest stays in `tally`.
    package mutating func takeNotes() -> RecordNotes {
        defer { notes = RecordNotes() }
        unnamedOfKind = []
        return notes
    }

    /// Takes the rejected bytes collected so far.
    package mutating func takeRejects() -> ByteBuffer {
        var taken = ByteBuffer()
        swap(&taken, &rejects)
        return taken
    }

    /// Checks the records of a block and appends what is to be written.
    ///
    /// - Parameters:
    ///   - block: the bytes of a file and their pieces.
    ///   - file: the name of the file, for messages.
    ///   - output: what is appended to.
    package mutating func check(
        _ block: Block, file: String, to output: inout ByteBuffer
    ) throws(ReportFileError) {
        prepare(block)
        if block.layout == nil {
            try write(block, features, file, &output)
        } else if let csv {
            try write(block, csv, file, &output)
        }
    }

    /// Reads what of a block can be read at once, in the block's form.
    mutating func prepare(_ block: Block) {
        forgetIfMany()
        guard let layout = block.layout else {
            if texts.delimiter != nil { texts = OutcomeTexts(writer, delimiter: nil) }
            return readRows(block)
        }
        if self.layout != layout {
            self.layout = layout
            csv = CSVForm(layout: layout)
            texts = OutcomeTexts(writer, delimiter: layout.delimiter)
        }
        if let csv { readRows(block, csv) }
    }

    private mutating func forgetIfMany() {
        if kinds.forgetIfMany() { unnamedOfKind = [] }
        guard batchJudge.outcomeCount > 1 << 14 else { return }
        for (number, count) in outcomeCounts.enumerated() where count > 0 {
            counted.add(batchJudge.judgement(number), times: count)
        }
        outcomeCounts = []
        texts.removeAll()
        batchJudge.forgetOutcomes()
    }
}
