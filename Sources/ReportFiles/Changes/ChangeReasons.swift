import Agreements
import Zones

/// Why the answers of two agreements differ: what of them is not the same.
struct ChangeReasons: Sendable {
    private var zones: [Zone.ID: String] = [:]
    private var rules: [Rule.ID: String] = [:]
    private let hasOtherLines: Bool

    init(from old: Agreement, to new: Agreement) {
        let lines = Set(
            Self.paired(new.lines, old.lines).filter { $0.now != $0.before }.map(\.id))
        hasOtherLines = !lines.isEmpty
        for (id, now, before) in Self.paired(new.zones, old.zones) {
            if let reason = Self.unpaired(now, before, "zone") {
                zones[id] = reason
            } else if now?.versions != before?.versions || now?.region != before?.region {
                zones[id] = "the zone is defined otherwise"
            } else if now?.regions.contains(where: { !$0.linesNamed.isDisjoint(with: lines) })
                == true
            {
                zones[id] = "its line is another"
            }
        }
        for (id, now, before) in Self.paired(new.rules, old.rules) {
            if let reason = Self.unpaired(now, before, "rule") {
                rules[id] = reason
            } else if now != before {
                rules[id] = "the rule is another"
            } else if let line = now?.demand.line, lines.contains(line) {
                rules[id] = "its line is another"
            } else if let zone = now?.zones.first(where: { zones[$0] != nil }) {
                rules[id] = "\(zone): \(zones[zone] ?? "")"
            }
        }
    }

    /// What two agreements have under each identifier.
    private static func paired<Part: Identifiable>(
        _ new: [Part], _ old: [Part]
    ) -> [(id: Part.ID, now: Part?, before: Part?)] {
        (new.map(\.id) + old.map(\.id)).uniqued.map { id in
            (id, new.first { $0.id == id }, old.first { $0.id == id })
        }
    }

    /// That only one of them has it; `nil` where both do.
    private static func unpaired<Part>(_ now: Part?, _ before: Part?, _ what: String) -> String? {
        if now == nil { return "the \(what) is no longer there" }
        return before == nil ? "the \(what) is new" : nil
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
