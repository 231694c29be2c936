import SystemFiles

/// The days of reports in a row, several to a bin where they are many.
struct PageDays {
    /// How many days a bin has.
    let width: Int64
    /// The first days of the bins, counted from 1970, and the day behind the last bin.
    let starts: [Int64]
    /// What is found in each bin.
    let counts: [PageTally.Counts]
    private static let mostBins: Int64 = 400

    /// The bins of days; `nil` where no report has one.
    init?(_ days: [Int64: PageTally.Counts]) {
        guard let first = days.keys.min(), let last = days.keys.max() else { return nil }
        let (span, isFar) = last.subtractingReportingOverflow(first)
        // A mistaken year would make all else one bar: it is one all the same, and the bars say so.
        guard !isFar, span < 1 << 40 else { return nil }
        width = span / Self.mostBins + 1
        let bins = Int(span / width) + 1
        var counts = [PageTally.Counts](repeating: PageTally.none, count: bins)
        for (day, found) in days {
            let bin = Int((day - first) / width)
            for k in found.indices { counts[bin][k] += found[k] }
        }
        self.counts = counts
        let width = self.width
        starts = (0...bins).map { first + Int64($0) * width }
    }

    /// The bars, breaches below, undeterminable above them, others on top; by patterns too.
    ///
    /// - Parameters:
    ///   - marks: the bins in which something begins, and what.
    ///   - faint: the bins of which less than half was watched.
    func svg(
        _ words: ReportWords, _ names: [String], marks: [Int: String] = [:], faint: Set<Int> = []
    ) -> String {
        let (width, height) = (1000.0, 110.0)
        let most = Double(counts.map { $0.reduce(0, +) }.max() ?? 1)
        let step = width / Double(counts.count)
        let bar = max(0.5, min(step * 0.8, 40))
        var text =
            ##"<svg id="histogram" viewBox="0 \##(marks.isEmpty ? 0 : -36) 1000 \##(marks.isEmpty ? 130 : 166)" role="img" aria-label="\##(Markup.text(words["histogram"]))" font-size="12" fill="#4d5860">"##
        text +=
            ##"<defs><pattern id="h" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fff"/><path d="M0 4l4-4" stroke="#8a5a00" stroke-width="1.2"/></pattern>"##
        if !faint.isEmpty {
            text +=
                ##"<pattern id="w" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 3h6" stroke="#8a959d" stroke-width="1"/></pattern>"##
        }
        text += "</defs>"
        for (k, count) in counts.enumerated() {
            let parts = [count[0], count[1], count.dropFirst(2).reduce(0, +)]
            let x = step * (Double(k) + 0.5) - bar / 2
            var y = height
            text +=
                "<g data-bin=\"\(k)\"><title>\(Markup.text(names[k])): \(words.number(count.reduce(0, +)))</title>"
            if faint.contains(k) {
                text +=
                    "<rect x=\"\((step * Double(k)).fixed(1))\" y=\"0\" width=\"\(step.fixed(1))\" height=\"110\" fill=\"url(#w)\"/>"
            }
            for (part, style) in zip(
                parts,
                [
                    ##"fill="#b2182b""##, ##"fill="url(#h)" stroke="#8a5a00" stroke-width=".7""##,
                    ##"fill="#b9c4cb""##,
                ])
            where part > 0 {
                let tall = Double(part) / max(1, most) * (height - 8)
                y -= tall
                text +=
                    "<rect x=\"\(x.fixed(1))\" y=\"\(y.fixed(1))\" width=\"\(bar.fixed(1))\" height=\"\(tall.fixed(1))\" \(style)/>"
            }
            text += "</g>"
        }
        var (level, last) = (0, -1000.0)
        for (bin, mark) in marks.sorted(by: { $0.key < $1.key }) {
            let x = step * Double(bin)
            level = x - last < 260 ? (level + 1) % 3 : 0
            last = x
            let isLate = x > 820
            let y = -24 + 12 * level
            text +=
                ##"<path d="M\##(x.fixed(1)) \##(y - 9)V110" stroke="#1c2429" stroke-dasharray="2 2" fill="none"/>"##
            text +=
                ##"<text class="mid" x="\##((isLate ? x - 4 : x + 4).fixed(1))" y="\##(y)" text-anchor="\##(isLate ? "end" : "start")">"##
                + Markup.text(SheetLayout.shortened(mark, size: 12, width: 250)) + "</text>"
        }
        text += ##"<path d="M0 110.5h1000" stroke="#8a959d" fill="none"/>"##
        let every = max(1, (counts.count + 5) / 6)
        for k in stride(from: 0, to: counts.count, by: every) {
            let x = step * (Double(k) + 0.5)
            let anchor = k == 0 && step < 160 ? "start" : "middle"
            text +=
                "<text x=\"\((anchor == "start" ? x - bar / 2 : x).fixed(1))\" y=\"113\" dominant-baseline=\"hanging\" text-anchor=\"\(anchor)\"\(k == 0 ? "" : " class=\"mid\"")>\(Markup.text(names[k]))</text>"
        }
        return text + "</svg>\n"
    }
}
