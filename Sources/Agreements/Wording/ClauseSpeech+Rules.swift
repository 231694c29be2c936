import SystemFiles

extension ClauseSpeech {
    /// A rule as an undertaking, such as `Each Party shall keep tank out of the zone dmz`.
    func sentence(_ rule: Rule) -> String {
        var sentences: [String] = []
        let when = when(rule)
        if !rule.limits.isEmpty { sentences.append(cap(rule) + when + ".") }
        if !rule.demand.conditions.isEmpty || rule.limits.isEmpty {
            sentences.append(undertaking(rule) + when + ".")
        }
        if !rule.limits.isEmpty { sentences.append(counting(rule)) }
        if let due = rule.due {
            sentences.append("This shall be completed by \(agreement.inWords(due)).")
        }
        if !rule.exempt.isEmpty {
            sentences.append("It does not apply to \(kinds(rule.exempt, "or")).")
            switch rule.unlessReported {
            case .undeterminable: break
            case .exempt:
                sentences.append("Where nothing is reported of that, it counts as exempt.")
            case .notExempt:
                sentences.append("Where nothing is reported of that, it does not count as exempt.")
            }
        }
        return sentences.joined(separator: " ")
    }

    private func bound(_ rule: Rule) -> String {
        rule.parties.isEmpty
            ? rule.bindsObservers ? "Everybody" : "Each Party"
            : rule.parties.count == 1
                ? party(rule.parties[0]) : "Each of " + parties(rule.parties)
    }

    private func undertaking(_ rule: Rule) -> String {
        let who = bound(rule)
        switch rule.demand {
        case .prohibits(let conditions, let zones):
            return "\(who) shall keep \(kinds(conditions)) out of \(self.zones(zones, "and"))"
                + events(rule)
        case .only(let conditions, let zones):
            return "\(who) shall have \(kinds(conditions)) \(inZones(zones)) only"
        case .reserve(let zones, let conditions):
            return "\(who) shall have nothing but \(kinds(conditions)) \(inZones(zones))"
        case .withdraw(let conditions, let setback, let line, let ends):
            let far =
                switch setback {
                case .distance(let distance): "at least \(distance.inWords)"
                case .ownReach: "at least as far as it reaches"
                }
            return
                "\(who) shall keep \(kinds(conditions)) \(far) behind \(self.line(line)) on its own side"
                + beyond(ends)
        case .stay(let conditions, let line, let ends):
            return "\(who) shall keep \(kinds(conditions)) on its own side of \(self.line(line))"
                + beyond(ends)
        }
    }

    private func beyond(_ ends: Rule.LineEnds) -> String {
        ends == .prolonged ? ", and of its last edges prolonged" : ""
    }

    /// Which places of an event count.
    private func events(_ rule: Rule) -> String {
        rule.places.isEmpty
            ? ""
            : ", by where it "
                + Self.list(
                    rule.places.map { $0 == .origin ? "comes from" : "takes effect" }, "or")
    }

    private func cap(_ rule: Rule) -> String {
        let numbers = rule.limits.map { "\($0.count.grouped) \($0.category)" }
        // A rule of several parties caps them together.
        let who =
            rule.parties.isEmpty
            ? "All Parties together"
            : rule.parties.count == 1
                ? party(rule.parties[0]) : parties(rule.parties) + " together"
        return "\(who) shall have at most \(Self.list(numbers, "and")) \(inZones(rule.zones))"
    }

    /// How the numbers of a rule are counted.
    private func counting(_ rule: Rule) -> String {
        let period = rule.per.map { " in each \($0)" } ?? ""
        let what =
            rule.counts == .inWindow
            ? "All\(period) count together" : "What is there at once counts\(period)"
        return what + (rule.same.map { ", each \($0) once." } ?? ".")
    }

    private func when(_ rule: Rule) -> String {
        var text = window(from: rule.from, until: rule.until)
        if let hours = rule.hours { text += ", daily at \(hours)" }
        if !rule.months.isEmpty {
            text += ", in " + Self.list(rule.months.sorted().map { Self.months[$0 - 1] }, "and")
        }
        return text
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
