import Geodesy

extension Agreement {
    /// A rule in words, with its times on the clock of the zero.
    public func inWords(_ rule: Rule) -> String {
        var parts = [inWords(rule.demand)].filter { !$0.isEmpty }
        if !rule.limits.isEmpty {
            parts.append(
                "at most "
                    + rule.limits.map { "\($0.count) \($0.category)" }.joined(separator: ", "))
        }
        if case .prohibits(_, let zones) = rule.demand {
            parts.append("in " + zones.joined(separator: " or "))
        }
        if !rule.places.isEmpty {
            parts.append("by its " + rule.places.map(\.rawValue).joined(separator: " or "))
        }
        if !rule.parties.isEmpty { parts.append("for " + rule.parties.joined(separator: ", ")) }
        if rule.bindsObservers { parts.append("for everybody, observers too") }
        for (word, time) in rule.times {
            parts.append("\(word) \(inWords(time))")
        }
        if let hours = rule.hours { parts.append("at \(hours)") }
        if !rule.months.isEmpty {
            parts.append(
                "in months " + rule.months.sorted().map { "\($0)" }.joined(separator: ", "))
        }
        if !rule.exempt.isEmpty {
            parts.append(
                "exempt " + rule.exempt.map(\.description).joined(separator: ", ")
                    + rule.unlessReported.inWords)
        }
        return parts.joined(separator: " ")
    }

    private func inWords(_ demand: Rule.Demand) -> String {
        let kinds = demand.conditions.map(\.description)
        switch demand {
        case .prohibits: return kinds.isEmpty ? "" : "no " + kinds.joined(separator: ", no ")
        case .only(_, let zones):
            return kinds.joined(separator: ", ") + " only in " + zones.joined(separator: " or ")
        case .reserve(let zones, _):
            return "nothing but " + kinds.joined(separator: ", ") + " in "
                + zones.joined(separator: " or ")
        case .withdraw(_, let setback, let line, let ends):
            let far =
                switch setback {
                case .distance(let distance): "at least \(distance.inWords)"
                case .ownReach: "as far as it reaches"
                }
            return kinds.joined(separator: ", ") + " \(far) behind \(line)" + ends.inWords
        case .stay(_, let line, let ends):
            return kinds.joined(separator: ", ") + " on its own side of \(line)" + ends.inWords
        }
    }

    /// A time in words, on the clock of the zero where there is one.
    package func inWords(_ time: AgreementTime) -> String {
        guard let moment = resolve(time) else { return "\(time) (not known yet)" }
        let written = (zero(of: time) ?? zero)?.written(moment)
        guard time.isCountedFromZero else { return written ?? time.description }
        return "\(time) (\(written ?? moment.description))"
    }
}

extension Rule.Unreported {
    fileprivate var inWords: String {
        switch self {
        case .undeterminable: ""
        case .exempt: ", also where nothing is reported of that"
        case .notExempt: ", not where nothing is reported of that"
        }
    }
}

extension Rule.LineEnds {
    fileprivate var inWords: String { self == .prolonged ? ", its ends prolonged" : "" }
}

extension Rule.Demand {
    static let placeOfZones = "in its zones"

    /// Where a rule is contradicted, as a heading.
    var placeInWords: String {
        switch self {
        case .prohibits, .reserve: Self.placeOfZones
        case .only: "outside its zones"
        case .withdraw: "not far enough behind"
        case .stay: "across the line"
        }
    }
}
