import Agreements
import Geodesy
import GeoJSONText
import ReportFiles
import SystemFiles
import ZoneDrawing

/// A report of findings as one page that needs nothing else.
///
/// Figures and tables are there without scripts; with scripts the map moves and findings tell their stories.
package struct ReportPage {
    /// What the page is of.
    package struct Subject: Sendable {
        package var agreement: Agreement
        package var title: String
        package var drawings: [ZoneDrawing] = []
        /// Drawings of what is certain and of what is possible, where lines are known to an accuracy only.
        package var certain: [ZoneDrawing] = []
        package var possible: [ZoneDrawing] = []
        /// How far zones' borders may be from their limits.
        package var tolerance = Distance.zero
        /// What was read beside them, with hashes: the agreement first, its geometry, places, layers.
        package var files: [InputSummary] = []
        /// The files of findings, or of reports that were checked for the page, in their order.
        package var records: [InputSummary] = []
        /// The versions of the program and its libraries, and the command.
        package var versions = ""
        package var command = ""
        /// What is to be said of the findings before all else.
        package var warning: String?
        /// Findings that were judged again.
        package var stories: PageStories?
        /// Tables of caps, sites and obligations.
        package var sets: [SetTable] = []
        /// When which source watched; `nil` where nobody said so.
        package var availability: [SourceAvailability]?

        package init(_ agreement: Agreement, title: String) {
            (self.agreement, self.title) = (agreement, title)
        }
    }

    let subject: Subject
    let content: MapContent
    let tally: PageTally
    let findings: PageFindings
    let words: ReportWords
    let map: PageMap
    let days: PageDays?
    let told: PageTold
    let availability: PageAvailability?

    package init(
        _ subject: Subject, _ content: MapContent, _ tally: PageTally, _ findings: PageFindings,
        _ words: ReportWords
    ) {
        (self.subject, self.content, self.tally, self.findings) = (
            subject, content, tally, findings
        )
        self.words = words
        let extents = [("certain", subject.certain), ("possible", subject.possible)]
            .filter { !$0.1.isEmpty }
            .map { name, drawings in
                (
                    name: name,
                    shapes: drawings.map {
                        content.projection.shape(
                            $0.polygon.polygons, tolerance: max(0.1, subject.tolerance.metres / 4))
                    }
                )
            }
        map = PageMap(
            content, points: content.framed(with: findings.map), extents: extents, words)
        days = PageDays(tally.days.byName)
        told = PageTold(findings.told, subject.agreement)
        if let sources = subject.availability {
            availability = PageAvailability(
                sources, tally.daysOfPeriod, days, DayClock(subject.agreement.clock), words)
        } else {
            availability = nil
        }
    }

    /// Why reports are undeterminable.
    var reasons: PageReasons {
        subject.stories?.reasons ?? PageStories(findings, nil).reasons
    }

    /// Whether there is nothing to draw.
    package var isEmpty: Bool {
        content.zones.isEmpty && content.lines.isEmpty && findings.map.marks.isEmpty
    }

    var agreement: Agreement { subject.agreement }

    /// The names of the bins of days.
    var dayNames: [String] {
        guard let days else { return [] }
        return zip(days.starts, days.starts.dropFirst()).map { first, next in
            words.span(Self.day(first), Self.day(next - 1))
        }
    }

    /// A day counted from 1970, such as `2026-12-01`.
    static func day(_ number: Int64) -> String {
        utc?.shown(at: Instant(seconds: number * 86_400)).day ?? ""
    }

    private static let utc = try? LocalClock(parsing: "UTC")

    /// The page.
    package var html: String {
        let (style, script) = (PackageResources.report_css, PackageResources.report_js)
        let policy =
            "default-src 'none'; style-src \(HTML.policyHash(style)); script-src \(HTML.policyHash(script)); "
            + "base-uri 'none'; form-action 'none'"
        var html =
            "<!DOCTYPE html>\n<html lang=\"\(words.language)\">\n<head>\n<meta charset=\"utf-8\">\n"
        html += "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
        html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        html += "<meta name=\"generator\" content=\"\(Markup.text(subject.versions))\">\n"
        html += "<title>\(Markup.text(subject.title))</title>\n<style>"
        html += String(decoding: style, as: UTF8.self) + "</style>\n</head>\n<body>\n"
        html += "<a class=\"skip\" href=\"#where\">\(Markup.text(words["skip"]))</a>\n"
        html += "<header>\n<h1>\(HTML.name(subject.title))</h1>\n<p class=\"lead\">\(lead)</p>\n"
        html += "</header>\n<main>\n"
        if let warning = subject.warning {
            html +=
                "<p class=\"warn\"><strong>\(Markup.text(words["foreign"])):</strong> \(Markup.text(warning))</p>\n"
        }
        html +=
            figures + (availability?.sentence ?? "") + PageTables(self).before + mapSection
            + PageTables(self).behind
        html += "</main>\n"
        html += "<script type=\"application/json\" id=\"data\">"
        let end =
            "</script>\n<script>" + String(decoding: script, as: UTF8.self)
            + "</script>\n</body>\n</html>\n"
        var data = self.data
        let most = findings.isCounted ? Self.mostBytesCounted : Self.mostBytes
        addStories(
            to: &data, room: most - html.utf8.count - end.utf8.count - data.json.utf8.count)
        return html + data.json + end
    }

    /// So large may a page be, and one of more findings than can be told one by one.
    static let (mostBytes, mostBytesCounted) = (1_500_000, 4_000_000)
    /// The share of what is left that the forms of areas may take.
    private static let roomOfAreas = 0.25

    private func addStories(to data: inout PageData, room: Int) {
        let areas = PageAreas(findings.told, map.frame, content.projection)
        let forms = areas.json(room: Int(Double(room) * Self.roomOfAreas))
        data.member("areas", forms.text)
        let stories = subject.stories?.json(
            findings.told, room: room - forms.text.utf8.count - 200)
        if let stories { data.member("stories", stories.text) }
    }

    private var lead: String {
        let total = tally.total.reduce(0, +)
        var text = words.counted("reports", total)
        if let span = tally.span(words) { text += ", " + span }
        return Markup.text(text + ". " + words["judged"] + " " + words["neutral"])
    }

    private var figures: String {
        var html = "<dl class=\"figures\">\n"
        for kind in FindingKind.allCases {
            let count = tally.total[Int(kind.rawValue)]
            let isAlways = [.apparentBreach, .undeterminable, .compliant].contains(kind)
            guard count > 0 || isAlways else { continue }
            html +=
                "<div class=\"\(kind.word)\"><dt>\(HTML.mark(kind))\(Markup.text(words[kind.word]))</dt>"
                + "<dd>\(words.number(count))</dd></div>\n"
        }
        return html + "</dl>\n"
    }

    // MARK: The map

    private var mapSection: String {
        let marks = MarkDrawing(findings.map, map.frame, words)
        let title = words.text("map-of", ["title": subject.title])
        var html = "<h2 id=\"where\">\(Markup.text(words["where"]))</h2>\n"
        if isEmpty { return html + "<p>\(Markup.text(words["nothing"]))</p>\n" }
        html += "<noscript><p class=\"warn\">\(Markup.text(words["noscript"]))</p></noscript>\n"
        html +=
            "<figure>\n<div class=\"frame\" id=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"\(Markup.text(words["map-help"]))\">\n"
        html += map.svg(marks, title: title)
        html += "<div class=\"tools\">"
        for (id, sign, name) in [
            ("zoom-in", "+", "zoom-in"), ("zoom-out", "−", "zoom-out"),
            ("zoom-all", "⤢", "zoom-all"),
        ] {
            html +=
                "<button type=\"button\" id=\"\(id)\" aria-label=\"\(Markup.text(words[name]))\" title=\"\(Markup.text(words[name]))\">\(sign)</button>"
        }
        html += "</div>\n<div class=\"readout\" id=\"readout\"></div>\n</div>\n"
        html += legend(marks)
        if let days { html += time(days) }
        html += list
        let place = words.place(content.projection.centre, decimals: 2)
        var notes = [
            words.text("projection", ["place": place]) + "; " + words["projection-note"] + "."
        ]
        if marks.outside > 0 { notes.append(words.counted("outside", marks.outside) + ".") }
        if findings.map.unplaced > 0 {
            notes.append(words.counted("unplaced", findings.map.unplaced) + ".")
        }
        if findings.isCounted {
            notes.append(
                words.text(
                    "in-view-gravest",
                    [
                        "total": words.number(tally.total.reduce(0, +)),
                        "shown": words.number(findings.told.count),
                    ]))
        }
        html +=
            "<figcaption class=\"note\">\(Markup.text(notes.joined(separator: " ")))</figcaption>\n"
        return html + "</figure>\n"
    }

    private func legend(_ marks: MarkDrawing) -> String {
        func box(_ attribute: String, _ sample: String, _ text: String, isOn: Bool = true) -> String
        {
            "<label><input type=\"checkbox\" \(attribute)\(isOn ? " checked" : "") disabled> \(sample)"
                + "\(Markup.text(text))</label>\n"
        }
        var html =
            "<div class=\"panel\"><fieldset><legend>\(Markup.text(words["layers-head"]))</legend>\n"
        for kind in FindingKind.allCases where kind != .refused && findings.map.count(kind) > 0 {
            html += box(
                "data-kind=\"\(kind.rawValue)\"", HTML.mark(kind),
                words[kind.word] + " " + words.number(findings.map.count(kind)))
        }
        var layers: [(name: String, isOn: Bool)] = []
        if content.lines.contains(where: { $0.version == nil }) { layers.append(("lines", true)) }
        if !content.zones.isEmpty { layers.append(("zones", true)) }
        if !content.halves.isEmpty { layers.append(("sides", true)) }
        layers += map.extents.map { ($0.name, false) }
        if !content.markers.isEmpty { layers.append(("markers", true)) }
        layers.append(("names", true))
        layers.append(("graticule", true))
        if !content.layers.isEmpty { layers.append(("layers", true)) }
        let told = findings.told
        if told.contains(where: { $0.finding.bound > .zero || $0.report?.footprint != nil }) {
            layers.append(("footprints", false))
        }
        if told.contains(where: { $0.finding.party != nil }) { layers.append(("party", false)) }
        for layer in layers {
            html += box(
                "data-layer=\"\(layer.name)\"", "", words["layer-" + layer.name], isOn: layer.isOn)
        }
        // The versions of lines, each a layer.
        for (k, line) in content.lines.enumerated() {
            guard let version = line.version else { continue }
            html += box(
                "data-layer=\"version-\(k)\"", "",
                line.id + ", "
                    + (line.isLast
                        ? words["version-last"]
                        : words.text("version", ["number": words.number(version)])))
        }
        html += "</fieldset>\n"
        let lines = content.lines.filter { $0.isLast && $0.accuracy > .zero }.map {
            $0.id + ": " + words.text("accuracy", ["distance": words.length($0.accuracy)])
        }
        if !lines.isEmpty {
            html += "<p class=\"note\">\(Markup.text(lines.joined(separator: "; ")))</p>\n"
        }
        if findings.isCounted {
            html += "<p class=\"note\">\(Markup.text(words["cells"]))</p>\n"
        }
        return html + "</div>\n"
    }

    /// The bins in which rules begin, with the rules.
    private func begins(_ days: PageDays) -> [Int: String] {
        let clock = DayClock(agreement.clock)
        var found: [Int: [String]] = [:]
        for rule in agreement.rules {
            guard let from = rule.from, let moment = agreement.resolve(from) else { continue }
            let day = clock.day(moment)
            guard let first = days.starts.first, day >= first,
                day < days.starts[days.starts.count - 1]
            else { continue }
            found[Int((day - first) / days.width), default: []].append(rule.id)
        }
        return found.mapValues {
            words.text("begins", ["rule": $0.joined(separator: ", ")])
        }
    }

    /// By which clock days are told.
    var clockInWords: String {
        words.text("clock", ["clock": agreement.clock?.name ?? "UTC"])
    }

    private func time(_ days: PageDays) -> String {
        let names = dayNames
        let last = names.count - 1
        func slider(_ id: String, _ word: String, _ value: Int) -> String {
            "<label for=\"\(id)\">\(Markup.text(words[word]))</label><input type=\"range\" id=\"\(id)\" min=\"0\" max=\"\(last)\" value=\"\(value)\" disabled><span></span>\n"
        }
        return "<div class=\"panel time\">\n"
            + days.svg(words, names, marks: begins(days), faint: availability?.faintDays ?? [])
            + (last > 0
                ? "<div class=\"only\"><div class=\"sliders\">" + slider("from", "from-day", 0)
                    + slider("to", "to-day", last)
                    + "</div><p class=\"note\" id=\"when\" aria-live=\"polite\"></p></div>\n" : "")
            + "<p class=\"note\">\(Markup.text(clockInWords + (availability?.faintNote ?? "")))</p></div>\n"
    }

    private var list: String {
        "<div class=\"panel only\"><div class=\"told\"><section aria-labelledby=\"in-view\"><h3 id=\"in-view\">"
            + Markup.text(words["in-view"]) + "</h3><p class=\"note\" id=\"count\"></p>"
            + "<ol id=\"list\"></ol></section>\n<section aria-labelledby=\"tale\"><h3 id=\"tale\">"
            + Markup.text(words["story"])
            + "</h3><div id=\"story\" aria-live=\"polite\"><p class=\"note\">"
            + Markup.text(words["story-choose"]) + "</p></div></section></div></div>\n"
    }

    // MARK: The data

    private var data: PageData {
        var data = PageData()
        let phrasing = words.phrasing
        data.member(
            "words",
            PageData.object(
                // English sentences of judgements are said as they come, and of what was watched and of definitions the
                // script says nothing by itself.
                words.keys.filter {
                    $0.hasPrefix("say:")
                        ? words.language != "en" && !$0.contains("{") : !$0.hasPrefix("watch-")
                }.sorted()
                    .map { ($0, PageData.quoted(words[$0])) }))
        data.member(
            "map",
            "{\"centre\":[\(content.projection.centre.longitude),\(content.projection.centre.latitude)],"
                + "\"middle\":[\(map.frame.middle.x),\(map.frame.middle.y)],"
                + "\"scale\":\(map.frame.metresPerPixel),\"height\":\(map.height.fixed(1))}")
        data.member(
            "kinds",
            PageData.list(
                FindingKind.allCases.map { kind in
                    let isFilled = [.apparentBreach, .compliant, .unregulated].contains(kind)
                    let isHollow = [.undeterminable, .counted, .pending].contains(kind)
                    return PageData.object([
                        ("key", PageData.quoted(kind.word)),
                        ("word", PageData.quoted(words[kind.word])),
                        ("colour", PageData.quoted(kind.colour)),
                        ("path", PageData.quoted(kind.path)), ("fill", "\(isFilled)"),
                        ("edge", "\(kind == .apparentBreach)"), ("hollow", "\(isHollow)"),
                    ])
                }))
        data.member(
            "labels",
            PageData.list(
                map.labels.map {
                    "[\(PageData.shown($0.text)),\($0.point.x.fixed(1)),\($0.point.y.fixed(1)),\"\($0.kind)\"]"
                }))
        data.member(
            "rules",
            PageData.object(
                agreement.rules.map { rule in
                    (
                        String(visible: rule.id),
                        PageData.list(
                            [
                                agreement.inWords(rule, in: phrasing), rule.clause ?? "",
                                rule.quote ?? "",
                            ].map(
                                PageData.shown))
                    )
                }))
        data.member(
            "names",
            PageData.list(
                told.words.map {
                    PageData.shown($0.replacing("\n", with: "\u{1}")).replacing(
                        "\\\\u0001", with: "\\n")
                }))
        data.member("parties", parties)
        data.member(
            "files",
            PageData.list(
                subject.records.map { PageData.shown($0.name) })
        )
        if let days {
            data.member(
                "days",
                PageData.object([
                    ("starts", PageData.list(days.starts.map { String($0) })),
                    ("names", PageData.list(dayNames.map(PageData.quoted))),
                    ("counts", PageData.list(days.counts.map { String($0.reduce(0, +)) })),
                    ("total", String(tally.total.reduce(0, +))),
                ]))
        }
        data.member("told", told.json)
        if findings.isCounted { data.member("cells", cells) }
        return data
    }

    /// Colours of parties, by the numbers of their words, as people with every kind of colour vision tell them.
    private var parties: String {
        let colours = ["#0072b2", "#b35806", "#009e73", "#7b3f6e", "#56b4e9", "#1c2429"]
        let order = agreement.parties.map(\.id)
        var members: [(String, String)] = []
        for (k, word) in told.words.enumerated() {
            guard let place = order.firstIndex(where: { $0.lowercased() == word.lowercased() })
            else { continue }
            members.append((String(k), PageData.quoted(colours[place % colours.count])))
        }
        return PageData.object(members)
    }

    private var cells: String {
        let cells = PageCells(findings.map.marks, map.frame)
        let columns = Int64(PageMap.width / cells.side) + 2
        var (text, last) = ("[", Int64(0))
        for (k, entry) in cells.entries.enumerated() {
            let cell = Int64(entry.key.row) * columns + Int64(entry.key.column)
            let day = entry.key.day == MapFindings.noDay ? "null" : String(entry.key.day)
            text += (k == 0 ? "" : ",") + "\(cell - last),\(day),\(entry.key.kind),\(entry.count)"
            last = cell
        }
        return "{\"side\":\(cells.side),\"columns\":\(columns),\"entries\":\(text)]}"
    }
}
