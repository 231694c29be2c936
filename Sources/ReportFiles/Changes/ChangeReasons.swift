import Agreements
import Zones

/// Why the answers of two agreements differ: what of them is not the same.
struct ChangeReasons: Sendable {
    private var zones: [Zone.ID: String] = [:]
    private var rules: [Rule.ID: String] = [:]
    private let hasOtherLines: Bool

    init(from old: Agreement, to new: Agreement) {
        var lines: Set<ReferenceLine.ID> = []
        for id in (new.lines.map(\.id) + old.lines.map(\.id)).uniqued
        where new.lines.first(where: { $0.id == id }) != old.lines.first(where: { $0.id == id }) {
            lines.insert(id)
        }
        hasOtherLines = !lines.isEmpty
        for id in (new.zones.map(\.id) + old.zones.map(\.id)).uniqued {
            let (now, before) = (
                new.zones.first { $0.id == id }, old.zones.first { $0.id == id }
            )
            guard let now else {
                zones[id] = "the zone is no longer there"
                continue
            }
            guard let before else {
                zones[id] = "the zone is new"
                continue
            }
            if now.versions != before.versions || now.region != before.region {
                zones[id] = "the zone is defined otherwise"
            } else if now.regions.contains(where: { !$0.linesNamed.isDisjoint(with: lines) }) {
                zones[id] = "its line is another"
            }
        }
        for id in (new.rules.map(\.id) + old.rules.map(\.id)).uniqued {
            let (now, before) = (
                new.rules.first { $0.id == id }, old.rules.first { $0.id == id }
            )
            guard let now else {
                rules[id] = "the rule is no longer there"
                continue
            }
            guard let before else {
                rules[id] = "the rule is new"
                continue
            }
            if now != before {
                rules[id] = "the rule is another"
            } else if let line = now.demand.line, lines.contains(line) {
                rules[id] = "its line is another"
            } else if let zone = now.zones.first(where: { zones[$0] != nil }) {
                rules[id] = "\(zone): \(zones[zone] ?? "")"
            }
        }
    }

    /// A change in words, each part with why.
    func sentence(_ change: JudgementChange) -> String {
        var parts = change.zones.map { zone in
            "\(zone.id): \(zone.now), was \(zone.before)" + brackets(zones[zone.id] ?? general)
        }
        parts += change.rules.map { rule in
            "\(rule.id): \(rule.now.rawValue), was \(rule.before.rawValue)"
                + brackets(rules[rule.id] ?? general)
        }
        if change.new.line != change.old.line {
            parts.append(
                "nearest line \(change.new.line ?? "none"), was \(change.old.line ?? "none")")
        }
        let (now, before) = (Self.side(change.new), Self.side(change.old))
        if now != before {
            parts.append(
                "side \(now), was \(before)" + brackets(hasOtherLines ? "the line is another" : nil)
            )
        }
        return parts.joined(separator: "; ")
    }

    /// Where nothing named differs: parties, times, categories.
    private var general: String? {
        hasOtherLines ? "a line is another" : "parties, times or words of the agreement are others"
    }

    private func brackets(_ reason: String?) -> String { reason.map { " (\($0))" } ?? "" }

    private static func side(_ judgement: Judgement) -> String {
        judgement.isSideCertain ? judgement.side ?? "none" : "undeterminable"
    }
}

extension Region<ReferenceLine.ID, Zone.ID> {
    /// The lines that it is measured from itself.
    fileprivate var linesNamed: Set<ReferenceLine.ID> {
        Set(
            leaves.flatMap { leaf -> [ReferenceLine.ID] in
                switch leaf {
                case .beside(.line(let line), _, _, _), .stretches(let line, _, _, _): [line]
                case .nearer(let a, let b), .between(let a, let b, _): [a, b]
                default: []
                }
            })
    }
}
