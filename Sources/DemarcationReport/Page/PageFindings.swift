import Agreements
import Geodesy
import ReportFiles

/// The findings that a page can tell one by one, in columns, and the others counted in cells.
package struct PageFindings {
    /// So many can be told one by one; of more only the gravest.
    package static let mostTold = 10_000
    /// So many of the gravest are told where there are more.
    static let mostGravest = 1000

    private(set) var told: [Told] = []
    /// All of them, as marks.
    private(set) var map: MapFindings
    private var total = 0
    private var names: [String: Int] = [:]
    /// The words of told findings, by their numbers.
    private(set) var words: [String] = []

    /// A finding as it is told.
    struct Told {
        let position: Coordinate?
        let kind: FindingKind
        let file: Int
        let number: Int
        let id: String?
        /// Numbers of words; -1 for what is not known.
        let rule: Int
        let clause: Int
        let party: Int
        let category: Int
        let line: Int
        let side: Int
        let zones: Int
        let openZones: Int
        let rules: Int
        let margin: Distance?
        let distance: Distance?
        let bound: Distance
        let first: Int64?
        let last: Int64?
        let day: Int32
    }

    package init(_ projection: AzimuthalProjection) { map = MapFindings(projection) }

    /// Whether there are too many to be told one by one.
    var isCounted: Bool { total > Self.mostTold }

    /// Takes a record and its day, counted from 1970.
    package mutating func add(_ finding: ShownFinding, day: Int64?) {
        total += 1
        map.add(finding, day: day)
        let kind = FindingKind(word: finding.finding)
        let number = day.map { Int32(clamping: $0) } ?? MapFindings.noDay
        if kind == .refused { return }
        if total == Self.mostTold + 1 {
            told = Array(told.filter { $0.kind.rawValue <= 1 }.prefix(Self.mostGravest))
        }
        if total > Self.mostTold, kind.rawValue > 1 || told.count >= Self.mostGravest { return }
        told.append(
            Told(
                position: finding.position, kind: kind, file: finding.file,
                number: finding.number, id: finding.id, rule: word(finding.rule),
                clause: word(finding.clause), party: word(finding.party),
                category: word(finding.category), line: word(finding.line),
                side: word(finding.side), zones: word(list(finding.zones)),
                openZones: word(list(finding.openZones)),
                rules: word(
                    list(
                        finding.rules.map { finding, rules in
                            finding + ":" + rules.joined(separator: ", ")
                        }, by: "\n")), margin: finding.margin, distance: finding.distance,
                bound: finding.bound, first: finding.time?.first.seconds,
                last: finding.time?.last.seconds, day: number))
    }

    private func list(_ names: [String], by separator: String = ", ") -> String? {
        names.isEmpty ? nil : names.joined(separator: separator)
    }

    private mutating func word(_ text: String?) -> Int {
        guard let text else { return -1 }
        if let known = names[text] { return known }
        words.append(text)
        names[text] = words.count - 1
        return words.count - 1
    }
}
