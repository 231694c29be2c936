import Agreements

extension TableNotes {
    /// What must be known to read the table's numbers.
    func footnotes(_ request: TableRequest) -> [String] {
        var notes: [String] = []
        if request.keys.contains(where: \.isOfTime) {
            notes.append("Days, weeks and hours are those of \(request.clock).")
        }
        if request.keys.contains(.zone) || request.keys.contains(.rule) {
            let names = [TableKey.zone, .rule].filter(request.keys.contains).map { "\($0)" }
            notes.append(
                "A report counts in the row of each \(names.joined(separator: " and ")) that it has"
                    + (ofSeveralRows > 0
                        ? " (\(ofSeveralRows.grouped) count in several)" : "")
                    + ", and once in the total.")
        }
        if request.keys.contains(.zone), !request.keys.contains(.rule) {
            notes.append(
                "Rows of zones count a report by its gravest finding, whichever zone the rule is about; --by "
                    + "rule counts by what each rule says.")
        }
        if request.keys.contains(.rule) {
            notes.append(
                "Rows of rules count by what the rule says of a report, the total by the report's gravest finding."
            )
        }
        if request.isDistinct {
            notes.append(
                "Records of one id and day count once, by the gravest of their findings.")
        }
        return notes
    }

    /// What could not be counted as it should.
    func warnings(_ request: TableRequest, records: Int) -> [String] {
        var notes: [String] = []
        if records == 0 { notes.append("there are no records") }
        notes += Self.say(
            unreadable, "cannot be read and does not count", "cannot be read and do not count")
        notes += Self.say(
            withoutFinding, "has no finding and counts under none",
            "have no finding and count under none")
        if request.keys.contains(where: \.isOfTime) { notes += ofTimes(request) }
        if openZones > 0, request.keys.contains(.zone) {
            let words =
                openZones == 1
                ? "record may be in further zones, or is in some with a part; it does not count there"
                : "records may be in further zones, or are in some with a part; they do not count there"
            notes.append(
                "\(openZones.grouped) \(words) (dmz_zones_undeterminable, dmz_zones_partly)")
        }
        notes += Self.say(
            unusable, "has a value that is no text and counts under none",
            "have a value that is no text and count under none")
        for key in request.keys where records > 0 && !present.contains(key) {
            guard let name = name(of: key, request) else { continue }
            notes.append("no record has \(name)")
        }
        // Where none has an id there is no column that would promise to tell them.
        if withoutID.count < records || request.isDistinct {
            notes += Self.say(
                withoutID, "has no id; whether it repeats another one is not known",
                "have no id; whether they repeat others is not known")
        }
        return notes
    }

    /// Of a number of records, in words for one and for several; nothing where there are none.
    private static func say(_ noticed: Noticed, _ one: String, _ several: String) -> [String] {
        guard noticed.count > 0 else { return [] }
        let words = noticed.count == 1 ? "record \(one); " : "records \(several); the first: "
        return ["\(noticed.count.grouped) \(words)\(noticed.first)"]
    }

    private func ofTimes(_ request: TableRequest) -> [String] {
        var notes: [String] = []
        let name = "'\(String(visible: request.input.fields.time))', see --time-field"
        notes += Self.say(
            withoutTime, "has no time (\(name)) and counts under none",
            "have no time (\(name)) and count under none")
        notes += Self.say(
            withoutReadableTime, "has a time that is not known and counts under none",
            "have a time that is not known and count under none")
        notes += Self.say(
            ofSeveralTimes, "has a time of several days, weeks or hours and counts under several",
            "have a time of several days, weeks or hours and count under several")
        let options: [(TimeWant, String)] = [
            (.zone, "without an offset from UTC: --time-zone names their clock"),
            (.order, "with day or month first: --time-format says which"),
            (.numbers, "a number: --time-format says what it counts"),
        ]
        for (want, words) in options {
            if let count = wants[want] {
                notes.append(
                    "\(count.grouped) of these times \(count == 1 ? "is" : "are") \(words)")
            }
        }
        return notes
    }

    /// How a member is called that a key asks for and may be missing in all records.
    private func name(of key: TableKey, _ request: TableRequest) -> String? {
        let fields = request.input.fields
        func shown(_ name: String, _ option: String) -> String {
            "'\(String(visible: name))' (see \(option))"
        }
        return switch key {
        case .rule: "a rule (dmz_rules_apparent_breach and the like)"
        case .party: shown(fields.party, "--party-field")
        case .category: shown(fields.category, "--category-field")
        case .class: shown(request.className, "--class-field")
        case .zone, .side, .day, .week, .hour, .finding: nil
        }
    }
}
