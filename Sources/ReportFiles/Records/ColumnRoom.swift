import Agreements
import Geodesy
import Zones

/// Columns that are being filled, with room for a block's records.
///
/// An array would ask at every element whether somebody else holds it.
struct ColumnRoom: ~Copyable {
    private(set) var count = 0
    private let positions: UnsafeMutableBufferPointer<Coordinate>
    private let uncertainties: UnsafeMutableBufferPointer<Distance>
    private let times: UnsafeMutableBufferPointer<Instant?>
    private let kinds: UnsafeMutableBufferPointer<Int32>
    private var spans: [Int: TimeSpan] = [:]
    private var footprints: [Int: Footprint] = [:]

    init(_ most: Int) {
        positions = .allocate(capacity: most)
        uncertainties = .allocate(capacity: most)
        times = .allocate(capacity: most)
        kinds = .allocate(capacity: most)
    }

    deinit {
        positions.deallocate()
        uncertainties.deallocate()
        times.deallocate()
        kinds.deallocate()
    }

    @inline(__always)
    mutating func append(
        _ position: Coordinate, uncertainty: Distance, time: Instant?, kind: Int32
    ) {
        precondition(count < positions.count)
        positions.initializeElement(at: count, to: position)
        uncertainties.initializeElement(at: count, to: uncertainty)
        times.initializeElement(at: count, to: time)
        kinds.initializeElement(at: count, to: kind)
        count &+= 1
    }

    /// Gives the report that was appended last a span as its time.
    mutating func putSpan(_ span: TimeSpan) { spans[count - 1] = span }

    /// Makes room for so many regions.
    mutating func expectFootprints(_ count: Int) { footprints.reserveCapacity(count) }

    /// Gives the report that was appended last a region, if there is one and its error is known.
    mutating func putFootprint(_ footprint: Footprint?) {
        guard let footprint, uncertainties[count - 1].metres.isFinite else { return }
        footprints[count - 1] = footprint
    }

    /// The columns.
    consuming func finish(_ kindReports: [Report]) -> ReportColumns {
        ReportColumns(
            positions: Array(positions[..<count]), uncertainties: Array(uncertainties[..<count]),
            times: Array(times[..<count]), kinds: Array(kinds[..<count]),
            kindReports: kindReports, spans: spans, footprints: footprints)
    }
}
