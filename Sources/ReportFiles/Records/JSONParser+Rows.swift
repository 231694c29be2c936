internal import CSimdjson
import GeoJSONText

extension JSONParser {
    /// Reads the records of an indexed block into `rows`.
    func read(_ pieces: [Piece], of bytes: UnsafeRawBufferPointer, into rows: RecordRows) {
        rows.begin(pieces, base: base)
        guard let start = bytes.baseAddress else { return }
        csj_read_rows(
            handle, (start + base).assumingMemoryBound(to: UInt8.self), rows.ranges.baseAddress,
            rows.count, rows.rows.baseAddress, rows.values.baseAddress)
    }
}
