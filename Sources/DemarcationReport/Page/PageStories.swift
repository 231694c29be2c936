import Agreements
import Geodesy
import ReportFiles

/// Findings that are judged again, so that a page can tell of them what `explain` tells.
package struct PageStories: Sendable {
    /// The stories of those that are told, by their numbers.
    private let stories: [Int: PageStory]
    /// Why reports are undeterminable.
    let reasons: PageReasons
    /// So many are told where the page has room for all.
    private static let mostStories = 10_000

    /// Judges findings again, breaches and undeterminable ones first.
    ///
    /// - Parameter agreement: that of the findings; `nil` where nothing is to be judged again.
    package init(_ findings: PageFindings, _ agreement: CompiledAgreement?) {
        var reasons = PageReasons()
        guard let agreement else {
            for entry in findings.open { reasons.add(entry.finding, isOther: false) }
            (self.reasons, stories) = (reasons, [:])
            return
        }
        let told = findings.told
        let numbers = Self.inOrder(told)
        let found = inParallel(over: numbers.count, in: 64) { range in
            range.map { k -> (Int, PageStory, Explanation?)? in
                let entry = told[numbers[k]]
                guard let report = entry.report else { return nil }
                let explanation = agreement.explain(report)
                let story = PageStory(explanation, entry.finding)
                return (numbers[k], story, entry.kind == .undeterminable ? explanation : nil)
            }
        }.joined().compactMap { $0 }
        stories = Dictionary(found.map { ($0.0, $0.1) }, uniquingKeysWith: { a, _ in a })
        // Those that are told have been judged already.
        var known: [Place: (isSame: Bool, explanation: Explanation)] = [:]
        for (number, story, explanation) in found {
            guard let explanation else { continue }
            known[Place(told[number].finding)] = (story.isSame, explanation)
        }
        let open = findings.open
        let judged = known
        let others = inParallel(over: open.count, in: 64) { range in
            range.map { k -> (isSame: Bool, explanation: Explanation)? in
                if let found = judged[Place(open[k].finding)] { return found }
                return open[k].report.map { report in
                    let explanation = agreement.explain(report)
                    let isSame =
                        explanation.judgement.finding.rawValue == open[k].finding.finding
                    return (isSame, explanation)
                }
            }
        }.joined()
        for (entry, found) in zip(open, others) {
            if let found, found.isSame {
                reasons.add(found.explanation)
            } else {
                reasons.add(entry.finding, isOther: found != nil)
            }
        }
        self.reasons = reasons
    }

    private struct Place: Hashable {
        let file: Int
        let number: Int

        init(_ finding: ShownFinding) { (file, number) = (finding.file, finding.number) }
    }

    /// The numbers of findings, the gravest kinds first.
    private static func inOrder(_ told: [PageFindings.Entry]) -> [Int] {
        let grave = told.indices.filter { told[$0].kind.isGrave }
        return Array((grave + told.indices.filter { !told[$0].kind.isGrave }).prefix(mostStories))
    }

    /// The deepest breaches of those that are told, by the margins of the judgement.
    func deepest(_ told: [PageFindings.Entry]) -> [ShownFinding] {
        let found = told.enumerated().compactMap { number, entry -> ShownFinding? in
            guard entry.kind == .apparentBreach, let story = stories[number], story.isSame,
                let breach = story.breach
            else { return nil }
            var finding = entry.finding
            (finding.rule, finding.clause, finding.margin) = (
                breach.rule, breach.clause, breach.margin
            )
            return finding
        }
        return Array(
            found.enumerated().sorted { a, b in
                let (x, y) = (a.element.margin ?? .zero, b.element.margin ?? .zero)
                return x == y ? a.offset < b.offset : x < y
            }.map(\.element).prefix(PageTally.mostDeepest))
    }

    /// The stories as JSON, as many as there is room for, breaches and undeterminable ones first.
    func json(_ told: [PageFindings.Entry], room: Int) -> (text: String, count: Int) {
        var patterns: [String] = []
        var known: [String: Int] = [:]
        var texts = [String?](repeating: nil, count: told.count)
        var used = 40 + 5 * told.count
        var count = 0
        for number in Self.inOrder(told) {
            guard let story = stories[number] else { continue }
            let place = known[story.pattern] ?? patterns.count
            let text = PageData.list(
                [String(place)] + story.numbers.map { $0.map { String($0) } ?? "null" })
            let size =
                text.utf8.count + (place == patterns.count ? story.pattern.utf8.count + 1 : 0)
            guard used + size <= room else { break }
            used += size
            if place == patterns.count {
                known[story.pattern] = place
                patterns.append(story.pattern)
            }
            texts[number] = text
            count += 1
        }
        // The last ones without a story are left out.
        while texts.last == .some(nil) { texts.removeLast() }
        return (
            PageData.object([
                ("patterns", PageData.list(patterns)),
                ("of", PageData.list(texts.map { $0 ?? "0" })),
            ]), count
        )
    }
}
