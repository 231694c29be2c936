import Demarcation
import Geodesy

/// Reports that were read together, in the order of their records, and the records among them that
/// could not be used.
public struct ReportBatch: Sendable {
    /// The reported positions.
    public internal(set) var positions: [Coordinate] = []
    /// The bounds on their errors; as many as positions.
    public internal(set) var uncertainties: [Distance] = []
    /// When they were observed, `nil` where it is not known; as many as positions.
    public internal(set) var times: [Instant?] = []
    /// The records that could not be used.
    public internal(set) var refused: [RefusedRecord] = []

    /// For each report which of `kindReports` has its category, party and attributes.
    private var kinds: [Int] = []
    private var kindReports: [Report] = []
    /// Where the kinds of the table asked last begin, and that table's generation.
    private var firstKind = 0
    private var generation = -1

    init() {}

    /// Adds a report but for what its kind says.
    mutating func append(
        _ position: Coordinate, uncertainty: Distance, time: Instant?, kind: Int
    ) {
        positions.append(position)
        uncertainties.append(uncertainty)
        times.append(time)
        kinds.append(firstKind + kind)
    }

    /// Says by which table the next kinds are numbered.
    mutating func begin(generation: Int) {
        guard generation != self.generation else { return }
        self.generation = generation
        firstKind = kindReports.count
    }

    /// Takes over what the kinds of a table, all or those so far, stand for.
    mutating func take(kindReports known: [Report]) {
        if firstKind == 0 {
            kindReports = known
        } else {
            kindReports.removeSubrange(firstKind...)
            kindReports += known
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
        var report = kindReports[kinds[index]]
        report.position = positions[index]
        report.uncertainty = uncertainties[index]
        report.time = times[index]
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
