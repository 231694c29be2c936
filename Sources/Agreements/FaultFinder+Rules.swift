import Geodesy

extension FaultFinder {
    mutating func check(_ rule: Rule) {
        let path = ["rules", rule.id]
        for party in rule.parties {
            unknown(party, "party", among: parties, at: path + ["party"])
        }
        check(rule.demand, path, of: rule)
        for (key, conditions) in [
            (rule.demand.key, rule.demand.conditions), ("exempt", rule.exempt),
        ] {
            for condition in conditions { check(condition, path + [key]) }
        }
        for cap in rule.limits where cap.count < 0 {
            add(
                .badLength, path + ["limits"], found: "\(cap.count)",
                "a number of \(cap.category) is not negative")
        }
        counting(rule, path)
        for month in rule.months.sorted() where !(1...12).contains(month) {
            add(.badTime, path + ["months"], found: "\(month)", "a month is a number from 1 to 12")
        }
        if rule.hours != nil || !rule.months.isEmpty, agreement.clock == nil {
            add(
                .badTime, path + [rule.hours == nil ? "months" : "hours"],
                "hours and months are those of a clock, and the agreement has no 'time-zone'")
        }
        times(rule.times, path, "the rule")
    }

    mutating func check(_ suspension: Suspension, _ number: Int) {
        let path = ["suspended", "\(number + 1)"]
        if let party = suspension.party {
            unknown(party, "party", among: parties, at: path + ["party"])
        }
        for rule in suspension.rules {
            unknown(rule, "rule", among: rules, at: path + ["rules"])
        }
        let times = [("from", suspension.from), ("until", suspension.until)]
        self.times(times.compactMap { key, time in time.map { (key, $0) } }, path, "the suspension")
    }

    /// Categories whose reach is stated twice, once as a part of another.
    mutating func reach() {
        for (number, reach) in agreement.reach.enumerated() {
            let path = ["reach", reach.category]
            length(reach.distance, "a reach", at: path)
            let kinds = agreement.categories.kinds(of: reach.category)
            for other in agreement.reach[..<number] + agreement.reach[(number + 1)...]
            where kinds.contains(CategoryTree.folded(other.category)) {
                add(
                    .duplicate, path, found: other.category,
                    "'\(reach.category)' is a '\(other.category)', of which another reach is stated; give "
                        + "the reach of the narrower categories only")
            }
        }
    }

    private mutating func check(_ demand: Rule.Demand, _ path: [String], of rule: Rule) {
        let zonesKey = if case .reserve = demand { "reserve" } else { "in" }
        for zone in demand.zones { unknown(zone, "zone", among: zones, at: path + [zonesKey]) }
        switch demand {
        case .prohibits, .only, .reserve:
            if demand.zones.isEmpty {
                add(.emptyRule, path + [zonesKey], "the rule holds in no zone")
            }
            if demand.conditions.isEmpty, rule.limits.isEmpty {
                add(.emptyRule, path, "the rule neither prohibits nor limits anything")
            }
        case .withdraw(let kinds, let setback, let line, _):
            if kinds.isEmpty { add(.emptyRule, path + ["withdraw"], "the rule withdraws nothing") }
            switch setback {
            case .distance(let distance):
                length(distance, "a distance", at: path + ["behind"])
            case .ownReach: own(reach: kinds, path)
            }
            sides(of: line, rule, path)
        case .stay(let kinds, let line, _):
            if kinds.isEmpty {
                add(.emptyRule, path + ["for"], "the rule keeps nothing on its side")
            }
            sides(of: line, rule, path)
        }
    }

    /// Whether a line says whose its sides are, of all whom a rule binds.
    private mutating func sides(of id: ReferenceLine.ID, _ rule: Rule, _ path: [String]) {
        guard let line = agreement.lines.first(where: { $0.id == id }) else {
            return unknown(id, "line", among: lines, at: path + ["of"])
        }
        if !rule.limits.isEmpty {
            add(
                .emptyRule, path + ["limits"],
                "a number is limited in a zone, and the rule names none; write a rule of its own")
        }
        let own = [line.left, line.right].compactMap { $0 }
        if rule.parties.isEmpty, own.isEmpty {
            add(
                .noSide, path + ["of"], found: id,
                "line '\(id)' does not say whose its sides are; add 'left' and 'right' to the line")
        }
        for party in rule.parties where parties.set.contains(party) && !own.contains(party) {
            add(
                .noSide, path + ["party"], found: party,
                "party '\(party)' has no side of line '\(id)'; add 'left' or 'right' to the line")
        }
    }

    /// Whether a reach is stated of some of what is to be withdrawn behind its own.
    private mutating func own(reach kinds: [CategoryCondition], _ path: [String]) {
        for kind in kinds where kind.category != CategoryCondition.any {
            let name = CategoryTree.folded(kind.category)
            let isStated = agreement.reach.contains {
                agreement.categories.kinds(of: $0.category).contains(name)
                    || agreement.categories.kinds(of: name).contains(
                        CategoryTree.folded($0.category))
            }
            if !isStated {
                add(
                    .noReach, path + ["behind"], found: kind.category,
                    "of '\(kind.category)' the agreement states no reach; add it to 'reach', as in "
                        + "reach: {\(kind.category): 20 km}")
            }
        }
        if agreement.reach.isEmpty, kinds.contains(where: { $0.category == CategoryCondition.any })
        {
            add(.noReach, path + ["behind"], "the agreement states no reach; add 'reach'")
        }
    }

    private mutating func check(_ condition: CategoryCondition, _ path: [String]) {
        for party in condition.parties { unknown(party, "party", among: parties, at: path) }
        for attribute in condition.attributes {
            guard case .quantity(let quantity) = attribute.operand, !quantity.value.isFinite else {
                continue
            }
            add(
                .badCondition, path, found: condition.description,
                "a condition compares with a finite number, not \(quantity)")
        }
        let times = [("from", condition.from), ("until", condition.until)]
        self.times(times.compactMap { key, time in time.map { (key, $0) } }, path, "it")
    }

    /// Times counted from a zero that is not there, and those out of order.
    mutating func times(
        _ times: [(key: String, time: AgreementTime)], _ path: [String], _ what: String
    ) {
        var known: [(key: String, time: AgreementTime, moment: Instant)] = []
        for (key, time) in times {
            if !agreement.hasZero(of: time) {
                add(
                    .noZero, path + [key], found: time.description,
                    "\(time) is counted from the zero day, and the agreement has no 'zero'")
            } else if let moment = agreement.resolve(time) {
                known.append((key, time, moment))
            }
        }
        let from = known.first { $0.key == "from" }
        let until = known.first { $0.key == "until" }
        let due = known.first { $0.key == "due" }
        if let from, let until, until.moment <= from.moment {
            add(
                .endsBeforeItBegins, path + ["until"], found: until.time.description,
                "\(what) ends at \(until.time), before or when it begins at \(from.time)")
        }
        guard let due else { return }
        if let from, due.moment < from.moment {
            add(
                .endsBeforeItBegins, path + ["due"], found: due.time.description,
                "\(what) is due at \(due.time), before it begins at \(from.time)")
        }
        if let until, due.moment >= until.moment {
            add(
                .endsBeforeItBegins, path + ["due"], found: due.time.description,
                "\(what) is due at \(due.time), when it has ended at \(until.time)")
        }
    }
}
