internal import CSimdjson
import Geodesy

/// Records of a block of CSV that were read all at once; bytes are those of the block.
final class RowForm: FindingForm {
    private let csv: CSVForm
    private let rows: RecordRows
    /// The record of which is spoken, among those of the block.
    var record = 0

    init(_ csv: CSVForm, _ rows: RecordRows) { (self.csv, self.rows) = (csv, rows) }

    /// Where a record is, where it needs no second look.
    var position: PositionReading? {
        let row = rows.rows[record]
        guard row.is_plain else { return nil }
        var reading = PositionReading()
        reading.position = Coordinate(longitude: row.longitude, latitude: row.latitude)
        reading.bound = .metres(row.bound)
        return reading
    }

    /// Reads a block's records; false where they must be read one by one.
    func read(_ block: Block) -> Bool {
        record = 0
        return csv.read(block.pieces, of: block.bytes, into: rows)
    }

    @inline(__always)
    private func range(_ index: Int) -> Range<Int>? {
        let value = rows.values[record * rows.width + index]
        return value.kind == CSJ_ABSENT ? nil : value.range
    }

    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue {
        guard let range = range(index) else { return .absent }
        return .text(String(decoding: bytes[part: range], as: UTF8.self))
    }

    func list(_ index: Int) -> Range<Int>? { range(index) }

    func has(_ index: Int) -> Bool { csv.has(index) }

    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? { range(index) }

    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double? {
        range(index).flatMap { csv.number(bytes[part: $0]) }
    }

    func name(_ index: Int) -> String { csv.name(index) }

    func nullPlace(_ index: Int) -> Int? { nil }

    // What a second look is for.

    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading { csv.read(bytes) }

    func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? { csv.mended(bytes) }

    func earlierNote(_ bytes: UnsafeRawBufferPointer) -> String? { csv.earlierNote(bytes) }

    func append(
        _ bytes: UnsafeRawBufferPointer, keepsBytes: Bool, to output: inout ByteBuffer
    ) -> FindingsPlace { csv.append(bytes, keepsBytes: keepsBytes, to: &output) }

    func appendText(_ text: String, to output: inout ByteBuffer) {
        csv.appendText(text, to: &output)
    }

    func appendError(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        to output: inout ByteBuffer
    ) { csv.appendError(bytes, fault: fault, place: place, keepsBytes: keepsBytes, to: &output) }

    static func texts(ofList list: UnsafeRawBufferPointer) -> [String]? {
        CSVForm.texts(ofList: list)
    }

    static func read(written text: String) -> String { CSVForm.read(written: text) }
}
