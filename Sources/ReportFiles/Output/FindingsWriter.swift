import Agreements
import Geodesy

/// Writes findings as members of JSON or as columns of CSV.
struct FindingsWriter: Sendable {
    /// What is written, in the order of `OutputField`.
    let fields: [OutputField]

    /// For each field, its name as the start of a JSON member.
    private let names: [[UInt8]]

    /// The zones of which distances from their points and areas are written.
    private let places: [String]

    /// The clauses of rules that have one.
    private let clauses: [String: String]

    /// How probabilities are written.
    let probabilities: ProbabilityWriter

    /// What is written of what an older agreement says, with `dmz_old_` in front; none without one.
    let earlier: [OutputField]
    private let earlierNames: [[UInt8]]

    /// Writes some fields, the distances from points and areas for such zones, probabilities for all.
    init(
        fields: [OutputField] = OutputField.usual, places: [String] = [], zones: [String] = [],
        clauses: [String: String] = [:], isWide: Bool = false, hasEarlier: Bool = false
    ) {
        self.places = places
        self.clauses = clauses
        probabilities = ProbabilityWriter(zones: zones, isWide: isWide)
        self.fields = OutputField.allCases.filter(fields.contains)
        names = self.fields.map { Array("\"\($0.rawValue)\":".utf8) }
        earlier = hasEarlier ? self.fields.filter(\.isOfEarlier) : []
        earlierNames = earlier.map { Array("\"\($0.earlierName)\":".utf8) }
    }

    /// How many distances from points and areas are left out of what is made of a judgement.
    var placeCount: Int { fields.contains(.placeDistances) ? places.count : 0 }

    /// How many margins are left out besides.
    var marginCount: Int { fields.contains(.margin) ? 1 : 0 }

    /// How many distances by the older agreement are left out besides.
    var earlierCount: Int { earlier.contains(.distance) ? 1 : 0 }

    /// How many places of probabilities are left out besides.
    func probabilityCount(inCSV: Bool) -> Int {
        fields.contains(.probability) ? probabilities.slots(inCSV: inCSV) : 0
    }

    /// The members with commas between them, save for the digits of distances and for probabilities, whose
    /// places are put into `distancesAt`.
    func appendMembers(
        _ judgement: Judgement, _ change: ChangedJudge.Change?, distancesAt: inout [Int],
        to output: inout ByteBuffer
    ) {
        var isFirst = true
        append(fields, names, judgement, &isFirst, &distancesAt, to: &output)
        guard let change else { return }
        append(earlier, earlierNames, change.judgements.old, &isFirst, &distancesAt, to: &output)
        if !isFirst { output.append(UInt8(ascii: ",")) }
        output.append("\"dmz_change\":")
        output.appendJSON(change.sentence)
    }

    private func append(
        _ fields: [OutputField], _ names: [[UInt8]], _ judgement: Judgement, _ isFirst: inout Bool,
        _ distancesAt: inout [Int], to output: inout ByteBuffer
    ) {
        for (k, field) in fields.enumerated() {
            if let finding = field.listedFinding {
                guard judgement.rules.contains(where: { $0.finding == finding }) else { continue }
            }
            if field == .zonesPartly, judgement.zonesPartly.isEmpty { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            output.append(contentsOf: names[k])
            if field == .distance { distancesAt.append(output.count) }
            if field == .placeDistances {
                appendPlaces(&distancesAt, to: &output)
            } else if field == .probability || field == .margin {
                distancesAt.append(output.count)
            } else {
                appendValue(field, judgement, to: &output)
            }
        }
    }

    private func appendPlaces(_ distancesAt: inout [Int], to output: inout ByteBuffer) {
        output.append(UInt8(ascii: "{"))
        for (k, zone) in places.enumerated() {
            if k > 0 { output.append(UInt8(ascii: ",")) }
            output.appendJSON(zone)
            output.append(UInt8(ascii: ":"))
            distancesAt.append(output.count)
        }
        output.append(UInt8(ascii: "}"))
    }

    private func appendValue(
        _ field: OutputField, _ judgement: Judgement, to output: inout ByteBuffer
    ) {
        switch field {
        case .zones: output.appendJSON(judgement.zonesInside)
        case .zonesUndeterminable: output.appendJSON(judgement.zonesUndeterminable)
        case .zonesPartly: output.appendJSON(judgement.zonesPartly)
        case .line: output.appendJSON(judgement.line)
        case .distance, .placeDistances, .margin, .probability: break
        case .side: output.appendJSON(judgement.sideText)
        case .finding: output.appendJSON(judgement.finding.rawValue)
        case .rule: output.appendJSON(judgement.gravestRule)
        case .clause: output.appendJSON(judgement.gravestRule.flatMap { clauses[$0] })
        default:
            let listed = judgement.rules.lazy.filter { $0.finding == field.listedFinding }
            output.appendJSON(listed.map(\.rule))
        }
    }

    /// The names of the columns; the distances from points and areas have one for each zone.
    private var columnNames: [String] {
        let names = fields.flatMap { field in
            switch field {
            case .placeDistances: places.map { field.rawValue + ":" + $0 }
            case .probability: probabilities.columnNames
            default: [field.rawValue]
            }
        }
        let old = earlier.map(\.earlierName) + (earlier.isEmpty ? [] : ["dmz_change"])
        return names + old + ["dmz_note", "dmz_error"]
    }

    /// How many columns there are before those of the note and the error.
    var columnCount: Int { columnNames.count - 2 }

    /// The names of the columns, each after a delimiter.
    func appendColumnNames(_ delimiter: UInt8, to output: inout ByteBuffer) {
        for name in columnNames {
            output.append(delimiter)
            output.appendCSV(plain: name, delimiter)
        }
    }

    /// The columns, each after a delimiter, save for the digits of distances and for probabilities, whose places
    /// are put into `distancesAt`; that of notes is empty and the one behind it is still to come.
    func appendColumns(
        _ judgement: Judgement, _ change: ChangedJudge.Change?, _ delimiter: UInt8,
        distancesAt: inout [Int], to output: inout ByteBuffer
    ) {
        append(fields, judgement, delimiter, &distancesAt, to: &output)
        if let change {
            append(earlier, change.judgements.old, delimiter, &distancesAt, to: &output)
            output.append(delimiter)
            output.appendCSV(plain: change.sentence, delimiter)
        }
        output.append(delimiter)
        output.append(delimiter)
    }

    private func append(
        _ fields: [OutputField], _ judgement: Judgement, _ delimiter: UInt8,
        _ distancesAt: inout [Int], to output: inout ByteBuffer
    ) {
        for field in fields {
            let empty: Int
            switch field {
            case .placeDistances: empty = places.count
            case .probability: empty = probabilities.slots(inCSV: true)
            default:
                output.append(delimiter)
                if field == .distance || field == .margin {
                    distancesAt.append(output.count)
                } else {
                    appendCell(field, judgement, delimiter, to: &output)
                }
                continue
            }
            for _ in 0..<empty {
                output.append(delimiter)
                distancesAt.append(output.count)
            }
        }
    }

    private func appendCell(
        _ field: OutputField, _ judgement: Judgement, _ delimiter: UInt8,
        to output: inout ByteBuffer
    ) {
        switch field {
        case .zones: output.appendCSV(list: judgement.zonesInside, delimiter)
        case .zonesUndeterminable:
            output.appendCSV(list: judgement.zonesUndeterminable, delimiter)
        case .zonesPartly: output.appendCSV(list: judgement.zonesPartly, delimiter)
        case .line: output.appendCSV(plain: judgement.line ?? "", delimiter)
        case .distance, .margin, .placeDistances, .probability: break
        case .side: output.appendCSV(plain: judgement.sideText ?? "", delimiter)
        case .finding: output.appendCSV(judgement.finding.rawValue, delimiter)
        case .rule: output.appendCSV(plain: judgement.gravestRule ?? "", delimiter)
        case .clause:
            let clause = judgement.gravestRule.flatMap { clauses[$0] }
            output.appendCSV(plain: clause ?? "", delimiter)
        default:
            let listed = judgement.rules.filter { $0.finding == field.listedFinding }
            output.appendCSV(list: listed.map(\.rule), delimiter)
        }
    }

    /// The note of a record that could be used, behind its findings; `isFirst` where nothing of its own
    /// stands before them.
    func append(
        note: Slice<UnsafeRawBufferPointer>, _ delimiter: UInt8?, isFirst: Bool,
        to output: inout ByteBuffer
    ) {
        if let delimiter {
            output.append(contentsOf: note)
            output.append(delimiter)
        } else {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            output.append("\"dmz_note\":")
            output.append(contentsOf: note)
        }
    }

    /// The note and the reason of a record that could not be used; no note when it is empty.
    func append(
        note: Slice<UnsafeRawBufferPointer>, error: Slice<UnsafeRawBufferPointer>,
        _ delimiter: UInt8?, to output: inout ByteBuffer
    ) {
        if let delimiter {
            output.append(contentsOf: repeatElement(delimiter, count: columnCount + 1))
            output.append(contentsOf: note)
            output.append(delimiter)
        } else {
            if !note.isEmpty {
                append(note: note, delimiter, isFirst: true, to: &output)
                output.append(UInt8(ascii: ","))
            }
            output.append("\"dmz_error\":")
        }
        output.append(contentsOf: error)
    }
}

extension Judgement {
    /// The party of the side as it is written: a word of its own where the side is not certain.
    fileprivate var sideText: String? { isSideCertain ? side : "undeterminable" }
}
