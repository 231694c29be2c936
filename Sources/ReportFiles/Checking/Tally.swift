import Agreements

/// Counts over the records of a run.
package struct Tally: Hashable, Sendable {
    /// Records read.
    package var read = 0
    /// Records that could not be used.
    package var rejected = 0
    /// Reports whose position was taken as exact: no uncertainty was found, or one of 0.
    package var exact = 0
    /// Reports that gave no uncertainty, or none but an empty one.
    package var withoutUncertainty = 0
    /// How many reports state a level below 100 %, which only a model of positions can judge.
    package var withLevel = 0
    /// Times that could not be read for want of what is known of the file.
    package var timeWants: [TimeWant: Int] = [:]
    /// Positions that lie where the agreement is once longitude and latitude are swapped.
    package var swapped = 0
    /// Positions at longitude 0, latitude 0, which often stands for none.
    package var atZero = 0
    /// Records refused for the longitude 181 or latitude 91, by which AIS says that there is none.
    package var notAvailable = 0
    /// Records refused, by what their positions look like.
    package var causes: [RefusalCause: Int] = [:]
    /// The first numbers in each file that look like metres of a grid.
    package var metres: [MetresOfFile] = []
    /// Which of the values that rules may ask for some report gave, by their names.
    package var given: Set<String> = []
    /// The names of the columns, or of the first record's properties.
    package var names: [String] = []
    /// Records of which something was read otherwise than it is written, and those among them that are
    /// written in other bytes.
    package var noted = 0
    package var altered = 0
    /// The encoding that the first record which is not UTF-8 is likely in.
    package var likelyEncoding: TextEncoding?
    /// The first such notes, with their places.
    package var notes: [String] = []
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
    static let mostNotes = 3
    static let mostCategories = 1000

    /// The first of the positions that look swapped, and where the agreement lies.
    package var swap: SwapPlaces?
    /// Reports of parties that the agreement does not have, by party; the first of them only.
    package var unknownParties: [String: Int] = [:]

    private let zoneNumbers: [String: Int]
    private let ruleNumbers: [String: Int]

    package init(zones: [String] = [], rules: [String] = []) {
        zoneNumbers = Self.numbers(zones)
        ruleNumbers = Self.numbers(rules)
        zonesInside = [Int](repeating: 0, count: zones.count)
        zonesUndeterminable = zonesInside
        self.rules = [[Int]](
            repeating: [Int](repeating: 0, count: Finding.allCases.count), count: rules.count)
    }

    private static func numbers(_ ids: [String]) -> [String: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Counts reports of which the same was found.
    mutating func add(_ judgement: Judgement, times: Int) {
        for zone in judgement.zonesInside {
            if let k = zoneNumbers[zone] { zonesInside[k] += times }
        }
        for zone in judgement.zonesUndeterminable {
            if let k = zoneNumbers[zone] { zonesUndeterminable[k] += times }
        }
        findings[judgement.finding.order] += times
        for rule in judgement.rules {
            if let k = ruleNumbers[rule.rule] {
                rules[k][rule.finding.order] += times
            }
        }
    }

    /// Adds what was counted of the records that come next.
    package mutating func add(_ notes: RecordNotes) {
        read += notes.read
        rejected += notes.rejected
        exact += notes.exact
        withoutUncertainty += notes.withoutUncertainty
        withLevel += notes.withLevel
        for (want, count) in notes.timeWants { timeWants[want, default: 0] += count }
        swapped += notes.swapped
        atZero += notes.atZero
        notAvailable += notes.notAvailable
        for (cause, count) in notes.causes { causes[cause, default: 0] += count }
        for found in notes.metres { metres.take(found) }
        given.formUnion(notes.given)
        if names.isEmpty { names = notes.names }
        noted += notes.noted
        altered += notes.altered
        likelyEncoding = likelyEncoding ?? notes.likelyEncoding
        self.notes += notes.notes.prefix(Self.mostNotes - self.notes.count)
        faults += notes.faults.prefix(Self.mostFaults - faults.count)
        cutOff = notes.cutOff ?? cutOff
        if swap == nil { swap = notes.swap }
        for (party, count) in notes.unknownParties
        where unknownParties.count < Self.mostCategories || unknownParties[party] != nil {
            unknownParties[party, default: 0] += count
        }
        for (category, count) in notes.unnamed {
            if unnamedCategories.count < Self.mostCategories || unnamedCategories[category] != nil {
                unnamedCategories[category, default: 0] += count
            } else {
                furtherUnnamed += count
            }
        }
    }

    /// Adds the counts of another worker that do not depend on the order of the records.
    package mutating func add(_ other: Tally) {
        for k in zonesInside.indices {
            zonesInside[k] += other.zonesInside[k]
            zonesUndeterminable[k] += other.zonesUndeterminable[k]
        }
        for k in findings.indices { findings[k] += other.findings[k] }
        for rule in rules.indices {
            for k in rules[rule].indices { rules[rule][k] += other.rules[rule][k] }
        }
    }
}

/// What is counted of consecutive records and depends on their order.
package struct RecordNotes {
    package internal(set) var read = 0
    package internal(set) var rejected = 0
    var exact = 0
    var withoutUncertainty = 0
    var withLevel = 0
    var timeWants: [TimeWant: Int] = [:]
    var swapped = 0
    var atZero = 0
    var notAvailable = 0
    var causes: [RefusalCause: Int] = [:]
    var metres: [MetresOfFile] = []
    var given: Set<String> = []
    var names: [String] = []
    var noted = 0
    var altered = 0
    var likelyEncoding: TextEncoding?
    var notes: [String] = []
    var faults: [String] = []
    var cutOff: String?
    /// Categories that no rule names, in the order in which they came.
    var unnamed: [(category: String, count: Int)] = []
    private var places: [String: Int] = [:]
    var swap: SwapPlaces?
    /// Parties that the agreement does not have, in the order in which they came.
    var unknownParties: [(party: String, count: Int)] = []

    package init() {}

    mutating func place(ofUnnamed category: String) -> Int {
        if let place = places[category] { return place }
        places[category] = unnamed.count
        unnamed.append((category, 0))
        return unnamed.count - 1
    }
}

extension Finding {
    /// The place among all cases, the gravest first.
    package var order: Int {
        switch self {
        case .apparentBreach: 0
        case .undeterminable: 1
        case .counted: 2
        case .pending: 3
        case .exempt: 4
        case .suspended: 5
        case .compliant: 6
        case .unregulated: 7
        }
    }
}
