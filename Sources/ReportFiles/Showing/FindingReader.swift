import Agreements
import Geodesy
import GeoJSONText

/// Reads what pages and pictures show of files of findings.
package final class FindingReader {
    private let members: ShownMembers
    private let features: FeatureForm
    private let given: ReportInput
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var habits = FileHabits()
    private var reading: ReportReading
    private var lists: [[UInt8]: [String]] = [:]
    private static let mostLists = 1 << 14

    /// How many records were read.
    package private(set) var read = 0
    /// How many of them cannot be read, and the first one's place with the reason.
    package private(set) var unreadable = 0
    package private(set) var firstUnreadable: String?
    /// The record within which a file is cut off.
    package private(set) var cutOff: String?
    /// How many records of the file at hand have a finding, or the reason why there is none.
    private var ofFile = (records: 0, found: 0)

    /// A reader of files that are read in such a way.
    package init(_ input: ReportInput) {
        given = input
        members = ShownMembers(input.fields)
        features = FeatureForm(fields: members.fields)
        reading = ReportReading(fields: members.fields)
    }

    /// Reads files from first to last and hands on what each record shows.
    ///
    /// - Parameter progress: told how many bytes and records have been read.
    /// - Returns: what the files are, with their hashes.
    /// - Throws: `ReportFileError` when one cannot be read or used, or holds no findings.
    package func read(
        _ files: [InputFile], progress: (_ bytes: Int, _ records: Int) -> Void = { _, _ in },
        to consumer: (ShownFinding) -> Void
    ) throws(ReportFileError) -> [InputSummary] {
        var input = given
        input.fields = members.fields
        input.hashes = true
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        var summaries: [InputSummary] = []
        var before = 0
        for (number, file) in files.enumerated() {
            let source = BlockSource(files: [file], input: input)
            var bytes = 0
            ofFile = (0, 0)
            while let item = try source.next(in: &memory, tokens: tokens) {
                read(item.block, of: file.name, number, consumer)
                bytes = item.bytesRead
                progress(before + bytes, read)
            }
            before += bytes
            summaries += source.summaries
            if ofFile.records > 0, ofFile.found == 0 {
                throw ReportFileError(
                    .unusable, file: file.name,
                    "is no file of findings: none of its \(ofFile.records.grouped) records has "
                        + "\(FindingMembers.finding), from record 1 on; run dmz check first, and give this "
                        + "what it writes")
            }
        }
        return summaries
    }

    private func read(
        _ block: Block, of file: String, _ fileNumber: Int, _ consumer: (ShownFinding) -> Void
    ) {
        if block.layout != layout || habits != block.habits {
            (layout, habits) = (block.layout, block.habits)
            let fields = members.fields.following(habits, layout)
            reading = ReportReading(fields: fields)
            csv = layout.map { CSVForm(layout: $0, fields: fields) }
        }
        let (bytes, offset) = (block.bytes, block.offset)
        for piece in block.pieces where piece.kind == .record || piece.kind == .oversized {
            read += 1
            ofFile.records += 1
            var shown = ShownFinding()
            (shown.file, shown.number) = (fileNumber, piece.number)
            let place = { (reason: String) in
                RecordPlace(
                    file: file, number: piece.number, byte: offset + piece.range.lowerBound
                ).words(reason)
            }
            let fault: String?
            if piece.kind == .oversized {
                fault = "the record is longer than 64 MB"
            } else if let csv, layout != nil {
                fault = take(bytes[part: piece.range], piece, csv, place, &shown)
            } else {
                fault = take(bytes[part: piece.range], piece, features, place, &shown)
            }
            if let fault {
                unreadable += 1
                firstUnreadable = firstUnreadable ?? place(fault)
            } else {
                consumer(shown)
            }
        }
    }

    /// Takes what a record shows; says why it cannot be read.
    private func take<Form: FindingForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ form: Form, _ place: (String) -> String,
        _ shown: inout ShownFinding
    ) -> String? {
        let found = form.read(bytes)
        if found.isUnclosed, let fault = found.fault {
            if piece.isUnterminated { cutOff = place("") }
            return fault
        }
        func text(_ index: Int) -> String? {
            if case .text(let text) = form.value(index, bytes) {
                Form.read(written: text)
            } else {
                nil
            }
        }
        func length(_ index: Int) -> Distance? {
            guard case .text(let text) = form.value(index, bytes), let metres = Double(text),
                metres.isFinite
            else { return nil }
            return .metres(metres)
        }
        if case .text(let word) = form.value(members.finding, bytes), FindingWords.isWord(word) {
            shown.finding = word
            ofFile.found += 1
        } else if let error = text(members.error) {
            shown.finding = FindingWords.refused
            shown.error = error
            ofFile.found += 1
        } else if let fault = found.fault, !found.keepsBytes || form is CSVForm {
            return fault
        }
        if found.fault == nil, found.position.isValid { shown.position = found.position }
        var notes: [String] = []
        var wants: [TimeWant: Int] = [:]
        if let stated = length(FieldNames.Index.uncertainty), stated.isLength {
            shown.bound = found.bound + stated * reading.fields.uncertaintyScale
        } else {
            shown.bound = found.bound
        }
        shown.id = members.fields.idIndex.flatMap(text)
        shown.category =
            reading.text(form, bytes, FieldNames.Index.category, &notes)
            ?? reading.fields.constants.category
        shown.party =
            reading.text(form, bytes, FieldNames.Index.party, &notes)
            ?? reading.fields.constants.party
        if let time = reading.time(form, bytes, &notes, &wants) {
            shown.time = (time.first, time.last)
        }
        shown.rule = text(members.rule)
        shown.clause = text(members.clause)
        shown.margin = length(members.margin)
        shown.line = text(members.line)
        shown.distance = length(members.distance)
        shown.side = text(members.side)
        shown.zones = list(members.zones, bytes, form)
        shown.openZones = members.openZones.flatMap { list($0, bytes, form) }
        for (finding, member) in members.rules {
            let rules = list(member, bytes, form)
            if !rules.isEmpty { shown.rules.append((finding, rules)) }
        }
        return nil
    }

    private func list<Form: FindingForm>(
        _ member: Int, _ bytes: UnsafeRawBufferPointer, _ form: Form
    ) -> [String] {
        guard let range = form.list(member) else { return [] }
        let list = bytes[part: range]
        // Most are empty: nothing, or an array of nothing.
        if list.isEmpty || (list.count == 2 && list[0] == UInt8(ascii: "[")) { return [] }
        let key = Array(list)
        if let known = lists[key] { return known }
        let texts = Form.texts(ofList: list) ?? []
        if lists.count >= Self.mostLists { lists = [:] }
        if key.count < 1024 { lists[key] = texts }
        return texts
    }
}
