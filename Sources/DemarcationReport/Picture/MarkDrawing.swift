import SystemFiles
import Geodesy

/// Findings as marks, or where they are too many as cells.
struct MarkDrawing {
    /// The marks, or the cells.
    let marks: String
    /// Where reports may be, where that is wide enough to be seen.
    let footprints: String
    /// How many findings are outside the frame.
    let outside: Int
    /// The steps of the cells that occur, by what they are drawn as; empty where marks are drawn.
    let steps: [FindingKind: Set<Int>]

    init(_ findings: MapFindings, _ frame: MapFrame, _ words: ReportWords) {
        if findings.marks.count > MapPicture.mostMarks {
            let cells = DensityCells(findings, frame)
            outside = cells.outside
            footprints = ""
            var paths: [FindingKind: [[MapPoint]]] = [:]
            var steps: [FindingKind: Set<Int>] = [:]
            for cell in cells.cells {
                let step = DensityCells.step(cell.count)
                steps[cell.kind, default: []].insert(step)
                paths[cell.kind, default: []].append(DensityCells.path(cell.middle, step: step))
            }
            self.steps = steps
            var text = ""
            for kind in [FindingKind.compliant, .undeterminable, .apparentBreach] {
                guard let rings = paths[kind] else { continue }
                text +=
                    ##"<path d="\##(PathText(tolerance: 0).rings(rings))" \##(Self.cellStyle(kind))/>"##
                    + "\n"
            }
            marks = text
            return
        }
        steps = [:]
        var paths: [FindingKind: String] = [:]
        var counts: [FindingKind: Int] = [:]
        var outside = 0
        // The more there are, the smaller they are.
        let count = findings.marks.count
        let scale = count <= 300 ? 1.0 : count <= 1000 ? 0.85 : count <= 2000 ? 0.75 : 0.65
        for mark in findings.marks {
            let pixel = frame.pixel(mark.point)
            guard frame.holds(pixel) else {
                outside += 1
                continue
            }
            counts[mark.kind, default: 0] += 1
            paths[mark.kind, default: ""] +=
                "M\((pixel.x / scale).fixed(1)) \((pixel.y / scale).fixed(1))" + mark.kind.path
        }
        self.outside = outside
        // The gravest last, so that nothing lies upon it.
        marks = FindingKind.allCases.reversed().compactMap { kind in
            paths[kind].map { path in
                "<g transform=\"scale(\(scale))\"><title>\(Markup.text(words[kind.word])): \(words.number(counts[kind] ?? 0))</title>"
                    + ##"<path d="\##(path)" \##(kind.style)/></g>"## + "\n"
            }
        }.joined()
        var rings: [[MapPoint]] = []
        var open: [[MapPoint]] = []
        for area in findings.areas where area.reach / frame.metresPerPixel >= 4 {
            for chain in area.chains.map({ $0.map(frame.pixel) }) {
                // Lines that were reported enclose nothing.
                if area.isDisc || chain.first == chain.last {
                    rings.append(chain)
                } else {
                    open.append(chain)
                }
            }
        }
        let stroke =
            ##"stroke="#1c2429" stroke-opacity=".4" stroke-width=".7" stroke-dasharray="2 2"/>"##
        var text = ""
        if !rings.isEmpty {
            text +=
                ##"<path d="\##(PathText().rings(rings))" fill="#1c2429" fill-opacity=".05" \##(stroke)"##
                + "\n"
        }
        if !open.isEmpty {
            text +=
                ##"<path d="\##(PathText().chains(open))" fill="none" \##(stroke)"## + "\n"
        }
        footprints = text
    }

    /// How cells are painted.
    static func cellStyle(_ kind: FindingKind) -> String {
        switch kind {
        case .apparentBreach: ##"fill="\##(kind.colour)" fill-opacity=".85""##
        case .undeterminable:
            ##"fill="#fff" fill-opacity=".7" stroke="\##(kind.colour)" stroke-width="1.2""##
        default: ##"fill="\##(kind.colour)" fill-opacity=".35""##
        }
    }
}
