import Agreements
import Geodesy

/// Counts what was found of one worker's records.
struct RecordCounter {
    private let extent: Extent?
    private let isNamed: @Sendable (String) -> Bool
    /// Reports by the number of their outcome, since they were last counted.
    private var outcomeCounts: [Int] = []
    private var counted: Tally
    private var notes = RecordNotes()
    /// For each kind of reports whether a rule names its category; true without one.
    private var namedKinds: [Bool] = []
    private var kindGeneration = -1
    private let names: FieldNames
    /// For each kind whose category no rule names its place in `notes.unnamed`, or -1.
    private var unnamedOfKind: [Int] = []
    private let isKnown: @Sendable (String) -> Bool
    /// The kinds whose party the agreement does not have.
    private var strangers: Set<Int> = []

    init(_ subject: some CheckSubject, fields: FieldNames) {
        names = fields
        extent = subject.extent
        isNamed = { subject.isNamed(category: $0) }
        isKnown = { subject.isKnown(party: $0) }
        counted = Tally(zones: subject.zoneIDs, rules: subject.ruleIDs)
    }

    /// Counts a block's records.
    mutating func count(
        _ read: borrowing ReadRecords, _ outcomes: ReportOutcomes, file: String
    ) {
        notes.read += read.entries.count
        takeKinds(of: read)
        let most = Int(outcomes.numbers.max() ?? -1)
        while outcomeCounts.count <= most { outcomeCounts.append(0) }
        outcomeCounts.withUnsafeMutableBufferPointer { counts in
            for number in outcomes.numbers { counts[Int(number)] &+= 1 }
        }
        notes.withoutUncertainty += read.withoutUncertainty
        notes.withLevel += read.columns.footprints.values.count { $0.level != .bound }
        notes.likelyEncoding = notes.likelyEncoding ?? read.likelyEncoding
        for (want, count) in read.timeWants { notes.timeWants[want, default: 0] += count }
        for uncertainty in read.columns.uncertainties where uncertainty == .zero {
            notes.exact += 1
        }
        for row in read.columns.footprints.keys where read.columns.uncertainties[row] == .zero {
            notes.exact -= 1
        }
        for position in read.columns.positions
        where position.longitude == 0 && position.latitude == 0 {
            notes.atZero += 1
        }
        if notes.names.isEmpty { notes.names = read.names }
        if !read.columns.spans.isEmpty || read.columns.times.contains(where: { $0 != nil }) {
            notes.given.insert(names.time)
        }
        for note in read.notes { count(note, file: file) }
        if let extent {
            for position in read.columns.positions where extent.suggestsSwap(of: position) {
                notes.swapped += 1
                if notes.swap == nil {
                    notes.swap = SwapPlaces(agreement: extent.middle, report: position)
                }
            }
        }
        if namedKinds.contains(false) {
            for kind in read.columns.kinds where !namedKinds[Int(kind)] {
                count(unnamedKind: Int(kind), read.columns.kindReports)
            }
        }
        if !strangers.isEmpty { countStrangers(read.columns) }
        for refusal in read.refusals { count(refusal, file: file) }
    }

    private mutating func takeKinds(of read: borrowing ReadRecords) {
        if read.kindGeneration != kindGeneration {
            kindGeneration = read.kindGeneration
            namedKinds = []
            unnamedOfKind = []
            strangers = []
        }
        for (kind, report) in read.columns.kindReports.enumerated().dropFirst(namedKinds.count) {
            if let party = report.party, !isKnown(party) { strangers.insert(kind) }
        }
        for report in read.columns.kindReports[namedKinds.count...] {
            notes.given.formUnion(report.attributes.keys)
            if report.category != nil { notes.given.insert(names.category) }
            if report.party != nil { notes.given.insert(names.party) }
            namedKinds.append(report.category.map(isNamed) ?? true)
        }
    }

    private mutating func countStrangers(_ columns: borrowing ReportColumns) {
        for kind in columns.kinds where strangers.contains(Int(kind)) {
            guard let party = columns.kindReports[Int(kind)].party else { continue }
            if let known = notes.unknownParties.firstIndex(where: { $0.party == party }) {
                notes.unknownParties[known].count += 1
            } else if notes.unknownParties.count < Tally.mostCategories {
                notes.unknownParties.append((party, 1))
            }
        }
    }

    private mutating func count(unnamedKind kind: Int, _ kindReports: [Report]) {
        while unnamedOfKind.count <= kind { unnamedOfKind.append(-1) }
        if unnamedOfKind[kind] < 0, let category = kindReports[kind].category {
            unnamedOfKind[kind] = notes.place(ofUnnamed: category)
        }
        notes.unnamed[unnamedOfKind[kind]].count += 1
    }

    private mutating func count(_ note: RecordNote, file: String) {
        notes.noted += 1
        if note.isAltered { notes.altered += 1 }
        if notes.notes.count < Tally.mostNotes {
            notes.notes.append("\(file): \(note.place): \(note.text)")
        }
    }

    private mutating func count(_ refusal: Refusal, file: String) {
        notes.rejected += 1
        notes.causes[refusal.cause, default: 0] += 1
        if refusal.cause == .metres {
            notes.metres.take(MetresOfFile(file: file, numbers: [refusal.position]))
        }
        if refusal.cause == .notAvailable || refusal.position.longitude == 181
            || refusal.position.latitude == 91
        {
            notes.notAvailable += 1
        }
        let place = "\(file): \(refusal.place)"
        if notes.faults.count < Tally.mostFaults {
            let id = refusal.id.map { " ('\($0)')" } ?? ""
            notes.faults.append("\(place)\(id): \(refusal.reason)")
        }
        if refusal.isCutOff { notes.cutOff = place }
    }

    /// Counts by judgement what is counted by outcome, before these are numbered anew.
    mutating func settle(by judge: any ColumnJudge) {
        add(to: &counted, judge)
        outcomeCounts = []
    }

    /// What has been counted since `takeNotes` was last called, or of everything.
    func tally(by judge: any ColumnJudge) -> Tally {
        var tally = counted
        add(to: &tally, judge)
        tally.add(notes)
        return tally
    }

    private func add(to tally: inout Tally, _ judge: any ColumnJudge) {
        for (number, count) in outcomeCounts.enumerated() where count > 0 {
            tally.add(judge.judgement(ofOutcome: Int32(number)), times: count)
        }
    }

    /// Takes what must be counted in the order of the blocks; the rest stays.
    mutating func takeNotes() -> RecordNotes {
        defer { notes = RecordNotes() }
        unnamedOfKind = []
        return notes
    }
}
