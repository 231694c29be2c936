import Agreements
import Geodesy
import ReportFiles

/// The findings that a page can tell one by one, and the others as marks to be counted in cells.
package struct PageFindings: Sendable {
    /// So many can be told one by one; of more only the gravest.
    package static let mostTold = 10_000
    /// So many of the gravest are told where there are more.
    static let mostGravest = 1000
    /// So many undeterminable reports are judged again for the reasons.
    static let mostOpen = 2000

    /// A finding that may be told, with the report that it was made of.
    struct Entry: Sendable {
        let finding: ShownFinding
        let kind: FindingKind
        let report: Report?
        let day: Int64?
    }

    private var entries: [Entry] = []
    /// The first undeterminable ones.
    private(set) var open: [Entry] = []
    /// All of them, as marks.
    private(set) var map: MapFindings
    private var total = 0
    /// How many breaches and undeterminable ones are kept already.
    private var gravest = 0
    /// Whether only the gravest are kept.
    private var isReduced = false
    /// Of a block: how many undeterminable ones come before it.
    private var openBefore = 0
    /// Of a block: how many of its records are not kept; `nil` of the whole.
    private var skipped: Int?

    package init(_ projection: AzimuthalProjection) { map = MapFindings(projection) }

    /// Whether there are too many to be told one by one.
    var isCounted: Bool { total > Self.mostTold }

    /// Those that are told one by one, in their order.
    var told: [Entry] { entries }

    /// An empty one for a block behind those that were taken.
    func ofBlock() -> PageFindings {
        var block = self
        (block.entries, block.open, block.map, block.skipped) = ([], [], map.ofBlock(), 0)
        block.openBefore = open.count
        return block
    }

    /// Whether a finding of such a kind may be told or judged again, by what is known so far.
    func wants(_ kind: FindingKind) -> Bool {
        if total < Self.mostTold { return true }
        return kind == .undeterminable && openBefore + open.count < Self.mostOpen || isTold(kind)
    }

    private func isTold(_ kind: FindingKind) -> Bool {
        kind.isGrave && gravest < Self.mostGravest
    }

    /// Takes a record, its report where it is known, and its day, counted from 1970.
    mutating func add(
        _ finding: ShownFinding, _ kind: FindingKind, _ report: Report?, day: Int64?
    ) {
        map.add(finding, kind, report, day: day)
        if skipped != nil, !wants(kind) {
            skipped? += 1
            return
        }
        let entry = Entry(finding: finding, kind: kind, report: report, day: day)
        if skipped == nil { keep(entry) } else { entries.append(entry) }
    }

    /// Takes the findings of the next block.
    mutating func add(_ block: PageFindings) {
        map.add(block.map)
        for entry in block.entries { keep(entry) }
        // Left out by a block are only those that come too late to be told.
        total += block.skipped ?? 0
        reduce()
    }

    private mutating func keep(_ entry: Entry) {
        total += 1
        reduce()
        if entry.kind == .refused { return }
        if entry.kind == .undeterminable, open.count < Self.mostOpen { open.append(entry) }
        if isReduced, !isTold(entry.kind) { return }
        entries.append(entry)
        if entry.kind.isGrave { gravest += 1 }
    }

    /// Leaves the gravest where there are too many.
    private mutating func reduce() {
        guard isCounted, !isReduced else { return }
        isReduced = true
        entries = Array(entries.filter(\.kind.isGrave).prefix(Self.mostGravest))
        gravest = entries.count
    }
}
