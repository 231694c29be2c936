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
        func say(_ noticed: Noticed, _ words: (String) -> String) {
            guard noticed.count > 0 else { return }
            let noun = noticed.count == 1 ? "record" : "records"
            notes.append(
                words("\(noticed.count.grouped) \(noun)") + "; the first: \(noticed.first)")
        }
        say(unreadable) { "\($0) cannot be read and counted nowhere" }
        say(withoutFinding) { "no finding, counted as none: \($0)" }
        let times = request.input.fields.time
        if request.keys.contains(where: \.isOfTime) {
            say(withoutTime) {
                "no time ('\(String(visible: times))', see --time-field), counted as none: \($0)"
            }
            say(withoutReadableTime) {
                "a time that cannot be read, counted as none: \($0)"
            }
            say(ofSeveralTimes) {
                "a time that is of several days, weeks or hours, counted as several: \($0)"
            }
            if let count = wants[.zone] {
                notes.append(
                    "\(count.grouped) of these times are without an offset from UTC; --time-zone names their clock"
                )
            }
            if let count = wants[.order] {
                notes.append(
                    "\(count.grouped) of these times may have day or month first; --time-format says which"
                )
            }
            if let count = wants[.numbers] {
                notes.append(
                    "\(count.grouped) of these times are numbers; --time-format says what they count"
                )
            }
        }
        if openZones > 0, request.keys.contains(.zone) {
            notes.append(
                "may be in further zones, or are in them in part, which is not counted in their rows "
                    + "(dmz_zones_undeterminable, dmz_zones_partly): \(openZones.grouped) "
                    + (openZones == 1 ? "record" : "records"))
        }
        say(unusable) { "a value that is no text, counted as none: \($0)" }
        for key in request.keys where records > 0 && !present.contains(key) {
            guard let name = name(of: key, request) else { continue }
            notes.append("no record has \(name)")
        }
        // Where none has an id there is no column that would promise to tell them.
        if withoutID.count > 0, withoutID.count < records || request.isDistinct {
            say(withoutID) {
                "no id, so that nobody can say whether they repeat another one: \($0)"
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
