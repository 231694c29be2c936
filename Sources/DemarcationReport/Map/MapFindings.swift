import Geodesy
import ReportFiles

/// The findings of a map: where each is and of what kind.
package struct MapFindings: Sendable {
    /// A finding on the map.
    struct Mark {
        let point: MapPoint
        let kind: FindingKind
        /// The day, counted from 1970; `Int32.min` where it is not known.
        let day: Int32
    }

    static let noDay = Int32.min

    private(set) var marks: [Mark] = []
    /// Discs in which reports may be, of the first of those that say so.
    private(set) var discs: [(place: Coordinate, radius: Distance, kind: FindingKind)] = []
    /// How many there are of each kind, those without a position among them.
    private(set) var counts = [Int](repeating: 0, count: FindingKind.allCases.count)
    /// How many records have no position that can be used.
    private(set) var unplaced = 0
    /// How many there are in all.
    package var total: Int { counts.reduce(0, +) }
    let projection: AzimuthalProjection
    private static let mostDiscs = 4000

    package init(_ projection: AzimuthalProjection) { self.projection = projection }

    /// Takes a record and its day, counted from 1970.
    package mutating func add(_ finding: ShownFinding, day: Int64? = nil) {
        let kind = FindingKind(word: finding.finding)
        counts[Int(kind.rawValue)] += 1
        guard let position = finding.position, kind != .refused else {
            unplaced += 1
            return
        }
        marks.append(
            Mark(
                point: projection.point(position), kind: kind,
                day: day.map { Int32(clamping: $0) } ?? Self.noDay))
        if finding.bound > .zero, discs.count < Self.mostDiscs {
            discs.append((position, finding.bound, kind))
        }
    }

    /// How many there are of a kind.
    func count(_ kind: FindingKind) -> Int { counts[Int(kind.rawValue)] }
}
