import Agreements

/// Obligations.
extension AgreementReader {
    /// An obligation.
    mutating func obligation(_ entry: YAMLNode.Pair) -> Obligation? {
        let what = "obligation '\(entry.key)'"
        guard let fields = fields(entry.value, what, keys: AgreementKeys.obligation) else {
            return nil
        }
        note(fields, ["obligations", entry.key])
        guard let act = fields.node("act").flatMap({ text($0, "act") }) else {
            if fields.node("act") == nil, !fields.hasTypo {
                refuse(
                    entry.keyMark,
                    "\(what) has no 'act'; write the category of the reports that tell of it, as in "
                        + "act: inspection")
            }
            return nil
        }
        guard let term = term(fields, what, entry) else { return nil }
        var obligation = Obligation(
            id: entry.key, act: act, by: fields.node("by").flatMap { texts($0, "by") } ?? [],
            in: fields.node("in").flatMap { texts($0, "in") } ?? [], term,
            from: fields.node("from").flatMap { time($0, "from") },
            until: fields.node("until").flatMap { time($0, "until") })
        obligation.citation = citation(fields)
        return obligation
    }

    private mutating func term(
        _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair
    ) -> Obligation.Term? {
        let keys = fields.present(["every", "due", "within"])
        guard keys.count == 1 else {
            if !fields.hasTypo {
                refuse(
                    entry.keyMark,
                    keys.isEmpty
                        ? "\(what) does not say by when; write 'every', 'due', or 'within' and 'of'"
                        : "\(what) has \(keys.joined(separator: " and ")); write an obligation for each"
                )
            }
            return nil
        }
        if keys[0] != "within", let of = fields.keyMark("of") {
            refuse(
                of, "'of' names the event that 'within' counts from, and \(what) has no 'within'")
        }
        switch keys[0] {
        case "every":
            return fields.node("every").flatMap { period($0, "every") }.map { .every($0) }
        case "due": return fields.node("due").flatMap { time($0, "due") }.map { .due($0) }
        default:
            let period = fields.node("within").flatMap { self.period($0, "within") }
            guard let event = fields.node("of").flatMap({ text($0, "of") }) else {
                if fields.node("of") == nil, !fields.hasTypo {
                    refuse(
                        entry.keyMark,
                        "\(what) has 'within' and no 'of'; write the category of the events after which it is "
                            + "owed")
                }
                return nil
            }
            return period.map { .within($0, of: event) }
        }
    }
}
