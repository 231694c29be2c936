import Demarcation
import Geodesy

/// Checks the records of blocks and writes them with their findings.
///
/// One to a worker.
package struct ReportChecker<Judge: ReportJudge> {
    /// How records are put together in the output.
    package var framing: OutputFraming
    /// What has been counted so far.
    package private(set) var tally: Tally
    /// The original bytes of records that could not be used, each with a newline.
    package private(set) var rejects: [UInt8] = []

    private let judge: Judge
    private let fields: FieldNames
    private let names: TallyNames
    private let reading: ReportReading
    private let writer: FindingsWriter
    private let collectsRejects: Bool
    private let features: FeatureForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var categories: [String: Bool] = [:]

    /// A checker.
    ///
    /// - Parameters:
    ///   - judge: what reports are judged by.
    ///   - fields: the names of the reports' members; the judge's attributes are added.
    ///   - output: what is written of the findings.
    ///   - collectsRejects: whether `rejects` is filled.
    package init(
        judge: Judge, fields: FieldNames = FieldNames(),
        output: [OutputField] = OutputField.allCases, framing: OutputFraming = .asRead,
        collectsRejects: Bool = false
    ) {
        self.judge = judge
        self.framing = framing
        self.collectsRejects = collectsRejects
        var fields = fields
        fields.attributes = judge.attributeNames
        self.fields = fields
        reading = ReportReading(fields: fields)
        writer = FindingsWriter(fields: output)
        features = FeatureForm(fields: fields)
        names = TallyNames(zones: judge.zoneIDs, rules: judge.ruleIDs)
        tally = Tally(zones: names.zones.count, rules: names.rules.count)
    }

    /// The names of members with which files must be split.
    package var wantedFields: FieldNames { fields }

    /// Checks the records of a block and appends what is to be written.
    ///
    /// - Parameters:
    ///   - block: the bytes of a file and their pieces.
    ///   - file: the name of the file, for messages.
    ///   - output: what is appended to.
    package mutating func check(
        _ block: Block, file: String, to output: inout [UInt8]
    ) throws(ReportFileError) {
        guard let layout = block.layout else { return try check(block, features, file, &output) }
        if self.layout != layout {
            self.layout = layout
            csv = CSVForm(layout: layout)
        }
        if let csv { try check(block, csv, file, &output) }
    }

    /// Takes the rejected bytes collected so far.
    package mutating func takeRejects() -> [UInt8] {
        defer { rejects.removeAll(keepingCapacity: true) }
        return rejects
    }

    private mutating func check<Form: RecordForm>(
        _ block: Block, _ form: Form, _ file: String, _ output: inout [UInt8]
    ) throws(ReportFileError) {
        for piece in block.pieces {
            let bytes = block.bytes(of: piece)
            switch piece.kind {
            case .frame: framing.append(frame: bytes, to: &output)
            case .header: try header(bytes, file, &output)
            case .record:
                framing.begin(&output)
                let start = output.count
                check(bytes, piece, block, form, file, &output)
                framing.end(&output, recordStart: start)
            }
        }
    }

    private mutating func header(
        _ bytes: UnsafeRawBufferPointer, _ file: String, _ output: inout [UInt8]
    ) throws(ReportFileError) {
        guard let csv, let layout else { return }
        if collectsRejects, tally.read == 0, rejects.isEmpty {
            rejects.append(contentsOf: bytes)
            rejects.append(0x0A)
        }
        var line: [UInt8] = []
        csv.writeHeader(bytes, writer, to: &line)
        try framing.append(header: line, ending: layout.lineEnding, file: file, to: &output)
    }

    private mutating func check<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ block: Block, _ form: Form,
        _ file: String, _ output: inout [UInt8]
    ) {
        tally.read += 1
        let found = form.read(bytes)
        var fault = found.fault
        if fault == nil {
            do throws(RecordFault) {
                let report = try reading.report(form, bytes, at: found.position)
                let judgement = judge.judge(report)
                count(report, judgement)
                return form.write(bytes, judgement, writer, to: &output)
            } catch {
                fault = error.sentence
            }
        }
        let place =
            "record \(piece.number.grouped) at byte "
            + (block.offset + piece.range.lowerBound).grouped
        let sentence = fault ?? ""
        form.write(
            bytes, fault: sentence, place: place, keepsBytes: found.keepsBytes, writer, to: &output)
        reject(bytes, piece, found, form, "\(file): \(place)", sentence)
    }

    private mutating func count(_ report: Report, _ judgement: Judgement) {
        tally.add(judgement, names)
        if report.uncertainty == .zero { tally.exact += 1 }
        if let extent = judge.extent, extent.suggestsSwap(of: report.position) {
            tally.swapped += 1
        }
        guard let category = report.category else { return }
        let isNamed = categories[category] ?? judge.isNamed(category: category)
        if categories.count < Tally.mostCategories { categories[category] = isNamed }
        if !isNamed { tally.add(unnamed: category) }
    }

    private mutating func reject<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ found: PositionReading, _ form: Form,
        _ place: String, _ sentence: String
    ) {
        tally.rejected += 1
        if tally.faults.count < Tally.mostFaults {
            var id = ""
            if let index = fields.idIndex, found.keepsBytes,
                case .text(let text) = form.value(index, bytes)
            {
                id = " ('\(text)')"
            }
            tally.faults.append("\(place)\(id): \(sentence)")
        }
        if piece.isUnterminated, found.isNotJSON { tally.cutOff = place }
        if collectsRejects {
            rejects.append(contentsOf: bytes)
            rejects.append(0x0A)
        }
    }
}
