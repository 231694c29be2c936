import Agreements
import Geodesy
import ReportFiles
import Zones

/// What `explain` tells of a finding, for a page: what it shares with others, and its own numbers.
struct PageStory: Sendable {
    /// What many findings have in common, as JSON: the line with its version and accuracy, the zones that the
    /// report is or may be in and the rules that cover it, each with the reason.
    let pattern: String
    /// The nearest place from the position on in hundred thousandths of a degree, the segment from 1, how many
    /// thousandths of it, the uncertainty (0 where it is that of report and line together), how far beyond an end,
    /// and the margin of each rule; lengths in decimetres.
    let numbers: [Int?]
    /// Whether the report is judged again as the files say.
    let isSame: Bool
    /// The rule that the report contradicts, by the least margin of several, and that margin.
    let breach: (rule: String, clause: String?, margin: Distance)?

    /// The story of a finding whose report was judged again.
    init(_ explanation: Explanation, _ finding: ShownFinding) {
        let judgement = explanation.judgement
        isSame = judgement.finding.rawValue == finding.finding
        var members: [(String, String)] = []
        var numbers: [Int?] = []
        if let line = explanation.lines.first(where: \.isNearest) {
            members.append(("line", PageData.shown(line.id)))
            if let version = line.version { members.append(("version", String(version))) }
            members.append(("accuracy", Self.decimetres(line.accuracy).map(String.init) ?? "null"))
            let isCertain = line.sides == .left || line.sides == .right
            if !isCertain { members.append(("open", "true")) }
            if line.nearest.part > 0 { members.append(("part", String(line.nearest.part + 1))) }
            let (place, own) = (line.nearest.place, explanation.report.position)
            var east = place.longitude - own.longitude
            if east.magnitude > 180 { east -= east < 0 ? -360 : 360 }
            let sum = finding.bound + line.accuracy
            let isSum = (sum - line.uncertainty).metres.magnitude < 0.01
            numbers = [
                Self.whole(east * 1e5), Self.whole((place.latitude - own.latitude) * 1e5),
                line.nearest.segment + 1, Self.whole(line.nearest.fraction * 1000),
                isSum ? 0 : Self.decimetres(line.uncertainty),
                line.nearest.beyondEnd.flatMap(Self.decimetres) ?? 0,
            ]
        }
        let zones = explanation.zones.filter { $0.membership != .no || $0.isPartly }
        members.append(
            (
                "zones",
                PageData.list(
                    zones.map {
                        PageData.list([
                            PageData.shown($0.id),
                            $0.isPartly ? "2" : $0.membership == .yes ? "1" : "0",
                            PageData.shown($0.reason),
                        ])
                    })
            ))
        let rules = explanation.rules.filter { $0.finding != nil }
        members.append(
            (
                "rules",
                PageData.list(
                    rules.map {
                        PageData.list([
                            PageData.shown($0.id), PageData.quoted($0.finding?.rawValue ?? ""),
                            PageData.shown($0.reason),
                        ])
                    })
            ))
        if !isSame {
            members.append(("again", PageData.quoted(judgement.finding.rawValue)))
        }
        numbers += rules.map { $0.margin.flatMap(Self.decimetres) }
        breach = rules.compactMap { rule in
            rule.finding == .apparentBreach
                ? rule.margin.map { (rule.id, rule.citation.clause, $0) } : nil
        }.min { $0.2 < $1.2 }
        (pattern, self.numbers) = (PageData.object(members), numbers)
    }

    private static func decimetres(_ distance: Distance) -> Int? { whole(distance.metres * 10) }

    private static func whole(_ value: Double) -> Int? {
        value.magnitude < 1e12 ? Int(value.rounded()) : nil
    }
}
