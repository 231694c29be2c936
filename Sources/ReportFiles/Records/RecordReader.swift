import Agreements
internal import CSimdjson
import Geodesy
import GeoJSONText
import Zones

/// Reads the records of blocks into columns; one to a worker.
///
/// Records that hold nothing unusual are read all at once, the others one by one, with the same result.
struct RecordReader: ~Copyable {
    /// What is wanted, as it was asked for.
    private let asked: FieldNames
    /// The same as the file's habits have it.
    private(set) var fields: FieldNames
    private var habits = FileHabits()
    private var reading: ReportReading
    private let isCareful: Bool
    private let features: FeatureForm
    private let events: EventForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private let rows: RecordRows
    private let mendedRows: MendedRows
    private let position: PositionText
    /// Notes that many records of a block have, once each.
    private var alteredNote: KnownNote?
    private var lostNote: KnownNote?
    /// The same of the uncertainty that was met last, with the place of its bytes in the block.
    private var uncertaintyNote: (field: Range<Int>, note: KnownNote)?

    /// A note and where it stands in the texts of the block.
    private struct KnownNote {
        let text: String
        let place: Range<Int>
    }
    private let kinds: KindTable
    /// What reads the members by which reports are counted.
    private var counting: CountingReader

    /// Why a piece that is oversized cannot be used.
    private static let tooLong = "the record is longer than 64 MB"

    /// A reader of the named members; with `isCareful` it reads all records one by one.
    init(fields: FieldNames, isCareful: Bool = false) {
        asked = fields
        let objects = Self.ofObjects(fields)
        self.fields = objects
        // Read all at once, positions of another system are on WGS 84 before anything looks at their numbers.
        let hidesNumbers =
            !fields.absentPositions.isEmpty && (fields.datum != nil || fields.system != nil)
        self.isCareful = isCareful || fields.isPutTogether || hidesNumbers
        reading = ReportReading(fields: objects)
        features = FeatureForm(fields: objects)
        events = EventForm(fields: objects)
        rows = RecordRows(width: fields.wantedAtOnce.count)
        mendedRows = MendedRows(fields: fields)
        position = PositionText(fields.precision, fields.datum)
        kinds = KindTable(attributes: fields.attributes, constants: fields.constants)
        counting = CountingReader(fields)
    }

    /// Reads a block's records.
    mutating func read(_ block: Block, into found: inout ReadRecords) {
        found.begin()
        found.names = names(of: block)
        // The kinds are held once, here, while there may come new ones.
        found.columns = ReportColumns()
        if block.habits != habits || block.layout != layout {
            (habits, layout) = (block.habits, block.layout)
            let found = asked.following(habits, layout)
            fields = layout == nil ? Self.ofObjects(found) : found
            reading = ReportReading(fields: fields)
            counting = CountingReader(fields)
            csv = layout.map { CSVForm(layout: $0, fields: fields) }
        }
        kinds.prepare(fields.decimalSign)
        if block.format == .cot {
            read(block, events, isIndexed: false, &found)
        } else if block.layout == nil {
            read(block, features, isIndexed: indexRows(of: block), &found)
        } else if let csv {
            read(block, csv, isIndexed: indexRows(of: block, csv), &found)
        }
        found.kindGeneration = kinds.generation
    }

    /// The names of a block's columns or of a file's first record's properties, to suggest one where none
    /// was found.
    private func names(of block: Block) -> [String] {
        if let layout = block.layout { return layout.names }
        guard let piece = block.pieces.first(where: { $0.number > 0 }), piece.number == 1,
            let feature = try? JSONReader.read(Array(block.bytes(of: piece)))
        else { return [] }
        return feature.member("properties")?.names ?? feature.names ?? []
    }

    /// The same for objects of JSON, whose numbers have a point whatever tables have.
    private static func ofObjects(_ fields: FieldNames) -> FieldNames {
        var fields = fields
        fields.decimalSign = nil
        return fields
    }

    private func indexRows(of block: Block) -> Bool {
        let parser = block.parser
        // Records that name their systems, and names that differ from file to file, are looked at one by one.
        guard !isCareful, fields.system == nil, fields.measure == nil, fields.choices.isEmpty,
            parser.hasIndex || parser.index(block.records)
        else {
            return false
        }
        parser.read(block.pieces, of: block.bytes, into: rows, by: position)
        return true
    }

    private func indexRows(of block: Block, _ csv: CSVForm) -> Bool {
        !isCareful && csv.keepsAll && !csv.hasFootprint
            && (fields.measure == nil || !csv.hasUncertainty)
            && csv.read(block.pieces, of: block.bytes, into: rows)
    }

    private mutating func read<Form: RecordForm>(
        _ block: Block, _ form: Form, isIndexed: Bool, _ found: inout ReadRecords
    ) {
        let most = block.pieces.count
        found.entries.reserveCapacity(most)
        var columns = ColumnRoom(most)
        if isIndexed { rows.readReports(of: block.bytes, kinds) }
        if isIndexed, !counting.isEmpty { counting.leaveUnusual(rows) }
        if isIndexed { mendedRows.read(block, block.layout == nil ? nil : csv, rows, kinds) }
        (alteredNote, lostNote, uncertaintyNote) = (nil, nil, nil)
        var record = 0
        let mayBeAbsent = !fields.absentPositions.isEmpty
        let hasFootprints = isIndexed && !rows.footprints.isEmpty
        if hasFootprints { columns.expectFootprints(rows.footprints.count) }
        for piece in block.pieces {
            switch piece.kind {
            case .frame, .skipped, .skippedEnd: continue
            case .header, .tags:
                let start = found.texts.count
                csv?.appendHeader(block.bytes(of: piece), to: &found.texts)
                let line = start..<found.texts.count
                if piece.kind == .header { found.header = line } else { found.tags = line }
                if !CSVForm.isUTF8(block.bytes(of: piece)) {
                    guessEncoding(piece, block, &found)
                    found.notes.append(
                        RecordNote(
                            number: 0, byte: block.offset + piece.range.lowerBound,
                            text: Alteration.notUTF8.rawValue, isAltered: true))
                }
                continue
            case .oversized:
                let unread = PositionReading(oversized: Self.tooLong)
                refuse(
                    piece, block, form, UnsafeRawBufferPointer(start: nil, count: 0), unread,
                    notes: [], isAltered: false, &columns, &found)
                continue
            case .record: break
            }
            if isIndexed {
                let (row, report) = (rows.rows[record], rows.reports[record])
                record += 1
                let position = Coordinate(longitude: row.longitude, latitude: row.latitude)
                let isUnmeasured =
                    fields.isUncertaintyFound && report.has_uncertainty && report.uncertainty == 0
                if report.is_plain, !isUnmeasured, !mayBeAbsent || !isAbsent(position) {
                    takePlain(
                        row, report, position,
                        time: report.has_time ? Instant(seconds: report.seconds) : nil, piece,
                        &columns, &found)
                    counting.take(record - 1, of: rows, block.bytes, &found.counting)
                    if hasFootprints { columns.putFootprint(rows.footprints[record - 1]) }
                    continue
                }
                if !mayBeAbsent, !fields.isUncertaintyFound,
                    takeKnown(record - 1, piece, block, form, &columns, &found)
                {
                    continue
                }
            }
            readAlone(piece, block, form, &columns, &found)
        }
        kinds.makeReports()
        found.columns = columns.finish(kinds.reports)
        if !counting.isEmpty { found.columns.counts = found.counting.counts }
    }

    /// Takes a record of which all is known but what a note tells; false where more is unusual.
    private mutating func takeKnown<Form: RecordForm>(
        _ record: Int, _ piece: Piece, _ block: Block, _ form: Form, _ columns: inout ColumnRoom,
        _ found: inout ReadRecords
    ) -> Bool {
        if let mended = mendedRows.record(record) {
            let isLost = mended.losesUncertainty
            if mended.alteration == .notUTF8 { guessEncoding(piece, block, &found) }
            let note =
                (isLost ? lostNote : alteredNote)
                ?? known(
                    mended.alteration.rawValue
                        + (isLost
                            ? "; " + reading.lost(form.name(FieldNames.Index.uncertainty)) : ""),
                    form, &found)
            if isLost { lostNote = note } else { alteredNote = note }
            take(
                mended.bytes, mended.row, mended.report, insertAt: mended.insertAt, note: note,
                isAltered: true, losesUncertainty: isLost, piece, block, form, &columns, &found)
            columns.putFootprint(mended.footprint)
            mendedRows.take(counting, &found.counting)
            return true
        }
        // Of JSON the kind of value would have to be told as well.
        guard block.layout != nil else { return false }
        if takeTime(record, piece, block, &columns, &found) { return true }
        guard
            let field = rows.readReport(
                record, of: block.bytes, without: FieldNames.Index.uncertainty, kinds),
            let note = note(onUncertainty: field, block, form, &found)
        else { return false }
        let bytes = block.bytes(of: piece)
        take(
            bytes, rows.rows[record], rows.reports[record],
            insertAt: UInt32(truncatingIfNeeded: bytes.count), note: note, isAltered: false,
            losesUncertainty: true, piece, block, form, &columns, &found)
        columns.putFootprint(rows.footprints[record])
        counting.take(record, of: rows, block.bytes, &found.counting)
        return true
    }

    /// Takes a record of which all is plain but the time, where that can be read.
    private func takeTime(
        _ record: Int, _ piece: Piece, _ block: Block, _ columns: inout ColumnRoom,
        _ found: inout ReadRecords
    ) -> Bool {
        guard
            let field = rows.readReport(
                record, of: block.bytes, without: FieldNames.Index.time, kinds),
            let time = reading.time(block.bytes[part: field])
        else { return false }
        let (row, report) = (rows.rows[record], rows.reports[record])
        let position = Coordinate(longitude: row.longitude, latitude: row.latitude)
        switch time {
        case .moment(let moment):
            takePlain(row, report, position, time: moment, piece, &columns, &found)
        case .span(let span):
            takePlain(row, report, position, time: nil, piece, &columns, &found)
            columns.putSpan(span)
        }
        columns.putFootprint(rows.footprints[record])
        counting.take(record, of: rows, block.bytes, &found.counting)
        return true
    }

    /// Takes a record as it stands.
    @inline(__always)
    private func takePlain(
        _ row: csj_row, _ report: csj_report, _ position: Coordinate, time: Instant?,
        _ piece: Piece, _ columns: inout ColumnRoom, _ found: inout ReadRecords
    ) {
        if !report.has_uncertainty { found.withoutUncertainty += 1 }
        columns.append(
            position,
            uncertainty: .metres(row.bound)
                + (report.has_uncertainty
                    ? .metres(report.uncertainty) * fields.uncertaintyScale
                    : fields.missingUncertainty),
            time: time, kind: Int32(bitPattern: report.kind))
        found.entries.append(
            RecordEntry(
                insertAt: row.insert_at
                    &+ UInt32(truncatingIfNeeded: rows.base &- piece.range.lowerBound),
                needsComma: row.keeps_members, kind: .asRead))
    }

    private func guessEncoding(_ piece: Piece, _ block: Block, _ found: inout ReadRecords) {
        if found.likelyEncoding == nil {
            found.likelyEncoding = TextEncoding.guess(block.bytes(of: piece))
        }
    }

    /// The note on an uncertainty in a field of CSV; `nil` where it can be read after all.
    private mutating func note<Form: RecordForm>(
        onUncertainty field: Range<Int>, _ block: Block, _ form: Form, _ found: inout ReadRecords
    ) -> KnownNote? {
        let bytes = block.bytes[field]
        // By bytes: texts that are equal may be written in several ways.
        if let last = uncertaintyNote, block.bytes[last.field].elementsEqual(bytes) {
            return last.note
        }
        // Alone, numbers are read that are not JSON's, such as +5.
        let number = Double(
            csv: block.bytes[part: CSVFields.trimmed(block.bytes, field)], fields.decimalSign)
        guard number.map({ $0 < 0 }) != false,
            let text = reading.note(
                onUncertainty: .text(String(decoding: bytes, as: UTF8.self)),
                named: form.name(FieldNames.Index.uncertainty))
        else { return nil }
        let note = known(text, form, &found)
        uncertaintyNote = (field, note)
        return note
    }

    private func known<Form: RecordForm>(
        _ text: String, _ form: Form, _ found: inout ReadRecords
    ) -> KnownNote {
        let start = found.texts.count
        form.appendText(text, to: &found.texts)
        return KnownNote(text: text, place: start..<found.texts.count)
    }

    /// Takes a record with a note.
    private mutating func take<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ row: csj_row, _ report: csj_report, insertAt: UInt32,
        note: KnownNote, isAltered: Bool, losesUncertainty: Bool, _ piece: Piece, _ block: Block,
        _ form: Form, _ columns: inout ColumnRoom, _ found: inout ReadRecords
    ) {
        found.notes.append(
            RecordNote(
                number: piece.number, byte: block.offset + piece.range.lowerBound, text: note.text,
                isAltered: isAltered))
        let start = found.texts.count
        found.texts.append(contentsOf: bytes)
        found.rewritten.append(
            RewrittenRecord(
                bytes: start..<found.texts.count, note: note.place, isAltered: isAltered))
        found.entries.append(
            RecordEntry(insertAt: insertAt, needsComma: row.keeps_members, kind: .rewritten))
        if !report.has_uncertainty, !losesUncertainty { found.withoutUncertainty += 1 }
        columns.append(
            Coordinate(longitude: row.longitude, latitude: row.latitude),
            uncertainty: .metres(row.bound)
                + (losesUncertainty
                    ? .metres(.nan)
                    : report.has_uncertainty
                        ? .metres(report.uncertainty) * fields.uncertaintyScale
                        : fields.missingUncertainty),
            time: report.has_time ? Instant(seconds: report.seconds) : nil,
            kind: Int32(bitPattern: report.kind))
    }

    /// Reads a record alone.
    @inline(never)
    private mutating func readAlone<Form: RecordForm>(
        _ piece: Piece, _ block: Block, _ form: Form, _ columns: inout ColumnRoom,
        _ found: inout ReadRecords
    ) {
        let bytes = block.bytes(of: piece)
        var position = form.read(bytes)
        if position.mayBeMended {
            if let mended = form.mended(bytes) {
                if mended.alterations.contains(.notUTF8) { guessEncoding(piece, block, &found) }
                return mended.bytes.withUnsafeBytes { other in
                    let position = form.read(other)
                    take(piece, block, form, other, position, mended, &columns, &found)
                }
            }
            position = form.read(bytes)
        }
        take(piece, block, form, bytes, position, nil, &columns, &found)
    }

    /// Whether such numbers say that there is no position.
    private func isAbsent(_ position: Coordinate) -> Bool {
        fields.absentPositions.contains { $0.matches(position) }
    }

    /// Refuses a position whose numbers, as they are written, say that there is none.
    private func refuseAbsent(_ position: inout PositionReading, _ bytes: UnsafeRawBufferPointer) {
        if fields.absentPositions.isEmpty { return }
        func number(_ range: Range<Int>?, _ degrees: Double) -> Double {
            range.flatMap { Double(csv: bytes[part: CSVFields.trimmed(bytes, $0)]) } ?? degrees
        }
        let written = Coordinate(
            longitude: number(position.longitudeText, position.position.longitude),
            latitude: number(position.latitudeText, position.position.latitude))
        guard isAbsent(written) else { return }
        position.fault = AbsentPosition.sentence(written)
        position.cause = .notAvailable
        position.position = written
    }

    /// Takes a record of which the bytes have been read.
    private mutating func take<Form: RecordForm>(
        _ piece: Piece, _ block: Block, _ form: Form, _ bytes: UnsafeRawBufferPointer,
        _ position: PositionReading, _ mended: MendedRecord?, _ columns: inout ColumnRoom,
        _ found: inout ReadRecords
    ) {
        let alterations = mended?.alterations ?? []
        let earlier = position.keepsBytes ? form.earlierNote(bytes) : nil
        let told = Alteration.told(in: earlier ?? "")
        var notes = Alteration.allCases.filter { told.contains($0) || alterations.contains($0) }
            .map(\.rawValue)
        var position = position
        refuseAbsent(&position, bytes)
        guard position.fault == nil else {
            return refuse(
                piece, block, form, bytes, position, notes: notes, isAltered: !alterations.isEmpty,
                &columns, &found)
        }
        notes += position.notes
        let read = reading.report(
            form, bytes, at: position, losing: mended?.nulls ?? [], earlierNote: earlier,
            notes: &notes, wants: &found.timeWants)
        let report = read.report
        counting.take(form, bytes, reading, &found.counting)
        let place = write(
            piece, block, form, bytes, position, notes: notes, isAltered: !alterations.isEmpty,
            &found)
        found.entries.append(RecordEntry(place, .rewritten))
        if !read.saysBound { found.withoutUncertainty += 1 }
        columns.append(
            report.position, uncertainty: report.uncertainty, time: report.time,
            kind: kinds.number(of: report))
        if let span = report.span { columns.putSpan(span) }
        columns.putFootprint(report.footprint)
    }

    /// Writes a record's bytes and notes into the texts.
    private func write<Form: RecordForm>(
        _ piece: Piece, _ block: Block, _ form: Form, _ bytes: UnsafeRawBufferPointer,
        _ position: PositionReading, notes: [String], isAltered: Bool, _ found: inout ReadRecords
    ) -> FindingsPlace {
        var record = RewrittenRecord(isAltered: isAltered)
        var start = found.texts.count
        if !notes.isEmpty {
            let text = notes.joined(separator: "; ")
            form.appendText(text, to: &found.texts)
            record.note = start..<found.texts.count
            start = found.texts.count
            found.notes.append(
                RecordNote(
                    number: piece.number, byte: block.offset + piece.range.lowerBound, text: text,
                    isAltered: isAltered))
        }
        let place = form.append(bytes, keepsBytes: position.keepsBytes, to: &found.texts)
        record.bytes = start..<found.texts.count
        found.rewritten.append(record)
        return place
    }

    private func refuse<Form: RecordForm>(
        _ piece: Piece, _ block: Block, _ form: Form, _ bytes: UnsafeRawBufferPointer,
        _ position: PositionReading, notes: [String], isAltered: Bool,
        _ columns: inout ColumnRoom, _ found: inout ReadRecords
    ) {
        let reason = position.fault ?? ""
        var refusal = Refusal(
            number: piece.number, byte: block.offset + piece.range.lowerBound,
            reportsBefore: columns.count, reason: reason, position: position.position,
            isCutOff: piece.kind != .oversized && piece.isUnterminated && position.isUnclosed)
        if let index = fields.idIndex, position.keepsBytes,
            case .text(let text) = form.value(index, bytes)
        {
            refusal.id = text
        }
        refusal.cause = position.refusalCause
        let start = found.texts.count
        form.appendError(
            bytes, fault: reason, place: refusal.place, keepsBytes: position.keepsBytes,
            to: &found.texts)
        refusal.text = start..<found.texts.count
        let place = write(
            piece, block, form, bytes, position, notes: notes, isAltered: isAltered, &found)
        found.entries.append(RecordEntry(place, .refused))
        found.refusals.append(refusal)
    }
}

extension PositionReading {
    /// What the position looks like when it cannot be used.
    var refusalCause: RefusalCause { cause ?? RefusalCause(position) }

    /// Of a record that was not read because it is too long.
    fileprivate init(oversized fault: String) {
        self.fault = fault
        keepsBytes = false
    }
}

extension RecordEntry {
    fileprivate init(_ place: FindingsPlace, _ kind: Kind) {
        self.init(
            insertAt: UInt32(truncatingIfNeeded: place.offset), needsComma: place.needsComma,
            kind: kind)
    }
}
