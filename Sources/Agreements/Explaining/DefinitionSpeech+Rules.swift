extension DefinitionSpeech {
    /// A rule, with its times on the clock of the zero.
    func definition(_ rule: Rule) -> String {
        var parts = [demand(rule)].filter { !$0.isEmpty }
        if !rule.places.isEmpty {
            let places = rule.places.map { $0 == .origin ? say("origin") : say("effect") }
            parts.append(say("by its {places}", ["places": say.either(places)]))
        }
        if rule.parties.count == 1 {
            parts.append(say("for {party}", ["party": rule.parties[0]]))
        } else if !rule.parties.isEmpty {
            parts.append(say("for {parties}", ["parties": say.all(rule.parties)]))
        }
        if rule.bindsObservers { parts.append(say("for everybody, observers too")) }
        if let from = rule.from { parts.append(say("from {time}", ["time": time(from)])) }
        if let due = rule.due { parts.append(say("due {time}", ["time": time(due)])) }
        if let until = rule.until { parts.append(say("until {time}", ["time": time(until)])) }
        if let hours = rule.hours {
            parts.append(hours.inWords(say, "at {from}-{until}"))
        }
        if !rule.months.isEmpty {
            let months = rule.months.sorted().map { say.name(ofMonth: $0) }
            parts.append(say("in months {months}", ["months": say.all(months)]))
        }
        if !rule.exempt.isEmpty { parts.append(exemption(rule)) }
        return say.list(parts, "{list} {next}")
    }

    private func demand(_ rule: Rule) -> String {
        let limits = say.all(
            rule.limits.map {
                say("{count} {category}", ["count": say.count($0.count), "category": $0.category])
            })
        var values = ["limits": limits]
        let text: String
        switch rule.demand {
        case .prohibits(let conditions, let zones):
            values["kinds"] = say.list(conditions.map { $0.inWords(say) }, "{list}, no {next}")
            return prohibition(zones, isCap: !limits.isEmpty, isBare: conditions.isEmpty, values)
        case .only(let conditions, let zones):
            values["kinds"] = say.all(conditions.map { $0.inWords(say) })
            text = place(zones, "{kinds} only in {zone}", "{kinds} only in {zones}", values)
        case .reserve(let zones, let conditions):
            values["kinds"] = say.all(conditions.map { $0.inWords(say) })
            text = place(
                zones, "nothing but {kinds} in {zone}", "nothing but {kinds} in {zones}", values)
        case .withdraw(let conditions, let setback, let line, let ends):
            values["line"] = line
            if case .distance(let distance) = setback { values["distance"] = length(distance) }
            let isOwn = setback == .ownReach
            text = behind(
                conditions, ends,
                isOwn
                    ? "{kind} as far as it reaches behind {line}"
                    : "{kind} at least {distance} behind {line}",
                isOwn
                    ? "{kinds} as far as it reaches behind {line}"
                    : "{kinds} at least {distance} behind {line}", values)
        case .stay(let conditions, let line, let ends):
            values["line"] = line
            text = behind(
                conditions, ends, "{kind} on its own side of {line}",
                "{kinds} on its own side of {line}", values)
        }
        return limits.isEmpty
            ? text : say.list([text, say("at most {limits}", values)], "{list} {next}")
    }

    private func prohibition(
        _ zones: [Zone.ID], isCap: Bool, isBare: Bool, _ values: [String: String]
    ) -> String {
        switch (isBare, isCap) {
        case (true, true):
            place(zones, "at most {limits} in {zone}", "at most {limits} in {zones}", values)
        case (true, false): place(zones, "in {zone}", "in {zones}", values)
        case (false, true):
            place(
                zones, "no {kinds} at most {limits} in {zone}",
                "no {kinds} at most {limits} in {zones}", values)
        case (false, false):
            place(zones, "no {kinds} in {zone}", "no {kinds} in {zones}", values)
        }
    }

    /// The phrase of one zone, or of several.
    private func place(
        _ zones: [Zone.ID], _ one: String, _ several: String, _ values: [String: String]
    ) -> String {
        var values = values
        values[zones.count == 1 ? "zone" : "zones"] = say.either(zones)
        return say(zones.count == 1 ? one : several, values)
    }

    /// The phrase of one kind of object, or of several, at a line.
    private func behind(
        _ conditions: [CategoryCondition], _ ends: Rule.LineEnds, _ one: String, _ several: String,
        _ values: [String: String]
    ) -> String {
        var values = values
        let isOne = conditions.count == 1
        values[isOne ? "kind" : "kinds"] = say.all(conditions.map { $0.inWords(say) })
        let text = say(isOne ? one : several, values)
        return ends == .prolonged ? say("{demand}, its ends prolonged", ["demand": text]) : text
    }

    private func exemption(_ rule: Rule) -> String {
        let kinds = ["kinds": say.all(rule.exempt.map { $0.inWords(say) })]
        return switch rule.unlessReported {
        case .undeterminable: say("exempt {kinds}", kinds)
        case .exempt: say("exempt {kinds}, also where nothing is reported of that", kinds)
        case .notExempt: say("exempt {kinds}, not where nothing is reported of that", kinds)
        }
    }
}
