/// The members of records of findings that a table asks for, by their places among the wanted ones.
struct FindingMembers {
    static let finding = "dmz_finding"
    static let error = "dmz_error"

    /// The names, with those of the findings.
    let fields: FieldNames
    let finding: Int
    let error: Int
    let zones: Int
    /// Zones in which the report is not certainly, or not as a whole.
    let openZones: [Int]
    let side: Int
    /// The gravest rule.
    let rule: Int
    /// The rules of each finding.
    let rules: [(finding: String, member: Int)]
    let `class`: Int

    /// The members beside those that `names` has.
    init(_ names: FieldNames, className: String) {
        var fields = names
        fields.readsFindings = true
        fields.readsEvents = false
        fields.findsUncertainty = false
        fields.footprint = nil
        // Numbers are not read.
        fields.decimalSign = .point
        fields.id = fields.id ?? "id"
        var places: [Int] = []
        let rules = FindingWords.byGravity.map { "dmz_rules_" + $0 }
        let all =
            [
                Self.finding, Self.error, "dmz_zones", "dmz_zones_undeterminable",
                "dmz_zones_partly", "dmz_side", "dmz_rule", className,
            ] + rules
        for name in all { places.append(fields.addExtra(name)) }
        let first = fields.extrasIndex
        places = places.map { $0 + first }
        self.fields = fields
        (finding, error, zones) = (places[0], places[1], places[2])
        openZones = [places[3], places[4]]
        (side, rule, `class`) = (places[5], places[6], places[7])
        self.rules = Array(zip(FindingWords.byGravity, places[8...])).map {
            (finding: $0, member: $1)
        }
    }

    /// What is said of a table without a column of findings, whose names are given.
    static func missingColumn(_ hasError: Bool, _ names: String) -> String {
        "is no file of findings: its first line names \(names), expected a column \(finding); "
            + (hasError
                ? "write it as well when the reports are checked (dmz check --fields)"
                : "run dmz check first, and give this what it writes")
    }
}
