import Agreements
import GeoJSONText

/// Reads files of availability: tables with a row for each time in which a source watched, or did not.
package struct AvailabilityFile {
    private let file: InputFile
    private let clock: LocalClock?
    /// The identifiers of the zones that there are.
    private let zones: Set<String>
    private let fields: FieldNames
    private let columns: Columns
    private var rows: [Row] = []

    /// A row of the table.
    private struct Row {
        let source: String
        var span: AvailabilitySpan
        let number: Int
        let byte: Int
    }

    /// The places of the columns among the wanted members.
    private struct Columns {
        let source, start, end, zone, available, note: Int

        var all: [Int] { [source, start, end, zone, available, note] }
    }

    private static let mostRows = 1_000_000

    /// The sources of a file, in the order in which it first names them.
    ///
    /// - Parameters:
    ///   - file: the table.
    ///   - clock: that of times without an offset from UTC.
    ///   - zones: the identifiers that zones may have.
    /// - Throws: `ReportFileError` when it cannot be read, or a row of it.
    package static func read(
        _ file: InputFile, clock: LocalClock?, zones: [String]
    ) throws -> [SourceAvailability] {
        var reading = AvailabilityFile(file, clock, zones)
        var input = ReportInput()
        (input.format, input.fields) = (.csv, reading.fields)
        try input.read(file) { try reading.take($0) }
        return try reading.sources()
    }

    private init(_ file: InputFile, _ clock: LocalClock?, _ zones: [String]) {
        (self.file, self.clock, self.zones) = (file, clock, Set(zones))
        var fields = FieldNames()
        fields.plainColumns = ["source", "start", "end"]
        fields.findsUncertainty = false
        fields.footprint = nil
        // Numbers are read by hand.
        fields.decimalSign = .point
        (fields.time, fields.end, fields.times.clock) = ("start", "end", clock)
        let source = fields.addExtra("source")
        let zone = fields.addExtra("zone")
        let available = fields.addExtra("available")
        let note = fields.addExtra("note")
        let first = fields.extrasIndex
        columns = Columns(
            source: first + source, start: FieldNames.Index.time, end: fields.endIndex ?? 0,
            zone: first + zone, available: first + available, note: first + note)
        self.fields = fields
    }

    // MARK: Rows

    private mutating func take(_ block: Block) throws(ReportFileError) {
        guard let layout = block.layout else { return }
        let fields = fields.following(block.habits)
        let (form, times) = (CSVForm(layout: layout, fields: fields), TimeReader(fields.times))
        for piece in block.pieces where piece.kind == .record || piece.kind == .oversized {
            let byte = block.offset + piece.range.lowerBound
            do throws(Fault) {
                guard piece.kind == .record else { throw Fault("the record is longer than 64 MB") }
                let bytes = block.bytes(of: piece)
                if let fault = form.read(bytes).fault {
                    throw Fault(
                        CSVForm.isUTF8(bytes) ? fault : fault + "; save the table as UTF-8")
                }
                guard rows.count < Self.mostRows else {
                    throw Fault("the file has more than \(Self.mostRows.grouped) rows")
                }
                guard columns.all.contains(where: { text($0, form, bytes) != nil }) else {
                    continue
                }
                rows.append(
                    Row(
                        source: try source(form, bytes), span: try span(form, bytes, times),
                        number: piece.number, byte: byte))
            } catch {
                throw fault(piece.number, byte, error.sentence)
            }
        }
    }

    private struct Fault: Error {
        let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    private func fault(_ record: Int, _ byte: Int, _ reason: String) -> ReportFileError {
        ReportFileError(
            .unusable, file: file.name, byte: byte, "record \(record.grouped): \(reason)")
    }

    /// A field without white space around it; `nil` where nothing else is in it.
    private func text(_ column: Int, _ form: CSVForm, _ bytes: UnsafeRawBufferPointer) -> String? {
        guard case .text(let text) = form.value(column, bytes) else { return nil }
        let trimmed = text.trimmingSpaces
        return trimmed.isEmpty ? nil : trimmed
    }

    private func source(
        _ form: CSVForm, _ bytes: UnsafeRawBufferPointer
    ) throws(Fault) -> String {
        guard let source = text(columns.source, form, bytes) else {
            throw Fault(
                "'source' is empty, expected the name of a camera, a post, a patrol or a satellite")
        }
        return source
    }

    private func span(
        _ form: CSVForm, _ bytes: UnsafeRawBufferPointer, _ times: TimeReader
    ) throws(Fault) -> AvailabilitySpan {
        let (start, end) = (
            try time(columns.start, form, bytes, times), try time(columns.end, form, bytes, times)
        )
        // Of a day alone the first moment, and the first behind its last nanosecond.
        let first = start.first.seconds
        let last = if case .span(let day) = end { day.last.seconds + 1 } else { end.first.seconds }
        guard first < last else {
            let (start, end) = (text(columns.start, form, bytes), text(columns.end, form, bytes))
            throw Fault(
                "'end' is \(Self.shown(end)) and 'start' is \(Self.shown(start)), expected an end after "
                    + "the start")
        }
        var share = 1.0
        if let text = text(columns.available, form, bytes) {
            do throws(WrittenShare.Fault) {
                share = try WrittenShare.read(text)
            } catch {
                throw Fault("'available' is \(Self.shown(text)), " + error.sentence)
            }
        }
        return AvailabilitySpan(
            first..<last, share: share, zones: try zones(in: text(columns.zone, form, bytes)),
            notes: [text(columns.note, form, bytes)].compactMap { $0 })
    }

    private func time(
        _ column: Int, _ form: CSVForm, _ bytes: UnsafeRawBufferPointer, _ times: TimeReader
    ) throws(Fault) -> ReadTime {
        let text = text(column, form, bytes)
        let name = column == columns.start ? "start" : "end"
        do throws(TimeFault) {
            guard let text else { throw TimeFault() }
            return try times.time(text)
        } catch {
            let expected =
                clock.map {
                    "a time on the clock of \($0) or with its offset, such as 2026-12-01T06:00:00, or a day "
                        + "such as 2026-12-01"
                } ?? "a time with its offset, such as 2026-12-01T06:00:00+02:00"
            let help = error.want == .zone ? "; name it by --time-zone" : ""
            throw Fault(
                "'\(name)' is \(Self.shown(text)), expected \(expected)"
                    + (error.reason.map { "; " + $0 } ?? "") + help)
        }
    }

    /// The zones that a field names, between semicolons or spaces.
    private func zones(in text: String?) throws(Fault) -> [String] {
        var found: [String] = []
        for part in (text ?? "").split(separator: ";").map({ String($0).trimmingSpaces }) {
            // An identifier may have spaces itself.
            let names =
                zones.contains(part)
                ? [part] : part.split(whereSeparator: \.isWhitespace).map { String($0) }
            for name in names {
                guard zones.contains(name) else {
                    throw Fault(
                        "'zone' is \(Self.shown(name)), expected a zone of the agreement; "
                            + Spelling.hint(for: name, in: zones.sorted()))
                }
                found.append(name)
            }
        }
        return found.uniqued
    }

    private static func shown(_ text: String?) -> String {
        text.map { "'\(String(shown: $0, limit: 80))'" } ?? "empty"
    }

    // MARK: Sources

    private func sources() throws(ReportFileError) -> [SourceAvailability] {
        guard !rows.isEmpty else {
            throw ReportFileError(
                .unusable, file: file.name,
                "has no rows; expected one for each time in which a source watched, or did not")
        }
        var order: [String] = []
        var bySource: [String: [Row]] = [:]
        for row in rows {
            // However many letters are large and spaces wide.
            let key = row.source.lowercased().split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            if bySource[key] == nil { order.append(key) }
            bySource[key, default: []].append(row)
        }
        var found: [SourceAvailability] = []
        for key in order {
            guard let rows = bySource[key], let name = rows.first?.source else { continue }
            found.append(SourceAvailability(name, try spans(rows)))
        }
        return found
    }

    /// The spans of a source in the order of time, rows that say the same of the same time as one.
    private func spans(_ rows: [Row]) throws(ReportFileError) -> [AvailabilitySpan] {
        var found: [Row] = []
        for row in rows.sorted(by: {
            ($0.span.time.lowerBound, $0.number) < ($1.span.time.lowerBound, $1.number)
        }) {
            guard let last = found.last, row.span.time.lowerBound < last.span.time.upperBound else {
                found.append(row)
                continue
            }
            guard row.span.isSame(as: last.span) else { throw overlap(last, row) }
            found[found.count - 1].span.take(row.span)
        }
        return found.map(\.span)
    }

    private func overlap(_ one: Row, _ other: Row) -> ReportFileError {
        let (first, second) = one.number < other.number ? (one, other) : (other, one)
        let common = first.span.time.clamped(to: second.span.time)
        func written(_ seconds: Int64) -> String {
            let moment = Instant(seconds: seconds)
            return clock?.written(moment) ?? moment.description
        }
        return fault(
            second.number, second.byte,
            "overlaps record \(first.number.grouped) of the same source, "
                + "'\(String(shown: second.source, limit: 80))', from \(written(common.lowerBound)) to "
                + "\(written(common.upperBound)), expected one row for each time of a source; end the one "
                + "where the other begins")
    }
}
