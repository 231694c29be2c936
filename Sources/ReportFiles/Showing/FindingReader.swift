import Agreements
import Geodesy
import GeoJSONText

/// Reads what pages and pictures show of records of findings; one to a worker.
struct FindingReader: ~Copyable {
    private let members: ShownMembers
    private let idIndex: Int?
    private let features: FeatureForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var habits = FileHabits()
    private var reading: ReportReading
    private var counting: CountingReader
    /// Reads all records of a block at once.
    private let rows: RecordRows
    private var lists = ByteTexts<[String]>()
    private var words = ByteTexts<String>()
    /// The same of what was reported, which is taken as it stands there.
    private var reported = ByteTexts<String>()

    /// A reader of files that are split by such members.
    init(_ members: ShownMembers) {
        self.members = members
        idIndex = members.fields.idIndex
        features = FeatureForm(fields: members.fields)
        reading = ReportReading(fields: members.fields)
        counting = CountingReader(members.fields)
        rows = RecordRows(width: members.fields.wantedAtOnce.count)
    }

    /// Reads the records of a block and hands on what each shows.
    mutating func read(
        _ block: Block, of file: String, _ fileNumber: Int,
        into gathering: inout some FindingGathering
    ) -> FindingNotes {
        if block.layout != layout || habits != block.habits {
            (layout, habits) = (block.layout, block.habits)
            let fields = members.fields.following(habits, layout)
            reading = ReportReading(fields: fields)
            counting = CountingReader(fields)
            csv = layout.map { CSVForm(layout: $0, fields: fields) }
            // What a text of a table says is not what one of JSON says.
            (lists, words, reported) = (ByteTexts(), ByteTexts(), ByteTexts())
        }
        if let csv, layout != nil {
            let rows = readsAtOnce ? RowForm(csv, rows) : nil
            return read(
                block, csv, rows?.read(block) == true ? rows : nil, of: file, fileNumber,
                into: &gathering)
        }
        return read(block, features, nil, of: file, fileNumber, into: &gathering)
    }

    /// Whether positions need no more than numbers or a text that say where they are.
    private var readsAtOnce: Bool {
        let fields = reading.fields
        return fields.absentPositions.isEmpty && fields.positionNumbers == nil
            && !fields.positionIsPlace && fields.pixel == nil && fields.measure == nil
    }

    private mutating func read<Form: FindingForm>(
        _ block: Block, _ form: Form, _ rows: RowForm?, of file: String, _ fileNumber: Int,
        into gathering: inout some FindingGathering
    ) -> FindingNotes {
        var notes = FindingNotes()
        let (bytes, offset) = (block.bytes, block.offset)
        // Copied once and not for every record.
        let reading = reading
        var record = -1
        for piece in block.pieces where piece.kind == .record || piece.kind == .oversized {
            notes.read += 1
            var shown = ShownFinding()
            (shown.file, shown.number) = (fileNumber, piece.number)
            let place = { (reason: String) in
                RecordPlace(
                    file: file, number: piece.number, byte: offset + piece.range.lowerBound
                ).words(reason)
            }
            let fault: String?
            var report: Report?
            if piece.kind == .oversized {
                fault = "the record is longer than 64 MB"
            } else {
                record += 1
                rows?.record = record
                let own = bytes[part: piece.range]
                if let rows, let position = rows.position {
                    fault = take(bytes, position, rows, reading, &shown, &notes)
                    if gathering.wantsReport(of: shown) {
                        report = self.report(own, form.read(own), form, reading)
                    }
                } else {
                    let position = form.read(own)
                    if piece.isUnterminated, position.isUnclosed, position.fault != nil {
                        notes.cutOff = place("")
                    }
                    fault = take(own, position, form, reading, &shown, &notes)
                    if fault == nil, position.fault == nil, gathering.wantsReport(of: shown) {
                        report = self.report(own, position, form, reading)
                    }
                }
            }
            if let fault {
                notes.unreadable += 1
                notes.firstUnreadable = notes.firstUnreadable ?? place(fault)
            } else {
                gathering.add(shown, report)
            }
        }
        return notes
    }

    /// Takes what a record shows; says why it cannot be read.
    private mutating func take<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ found: PositionReading, _ form: Form,
        _ reading: ReportReading, _ shown: inout ShownFinding, _ notes: inout FindingNotes
    ) -> String? {
        if found.isUnclosed, let fault = found.fault { return fault }
        if let word = text(members.finding, bytes, form), FindingWords.isWord(word) {
            shown.finding = word
            notes.found += 1
        } else if let error = text(members.error, bytes, form) {
            shown.finding = FindingWords.refused
            shown.error = error
            notes.found += 1
        } else if let fault = found.fault, !found.keepsBytes || form is CSVForm {
            return fault
        }
        if found.fault == nil, found.position.isValid { shown.position = found.position }
        var ignored: [String] = []
        var wants: [TimeWant: Int] = [:]
        shown.bound = found.bound
        let uncertainty = FieldNames.Index.uncertainty
        let stated = form.number(uncertainty, bytes).map { Distance.metres($0) }
        if let stated = stated ?? length(uncertainty, bytes, form), stated.isLength {
            shown.bound = found.bound + stated * reading.fields.uncertaintyScale
        }
        shown.id = idIndex.flatMap { form.text($0, bytes) }.map(Form.read(written:))
        shown.category =
            reported(FieldNames.Index.category, bytes, form, reading)
            ?? reading.fields.constants.category
        shown.party =
            reported(FieldNames.Index.party, bytes, form, reading)
            ?? reading.fields.constants.party
        if let time = reading.time(form, bytes, &ignored, &wants) {
            shown.time = (time.first, time.last)
        }
        shown.rule = text(members.rule, bytes, form)
        shown.clause = text(members.clause, bytes, form)
        shown.margin = length(members.margin, bytes, form)
        shown.line = text(members.line, bytes, form)
        shown.distance = length(members.distance, bytes, form)
        shown.side = text(members.side, bytes, form)
        shown.zones = list(members.zones, bytes, form)
        for member in members.openZones {
            let zones = list(member, bytes, form)
            if !zones.isEmpty { shown.openZones += zones }
        }
        for (finding, member) in members.rules {
            let rules = list(member, bytes, form)
            if !rules.isEmpty { shown.rules.append((finding, rules)) }
        }
        return nil
    }

    /// The report that a record was made of.
    private func report<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ position: PositionReading, _ form: Form,
        _ reading: ReportReading
    ) -> Report? {
        var notes = position.notes
        var wants: [TimeWant: Int] = [:]
        var report = reading.report(
            form, bytes, at: position, losing: [], earlierNote: form.earlierNote(bytes),
            notes: &notes, wants: &wants
        ).report
        report.category = report.category ?? reading.fields.constants.category
        report.party = report.party ?? reading.fields.constants.party
        if let sign = reading.fields.decimalSign, layout != nil {
            report.attributes = report.attributes.mapValues { sign.plain($0) ?? $0 }
        }
        report.readEventPlaces()
        if !counting.isEmpty {
            var columns = CountingColumns()
            counting.take(form, bytes, reading, &columns)
            report.count = columns.counts.last.flatMap {
                $0 == ReportColumns.unreadableCount ? nil : $0
            }
        }
        return report
    }

    private mutating func text<Form: FindingForm>(
        _ index: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form
    ) -> String? {
        guard let range = form.plainText(index, bytes) else {
            return form.text(index, bytes).map(Form.read(written:))
        }
        if range.isEmpty { return nil }
        let text = words.value(bytes[part: range]) { _ in
            form.text(index, bytes).map(Form.read(written:)) ?? ""
        }
        return text.isEmpty ? nil : text
    }

    /// What was reported, in words.
    private mutating func reported<Form: FindingForm>(
        _ index: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form, _ reading: ReportReading
    ) -> String? {
        let text: String
        if let range = form.plainText(index, bytes) {
            if range.isEmpty { return nil }
            text = reported.value(bytes[part: range]) { _ in form.text(index, bytes) ?? "" }
        } else {
            text = form.text(index, bytes) ?? ""
        }
        return text.isEmpty || reading.isUnknown(text) ? nil : text
    }

    /// A number of metres that dmz wrote: with a point, whatever the other numbers of a table have.
    private func length<Form: FindingForm>(
        _ index: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form
    ) -> Distance? {
        let metres: Double?
        if Form.self == FeatureForm.self, let number = form.number(index, bytes) {
            metres = number
        } else if let range = form.plainText(index, bytes) {
            metres = Double(csv: bytes[part: range])
        } else {
            metres = form.text(index, bytes).flatMap { Double($0) }
        }
        guard let metres, metres.isFinite else { return nil }
        return .metres(metres)
    }

    private mutating func list<Form: FindingForm>(
        _ member: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form
    ) -> [String] {
        guard let range = form.list(member) else { return [] }
        let list = bytes[part: range]
        // Most are empty: nothing, or an array of nothing.
        if list.isEmpty || (list.count == 2 && list[0] == UInt8(ascii: "[")) { return [] }
        return lists.value(list) { Form.texts(ofList: $0) ?? [] }
    }
}

extension RecordForm {
    /// The text of the wanted member at an index, where it has one.
    fileprivate func text(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> String? {
        if case .text(let text) = value(index, bytes) { text } else { nil }
    }
}
