import Agreements
import Geodesy
import ReportFiles
import SystemFiles

/// The tables of a page: what matters before the map, all else behind it.
struct PageTables {
    let page: ReportPage
    private var words: ReportWords { page.words }
    private var tally: PageTally { page.tally }
    private var agreement: Agreement { page.agreement }

    init(_ page: ReportPage) { self.page = page }

    var before: String { rules + reasons + refusals + deepest + sets }

    var behind: String {
        "<h2>\(Markup.text(words["zones"]))</h2>\n" + zones + parties + days
            + (page.availability?.section ?? "") + sources
    }

    private func number(_ count: Int) -> HTML.Cell {
        count == 0
            ? HTML.Cell.zero : .number(words.number(count))
    }

    private func breach(_ count: Int) -> HTML.Cell {
        count == 0
            ? HTML.Cell.zero
            : HTML.Cell(html: "<b class=\"breach\">\(words.number(count))</b>", isNumber: true)
    }

    private func name(ofParty id: String) -> String {
        if id.isEmpty { return words["party-none"] }
        return agreement.parties.first { $0.id.lowercased() == id.lowercased() }?.name ?? id
    }

    // MARK: Rules

    private var rules: String {
        let heading = "<h2>\(Markup.text(words["by-rule"]))</h2>\n"
        let known = agreement.rules.map(\.id)
        let phrasing = words.phrasing
        var byRule: [String: [String: [Int]]] = [:]
        for (name, counts) in tally.rules.byName {
            byRule[name.rule, default: [:]][name.party] = counts
        }
        let others = byRule.keys.filter { !known.contains($0) }.sorted()
        guard !byRule.isEmpty else {
            return heading + "<p>\(Markup.text(words["rule-none"]))</p>\n"
        }
        // The finding of each rule, by party: those that were named of any.
        let kinds = FindingKind.allCases.filter { kind in
            kind == .apparentBreach || kind == .undeterminable
                || byRule.values.contains { $0.values.contains { $0[Int(kind.rawValue)] > 0 } }
        }
        let headings =
            [(words["rule"], false), (words["party"], false)] + kinds.map { (words[$0.word], true) }
        var rows: [[HTML.Cell]] = []
        for id in known + others {
            let rule = agreement.rules.first { $0.id == id }
            let head =
                HTML.name(id) + (rule?.clause.map { " <small>\(HTML.name($0))</small>" } ?? "")
                + (rule.map { "<small>\(HTML.name(agreement.inWords($0, in: phrasing)))</small>" }
                    ?? "")
            guard let found = byRule[id] else {
                rows.append(
                    [.head(head), .text(words["not-judged"])]
                        + kinds.map { _ in HTML.Cell.zero })
                continue
            }
            let order = agreement.parties.map { $0.id.lowercased() }
            let parties = Self.mostParties(of: found).sorted { a, b in
                let (x, y) = (
                    order.firstIndex(of: a.lowercased()) ?? (a.isEmpty ? 1_000_000 : 10_000),
                    order.firstIndex(of: b.lowercased()) ?? (b.isEmpty ? 1_000_000 : 10_000)
                )
                return x != y ? x < y : a < b
            }
            for (k, party) in parties.enumerated() {
                let counts = found[party] ?? PageTally.none
                rows.append(
                    [
                        .head(k == 0 ? head : "<span class=\"again\">\(HTML.name(id))</span>"),
                        .name(name(ofParty: party)),
                    ]
                        + kinds.map { kind in
                            let count = counts[Int(kind.rawValue)]
                            return kind == .apparentBreach ? breach(count) : number(count)
                        })
            }
        }
        return heading + HTML.table(words["by-rule"], headings, rows, class: "bare rules")
    }

    // MARK: What could not be determined

    private var reasons: String {
        var html = "<h2>\(Markup.text(words["why"]))</h2>\n"
        let reasons = page.reasons
        let order = reasons.inOrder
        if order.isEmpty { return html + "<p>\(Markup.text(words["why-none"]))</p>\n" }
        html += "<ul class=\"plain\">\n"
        for (reason, count) in order.prefix(20) {
            let shown = HTML.filled(
                words[reason.key],
                [
                    "count": "<strong>\(words.number(count))</strong>",
                    "zone": HTML.name(reason.name ?? ""),
                    "sentence": HTML.sentence(reason.sentence ?? "", words),
                ])
            html += "<li>\(shown)</li>\n"
        }
        html += "</ul>\n"
        var notes: [String] = []
        if order.count > 1 { notes.append(words["why-note"]) }
        let all = tally.total[Int(FindingKind.undeterminable.rawValue)]
        if page.findings.open.count < all {
            notes.append(
                words.text(
                    "why-some",
                    [
                        "count": words.number(page.findings.open.count),
                        "total": words.number(all),
                    ]))
        }
        if reasons.others > 0 {
            notes.append(words.text("why-others", ["count": words.number(reasons.others)]))
        }
        return notes.isEmpty
            ? html : html + "<p class=\"note\">\(Markup.text(notes.joined(separator: " ")))</p>\n"
    }

    /// The parties of a rule's rows; beyond 200 of them the others are not shown one by one.
    private static func mostParties(of found: [String: [Int]]) -> [String] {
        guard found.count > 200 else { return Array(found.keys) }
        return Array(
            found.keys.sorted { a, b in
                let (x, y) = (found[a]?.reduce(0, +) ?? 0, found[b]?.reduce(0, +) ?? 0)
                return x != y ? x > y : a < b
            }.prefix(200))
    }

    private var refusals: String {
        guard !tally.refusals.isEmpty else { return "" }
        let files = page.subject.records.map(\.name)
        var html = "<h2>\(Markup.text(words["refusals"]))</h2>\n<ul class=\"plain\">\n"
        let order = tally.refusals.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.reason < $1.reason
        }
        for found in order.prefix(10) {
            let file = files.indices.contains(found.first.file) ? files[found.first.file] : ""
            let shown = HTML.filled(
                words["refusal"],
                [
                    "count": words.number(found.count),
                    "reason": HTML.sentence(found.reason, words),
                    "number": words.number(found.first.number), "file": HTML.name(file),
                ])
            html += "<li>\(shown)</li>\n"
        }
        return html + "</ul>\n"
    }

    private var deepest: String {
        let total = tally.total[Int(FindingKind.apparentBreach.rawValue)]
        guard total > 0 else { return "" }
        var html = "<h2>\(Markup.text(words["deepest"]))</h2>\n"
        // Where all are told, the judgement itself says how deep they are.
        let deepest =
            tally.hasMargins || page.findings.isCounted
            ? tally.deepest : page.subject.stories?.deepest(page.findings.told) ?? []
        if deepest.isEmpty { return html + "<p>\(Markup.text(words["deepest-none"]))</p>\n" }
        // An agreement may have no line.
        let hasDistances = deepest.contains { $0.distance != nil }
        var headings = [
            (words["report"], false), (words["category"], false), (words["party"], false),
            (words["position"], false),
        ]
        if hasDistances { headings.append((words["from-line"], true)) }
        headings += [(words["inside-by"], true), (words["rule"], false)]
        let told = Set(page.findings.told.map { "\($0.finding.file):\($0.finding.number)" })
        let rows = deepest.map { finding -> [HTML.Cell] in
            let name = HTML.name(finding.id ?? "#" + words.number(finding.number))
            let key = "\(finding.file):\(finding.number)"
            var cells: [HTML.Cell] = [
                .head(
                    told.contains(key)
                        ? "<a href=\"#where\" data-told=\"\(key)\">\(name)</a>" : name),
                .name(finding.category ?? "–"), .name(finding.party.map(name(ofParty:)) ?? "–"),
                .text(finding.position.map { words.place($0, decimals: 5) } ?? "–"),
            ]
            if hasDistances { cells.append(.number(finding.distance.map(words.length) ?? "–")) }
            let depth = finding.margin.map { words.length(.metres($0.metres.magnitude)) }
            let clause = finding.clause.map { "<small>\(HTML.name($0))</small>" }
            cells += [
                .number(depth ?? "–"),
                HTML.Cell(html: HTML.name(finding.rule ?? "–") + (clause ?? "")),
            ]
            return cells
        }
        html += HTML.table(words["deepest"], headings, rows, class: "bare")
        return html
    }

    private var sets: String {
        let sets = page.subject.sets
        guard !sets.isEmpty else { return "" }
        return "<h2>\(Markup.text(words["counted-sets"]))</h2>\n"
            + sets.map { set in
                HTML.table(
                    set.title,
                    set.headings.enumerated().map { ($0.element, $0.offset >= set.names) },
                    set.rows.map { row in
                        row.enumerated().map { k, cell in
                            k == 0
                                ? .head(HTML.name(cell))
                                : k < set.names ? .name(cell) : .number(cell)
                        }
                    })
            }.joined()
    }

    // MARK: Zones, parties, days

    private func table(
        _ caption: String, _ first: [(String, Bool)], _ rows: [(cells: [HTML.Cell], counts: [Int])],
        last: (heading: String, counts: [Int])? = nil, class name: String = ""
    ) -> String {
        let kinds = FindingKind.allCases.filter { kind in
            rows.contains { $0.counts[Int(kind.rawValue)] > 0 }
        }
        let headings =
            first + kinds.map { (words[$0.word], true) } + (last.map { [($0.heading, true)] } ?? [])
        let lines = rows.enumerated().map { k, row in
            row.cells
                + kinds.map { kind in
                    let count = row.counts[Int(kind.rawValue)]
                    return kind == .apparentBreach ? breach(count) : number(count)
                } + (last.map { [number($0.counts[k])] } ?? [])
        }
        return HTML.table(words[caption], headings, lines, class: name)
    }

    private var zones: String {
        let known = agreement.zones
        let others = tally.zones.names.filter { id in !known.contains { $0.id == id } }.sorted()
        guard !known.isEmpty || !others.isEmpty else { return "" }
        let phrasing = words.phrasing
        let areas = Dictionary(
            page.content.zones.map { ($0.id, $0.area) }, uniquingKeysWith: { a, _ in a })
        let ids = known.map(\.id) + others
        let watch = page.availability.flatMap { $0.namesZones ? $0 : nil }
        let rows = ids.map { id in
            let sentence = known.first { $0.id == id }.map {
                "<small>\(HTML.name(agreement.sentence($0, in: phrasing)))</small>"
            }
            let area = areas[id].map {
                words.number($0.squareKilometres, decimals: $0.squareKilometres < 100 ? 1 : 0)
            }
            return (
                cells: [
                    HTML.Cell.head(
                        swatch(id) + HTML.name(id) + (sentence ?? "")),
                    .number(area ?? "–"),
                ] + (watch?.cells(ofZone: id) ?? []), counts: tally.zones[id] ?? PageTally.none
            )
        }
        let open = ids.map { tally.mayBe(inZone: $0) }
        return table(
            "table-zones",
            [(words["zone"], false), (words["area"], true)] + (watch?.headings ?? []), rows,
            last: (words["maybe"], open))
            + "<p class=\"note\">\(Markup.text(words["several-zones"] + (watch.map { " " + $0.noteOnZones } ?? "")))</p>\n"
    }

    /// How a zone is drawn on the map; the patterns are the map's.
    private func swatch(_ id: String) -> String {
        guard let rank = page.content.zones.firstIndex(where: { $0.id == id }) else { return "" }
        let style = ZoneStyle(rank)
        let box = ##"x=".5" y=".5" width="23" height="12""##
        return ##"<svg class="mark" width="24" height="13" aria-hidden="true" focusable="false">"##
            + ##"<rect \##(box) fill="\##(ZoneStyle.ink)" fill-opacity=".12"/>"##
            + (style.patternFill.map { "<rect \(box) \($0)/>" } ?? "")
            + "<rect \(box) \(style.border)/></svg>"
    }

    private var parties: String {
        guard !tally.parties.isEmpty else { return "" }
        let ids = tally.parties.names.sorted { a, b in
            a.isEmpty != b.isEmpty ? b.isEmpty : a < b
        }
        return table(
            "table-parties", [(words["party"], false)],
            ids.map {
                (
                    [HTML.Cell.head(HTML.name(name(ofParty: $0)))],
                    tally.parties[$0] ?? PageTally.none
                )
            }, class: "compact")
    }

    private var days: String {
        guard let days = page.days else { return "" }
        var rows: [(cells: [HTML.Cell], counts: [Int])] = []
        let watch = page.availability
        for (bin, (name, counts)) in zip(page.dayNames, days.counts).enumerated()
        // A day without findings says something where it is known how much was watched.
        where counts.contains(where: { $0 > 0 }) || watch?.isKnown(ofDays: bin) == true {
            rows.append(
                (
                    [.head(Markup.text(name.replacing(" ", with: "\u{A0}")))]
                        + (watch?.cells(ofDays: bin) ?? []), counts
                ))
        }
        let notes =
            [page.clockInWords]
            + (tally.withoutDay > 0
                ? [words.text("without-day", ["count": words.number(tally.withoutDay)])] : [])
            + (watch.map { [$0.noteOnDays] } ?? [])
        return table(
            "table-days", [(words["day"], false)] + (watch?.headings ?? []), rows, class: "compact")
            + "<p class=\"note\">\(Markup.text(notes.joined(separator: " ")))</p>\n"
    }

    // MARK: Sources

    private var sources: String {
        var html = "<h2>\(Markup.text(words["sources"]))</h2>\n"
        if let source = agreement.source {
            let parts = [source.title, source.date, source.status, source.provenance, source.url]
                .compactMap { $0 }
            if !parts.isEmpty {
                html +=
                    "<p>\(Markup.text(words["agreement-source"])): \(HTML.name(parts.joined(separator: ", ")))</p>\n"
            }
        }
        let rows = (page.subject.files + page.subject.records).map { file in
            [
                HTML.Cell.head(HTML.name(file.name)), .number(words.number(file.bytes)),
                HTML.Cell(html: "<span class=\"hash\">\(file.sha256 ?? "–")</span>"),
            ]
        }
        html += HTML.table(
            words["sources"],
            [(words["file"], false), (words["bytes"], true), (words["hash"], false)], rows,
            class: "bare")
        html +=
            "<p>\(Markup.text(words["options"])): <code>\(Markup.text(page.subject.command))</code></p>\n"
        html += "<p>\(Markup.text(words["versions"])): \(Markup.text(page.subject.versions))</p>\n"
        let zones = words.text(
            "attribution",
            [
                "program": page.subject.versions.split(separator: " (").first.map(String.init)
                    ?? "dmz",
                "agreement": page.subject.files.first?.name ?? "",
                "tolerance": words.length(page.subject.tolerance),
            ])
        return html + "<p class=\"note\">\(Markup.text(zones))</p>\n"
    }
}
