import Agreements

/// Writes the pieces of blocks, records with what was found of them; one to a worker.
struct RecordWriter: ~Copyable {
    /// How records are put together in the output.
    var framing: OutputFraming
    /// The original bytes of records that could not be used, each with a newline.
    private(set) var rejects = ByteBuffer()
    /// The same of records that are written in other bytes.
    private(set) var altered = ByteBuffer()
    private let collectsRejects: Bool
    private let collectsAltered: Bool
    private let findings: FindingsWriter
    private var texts: OutcomeTexts

    init(
        _ findings: FindingsWriter, framing: OutputFraming, collectsRejects: Bool,
        collectsAltered: Bool
    ) {
        self.findings = findings
        self.framing = framing
        self.collectsRejects = collectsRejects
        self.collectsAltered = collectsAltered
        texts = OutcomeTexts(findings, delimiter: nil)
    }

    /// Takes the rejected bytes collected so far.
    mutating func takeRejects() -> ByteBuffer {
        var taken = ByteBuffer()
        swap(&taken, &rejects)
        return taken
    }

    /// Takes the original bytes of altered records collected so far.
    mutating func takeAltered() -> ByteBuffer {
        var taken = ByteBuffer()
        swap(&taken, &altered)
        return taken
    }

    /// Forgets what is written for outcomes, which are numbered anew.
    mutating func forgetOutcomes() { texts.removeAll() }

    /// Writes a block.
    ///
    /// - Parameters:
    ///   - block: what was read.
    ///   - read: its records.
    ///   - outcomes: what was found of its reports, numbered by `judge`.
    ///   - file: the name of the file, for messages.
    mutating func write(
        _ block: Block, _ read: borrowing ReadRecords, _ outcomes: ReportOutcomes,
        of judge: any ColumnJudge, file: String, to output: inout ByteBuffer
    ) throws(ReportFileError) {
        let delimiter = block.layout?.delimiter
        if texts.delimiter != delimiter {
            texts = OutcomeTexts(findings, delimiter: delimiter)
        }
        texts.make(for: outcomes.numbers, judge)
        // What is around events is XML, which their objects do not go into.
        if framing.isAsRead, block.format == .cot { framing = OutputFraming(joining: .cot) }
        let isAsRead = framing.isAsRead
        let hasEarlier = judge.hasEarlier
        // Bytes that go to the output as they came are copied together, from here on.
        var copied = 0
        var (next, report, other, refused) = (0, 0, 0, 0)
        for piece in block.pieces {
            switch piece.kind {
            case .frame:
                if !isAsRead { copied = piece.range.upperBound }
            case .header:
                if isAsRead {
                    output.append(contentsOf: block.bytes[copied..<piece.range.lowerBound])
                }
                copied = piece.range.upperBound
                try header(block, piece, read, file, &output)
            case .tags:
                if isAsRead {
                    output.append(contentsOf: block.bytes[copied..<piece.range.lowerBound])
                }
                copied = piece.range.upperBound
                tags(block, read, &output)
            case .skipped, .skippedEnd:
                if isAsRead {
                    output.append(contentsOf: block.bytes[copied..<piece.range.lowerBound])
                }
                copied = piece.range.upperBound
                reject(block.bytes(of: piece), isWhole: piece.kind == .skippedEnd)
            case .record, .oversized:
                if hasEarlier {
                    let kind = read.entries[next].kind
                    let isUsed = kind != .refused
                    let isWritten =
                        isUsed && judge.change(ofOutcome: outcomes.numbers[report]) != nil
                    if !isWritten {
                        if !isUsed {
                            reject(block.bytes(of: piece), isWhole: piece.kind == .record)
                        }
                        copied = piece.range.upperBound
                        next += 1
                        if kind != .asRead { other += 1 }
                        if isUsed { report += 1 } else { refused += 1 }
                        continue
                    }
                }
                var start = 0
                if !isAsRead {
                    framing.begin(&output)
                    start = output.count
                    copied = piece.range.lowerBound
                }
                let entry = read.entries[next]
                next += 1
                if entry.kind == .asRead {
                    let end = piece.range.lowerBound + Int(entry.insertAt)
                    texts.append(
                        block.bytes[part: copied..<end], entry.needsComma,
                        outcomes, report, to: &output)
                    copied = end
                    report += 1
                } else {
                    output.append(contentsOf: block.bytes[copied..<piece.range.lowerBound])
                    copied = piece.range.upperBound
                    let record = read.rewritten[other]
                    let range = record.bytes
                    let bytes = read.texts.bytes
                    let middle = range.lowerBound + Int(entry.insertAt)
                    other += 1
                    if record.isAltered, collectsAltered {
                        altered.append(contentsOf: block.bytes(of: piece))
                        altered.append(0x0A)
                    }
                    if entry.kind == .rewritten {
                        let before = bytes[part: range.lowerBound..<middle]
                        if record.note.isEmpty {
                            texts.append(
                                before, entry.needsComma, outcomes, report, to: &output)
                        } else {
                            texts.append(
                                before, entry.needsComma, outcomes, report,
                                note: bytes[record.note], to: &output)
                        }
                        report += 1
                    } else {
                        output.append(contentsOf: bytes[range.lowerBound..<middle])
                        if entry.needsComma { output.append(UInt8(ascii: ",")) }
                        findings.append(
                            note: bytes[record.note], error: bytes[read.refusals[refused].text],
                            delimiter, to: &output)
                        refused += 1
                        reject(block.bytes(of: piece), isWhole: piece.kind == .record)
                    }
                    output.append(contentsOf: bytes[middle..<range.upperBound])
                }
                if !isAsRead {
                    output.append(contentsOf: block.bytes[copied..<piece.range.upperBound])
                    copied = piece.range.upperBound
                    framing.end(&output, recordStart: start)
                }
            }
        }
        let end = max(copied, block.pieces.last?.range.upperBound ?? 0)
        output.append(contentsOf: block.bytes[copied..<end])
    }

    private mutating func header(
        _ block: Block, _ piece: Piece, _ read: borrowing ReadRecords, _ file: String,
        _ output: inout ByteBuffer
    ) throws(ReportFileError) {
        guard let layout = block.layout, let kept = read.header else { return }
        if framing.isFirstHeader() {
            reject(block.bytes(of: piece), isWhole: true)
            if collectsAltered {
                altered.append(contentsOf: block.bytes(of: piece))
                altered.append(0x0A)
            }
        }
        var line = ByteBuffer()
        line.append(contentsOf: read.texts.bytes[kept])
        findings.appendColumnNames(layout.delimiter, to: &line)
        try framing.append(
            header: Array(line.bytes), ending: layout.lineEnding, file: file, to: &output)
    }

    /// Writes the tags with an empty cell for each finding; of several files only those of the first.
    private mutating func tags(
        _ block: Block, _ read: borrowing ReadRecords, _ output: inout ByteBuffer
    ) {
        guard let layout = block.layout, let kept = read.tags, framing.isFirstTags() else { return }
        output.append(contentsOf: read.texts.bytes[kept])
        output.append(contentsOf: repeatElement(layout.delimiter, count: findings.columnCount + 2))
        if !framing.isAsRead { output.append(contentsOf: layout.lineEnding) }
    }

    private mutating func reject(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) {
        guard collectsRejects else { return }
        rejects.append(contentsOf: bytes)
        if isWhole { rejects.append(0x0A) }
    }
}
