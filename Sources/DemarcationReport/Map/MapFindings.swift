import Agreements
import Geodesy
import ReportFiles

/// The findings of a map: where each is and of what kind.
package struct MapFindings: Sendable {
    /// A finding on the map.
    struct Mark: Sendable {
        let point: MapPoint
        let kind: FindingKind
        /// The day, counted from 1970; `Int32.min` where it is not known.
        let day: Int32
    }

    static let noDay = Int32.min

    private(set) var marks: [Mark] = []
    /// Where reports may be, as long as these are few enough to be drawn one by one.
    private(set) var areas: [ReportedArea] = []
    /// How many there are of each kind, those without a position among them.
    private(set) var counts = [Int](repeating: 0, count: FindingKind.allCases.count)
    /// How many records have no position that can be used.
    private(set) var unplaced = 0
    /// How many there are in all.
    package var total: Int { counts.reduce(0, +) }
    var projection: AzimuthalProjection { tiles.projection }
    private var tiles: ProjectionTiles
    /// Of a block: how many marks come before it.
    private var before = 0
    /// Whether areas are still to be gathered.
    var wantsAreas: Bool { before + marks.count <= MapPicture.mostMarks }

    package init(_ projection: AzimuthalProjection) { tiles = ProjectionTiles(projection) }

    /// Takes a record, its report where it is known, and its day, counted from 1970.
    package mutating func add(_ finding: ShownFinding, _ report: Report? = nil, day: Int64? = nil) {
        add(finding, FindingKind(word: finding.finding), report, day: day)
    }

    /// Takes a record whose kind is known.
    mutating func add(
        _ finding: ShownFinding, _ kind: FindingKind, _ report: Report?, day: Int64?
    ) {
        counts[Int(kind.rawValue)] += 1
        guard let position = finding.position, kind != .refused else {
            unplaced += 1
            return
        }
        marks.append(
            Mark(
                point: tiles.point(position), kind: kind,
                day: day.map { Int32(clamping: $0) } ?? Self.noDay))
        if wantsAreas, let area = ReportedArea(report, finding, kind, projection) {
            areas.append(area)
        }
    }

    /// An empty one for a block behind those that were taken.
    func ofBlock() -> MapFindings {
        var block = MapFindings(projection)
        block.tiles = tiles
        block.before = marks.count
        return block
    }

    /// Takes the findings of the next block.
    mutating func add(_ block: MapFindings) {
        marks += block.marks
        tiles.add(block.tiles)
        areas += block.areas
        if !wantsAreas { areas = [] }
        for kind in counts.indices { counts[kind] += block.counts[kind] }
        unplaced += block.unplaced
    }

    /// How many there are of a kind.
    func count(_ kind: FindingKind) -> Int { counts[Int(kind.rawValue)] }
}
