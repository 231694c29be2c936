import Agreements
import Geodesy

@testable import ReportFiles

/// Judges by longitude alone: zone `east` from 30 degrees on, its limit as wide as the report's
/// uncertainty in degrees; rule `no-guns` is breached there by guns.
struct LongitudeJudge: CheckSubject {
    let zoneIDs = ["east", "all"]
    let ruleIDs = ["no-guns"]
    var attributeNames: [String] = []
    var extent: Extent? = Extent([
        Coordinate(longitude: 28, latitude: 48), Coordinate(longitude: 32, latitude: 52),
    ])

    func isNamed(category: String) -> Bool { category == "gun" || category == "truck" }

    func makeJudge() -> any ColumnJudge { LoopingJudge(self) }

    /// Whether an uncertainty that is no number leaves the zones open.
    var isCareful = false
    static let careful = LongitudeJudge(isCareful: true)

    func judge(_ report: Report) -> Judgement {
        var judgement = Judgement()
        if isCareful, report.uncertainty.metres.isNaN {
            judgement.zonesUndeterminable = zoneIDs
            judgement.finding = .undeterminable
            return judgement
        }
        judgement.line = "contact"
        judgement.distance = .metres((report.position.longitude - 30).magnitude * 1000)
        judgement.side = report.position.longitude == 30 ? nil : report.party ?? "a\"b"
        let margin = report.uncertainty.metres
        if report.position.longitude - margin >= 30 {
            judgement.zonesInside = ["east", "all"]
            judgement.finding = report.category == "gun" ? .apparentBreach : .compliant
            judgement.rules = [.init(rule: "no-guns", finding: judgement.finding)]
        } else {
            judgement.zonesInside = ["all"]
            if report.position.longitude + margin >= 30 {
                judgement.zonesUndeterminable = ["east"]
                judgement.finding = .undeterminable
                judgement.rules = [.init(rule: "no-guns", finding: .undeterminable)]
            }
        }
        return judgement
    }
}

/// Judges by longitude one report after the other.
final class LoopingJudge: ColumnJudge {
    private let judge: LongitudeJudge
    private var judgements: [Judgement] = []

    init(_ judge: LongitudeJudge) { self.judge = judge }

    var outcomeCount: Int { judgements.count }
    func judgement(ofOutcome number: Int32) -> Judgement { judgements[Int(number)] }
    func forgetOutcomes() { judgements = [] }

    func judge(_ columns: ReportColumns, wanting: BatchJudge.Wanted) -> ReportOutcomes {
        var found = ReportOutcomes()
        for k in 0..<columns.count {
            var judgement = judge.judge(columns.report(k))
            found.distances.append(judgement.distance ?? .metres(.nan))
            judgement.distance = nil
            if let number = judgements.firstIndex(of: judgement) {
                found.numbers.append(Int32(number))
            } else {
                judgements.append(judgement)
                found.numbers.append(Int32(judgements.count - 1))
            }
        }
        return found
    }
}

/// What came of a text.
struct Outcome: Equatable {
    var text: String
    var rejects: String
    var altered: String
    var tally: Tally
    var error: ReportFileError?
}

/// Checks bytes that come in the given chunks.
func outcome(
    of chunks: [[UInt8]], file: String = "in", format: ReportFormat? = nil,
    fields: FieldNames = FieldNames(), output: [OutputField] = OutputField.usual,
    judge: LongitudeJudge = LongitudeJudge(), framing: OutputFraming = .asRead,
    isCareful: Bool = false, longest: Int = Piece.longest
) -> Outcome {
    var checker = ReportChecker(
        judge, fields: fields, output: output, framing: framing, collectsRejects: true,
        collectsAltered: true, isCareful: isCareful)
    var splitter = RecordSplitter(
        file: file, format: format, fields: checker.wantedFields,
        quickFrom: isCareful ? .max : 0, longest: longest)
    var text = ByteBuffer()
    var failure: ReportFileError?
    do {
        let consumer = { (block: Block) throws -> Void in
            try checker.check(block, file: file, to: &text)
        }
        for chunk in chunks { try chunk.withUnsafeBytes { try splitter.feed($0, to: consumer) } }
        try splitter.finish(to: consumer)
    } catch {
        failure = error as? ReportFileError
    }
    let altered = checker.takeAltered()
    return Outcome(
        text: String(decoding: text.bytes, as: UTF8.self),
        rejects: String(decoding: checker.rejects, as: UTF8.self),
        altered: String(decoding: altered.bytes, as: UTF8.self),
        tally: checker.tally, error: failure)
}

/// Checks a text given at once.
func outcome(
    _ text: String, file: String = "in", format: ReportFormat? = nil,
    fields: FieldNames = FieldNames(), output: [OutputField] = OutputField.usual,
    judge: LongitudeJudge = LongitudeJudge(), isCareful: Bool = false
) -> Outcome {
    outcome(
        of: [Array(text.utf8)], file: file, format: format, fields: fields, output: output,
        judge: judge, isCareful: isCareful)
}

/// The `dmz_error` of a record that stands alone, without its place.
func reason(_ record: String, fields: FieldNames = FieldNames()) -> String? {
    let found = outcome(record, format: .lines, fields: fields)
    guard let start = found.text.firstRange(of: "\"dmz_error\":\"record 1 at byte 0: ") else {
        return nil
    }
    let rest = found.text[start.upperBound...]
    var end = rest.startIndex
    while end < rest.endIndex, rest[end] != "\"" {
        if rest[end] == "\\" { end = rest.index(after: end) }
        end = rest.index(after: end)
    }
    return String(rest[..<end]).replacing("\\\"", with: "\"")
}

func point(_ coordinates: String, _ properties: String = "{}") -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),"
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":\(coordinates)}}"
}
