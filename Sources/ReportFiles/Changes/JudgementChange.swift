import Agreements

/// What an agreement says of a report, and what another, older one said of it.
struct JudgementChange: Sendable {
    private(set) var new: Judgement
    private(set) var old: Judgement

    /// What both say, without the nearest line and side unless these are told: an agreement that asks for the side to
    /// know whose a report is finds them, and another does not.
    init(new: Judgement, old: Judgement, tellsPlace: Bool) {
        (self.new, self.old) = (new, old)
        if tellsPlace { return }
        (self.new.line, self.new.side, self.new.isSideCertain) = (nil, nil, true)
        (self.old.line, self.old.side, self.old.isSideCertain) = (nil, nil, true)
    }

    /// Whether they differ in anything but distances.
    var isChange: Bool {
        new.zonesInside != old.zonesInside || new.zonesPartly != old.zonesPartly
            || new.zonesUndeterminable != old.zonesUndeterminable || new.finding != old.finding
            || new.rules != old.rules || new.line != old.line || new.side != old.side
            || new.isSideCertain != old.isSideCertain
    }

    /// The zones to which the report lies otherwise than before, in the order of both.
    var zones: [(id: Zone.ID, now: String, before: String)] {
        let all = Self.zones(new) + Self.zones(old)
        return all.uniqued.compactMap { id in
            let (now, before) = (Self.word(id, new), Self.word(id, old))
            return now == before ? nil : (id, now, before)
        }
    }

    /// The rules that say otherwise than before, in the order of both; `unregulated` where one says nothing.
    var rules: [(id: Rule.ID, now: Finding, before: Finding)] {
        (new.rules + old.rules).map(\.rule).uniqued.compactMap { id in
            func finding(_ judgement: Judgement) -> Finding {
                judgement.rules.first { $0.rule == id }?.finding ?? .unregulated
            }
            let (now, before) = (finding(new), finding(old))
            return now == before ? nil : (id, now, before)
        }
    }

    private static func zones(_ judgement: Judgement) -> [Zone.ID] {
        judgement.zonesInside + judgement.zonesPartly + judgement.zonesUndeterminable
    }

    private static func word(_ id: Zone.ID, _ judgement: Judgement) -> String {
        if judgement.zonesInside.contains(id) { return "inside" }
        if judgement.zonesPartly.contains(id) { return "partly" }
        return judgement.zonesUndeterminable.contains(id) ? "undeterminable" : "outside"
    }
}
