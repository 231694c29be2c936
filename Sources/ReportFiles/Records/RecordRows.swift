internal import CSimdjson
import Zones

/// What was found of a block's records at once; kept for the next block.
final class RecordRows {
    /// How many records the block has.
    private(set) var count = 0
    /// How many wanted members each has.
    let width: Int
    /// The place in the block from which the places below count.
    private(set) var base = 0
    private(set) var ranges: UnsafeMutableBufferPointer<csj_range> = .allocate(capacity: 0)
    /// Each record; `is_plain` is false for those that must be read alone.
    private(set) var rows: UnsafeMutableBufferPointer<csj_row> = .allocate(capacity: 0)
    /// The wanted members of all records.
    private(set) var values: UnsafeMutableBufferPointer<csj_value> = .allocate(capacity: 0)

    /// What they say.
    private(set) var reports: UnsafeMutableBufferPointer<csj_report> = .allocate(capacity: 0)

    /// The regions of those of which one is known, by the number of the record; what is beyond is in `bound`.
    private(set) var footprints: [Int: Footprint] = [:]

    init(width: Int) { self.width = width }

    /// Gives a record a region for the bound about its position.
    func put(_ footprint: Footprint, of record: Int) {
        footprints[record] = footprint
        rows[record].bound = 0
    }

    /// Leaves a record to be read alone.
    func leave(_ record: Int) {
        rows[record].is_plain = false
        reports[record].is_plain = false
    }

    /// Reads the wanted members of the rows, whose places count from `base` of a block's bytes.
    func readReports(of bytes: UnsafeRawBufferPointer, _ kinds: KindTable) {
        guard let start = bytes.baseAddress else { return }
        csj_read_reports(
            kinds.handle, (start + base).assumingMemoryBound(to: UInt8.self), rows.baseAddress,
            values.baseAddress, count, width, reports.baseAddress)
    }

    /// Reads the wanted members of a plain row again as if one of them were absent, and gives the place of
    /// that in the block; `nil` where it is not the one that needs a second look.
    func readReport(
        _ record: Int, of bytes: UnsafeRawBufferPointer, without member: Int, _ kinds: KindTable
    )
        -> Range<Int>?
    {
        let first = record * width
        let left = values[first + member]
        guard rows[record].is_plain, left.kind != CSJ_ABSENT, let start = bytes.baseAddress,
            let row = rows.baseAddress, let value = values.baseAddress,
            let report = reports.baseAddress
        else { return nil }
        values[first + member] = csj_value()
        csj_read_reports(
            kinds.handle, (start + base).assumingMemoryBound(to: UInt8.self), row + record,
            value + first, 1, width, report + record)
        guard report[record].is_plain else {
            values[first + member] = left
            return nil
        }
        return left.range.lowerBound + base..<left.range.upperBound + base
    }

    deinit { release() }

    private func release() {
        ranges.deallocate()
        rows.deallocate()
        values.deallocate()
        reports.deallocate()
    }

    /// Takes the places of a block's records and makes room for what will be found of them.
    func begin(_ pieces: [Piece], base: Int) {
        self.base = base
        footprints.removeAll(keepingCapacity: true)
        if rows.count < pieces.count {
            release()
            let room = pieces.count + pieces.count / 2
            ranges = .allocate(capacity: room)
            rows = .allocate(capacity: room)
            values = .allocate(capacity: room * width)
            reports = .allocate(capacity: room)
        }
        count = 0
        for piece in pieces where piece.kind == .record {
            ranges.initializeElement(
                at: count,
                to: csj_range(
                    start: UInt32(truncatingIfNeeded: piece.range.lowerBound - base),
                    end: UInt32(truncatingIfNeeded: piece.range.upperBound - base)))
            count += 1
        }
    }
}
