import Agreements

/// What is written of the findings, in the order in which it is written.
public enum OutputField: String, CaseIterable, Hashable, Sendable {
    /// The zones certainly containing the report.
    case zones = "dmz_zones"
    /// The zones that may or may not contain it.
    case zonesUndeterminable = "dmz_zones_undeterminable"
    /// The zones that certainly hold some of it and certainly not all, of reports with a geometry that the
    /// object covers.
    case zonesPartly = "dmz_zones_partly"
    /// The nearest line.
    case line = "dmz_line"
    /// The distance to the nearest place on the nearest line, in metres with three decimals.
    case distance = "dmz_distance_m"
    /// The party on whose side of it the report lies.
    case side = "dmz_side"
    /// The gravest finding.
    case finding = "dmz_finding"
    /// The rule that has the gravest finding: `Judgement.gravestRule`.
    case rule = "dmz_rule"
    /// The clause of that rule.
    case clause = "dmz_clause"
    /// The rules that the report seems to contradict.
    case apparentBreach = "dmz_rules_apparent_breach"
    /// The rules that the data cannot decide.
    case undeterminable = "dmz_rules_undeterminable"
    /// The rules that count the report, or may.
    case counted = "dmz_rules_counted"
    /// The rules that the report seems to contradict and that are not due yet.
    case pending = "dmz_rules_pending"
    /// The rules from which the report is exempt.
    case exempt = "dmz_rules_exempt"
    /// The rules that the report seems to contradict and that are suspended for its party.
    case suspended = "dmz_rules_suspended"
    /// The rules with which the report agrees.
    case compliant = "dmz_rules_compliant"
    /// The distances from the points and areas that zones are measured from, in metres with three decimals;
    /// written only when it is asked for.
    case placeDistances = "dmz_distances_m"

    /// How far the report lies from the limit that decides `dmz_rule`, in metres with three decimals, positive
    /// on the safe side; written only when it is asked for.
    case margin = "dmz_margin_m"

    /// How likely the report is in each zone; written only where a model of positions is named.
    case probability = "dmz_probability"

    /// Those that are written under any agreement when nothing else is asked for.
    public static let usual = allCases.filter {
        ![.rule, .clause, .pending, .suspended, .placeDistances, .margin, .probability]
            .contains($0)
    }

    /// Those that are written under an agreement when nothing else is asked for.
    ///
    /// The gravest rule and its clause where rules name clauses; what is pending or suspended where rules fall
    /// due or are suspended.
    public static func usual(under agreement: Agreement) -> [OutputField] {
        let hasClauses = agreement.rules.contains { $0.clause != nil }
        return allCases.filter { field in
            switch field {
            case .rule, .clause: hasClauses
            case .pending: agreement.rules.contains { $0.due != nil }
            case .suspended: !agreement.suspensions.isEmpty
            default: usual.contains(field)
            }
        }
    }

    /// A field by its name, with or without `dmz_`.
    package init?(name: String) {
        self.init(rawValue: name.hasPrefix("dmz_") ? name : "dmz_" + name)
    }

    /// The finding whose rules the field lists.
    var listedFinding: Finding? {
        switch self {
        case .apparentBreach: .apparentBreach
        case .undeterminable: .undeterminable
        case .counted: .counted
        case .pending: .pending
        case .exempt: .exempt
        case .suspended: .suspended
        case .compliant: .compliant
        default: nil
        }
    }
}

extension OutputField {
    /// What must be found for the field.
    var wanted: BatchJudge.Wanted {
        switch self {
        case .line: .line
        case .distance: .distance
        case .side: .side
        case .placeDistances: .placeDistances
        case .margin: .margins
        case .rule, .clause: .deepestRule
        case .probability: .probabilities
        default: []
        }
    }
}

extension OutputField {
    /// Whether it is written of what an older agreement says too.
    var isOfEarlier: Bool { ![.placeDistances, .margin, .probability].contains(self) }

    /// Its name for that.
    var earlierName: String { "dmz_old_" + rawValue.dropFirst(4) }
}
