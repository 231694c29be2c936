import Agreements
import Geodesy

/// What is written for each outcome, made once: the bytes around its distances.
struct OutcomeTexts: ~Copyable {
    /// CSV when not `nil`, with this between its fields.
    let delimiter: UInt8?
    private let writer: FindingsWriter
    private let absent: StaticString
    private let hasDistance: Bool
    private var bytes = ByteBuffer()
    private var texts: [(start: Int, middle: Int, end: Int)] = []
    /// Where the distances from points and areas, the margin, the probabilities and the distance by an older
    /// agreement stand in each text; empty where none are written.
    private var places: [[Int]] = []
    private let placeCount: Int
    private let marginCount: Int
    private let slotCount: Int

    init(_ writer: FindingsWriter, delimiter: UInt8?) {
        self.writer = writer
        self.delimiter = delimiter
        absent = delimiter == nil ? "null" : ""
        hasDistance = writer.fields.contains(.distance)
        placeCount = writer.placeCount
        marginCount = writer.marginCount
        slotCount =
            placeCount + marginCount + writer.probabilityCount(inCSV: delimiter != nil)
            + writer.earlierCount
    }

    mutating func removeAll() {
        bytes.removeAll()
        texts = []
        places = []
    }

    /// Makes what is missing for some outcomes.
    mutating func make(for numbers: [Int32], _ judge: any ColumnJudge) {
        let most = Int(numbers.max() ?? -1)
        while texts.count <= most {
            texts.append((-1, -1, -1))
            if slotCount > 0 { places.append([]) }
        }
        for number in numbers where texts[Int(number)].start < 0 {
            make(
                Int(number), judge.judgement(ofOutcome: number), judge.change(ofOutcome: number))
        }
    }

    @inline(never)
    private mutating func make(
        _ number: Int, _ judgement: Judgement, _ change: ChangedJudge.Change?
    ) {
        let start = bytes.count
        var distances: [Int] = []
        if let delimiter {
            writer.appendColumns(judgement, change, delimiter, distancesAt: &distances, to: &bytes)
        } else {
            writer.appendMembers(judgement, change, distancesAt: &distances, to: &bytes)
        }
        let middle = hasDistance ? distances.removeFirst() : start
        texts[number] = (start, middle, bytes.count)
        if slotCount > 0 { places[number] = distances }
    }

    /// Appends what comes before a record's findings, and these, of a report among those that were judged
    /// together.
    @inline(__always)
    func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ found: ReportOutcomes,
        _ report: Int, to output: inout ByteBuffer
    ) {
        append(before, needsComma, found, report, leavingOut: 0, to: &output)
    }

    /// The same with a note behind the findings.
    func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ found: ReportOutcomes,
        _ report: Int, note: Slice<UnsafeRawBufferPointer>, to output: inout ByteBuffer
    ) {
        let text = texts[Int(found.numbers[report])]
        let hasFindings = text.end > text.start || hasDistance
        // In CSV the last delimiter follows the note.
        append(
            before, needsComma, found, report, leavingOut: delimiter == nil ? 0 : 1, to: &output)
        writer.append(
            note: note, delimiter, isFirst: !hasFindings && !needsComma, to: &output)
    }

    @inline(__always)
    private func append(
        _ before: UnsafeRawBufferPointer, _ needsComma: Bool, _ found: ReportOutcomes,
        _ report: Int, leavingOut last: Int, to output: inout ByteBuffer
    ) {
        let number = Int(found.numbers[report])
        let text = texts[number]
        output.append(contentsOf: before)
        if needsComma, text.end > text.start || hasDistance { output.append(UInt8(ascii: ",")) }
        output.append(contentsOf: bytes.bytes[part: text.start..<text.middle])
        if hasDistance { output.appendMillimetres(found.distance(report), orElse: absent) }
        var next = text.middle
        if slotCount > 0 { next = appendPlaces(number, found, report, from: next, to: &output) }
        output.append(contentsOf: bytes.bytes[part: next..<text.end - last])
    }

    /// Appends a text from a place in it to behind its last distance or probability, and answers where that is.
    private func appendPlaces(
        _ number: Int, _ found: ReportOutcomes, _ report: Int, from start: Int,
        to output: inout ByteBuffer
    ) -> Int {
        var next = start
        for (k, place) in places[number].enumerated() {
            output.append(contentsOf: bytes.bytes[part: next..<place])
            next = place
            if k >= placeCount, k < placeCount + marginCount {
                output.appendMillimetres(found.margins[report].metres, orElse: absent)
                continue
            }
            if writer.earlierCount > 0, k == slotCount - 1 {
                output.appendMillimetres(found.earlierDistances[report].metres, orElse: absent)
                continue
            }
            guard k < placeCount else {
                writer.probabilities.append(
                    found.probabilities[report], slot: k - placeCount - marginCount,
                    inCSV: delimiter != nil,
                    delimiter: delimiter, to: &output)
                continue
            }
            let distance = found.placeDistances[report * placeCount + k]
            output.appendMillimetres(distance.metres, orElse: absent)
        }
        return next
    }
}

extension ReportOutcomes {
    /// The distance in metres; NaN where it was not asked for.
    @inline(__always)
    fileprivate func distance(_ report: Int) -> Double {
        distances.isEmpty ? .nan : distances[report].metres
    }
}
