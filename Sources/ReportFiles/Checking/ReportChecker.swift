import Agreements

/// Checks the records of blocks and writes them with their findings: reads them into columns, judges
/// these, counts what was found and writes the records, each for a whole block.
///
/// One to a worker.
package struct ReportChecker: ~Copyable {
    private let judge: any ColumnJudge
    private let wanted: BatchJudge.Wanted
    private var reader: RecordReader
    private var counter: RecordCounter
    /// Counts sets of reports, where somebody asks for them.
    private let sets: SetCounter?
    private var writer: RecordWriter
    private var records = ReadRecords()

    /// More outcomes than this are forgotten.
    private static let mostOutcomes = 1 << 14

    /// A checker.
    ///
    /// - Parameters:
    ///   - subject: what reports are checked against.
    ///   - fields: the names of the reports' members; the subject's attributes are added.
    ///   - output: what is written of the findings.
    ///   - isWide: whether tables have a column of probabilities for each zone.
    ///   - collectsRejects: whether `rejects` is filled.
    ///   - collectsAltered: whether the original bytes of altered records are collected.
    ///   - sets: what counts sets of reports, if any.
    ///   - isCareful: whether each record is read alone, which changes nothing but the speed.
    init(
        _ subject: some CheckSubject, fields: FieldNames = FieldNames(),
        output: [OutputField] = OutputField.usual, isWide: Bool = false,
        framing: OutputFraming = .asRead,
        collectsRejects: Bool = false, collectsAltered: Bool = false, sets: SetCounter? = nil,
        isCareful: Bool = false
    ) {
        judge = subject.makeJudge()
        self.sets = sets
        wanted = output.reduce(into: []) { $0.formUnion($1.wanted) }
        reader = RecordReader(fields: Self.wanted(fields, subject), isCareful: isCareful)
        counter = RecordCounter(subject, fields: fields)
        writer = RecordWriter(
            FindingsWriter(
                fields: output, places: subject.zonesOfPlaces, zones: subject.zoneIDs,
                clauses: subject.clauses, isWide: isWide, hasEarlier: judge.hasEarlier),
            framing: framing,
            collectsRejects: collectsRejects,
            collectsAltered: collectsAltered)
    }

    /// The names of members with which files must be split for a subject.
    package static func wanted(_ fields: FieldNames, _ subject: some CheckSubject) -> FieldNames {
        var fields = fields
        fields.attributes = subject.attributeNames
        fields.counting = subject.countingNames
        if fields.times.clock == nil { fields.times.clock = subject.clock }
        return fields
    }

    /// The names of members with which files must be split.
    package var wantedFields: FieldNames { reader.fields }

    /// How records are put together in the output.
    package var framing: OutputFraming {
        get { writer.framing }
        set { writer.framing = newValue }
    }

    /// The original bytes of records that could not be used, each with a newline.
    package var rejects: UnsafeRawBufferPointer { writer.rejects.bytes }

    /// Takes the rejected bytes collected so far.
    package mutating func takeRejects() -> ByteBuffer { writer.takeRejects() }

    /// Takes the original bytes collected so far of records that are written in other bytes.
    package mutating func takeAltered() -> ByteBuffer { writer.takeAltered() }

    /// What has been counted since `takeNotes` was last called, or of everything.
    package var tally: Tally { counter.tally(by: judge) }

    /// Hands over what was counted of sets, when nothing more comes.
    func settleSets() throws(ReportFileError) { try sets?.settle() }

    /// Takes what must be counted in the order of the blocks; the rest stays in `tally`.
    package mutating func takeNotes() -> RecordNotes { counter.takeNotes() }

    /// Checks the records of a block and appends what is to be written.
    ///
    /// - Parameters:
    ///   - block: the bytes of a file and their pieces.
    ///   - file: the name of the file, for messages.
    ///   - output: what is appended to.
    package mutating func check(
        _ block: Block, file: String, to output: inout ByteBuffer
    ) throws(ReportFileError) {
        if judge.outcomeCount > Self.mostOutcomes {
            counter.settle(by: judge)
            writer.forgetOutcomes()
            judge.forgetOutcomes()
            sets?.forgetOutcomes()
        }
        reader.read(block, into: &records)
        let outcomes = judge.judge(records.columns, wanting: wanted)
        counter.count(records, outcomes, file: file)
        try sets?.count(records, outcomes, by: judge)
        try writer.write(block, records, outcomes, of: judge, file: file, to: &output)
    }
}
