import Demarcation
import Geodesy

/// What is written for each outcome, made once: the bytes before its distance and behind it.
struct OutcomeTexts: ~Copyable {
    /// CSV when not `nil`, with this between its fields.
    let delimiter: UInt8?
    private let writer: FindingsWriter
    private let absent: StaticString
    private let hasDistance: Bool
    private var bytes = ByteBuffer()
    private var texts: [(start: Int, middle: Int, end: Int)] = []

    init(_ writer: FindingsWriter, delimiter: UInt8?) {
        self.writer = writer
        self.delimiter = delimiter
        absent = delimiter == nil ? "null" : ""
        hasDistance = writer.fields.contains(.distance)
    }

    mutating func removeAll() {
        bytes.removeAll()
        texts = []
    }

    /// Whether nothing is written for the outcome.
    mutating func isEmpty(_ outcome: ReportOutcome, _ judge: any BatchJudge) -> Bool {
        let text = text(outcome.number, judge)
        return text.start == text.end && !hasDistance
    }

    /// Appends the findings.
    @inline(__always)
    mutating func append(
        _ outcome: ReportOutcome, _ judge: any BatchJudge, to output: inout ByteBuffer
    ) {
        let text = text(outcome.number, judge)
        output.append(contentsOf: bytes.bytes[part: text.start..<text.middle])
        if hasDistance { output.appendMillimetres(outcome.distance, orElse: absent) }
        output.append(contentsOf: bytes.bytes[part: text.middle..<text.end])
    }

    @inline(__always)
    private mutating func text(
        _ number: Int, _ judge: any BatchJudge
    ) -> (start: Int, middle: Int, end: Int) {
        if number < texts.count, texts[number].start >= 0 { return texts[number] }
        return make(number, judge)
    }

    @inline(never)
    private mutating func make(
        _ number: Int, _ judge: any BatchJudge
    ) -> (start: Int, middle: Int, end: Int) {
        while texts.count <= number { texts.append((-1, -1, -1)) }
        let judgement = judge.judgement(number)
        let start = bytes.count
        var middle = start
        if let delimiter {
            writer.appendColumns(judgement, delimiter, distanceAt: &middle, to: &bytes)
        } else {
            writer.appendMembers(judgement, distanceAt: &middle, to: &bytes)
        }
        texts[number] = (start, middle, bytes.count)
        return texts[number]
    }
}
