internal import CSimdjson
import GeoJSONText

extension JSONParser {
    /// A parser that reads the records of blocks at once, but those with a footprint.
    convenience init(_ fields: FieldNames) {
        self.init(wanted: fields.wantedAtOnce, watching: fields.watched)
    }

    /// Reads the records of an indexed block into `rows`, with positions in the system that `position` reads;
    /// those that have none there are looked at alone.
    func read(
        _ pieces: [Piece], of bytes: UnsafeRawBufferPointer, into rows: RecordRows,
        by position: PositionText
    ) {
        rows.begin(pieces, base: base)
        guard let start = bytes.baseAddress else { return }
        let isForeign = position.datum != nil
        csj_read_rows(
            handle, (start + base).assumingMemoryBound(to: UInt8.self), rows.ranges.baseAddress,
            rows.count, isForeign, rows.rows.baseAddress, rows.values.baseAddress)
        guard isForeign else { return }
        for k in 0..<rows.count where rows.rows[k].is_plain {
            do throws(PositionText.Fault) {
                let found = try position.numbers(
                    x: rows.rows[k].longitude, y: rows.rows[k].latitude)
                rows.rows[k].longitude = found.position.longitude
                rows.rows[k].latitude = found.position.latitude
                rows.rows[k].bound = found.bound.metres
            } catch {
                rows.rows[k].is_plain = false
            }
        }
    }
}
