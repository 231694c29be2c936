import SystemFiles
import Geodesy

/// A map as a picture for a document, in SVG.
///
/// Nothing in it is asked for over a network, and nothing runs.
package struct MapPicture {
    /// What the picture says and how large it is.
    package struct Options: Sendable {
        /// The size of the sheet in pixels.
        package var width = 1200
        package var height = 800
        package var title: String
        /// A line below the title.
        package var subtitle = ""
        /// A line below the map.
        package var attribution = ""
        package var words = ReportWords.english
        /// How far about the explained position the map reaches; as far as the agreement when not given.
        package var reach: Distance?

        package init(title: String) { self.title = title }
    }

    let content: MapContent
    let findings: MapFindings
    let options: Options
    let frame: MapFrame
    /// So many marks are drawn one by one; more are counted in cells.
    package static let mostMarks = 4000

    var words: ReportWords { options.words }

    /// A picture of an agreement and findings.
    package init(_ content: MapContent, _ findings: MapFindings, _ options: Options) {
        (self.content, self.findings, self.options) = (content, findings, options)
        let sheet = SheetLayout(options)
        frame = MapFrame(
            about: Self.framed(content, findings, options.reach), left: sheet.map.left,
            top: sheet.map.top,
            width: sheet.map.width, height: sheet.map.height)
    }

    private static func framed(
        _ content: MapContent, _ findings: MapFindings, _ reach: Distance?
    ) -> [MapPoint] {
        guard let reach = reach?.metres, let explained = content.explained else {
            return content.framed(with: findings)
        }
        let point = explained.point
        return [
            MapPoint(point.x - reach, point.y - reach), MapPoint(point.x + reach, point.y + reach),
        ] + explained.way
    }

    /// The picture.
    package var svg: String {
        let sheet = SheetLayout(options)
        let (width, height) = (options.width, options.height)
        var labels = LabelPlaces(frame)
        let marks = MarkDrawing(findings, frame, words)
        var text = ##"<?xml version="1.0" encoding="UTF-8"?>"## + "\n"
        text +=
            ##"<svg xmlns="http://www.w3.org/2000/svg" width="\##(width)" height="\##(height)" "##
            + ##"viewBox="0 0 \##(width) \##(height)" role="img" aria-labelledby="t d" lang="\##(words.language)" "##
            + ##"font-family="Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif" font-size="12" fill="#1c2429">"##
        text += "\n<title id=\"t\">\(Markup.text(options.title))</title>\n"
        text += "<desc id=\"d\">\(Markup.text(description(marks)))</desc>\n"
        text += "<defs>\(ZoneStyle.definitions)"
        text +=
            ##"<clipPath id="frame"><rect \##(rectangle)/></clipPath></defs>"## + "\n"
        text += ##"<rect width="100%" height="100%" fill="#fff"/>"## + "\n"
        text += heading(sheet)
        text += ##"<rect \##(rectangle) fill="#f7f8f9"/>"## + "\n"
        let furniture = FrameDrawing(content.projection, frame, words)
        for box in furniture.boxes {
            labels.take(left: box.left, top: box.top, width: box.width, height: box.height)
        }
        let map = MapDrawing(content, frame)
        text += ##"<g clip-path="url(#frame)">"## + "\n" + furniture.graticule
        text += map.layers + map.zones + map.halves + map.lines
        text += marks.footprints + marks.marks + map.lineAbove
        text += map.markers(&labels) + map.explained(&labels)
        text += map.zoneLabels(&labels) + map.halfLabels(&labels)
        text += "</g>\n" + furniture.frame
        text += LegendDrawing(self, sheet, marks).svg
        text += footer(sheet)
        return text + "</svg>\n"
    }

    private var rectangle: String {
        ##"x="\##(frame.left.fixed(1))" y="\##(frame.top.fixed(1))" width="\##(frame.width.fixed(1))" "##
            + ##"height="\##(frame.height.fixed(1))""##
    }

    /// The map in a sentence or two, for who cannot see it.
    private func description(_ marks: MarkDrawing) -> String {
        var parts = [
            words["lines"] + ": " + unique(content.lines.map(\.id)).joined(separator: ", "),
            words["zones"] + ": " + content.zones.map(\.id).joined(separator: ", "),
        ]
        let kinds = FindingKind.allCases.filter { findings.count($0) > 0 }
        if !kinds.isEmpty {
            parts.append(
                words["findings"] + ": "
                    + kinds.map { words[$0.word] + " " + words.number(findings.count($0)) }
                    .joined(separator: ", "))
        }
        parts += notes(marks)
        return parts.joined(separator: ". ") + "."
    }

    /// What the map does not show.
    func notes(_ marks: MarkDrawing) -> [String] {
        var notes: [String] = []
        if marks.outside > 0 { notes.append(words.counted("outside", marks.outside)) }
        if findings.unplaced > 0 { notes.append(words.counted("unplaced", findings.unplaced)) }
        return notes
    }

    func unique(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return names.filter { seen.insert($0).inserted }
    }

    private func heading(_ sheet: SheetLayout) -> String {
        let size = min(22.0, Double(options.width) / 26)
        let title = SheetLayout.shortened(options.title, size: size * 1.1, width: sheet.width)
        var text =
            ##"<text x="\##(sheet.margin)" y="\##((sheet.margin + size).fixed(1))" font-size="\##(size.fixed(1))" "##
            + ##"font-weight="600" unicode-bidi="plaintext">\##(Markup.text(title))</text>"## + "\n"
        if !options.subtitle.isEmpty {
            let line = SheetLayout.shortened(options.subtitle, size: 13, width: sheet.width)
            text +=
                ##"<text x="\##(sheet.margin)" y="\##((sheet.margin + size + 19).fixed(1))" font-size="13" "##
                + ##"fill="#4d5860" unicode-bidi="plaintext">\##(Markup.text(line))</text>"## + "\n"
        }
        return text
    }

    private func footer(_ sheet: SheetLayout) -> String {
        let place = words.place(content.projection.centre, decimals: 2)
        let lines =
            SheetLayout.wrapped(
                words.text("projection", ["place": place]) + "; " + words["projection-note"] + ". "
                    + options.attribution + " " + words["neutral"], size: 10.5, width: sheet.width
            ).prefix(sheet.isBeside ? 3 : 4)
        return lines.enumerated().map { k, line in
            let y = Double(options.height) - sheet.margin - Double(lines.count - 1 - k) * 13.5
            return
                ##"<text x="\##(sheet.margin)" y="\##(y.fixed(1))" font-size="10.5" fill="#4d5860" "##
                + ##"unicode-bidi="plaintext">\##(Markup.text(line))</text>"## + "\n"
        }.joined()
    }
}
