internal import CSimdjson
import Demarcation
import GeoJSONText
import Geodesy

/// Writing: all pieces of a block in their order.
extension ReportChecker {
    mutating func write<Form: RecordForm>(
        _ block: Block, _ form: Form, _ file: String, _ output: inout ByteBuffer
    ) throws(ReportFileError) {
        var record = 0
        base = rows.base
        for piece in block.pieces {
            let bytes = block.bytes(of: piece)
            switch piece.kind {
            case .frame: framing.append(frame: bytes, to: &output)
            case .header: try header(bytes, file, &output)
            case .oversized:
                framing.begin(&output)
                let start = output.count
                refuse(bytes, piece, block, form, file, &output)
                framing.end(&output, recordStart: start)
            case .skipped: if collectsRejects { rejects.append(contentsOf: bytes) }
            case .skippedEnd:
                guard collectsRejects else { continue }
                rejects.append(contentsOf: bytes)
                rejects.append(0x0A)
            case .record:
                framing.begin(&output)
                let start = output.count
                let place = record < batched.count ? batched[record] : -1
                if place >= 0 {
                    write(bytes, piece, record, place, &output)
                } else {
                    check(bytes, piece, block, form, file, &output)
                }
                record += 1
                framing.end(&output, recordStart: start)
            }
        }
    }

    /// Writes a record that was read and judged with the others of its block.
    @inline(__always)
    private mutating func write(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ record: Int, _ place: Int,
        _ output: inout ByteBuffer
    ) {
        notes.read += 1
        let outcome = outcomes[place]
        count(
            outcome, batch.positions[place], uncertainty: batch.uncertainties[place],
            kind: batch.kinds[place])
        let row = found[record]
        let insertAt = Int(row.insert_at) + base - piece.range.lowerBound
        output.append(contentsOf: bytes[part: 0..<insertAt])
        if row.keeps_members, !texts.isEmpty(outcome, batchJudge) {
            output.append(UInt8(ascii: ","))
        }
        texts.append(outcome, batchJudge, to: &output)
        output.append(contentsOf: bytes[part: insertAt..<bytes.count])
    }

    /// Writes the reason of a record that is too long to be read; its bytes come in several pieces.
    private mutating func refuse<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ block: Block, _ form: Form,
        _ file: String, _ output: inout ByteBuffer
    ) {
        notes.read += 1
        notes.rejected += 1
        let place = Self.place(of: piece, in: block)
        let sentence = Self.tooLong
        form.write(
            UnsafeRawBufferPointer(start: nil, count: 0), fault: sentence, place: place,
            keepsBytes: false, writer, to: &output)
        if notes.faults.count < Tally.mostFaults {
            notes.faults.append("\(file): \(place): \(sentence)")
        }
        if collectsRejects { rejects.append(contentsOf: bytes) }
    }

    /// Why a piece that is oversized cannot be used.
    static let tooLong = "the record is longer than 64 MB"

    private static func place(of piece: Piece, in block: Block) -> String {
        "record \(piece.number.grouped) at byte "
            + (block.offset + piece.range.lowerBound).grouped
    }

    private mutating func header(
        _ bytes: UnsafeRawBufferPointer, _ file: String, _ output: inout ByteBuffer
    ) throws(ReportFileError) {
        guard let csv, let layout else { return }
        if framing.isFirstHeader(), collectsRejects {
            rejects.append(contentsOf: bytes)
            rejects.append(0x0A)
        }
        var line = ByteBuffer()
        csv.writeHeader(bytes, writer, to: &line)
        try framing.append(
            header: Array(line.bytes), ending: layout.lineEnding, file: file, to: &output)
    }

    /// Reads, judges and writes a record alone.
    @inline(never)
    private mutating func check<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ block: Block, _ form: Form,
        _ file: String, _ output: inout ByteBuffer
    ) {
        notes.read += 1
        let found = form.read(bytes)
        var fault = found.fault
        if fault == nil {
            do throws(RecordFault) {
                let report = try reading.report(form, bytes, at: found.position)
                let outcome = judgeAlone(report)
                return form.write(bytes, to: &output) { texts.append(outcome, batchJudge, to: &$0) }
            } catch {
                fault = error.sentence
            }
        }
        let place = Self.place(of: piece, in: block)
        let sentence = fault ?? ""
        form.write(
            bytes, fault: sentence, place: place, keepsBytes: found.keepsBytes, writer, to: &output)
        reject(bytes, piece, found, form, "\(file): \(place)", sentence)
    }

    /// The number of what rules ask of a report besides its place and time.
    mutating func kind(of report: Report) -> Int {
        kinds.begin()
        let texts =
            [report.category, report.party] + fields.attributes.map { report.attributes[$0] }
        for text in texts {
            var text = text ?? ""
            text.withUTF8 { kinds.add(UnsafeRawBufferPointer($0)) }
        }
        return kinds.number { judge.isNamed(category: $0) }
    }

    private mutating func judgeAlone(_ report: Report) -> ReportOutcome {
        let kind = kind(of: report)
        alone.memory.begin(1)
        alone.kindReports = kinds.reports
        alone.generation = kinds.generation
        alone.memory.append(
            report.position, uncertainty: report.uncertainty.metres, time: report.time,
            kind: kind)
        var found: [ReportOutcome] = []
        batchJudge.judge(alone, into: &found)
        alone.kindReports = []
        let outcome = found[0]
        count(
            outcome, report.position, uncertainty: report.uncertainty.metres, kind: kind)
        return outcome
    }

    @inline(__always)
    private mutating func count(
        _ outcome: ReportOutcome, _ position: Coordinate, uncertainty: Double, kind: Int
    ) {
        while outcomeCounts.count <= outcome.number { outcomeCounts.append(0) }
        outcomeCounts[outcome.number] &+= 1
        if uncertainty == 0 { notes.exact += 1 }
        if let extent, extent.suggestsSwap(of: position) { notes.swapped += 1 }
        if !kinds.isNamed[kind] { count(unnamedKind: kind) }
    }

    private mutating func count(unnamedKind kind: Int) {
        while unnamedOfKind.count <= kind { unnamedOfKind.append(-1) }
        if unnamedOfKind[kind] < 0, let category = kinds.reports[kind].category {
            unnamedOfKind[kind] = notes.place(ofUnnamed: category)
        }
        notes.unnamed[unnamedOfKind[kind]].count += 1
    }

    private mutating func reject<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ found: PositionReading, _ form: Form,
        _ place: String, _ sentence: String
    ) {
        notes.rejected += 1
        if notes.faults.count < Tally.mostFaults {
            var id = ""
            if let index = fields.idIndex, found.keepsBytes,
                case .text(let text) = form.value(index, bytes)
            {
                id = " ('\(text)')"
            }
            notes.faults.append("\(place)\(id): \(sentence)")
        }
        if piece.isUnterminated, found.isNotJSON { notes.cutOff = place }
        if collectsRejects {
            rejects.append(contentsOf: bytes)
            rejects.append(0x0A)
        }
    }
}
