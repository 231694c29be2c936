import Agreements

/// The report form of an agreement: the columns, words and units that its zones and rules ask for.
package struct ReportForm: Sendable {
    /// The agreement's title.
    let title: String
    /// The columns, in their order; the first are those of any report.
    package let fields: [FormField]

    /// The form for an agreement.
    package init(_ agreement: Agreement) {
        title = agreement.title.isEmpty ? "Reports" : agreement.title
        var fields = Self.common(agreement)
        let rules = agreement.rules
        if !agreement.parties.isEmpty {
            fields.append(
                FormField(
                    name: "party", label: "Party",
                    hint: "Whose it is, as observed; leave it empty where that is not known.",
                    kind: .words(
                        agreement.parties.map { .init(name: $0.id, label: $0.shownName) }),
                    isNeeded: !rules.isEmpty))
        }
        let categories = agreement.categoryWords
        if !categories.isEmpty {
            fields.append(
                FormField(
                    name: "category", label: "What was observed",
                    hint: "The narrowest word that is certain; leave it empty where none is.",
                    kind: .words(categories.map { .init(name: $0, label: $0) }), isNeeded: true))
        }
        let conditions = rules.flatMap(\.conditions).flatMap(\.attributes)
        for name in conditions.map(\.name).uniqued {
            fields += Self.property(name, conditions.filter { $0.name == name })
        }
        fields += Self.counting(agreement) + Self.events(agreement)
        fields += [
            FormField(
                name: "class", label: "Class of the report",
                hint: "Such as incident or complaint; tables keep them apart.", kind: .text,
                isNeeded: false),
            FormField(
                name: "note", label: "Note", hint: "Anything else; nothing follows from it.",
                kind: .text, isNeeded: false),
        ]
        self.fields = fields.uniqued(by: \.name)
    }

    private static func common(_ agreement: Agreement) -> [FormField] {
        let clock =
            agreement.clock.map { "without one it is on the clock of \($0)" }
            ?? "without one nobody knows the moment"
        let asksTime = agreement.rules.contains { $0.asksTime } || !agreement.obligations.isEmpty
        return [
            FormField(
                name: "id", label: "Number of the report",
                hint: "One number for one report, used once.", kind: .text, isNeeded: true),
            FormField(
                name: "time", label: "When it was observed",
                hint: "Date, time and offset from UTC, as in 2026-12-01T14:30+02:00; \(clock).",
                kind: .time, isNeeded: asksTime),
            FormField(
                name: "longitude", label: "Longitude",
                hint: "Degrees east on WGS 84, west negative, as in 38.0123.", kind: .degrees(180),
                isNeeded: true),
            FormField(
                name: "latitude", label: "Latitude",
                hint: "Degrees north on WGS 84, south negative, as in 48.0123.", kind: .degrees(90),
                isNeeded: true),
            FormField(
                name: "uncertainty_m", label: "How far off the position may be",
                hint: "Metres; the true place is no farther from the position than this.",
                kind: .number, isNeeded: true),
        ]
    }

    /// The columns of a property that conditions ask for.
    private static func property(
        _ name: String, _ conditions: [AttributeCondition]
    ) -> [FormField] {
        var words: [String] = []
        var isOrdered = false
        var units: [Quantity.Unit?] = []
        var hasReference = false
        for condition in conditions {
            switch condition.operand {
            case .words(let own): words += own
            case .level(_, let order):
                words += order.words
                isOrdered = true
            case .quantity(let quantity):
                units.append(quantity.unit)
                hasReference = hasReference || quantity.reference != nil
            }
        }
        let asked = conditions.map { "'\($0)'" }.uniqued.joined(separator: ", ")
        guard let unit = units.first else {
            return [
                FormField(
                    name: name, label: name, hint: "One of the words; rules ask for \(asked).",
                    // What is none of the words is an answer too, and another one than nothing.
                    kind: .words(
                        words.uniqued.map { .init(name: $0, label: $0) }
                            + (isOrdered || words.contains("other")
                                ? [] : [.init(name: "other", label: "none of these")])),
                    isNeeded: true)
            ]
        }
        let field = FormField(
            name: unit.map { "\(name)_\($0.rawValue)" } ?? name, label: name,
            hint: (unit.map { "A number of \($0.rawValue)" } ?? "A number")
                + "; rules ask for \(asked).",
            kind: .number, isNeeded: true)
        guard hasReference else { return [field] }
        return [
            field,
            FormField(
                name: name + "_reference", label: "What the \(name) is counted from",
                hint: "AGL from the ground, AMSL from the sea, FL a flight level.",
                kind: .words(
                    Quantity.HeightReference.allCases.map {
                        .init(name: $0.rawValue, label: $0.rawValue)
                    }), isNeeded: true),
        ]
    }

    /// The columns by which reports are counted.
    private static func counting(_ agreement: Agreement) -> [FormField] {
        var fields: [FormField] = []
        let limited = agreement.rules.filter { !$0.limits.isEmpty }
        if !limited.isEmpty || !agreement.sites.isEmpty {
            fields.append(
                FormField(
                    name: "count", label: "How many",
                    hint: "A whole number; 1 where it is empty.", kind: .count, isNeeded: true))
        }
        for name in (limited.map(\.same) + agreement.sites.map(\.same)).compactMap({ $0 }).uniqued {
            fields.append(
                FormField(
                    name: name, label: name,
                    hint: "By which the same object is known again.", kind: .text, isNeeded: true))
        }
        if fields.count > 1 || !agreement.sites.isEmpty {
            fields.append(
                FormField(
                    name: "visit", label: "Visit",
                    hint: "The same for all that was there at once.", kind: .text,
                    isNeeded: !agreement.sites.isEmpty))
        }
        if !agreement.obligations.isEmpty {
            fields.append(
                FormField(
                    name: "act", label: "What was done",
                    hint: "Where the report tells of one of these acts.",
                    kind: .words(
                        agreement.obligations.map(\.act).uniqued.map { .init(name: $0, label: $0) }),
                    isNeeded: true))
        }
        return fields
    }

    /// The columns of events with two places.
    private static func events(_ agreement: Agreement) -> [FormField] {
        EventPlace.allCases.filter { place in
            agreement.rules.contains { $0.places.contains(place) }
        }.flatMap { place in
            let word = place == .origin ? "Where it came from" : "Where it took effect"
            let missing =
                place == .origin
                ? "empty where that is not known" : "empty where that is the position"
            return [
                FormField(
                    name: "\(place.rawValue)_longitude", label: word + ": longitude",
                    hint: "Degrees east; \(missing).", kind: .degrees(180), isNeeded: true),
                FormField(
                    name: "\(place.rawValue)_latitude", label: word + ": latitude",
                    hint: "Degrees north; \(missing).", kind: .degrees(90), isNeeded: true),
                FormField(
                    name: "\(place.rawValue)_uncertainty_m", label: word + ": how far off",
                    hint: "Metres.", kind: .number, isNeeded: true),
            ]
        }
    }
}

extension Party {
    fileprivate var shownName: String { name.isEmpty ? id : name }
}

extension Agreement {
    /// The words that reports may have as their category: those that rules, sites and the tree name, in the order
    /// of the file.
    fileprivate var categoryWords: [String] {
        var named = categories.branches.flatMap { [$0.category] + $0.members }
        named += rules.flatMap(\.categories)
        named += sites.flatMap(\.inventory).map(\.category)
        for obligation in obligations {
            if case .within(_, let event) = obligation.term { named.append(event) }
        }
        return named.filter { $0 != CategoryCondition.any }.uniqued
    }
}

extension Sequence {
    /// The elements, of those that are alike the first.
    fileprivate func uniqued(by likeness: KeyPath<Element, some Hashable>) -> [Element] {
        var seen: Set<AnyHashable> = []
        return filter { seen.insert(AnyHashable($0[keyPath: likeness])).inserted }
    }
}
