/// The members of records of findings that pages and pictures ask for, by their places among the wanted ones.
struct ShownMembers {
    /// The names, with those of the findings.
    let fields: FieldNames
    let finding: Int
    let error: Int
    let zones: Int
    /// Zones in which the report is not certainly, or not as a whole.
    let openZones: [Int]
    let line: Int
    let distance: Int
    let side: Int
    /// The gravest rule, its clause and how far the report is from its limit.
    let rule: Int
    let clause: Int
    let margin: Int
    /// The rules of each finding.
    let rules: [(finding: String, member: Int)]

    /// The members beside those that `names` has.
    init(_ names: FieldNames) {
        var fields = names
        fields.readsBoth = true
        fields.readsEvents = false
        fields.id = fields.id ?? "id"
        let rules = FindingWords.byGravity.map { "dmz_rules_" + $0 }
        let all =
            [
                FindingMembers.finding, FindingMembers.error, "dmz_zones",
                "dmz_zones_undeterminable", "dmz_zones_partly", "dmz_line", "dmz_distance_m",
                "dmz_side", "dmz_rule", "dmz_clause", "dmz_margin_m",
            ] + rules
        var places: [Int] = []
        for name in all { places.append(fields.addExtra(name)) }
        let first = fields.extrasIndex
        places = places.map { $0 + first }
        self.fields = fields
        (finding, error, zones) = (places[0], places[1], places[2])
        openZones = [places[3], places[4]]
        (line, distance, side) = (places[5], places[6], places[7])
        (rule, clause, margin) = (places[8], places[9], places[10])
        self.rules = Array(zip(FindingWords.byGravity, places[11...])).map {
            (finding: $0, member: $1)
        }
    }
}
