import Agreements
import GeoJSONText
import ReportFiles

/// What rules needed and no report gave, so that they could not be judged.
struct MissingValues {
    private let agreement: Agreement
    private let fields: FieldNames

    init(_ agreement: Agreement, _ fields: FieldNames) {
        self.agreement = agreement
        self.fields = fields
    }

    /// A sentence for each such value, with the option that names its property.
    func hints(_ tally: Tally) -> [String] {
        guard tally.read > tally.rejected else { return [] }
        let open = agreement.rules.enumerated().filter {
            tally.rules[$0.offset][Finding.undeterminable.order] > 0
        }.map(\.element)
        let values: [(words: String, name: String, option: String, rules: [Rule])] = [
            (
                "a category", fields.category, "--category-field",
                open.filter { $0.categories.contains { $0 != CategoryCondition.any } }
            ),
            ("a party", fields.party, "--party-field", open.filter { agreement.asksParty($0) }),
            (
                "a time", fields.time, "--time-field",
                open.filter(\.asksTime)
            ),
        ]
        var hints: [String] = []
        for (words, name, option, rules) in values
        where !rules.isEmpty && !tally.given.contains(name)
            && (words != "a time" || tally.timeWants.isEmpty)
        {
            let guess = tally.names.contains(name) ? nil : Self.guess(option, tally.names)
            hints.append(
                "no report gave \(words) as '\(String(shown: name))'; \(Self.named(rules)) one: "
                    + "\(option) \(guess.map { "\(String(shown: $0))?" } ?? "NAME")")
        }
        return hints + times(open, tally) + attributes(open, tally)
    }

    /// What would have to be said of times so that they could be read.
    private func times(_ open: [Rule], _ tally: Tally) -> [String] {
        let rules = open.filter(\.asksTime)
        if rules.isEmpty { return [] }
        let wants: [(want: TimeWant, found: String, option: String)] = [
            (.zone, "a time without an offset from UTC", "--time-zone ZONE says its clock"),
            (.order, "a date with two readings", "--time-format dmy or mdy says the order"),
            (
                .numbers, "a number as its time",
                "--time-format "
                    + NumberMeaning.allCases.map(\.rawValue).joined(separator: " or ")
                    + " says what it counts"
            ),
        ]
        return wants.compactMap { want, found, option in
            guard let count = tally.timeWants[want] else { return nil }
            return "\(count.grouped) \(count == 1 ? "report" : "reports") gave \(found); "
                + "\(Self.named(rules)) a moment: \(option)"
        }
    }

    private func attributes(_ open: [Rule], _ tally: Tally) -> [String] {
        var rules: [String: [Rule]] = [:]
        for rule in open {
            let conditions = rule.conditions.flatMap(\.attributes)
            for name in Set(conditions.map(\.name)) { rules[name, default: []].append(rule) }
        }
        return rules.sorted { $0.key < $1.key }.compactMap { name, rules in
            let isGiven = tally.given.contains { $0 == name || $0.hasPrefix(name + "_") }
            if isGiven { return nil }
            return "no report has the property '\(String(shown: name))'; \(Self.named(rules)) it"
        }
    }

    private static func named(_ rules: [Rule]) -> String {
        let some = rules.prefix(3).map { String(shown: $0.id) }.joined(separator: ", ")
        let all = some + (rules.count > 3 ? " and \(rules.count - 3) more" : "")
        return rules.count == 1 ? "rule \(all) needs" : "rules \(all) need"
    }

    /// The name of a column or property that may be meant.
    static func guess(_ option: String, _ names: [String]) -> String? {
        let known = usual[option] ?? []
        return names.first { name in
            let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
            return known.contains(plain)
        }
    }

    /// Under which names files have such values, without letter case and signs.
    private static let usual: [String: Set<String>] = [
        "--category-field": [
            "category", "type", "kind", "class", "subtype", "eventtype", "weapon", "weapontype",
            "equipment", "equipmenttype", "vehicle", "vehicletype", "object", "objecttype",
            "system", "label",
        ],
        "--party-field": [
            "party", "side", "faction", "force", "actor", "actor1", "affiliation", "allegiance",
            "owner", "operator", "country",
        ],
        "--uncertainty-field": [
            "uncertainty", "uncertaintym", "accuracy", "accuracym", "precision", "precisionm",
            "error", "errorm", "horizontalaccuracy", "hacc", "positionerror", "ce90", "radius",
        ],
        "--time-field": [
            "time", "timestamp", "datetime", "date", "observed", "observedat", "reportedat",
            "dateobserved", "eventdate", "acqdate", "basedatetime", "utc", "when",
        ],
    ]
}
