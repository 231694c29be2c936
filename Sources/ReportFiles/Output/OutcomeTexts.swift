import Agreements
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

    /// Makes what is missing for some outcomes.
    mutating func make(for numbers: [Int32], _ judge: any ColumnJudge) {
        let most = Int(numbers.max() ?? -1)
        while texts.count <= most { texts.append((-1, -1, -1)) }
        for number in numbers where texts[Int(number)].start < 0 {
            make(Int(number), judge.judgement(ofOutcome: number))
        }
    }

    @inline(never)
    private mutating func make(_ number: Int, _ judgement: Judgement) {
        let start = bytes.count
        var middle = start
        if let delimiter {
            writer.appendColumns(judgement, delimiter, distanceAt: &middle, to: &bytes)
        } else {
            writer.appendMembers(judgement, distanceAt: &middle, to: &bytes)
        }
        texts[number] = (start, middle, bytes.count)
    }

    /// Appends what comes before a record's findings, and these.
    @inline(__always)
    func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ number: Int32,
        _ distance: Double, to output: inout ByteBuffer
    ) {
        append(before, needsComma, number, distance, leavingOut: 0, to: &output)
    }

    /// The same with a note behind the findings.
    func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ number: Int32,
        _ distance: Double, note: Slice<UnsafeRawBufferPointer>, to output: inout ByteBuffer
    ) {
        let text = texts[Int(number)]
        let hasFindings = text.end > text.start || hasDistance
        // In CSV the last delimiter follows the note.
        append(
            before, needsComma, number, distance, leavingOut: delimiter == nil ? 0 : 1,
            to: &output)
        writer.append(
            note: note, delimiter, isFirst: !hasFindings && !needsComma, to: &output)
    }

    @inline(__always)
    private func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ number: Int32,
        _ distance: Double, leavingOut last: Int, to output: inout ByteBuffer
    ) {
        let text = texts[Int(number)]
        output.append(contentsOf: before)
        if needsComma, text.end > text.start || hasDistance { output.append(UInt8(ascii: ",")) }
        output.append(contentsOf: bytes.bytes[part: text.start..<text.middle])
        if hasDistance { output.appendMillimetres(distance, orElse: absent) }
        output.append(contentsOf: bytes.bytes[part: text.middle..<text.end - last])
    }
}
