import SystemFiles
import Geodesy

/// The legend of a picture.
struct LegendDrawing {
    let svg: String

    /// A row: a heading, or a sample with its words.
    private enum Row {
        case heading(String)
        case item(sample: String, text: String, number: String)
        case note(String)
    }

    init(_ picture: MapPicture, _ sheet: SheetLayout, _ marks: MarkDrawing) {
        let rows = Self.rows(picture, marks)
        let area = sheet.legend
        let columns = sheet.isBeside ? 1 : max(1, Int(area.width / 230))
        let columnWidth = area.width / Double(columns) - (columns > 1 ? 14 : 0)
        var (x, y, column) = (area.left, area.top, 0)
        var text = ""
        var left = 0
        for (k, row) in rows.enumerated() {
            let lines: [String]
            let height: Double
            switch row {
            case .heading: (lines, height) = ([], y == area.top ? 18 : 27)
            case .item: (lines, height) = ([], 18)
            case .note(let note):
                lines = SheetLayout.wrapped(note, size: 11, width: columnWidth)
                height = Double(lines.count) * 14 + 3
            }
            // A heading does not stay alone at the end of a column.
            var needed = height
            if case .heading = row { needed += 18 }
            if y + needed > area.top + area.height {
                guard column + 1 < columns else {
                    left = rows[k...].count { if case .item = $0 { true } else { false } }
                    break
                }
                column += 1
                (x, y) = (area.left + Double(column) * (columnWidth + 14), area.top)
            }
            switch row {
            case .heading(let words):
                y += y == area.top ? 12 : 21
                text +=
                    ##"<text x="\##(x.fixed(1))" y="\##(y.fixed(1))" font-weight="600">\##(Markup.text(words))</text>"##
                    + "\n"
                y += 6
            case .item(let sample, let words, let number):
                y += 13
                let room =
                    columnWidth - 34 - LabelPlaces.width(of: number, size: 12)
                    - (number.isEmpty ? 0 : 8)
                text +=
                    ##"<g transform="translate(\##((x + 13).fixed(1)) \##((y - 4).fixed(1)))">\##(sample)</g>"##
                    + ##"<text x="\##((x + 34).fixed(1))" y="\##(y.fixed(1))" unicode-bidi="plaintext">"##
                    + Markup.text(SheetLayout.shortened(words, size: 12, width: room)) + "</text>"
                if !number.isEmpty {
                    text +=
                        ##"<text x="\##((x + columnWidth).fixed(1))" y="\##(y.fixed(1))" text-anchor="end">"##
                        + Markup.text(number) + "</text>"
                }
                text += "\n"
                y += 5
            case .note:
                for line in lines {
                    y += 14
                    text +=
                        ##"<text x="\##(x.fixed(1))" y="\##(y.fixed(1))" font-size="11" fill="#4d5860" unicode-bidi="plaintext">\##(Markup.text(line))</text>"##
                        + "\n"
                }
                y += 3
            }
        }
        if left > 0 {
            text +=
                ##"<text x="\##(x.fixed(1))" y="\##((y + 13).fixed(1))" font-size="11">+ \##(left)</text>"##
                + "\n"
        }
        svg = text
    }

    private static func rows(_ picture: MapPicture, _ marks: MarkDrawing) -> [Row] {
        let (words, content, findings) = (picture.words, picture.content, picture.findings)
        var rows: [Row] = []
        let kinds = FindingKind.allCases.filter { findings.count($0) > 0 }
        rows.append(.heading(words["findings"]))
        if kinds.isEmpty { rows.append(.note(words["no-findings"])) }
        for kind in kinds {
            let sample =
                marks.steps.isEmpty ? ##"<path d="M0 0\##(kind.path)" \##(kind.style)/>"## : ""
            rows.append(
                .item(
                    sample: kind == .refused ? "" : sample, text: words[kind.word],
                    number: words.number(findings.count(kind))))
        }
        rows += picture.notes(marks).map { .note($0) }
        if !marks.footprints.isEmpty {
            rows.append(
                .item(
                    sample:
                        ##"<circle r="6" fill="#1c2429" fill-opacity=".05" stroke="#1c2429" stroke-opacity=".5" stroke-dasharray="2 2"/>"##,
                    text: words["footprints"], number: ""))
        }
        if !marks.steps.isEmpty {
            rows.append(.heading(words["density"]))
            for (kind, name) in [
                (FindingKind.apparentBreach, "density-breach"), (.undeterminable, "density-open"),
                (.compliant, "density-other"),
            ] {
                for step in (marks.steps[kind] ?? []).sorted() {
                    let ring = DensityCells.path(MapPoint(0, 0), step: step)
                    rows.append(
                        .item(
                            sample:
                                ##"<path d="\##(PathText(tolerance: 0).rings([ring]))" \##(MarkDrawing.cellStyle(kind))/>"##,
                            text: words[name], number: DensityCells.range(ofStep: step, words)))
                }
            }
        }
        if !content.lines.isEmpty { rows.append(.heading(words["lines"])) }
        for line in content.lines {
            let dashes = line.isLast ? "" : ##" stroke-dasharray="5 3""##
            let version = line.version.map {
                " (" + words.text("version", ["number": words.number($0)]) + ")"
            }
            rows.append(
                .item(
                    sample:
                        ##"<path d="M-13 0h26" stroke="#1c2429" stroke-width="\##(line.isLast ? "2" : "1.3")"\##(dashes)/>"##,
                    text: line.id + (version ?? ""), number: ""))
            if line.accuracy > .zero, line.isLast {
                rows.append(
                    .note(
                        words.text("accuracy", ["distance": words.length(line.accuracy)])))
            }
        }
        if !content.markers.isEmpty {
            rows.append(
                .item(
                    sample: ##"<circle r="2.6" fill="#fff" stroke="#1c2429"/>"##,
                    text: words["markers"], number: words.number(content.markers.count)))
        }
        if !content.zones.isEmpty { rows.append(.heading(words["zones"])) }
        for (rank, zone) in content.zones.enumerated() {
            let style = ZoneStyle(rank)
            let box = ##"x="-13" y="-7" width="26" height="13""##
            rows.append(
                .item(
                    sample: ##"<rect \##(box) fill="\##(ZoneStyle.ink)" fill-opacity=".12"/>"##
                        + (style.patternFill.map { "<rect \(box) \($0)/>" } ?? "")
                        + "<rect \(box) \(style.border)/>",
                    text: zone.id,
                    number: words.number(Int(zone.area.squareKilometres.rounded())) + "\u{A0}km²"))
        }
        if !content.halves.isEmpty { rows.append(.heading(words["sides"])) }
        for (k, half) in content.halves.enumerated() {
            let box = ##"x="-13" y="-7" width="26" height="13""##
            rows.append(
                .item(
                    sample:
                        ##"<rect \##(box) fill="\##(MapDrawing.halfColours[k % 2])" fill-opacity=".3"/>"##,
                    text: half.party, number: ""))
        }
        if !content.layers.isEmpty { rows.append(.heading(words["layers"])) }
        for layer in content.layers {
            rows.append(
                .item(
                    sample: ##"<path d="M-13 0h26" stroke="#8f8672" stroke-width="1.1"/>"##,
                    text: layer.name, number: ""))
        }
        return rows
    }
}
