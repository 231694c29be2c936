import Agreements
import GeoJSONText
import ReportFiles
import SystemFiles

/// What a page says of how much was watched, beside what was found.
///
/// A share is of the time that is known; beside it stands how much is not known of all the sources' time.
struct PageAvailability {
    private let sources: [SourceAvailability]
    private let words: ReportWords
    private let clock: DayClock
    /// The days from the first to the last finding, and their time; `nil` where no finding has a time.
    private let period: (days: ClosedRange<Int64>, time: Range<Int64>)?
    /// What all sources watched in each bin of days, and how long the bins are.
    private let bins: [(watched: WatchedTime, seconds: Int64)]
    /// What each source watched in the period.
    private let bySource: [WatchedTime]

    private static let mostSources = 200
    private static let mostNotes = 5

    /// - Parameters:
    ///   - sources: when each watched.
    ///   - period: the days of the findings, counted from 1970.
    ///   - days: the bins of the page's days.
    ///   - clock: by which days are told.
    ///   - words: the page's words.
    init(
        _ sources: [SourceAvailability], _ period: ClosedRange<Int64>?, _ days: PageDays?,
        _ clock: DayClock, _ words: ReportWords
    ) {
        (self.sources, self.words, self.clock) = (sources, words, clock)
        // A mistaken time of another age is no period.
        if let period, period.upperBound.magnitude < 1 << 40, period.lowerBound.magnitude < 1 << 40
        {
            let (start, end) = (
                clock.start(ofDay: period.lowerBound), clock.start(ofDay: period.upperBound + 1)
            )
            self.period = (period, start..<max(start, end))
            bySource = sources.map { $0.watched(start..<max(start, end)) }
        } else {
            self.period = nil
            bySource = sources.map { _ in WatchedTime() }
        }
        let bounds = self.period == nil ? [] : days?.starts.map(clock.start) ?? []
        var sums = [WatchedTime](repeating: WatchedTime(), count: max(0, bounds.count - 1))
        for source in sources {
            for (k, watched) in source.watched(between: bounds).enumerated() { sums[k] += watched }
        }
        bins = zip(sums, zip(bounds, bounds.dropFirst())).map { ($0, $1.1 - $1.0) }
    }

    // MARK: Numbers

    /// A share as whole percent; 0 and 100 are said only where they are exact.
    private func percent(_ share: Double) -> String {
        let rounded = (share * 100).rounded()
        if share > 0, rounded < 1 { return "<\u{A0}1\u{A0}%" }
        if share < 1, rounded > 99 { return ">\u{A0}99\u{A0}%" }
        return words.number(Int(rounded)) + "\u{A0}%"
    }

    private func hours(_ seconds: Double) -> String {
        let tenths = (seconds / 360).rounded()
        return words.number(tenths / 10, decimals: tenths.remainder(dividingBy: 10) == 0 ? 0 : 1)
    }

    private func share(_ watched: WatchedTime) -> String { watched.share.map(percent) ?? "–" }

    /// The share of so many seconds of which nothing is known.
    private func unknown(_ watched: WatchedTime, of seconds: Int64) -> Double {
        seconds > 0 ? Double(seconds - watched.known) / Double(seconds) : 0
    }

    private func cells(_ watched: WatchedTime, of seconds: Int64) -> [HTML.Cell] {
        [.number(share(watched)), .number(percent(unknown(watched, of: seconds)))]
    }

    /// A cell of a column of texts that says nothing.
    private static let nothing = HTML.Cell(html: "–", isZero: true)

    // MARK: Beside counts

    /// The headings of the two cells beside counts.
    var headings: [(String, Bool)] {
        [(words["watch-share"], true), (words["watch-unknown"], true)]
    }

    /// Whether anything is known of a bin of days.
    func isKnown(ofDays bin: Int) -> Bool {
        bins.indices.contains(bin) && bins[bin].watched.known > 0
    }

    /// How much was watched in a bin of days.
    func cells(ofDays bin: Int) -> [HTML.Cell] {
        guard bins.indices.contains(bin) else { return [.number("–"), .number("–")] }
        return cells(bins[bin].watched, of: bins[bin].seconds * Int64(sources.count))
    }

    /// Whether some source is said to watch a zone.
    var namesZones: Bool { sources.contains { $0.spans.contains { !$0.zones.isEmpty } } }

    /// How much was watched of a zone by the sources that name it.
    func cells(ofZone id: String) -> [HTML.Cell] {
        let naming = sources.filter { $0.names(zone: id) }
        guard !naming.isEmpty else {
            return [.number(words["watch-no-source"]), .number("–")]
        }
        guard let period else { return [.number("–"), .number("–")] }
        var sum = WatchedTime()
        for source in naming { sum += source.watched(period.time, zone: id) }
        return cells(sum, of: Int64(period.time.count) * Int64(naming.count))
    }

    /// What the two cells are.
    var noteOnDays: String { words["watch-note"] }
    var noteOnZones: String { words["watch-zone-note"] }

    /// The bins of days of whose known time less than half was watched.
    var faintDays: Set<Int> {
        Set(bins.indices.filter { bins[$0].watched.share.map { $0 < 0.5 } ?? false })
    }

    /// What their stripes mean, behind another sentence.
    var faintNote: String { faintDays.isEmpty ? "" : " " + words["watch-faint"] }

    // MARK: On its own

    /// How much was watched of all, in a sentence.
    var sentence: String {
        "<p>\(Markup.text(said))</p>\n"
    }

    private var total: WatchedTime {
        var sum = WatchedTime()
        for watched in bySource { sum += watched }
        return sum
    }

    private var said: String {
        guard let period else { return words["watch-no-period"] }
        let count = words.counted("watch-sources", sources.count)
        guard let share = total.share else {
            return words.text("watch-none", ["sources": count]) + " " + words["watch-little"]
        }
        let unknown = unknown(total, of: Int64(period.time.count) * Int64(sources.count))
        return words.text(
            "watch-said",
            ["sources": count, "share": percent(share), "unknown": percent(unknown)]) + " "
            + words["watch-little"]
    }

    /// The table of sources, with its heading; nothing where there are no days.
    var section: String {
        guard let period else { return "" }
        let headings = [
            (words["watch-source"], false),
            (words.text("watch-hours", ["hours": hours(Double(period.time.count))]), true),
            (words["watch-share"], true), (words["watch-unknown"], true),
            (words["watch-gap"], false), (words["watch-notes"], false),
        ]
        var rows = zip(sources, bySource).prefix(Self.mostSources).map { source, watched in
            [HTML.Cell.head(HTML.name(String(shown: source.name, limit: 120)))]
                + numbers(watched, of: Int64(period.time.count))
                + [gap(source, period.time), notes(source, period.time)]
        }
        if sources.count > 1 {
            rows.append(
                [HTML.Cell.head(Markup.text(words["watch-all"]))]
                    + numbers(total, of: Int64(period.time.count) * Int64(sources.count))
                    + [Self.nothing, Self.nothing])
        }
        let html =
            "<h2>\(Markup.text(words["watch-head"]))</h2>\n"
            + HTML.table(words["watch-head"], headings, rows, class: "bare")
        let span = words.span(
            ReportPage.day(period.days.lowerBound), ReportPage.day(period.days.upperBound))
        var below = [
            words.text(
                "watch-period", ["span": span, "hours": hours(Double(period.time.count))]),
            words["watch-note"], words["watch-gap-note"],
        ]
        if sources.count > Self.mostSources {
            below.append(
                words.text(
                    "watch-others", ["count": words.number(sources.count - Self.mostSources)]))
        }
        return html + "<p class=\"note\">\(Markup.text(below.joined(separator: " ")))</p>\n"
    }

    private func numbers(_ watched: WatchedTime, of seconds: Int64) -> [HTML.Cell] {
        [.number(watched.known > 0 ? hours(watched.watched) : "–")] + cells(watched, of: seconds)
    }

    private func gap(_ source: SourceAvailability, _ period: Range<Int64>) -> HTML.Cell {
        guard let gap = source.longestGap(in: period) else { return Self.nothing }
        let start = clock.written(gap.lowerBound)
        return .text(
            words.text(
                "watch-gap-from",
                [
                    "hours": hours(Double(gap.count)), "date": words.date(String(start.prefix(10))),
                    "time": String(start.dropFirst(11).prefix(5)),
                ]))
    }

    private func notes(_ source: SourceAvailability, _ period: Range<Int64>) -> HTML.Cell {
        let notes = source.notes(in: period)
        guard !notes.isEmpty else { return Self.nothing }
        var texts = notes.prefix(Self.mostNotes).map { HTML.name(String(shown: $0, limit: 200)) }
        if notes.count > texts.count {
            texts.append(
                Markup.text(
                    words.text("watch-more", ["count": words.number(notes.count - texts.count)])))
        }
        return HTML.Cell(html: "<span>\(texts.joined(separator: "; "))</span>")
    }
}
