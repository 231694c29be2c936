internal import CSimdjson
import GeoJSONText
import Zones

/// Records of a block that the output could not hold, mended and read all at once.
///
/// Of JSON they are those with numbers that it has not, of CSV those that are not UTF-8. Programs that write
/// `NaN` for what is not known, or another encoding, do so in most of their records.
final class MendedRows {
    /// A record that needs no second look.
    struct Record {
        let row: csj_row
        let report: csj_report
        /// Its bytes as they are written.
        let bytes: UnsafeRawBufferPointer
        /// Where findings go in them.
        let insertAt: UInt32
        let alteration: Alteration
        /// Whether its uncertainty was such a number, so that it is not known.
        let losesUncertainty: Bool
        /// Its region, where one is known.
        let footprint: Footprint?
    }

    private let parser: JSONParser
    private let counting: CountingReader
    private let rows: RecordRows
    private let position: PositionText
    private var alteration = Alteration.notNumbers
    private var bytes = ByteBuffer()
    private var pieces: [Piece] = []
    /// The numbers in the block of the records, and in `nulls` of what comes behind their places.
    private var records: [(number: Int, endOfNulls: Int)] = []
    /// The places of what was put, from the first byte of `bytes`.
    private var nulls: [Int] = []
    /// The first that has not been asked for.
    private var next = 0

    init(fields: FieldNames) {
        parser = JSONParser(fields)
        counting = CountingReader(fields)
        rows = RecordRows(width: fields.wantedAtOnce.count)
        position = PositionText(fields.precision, fields.datum)
    }

    /// Mends and reads the records that are not plain as they stand in a block.
    func read(_ block: Block, _ csv: CSVForm?, _ known: RecordRows, _ kinds: KindTable) {
        alteration = csv == nil ? .notNumbers : .notUTF8
        bytes.removeAll()
        pieces.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        nulls.removeAll(keepingCapacity: true)
        next = 0
        var number = 0
        for piece in block.pieces where piece.kind == .record {
            if !known.rows[number].is_plain { take(block.bytes(of: piece), number) }
            number += 1
        }
        if pieces.isEmpty { return }
        if let csv {
            guard csv.read(pieces, of: bytes.bytes, into: rows) else { return records = [] }
        } else {
            guard parser.index(bytes.bytes) else { return records = [] }
            parser.read(pieces, of: bytes.bytes, into: rows, by: position)
        }
        rows.readReports(of: bytes.bytes, kinds)
        if !counting.isEmpty { counting.leaveUnusual(rows) }
    }

    /// Takes what the record is counted by that was asked for last.
    func take(_ counting: CountingReader, _ found: inout CountingColumns) {
        counting.take(next, of: rows, bytes.bytes, &found)
    }

    private func take(_ record: UnsafeRawBufferPointer, _ number: Int) {
        let start = bytes.count
        if alteration == .notUTF8 {
            if CSVForm.isUTF8(record) { return }
            bytes.append(contentsOf: String(decoding: record, as: UTF8.self).utf8)
        } else {
            guard JSONMending.appendWithNulls(record, to: &bytes, places: &nulls) else { return }
        }
        pieces.append(Piece(kind: .record, range: start..<bytes.count))
        records.append((number, nulls.count))
        bytes.append(0x0A)
    }

    /// A record by its number in the block, which grows from call to call; `nil` where it was not mended, or
    /// where it holds something unusual besides.
    func record(_ number: Int) -> Record? {
        while next < records.count, records[next].number < number { next += 1 }
        guard next < records.count, records[next].number == number else { return nil }
        let (row, report, range) = (rows.rows[next], rows.reports[next], pieces[next].range)
        guard report.is_plain else { return nil }
        return Record(
            row: row, report: report, bytes: bytes.bytes[part: range],
            insertAt: row.insert_at - UInt32(truncatingIfNeeded: range.lowerBound),
            alteration: alteration, losesUncertainty: losesUncertainty,
            footprint: rows.footprints[next])
    }

    /// Whether null was put for the uncertainty of the record that is next.
    private var losesUncertainty: Bool {
        let value = rows.values[next * rows.width + FieldNames.Index.uncertainty]
        guard value.kind == CSJ_NULL else { return false }
        let first = next == 0 ? 0 : records[next - 1].endOfNulls
        return nulls[first..<records[next].endOfNulls].contains(Int(value.text.start))
    }
}
