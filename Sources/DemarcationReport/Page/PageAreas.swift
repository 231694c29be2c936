import Agreements
import Geodesy
import ReportFiles

/// The forms of the areas in which reports may be, for a script: discs about positions it draws itself.
struct PageAreas {
    private let entries: [PageFindings.Entry]
    private let frame: MapFrame
    private let projection: AzimuthalProjection

    init(
        _ entries: [PageFindings.Entry], _ frame: MapFrame, _ projection: AzimuthalProjection
    ) {
        (self.entries, self.frame, self.projection) = (entries, frame, projection)
    }

    /// The forms by the numbers of findings, the gravest kinds first, as many as there is room for: chains of steps
    /// in hundredths of the map's units, the first from the position.
    ///
    /// A chain is closed where its steps lead back.
    func json(room: Int) -> (text: String, isWhole: Bool) {
        var members: [(Int, String)] = []
        var used = 2
        let grave = entries.indices.filter { entries[$0].kind.isGrave }
        for number in grave + entries.indices.filter({ !entries[$0].kind.isGrave }) {
            guard let text = text(entries[number]) else { continue }
            guard used + text.utf8.count + 12 <= room else { return (object(members), false) }
            used += text.utf8.count + 12
            members.append((number, text))
        }
        return (object(members), true)
    }

    private func object(_ members: [(Int, String)]) -> String {
        PageData.object(members.sorted { $0.0 < $1.0 }.map { (String($0.0), $0.1) })
    }

    private func text(_ entry: PageFindings.Entry) -> String? {
        guard entry.report?.footprint != nil, let position = entry.finding.position,
            let area = ReportedArea(entry.report, entry.finding, entry.kind, projection)
        else { return nil }
        let start = frame.pixel(projection.point(position))
        // A thousandth of what it reaches, and no finer than the map shows when it is nearest.
        let unit = max(0.01, area.reach / frame.metresPerPixel / 500)
        let path = PathText(tolerance: unit)
        var (x, y) = (0, 0)
        let chains = area.chains.map { chain in
            let steps = path.simplified(chain.map(frame.pixel)).flatMap { point -> [String] in
                let (right, down) = (
                    Int(((point.x - start.x) / 0.01).rounded()),
                    Int(((point.y - start.y) / 0.01).rounded())
                )
                defer { (x, y) = (right, down) }
                return [String(right - x), String(down - y)]
            }
            return PageData.list(steps)
        }
        return PageData.list(chains)
    }
}
