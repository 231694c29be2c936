internal import CSimdjson
import Demarcation
import GeoJSONText
import Geodesy

/// Reading: those records of a block that hold nothing unusual are read and judged all at once.
extension ReportChecker {
    mutating func readRows(_ block: Block) {
        batched.removeAll(keepingCapacity: true)
        let parser = block.parser
        guard !isCareful, parser.hasIndex || parser.index(block.records) else { return }
        parser.read(block.pieces, of: block.bytes, into: rows)
        judgeRows(block.bytes)
    }

    mutating func readRows(_ block: Block, _ csv: CSVForm) {
        batched.removeAll(keepingCapacity: true)
        guard !isCareful, csv.keepsAll, csv.read(block, into: rows) else { return }
        judgeRows(block.bytes)
    }

    private mutating func judgeRows(_ bytes: UnsafeRawBufferPointer) {
        let base = rows.base
        let (count, width) = (rows.count, rows.width)
        found = rows.rows
        batch = columns.memory
        batch.begin(count)
        var values = UnsafePointer(rows.values.baseAddress)
        for k in 0..<count {
            let place = found[k].is_plain ? append(found[k], values, bytes, base) : -1
            batched.append(place)
            values = values.map { $0 + width }
        }
        columns.memory = batch
        columns.kindReports = kinds.reports
        columns.generation = kinds.generation
        outcomes.removeAll(keepingCapacity: true)
        batchJudge.judge(columns, into: &outcomes)
        columns.kindReports = []
    }

    /// Adds a record to the columns and answers with its place there, or -1 when its members need a
    /// second look.
    @inline(__always)
    private mutating func append(
        _ row: csj_row, _ values: UnsafePointer<csj_value>?, _ bytes: UnsafeRawBufferPointer,
        _ base: Int
    ) -> Int {
        guard let values else { return -1 }
        kinds.begin()
        var time: Instant?
        var uncertainty = 0.0
        for index in 0..<FieldNames.Index.attributes + fields.attributes.count {
            let value = values[index]
            if value.repeated { return -1 }
            var range = value.range
            switch value.kind {
            case CSJ_ABSENT, CSJ_NULL: range = 0..<0
            case CSJ_TEXT: break
            case CSJ_NUMBER:
                if index == FieldNames.Index.time { return -1 }
            case CSJ_STRING:
                if index == FieldNames.Index.uncertainty { return -1 }
                range = range.lowerBound + 1..<range.upperBound - 1
            default: return -1
            }
            let text = bytes[part: range.lowerBound + base..<range.upperBound + base]
            switch index {
            case FieldNames.Index.time:
                if text.isEmpty { continue }
                guard let instant = Instant(canonical: text) else { return -1 }
                time = instant
            case FieldNames.Index.uncertainty:
                if text.isEmpty { continue }
                guard let metres = Double(json: text), metres >= 0 else { return -1 }
                uncertainty = metres
            default: kinds.add(text)
            }
        }
        let kind = kinds.number { judge.isNamed(category: $0) }
        batch.append(
            Coordinate(longitude: row.longitude, latitude: row.latitude),
            uncertainty: uncertainty, time: time, kind: kind)
        return batch.count - 1
    }
}
