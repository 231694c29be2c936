import Demarcation

/// Counts over the records of a run.
package struct Tally: Hashable, Sendable {
    /// Records read.
    package var read = 0
    /// Records that could not be used.
    package var rejected = 0
    /// Reports whose position was taken as exact: no uncertainty was found, or one of 0.
    package var exact = 0
    /// Positions that lie where the agreement is once longitude and latitude are swapped.
    package var swapped = 0
    /// Per zone, the reports certainly inside and those of which it cannot be said.
    package var zonesInside: [Int]
    package var zonesUndeterminable: [Int]
    /// Per case of `Finding`, the reports with it.
    package var findings = [Int](repeating: 0, count: Finding.allCases.count)
    /// Per rule, and per case of `Finding`, the reports.
    package var rules: [[Int]]
    /// Reports of categories that no rule names, by category.
    package var unnamedCategories: [String: Int] = [:]
    /// Reports of such categories that are not listed, because there are too many.
    package var furtherUnnamed = 0
    /// The first reasons for which records could not be used, with their places.
    package var faults: [String] = []
    /// The record that was cut off at the end of a file.
    package var cutOff: String?

    static let mostFaults = 10
    static let mostCategories = 1000

    package init(zones: Int = 0, rules: Int = 0) {
        zonesInside = [Int](repeating: 0, count: zones)
        zonesUndeterminable = zonesInside
        self.rules = [[Int]](
            repeating: [Int](repeating: 0, count: Finding.allCases.count), count: rules)
    }

    mutating func add(_ judgement: Judgement, _ names: TallyNames) {
        for zone in judgement.zonesInside {
            if let k = names.zones.firstIndex(of: zone) { zonesInside[k] += 1 }
        }
        for zone in judgement.zonesUndeterminable {
            if let k = names.zones.firstIndex(of: zone) { zonesUndeterminable[k] += 1 }
        }
        findings[judgement.finding.order] += 1
        for rule in judgement.rules {
            if let k = names.rules.firstIndex(of: rule.rule) {
                rules[k][rule.finding.order] += 1
            }
        }
    }

    mutating func add(unnamed category: String) {
        if unnamedCategories.count < Self.mostCategories || unnamedCategories[category] != nil {
            unnamedCategories[category, default: 0] += 1
        } else {
            furtherUnnamed += 1
        }
    }
}

/// What is counted.
struct TallyNames: Sendable {
    let zones: [String]
    let rules: [String]
}

extension Finding {
    /// The place among all cases, the gravest first.
    package var order: Int {
        switch self {
        case .apparentBreach: 0
        case .undeterminable: 1
        case .exempt: 2
        case .compliant: 3
        case .unregulated: 4
        }
    }
}
