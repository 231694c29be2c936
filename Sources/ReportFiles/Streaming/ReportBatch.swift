import Agreements
import Geodesy
public import Zones

/// Reports that were read together, in the order of their records, and the records among them that
/// could not be used.
public struct ReportBatch: Sendable {
    /// The reported positions.
    public internal(set) var positions: [Coordinate] = []
    /// The bounds on their errors; as many as positions.
    public internal(set) var uncertainties: [Distance] = []
    /// When they were observed, `nil` where it is not known; as many as positions.
    public internal(set) var times: [Instant?] = []
    /// When those were observed of which no moment is known but a span, by their places in the batch.
    public internal(set) var spans: [Int: TimeSpan] = [:]
    /// The regions of those of which one is known, by their places in the batch; the bounds come on top.
    public internal(set) var footprints: [Int: Footprint] = [:]
    /// The records that could not be used.
    public internal(set) var refused: [RefusedRecord] = []
    /// The records of which something was read otherwise than it is written, refused ones among them.
    public internal(set) var noted: [NotedRecord] = []

    /// For each report which of `kindReports` has its category, party and attributes.
    private var kinds: [Int32] = []
    private var kindReports: [Report] = []
    /// Where the kinds of the table asked last begin, and that table's generation.
    private var firstKind = 0
    private var generation = -1

    init() {}

    /// The reports in columns, as `BatchJudge` takes them.
    public var columns: ReportColumns {
        ReportColumns(
            positions: positions, uncertainties: uncertainties, times: times, kinds: kinds,
            kindReports: kindReports, spans: spans, footprints: footprints)
    }

    /// Adds what was read of a block.
    mutating func append(_ read: borrowing ReadRecords) {
        for refusal in read.refusals {
            refused.append(
                RefusedRecord(
                    number: refusal.number, byte: refusal.byte,
                    reportsBefore: positions.count + refusal.reportsBefore,
                    reason: refusal.reason))
        }
        for note in read.notes {
            noted.append(NotedRecord(number: note.number, byte: note.byte, note: note.text))
        }
        if read.kindGeneration != generation {
            generation = read.kindGeneration
            firstKind = kindReports.count
        }
        for (k, span) in read.columns.spans { spans[positions.count + k] = span }
        for (k, footprint) in read.columns.footprints {
            footprints[positions.count + k] = footprint
        }
        positions += read.columns.positions
        uncertainties += read.columns.uncertainties
        times += read.columns.times
        kinds += read.columns.kinds.map { Int32(firstKind) + $0 }
        if firstKind == 0 {
            kindReports = read.columns.kindReports
        } else {
            kindReports.removeSubrange(firstKind...)
            kindReports += read.columns.kindReports
        }
    }
}

extension ReportBatch: RandomAccessCollection {
    /// The index of the first report: 0.
    public var startIndex: Int { 0 }
    /// The number of reports.
    public var endIndex: Int { positions.count }

    /// One report, whole.
    public subscript(index: Int) -> Report {
        var report = kindReports[Int(kinds[index])]
        report.position = positions[index]
        report.uncertainty = uncertainties[index]
        report.time = times[index]
        report.span = spans[index]
        report.footprint = footprints[index]
        return report
    }
}

/// A record that could not be used.
public struct RefusedRecord: Hashable, Sendable {
    /// The number of the record in the stream, from 1.
    public let number: Int
    /// The place of its first byte in the stream, from 0.
    public let byte: Int
    /// How many reports of the batch come before it.
    public let reportsBefore: Int
    /// What was found and what was expected.
    public let reason: String
}

/// A record of which something was read otherwise than it is written: values that cannot be read count
/// as not known, an uncertainty that cannot as not a number of metres.
public struct NotedRecord: Hashable, Sendable {
    /// The number of the record in the stream, from 1.
    public let number: Int
    /// The place of its first byte in the stream, from 0.
    public let byte: Int
    /// What was found and what was expected, or how it was taken.
    public let note: String
}
