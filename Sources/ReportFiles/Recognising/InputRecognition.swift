import Agreements
import GeoJSONText
import Notations

/// What is recognised of a file of reports by its first 1,000 records.
package struct InputRecognition {
    /// The file as it was named.
    package let name: String
    /// Its format.
    package private(set) var format: ReportFormat?
    /// How it is compressed, and the encoding of its text where that is not UTF-8.
    package private(set) var compression: String?
    package private(set) var encoding: TextEncoding?
    /// The columns, where it is a table.
    package private(set) var layout: CSVLayout?
    /// What the first records tell of the others.
    package private(set) var habits = FileHabits()
    /// The names of the columns, or of the first record's properties.
    package private(set) var names: [String] = []
    /// What was wanted, under the names that the file has.
    package private(set) var fields: FieldNames
    /// How many records were looked at, and whether these are all.
    package private(set) var records = 0
    package private(set) var isWhole = true
    /// How many of them have no position, and why the first has none.
    package private(set) var refused = 0
    package private(set) var firstFault: String?
    /// How many have a moment, a span of time, a category, a party.
    package private(set) var moments = 0
    package private(set) var spans = 0
    package private(set) var categories = 0
    package private(set) var parties = 0
    /// How many give no uncertainty, and how many one that cannot be read.
    package private(set) var withoutUncertainty = 0
    package private(set) var unreadableUncertainties = 0
    /// The names of the members found that say of what form a report's region is, and how many have a region.
    package private(set) var footprintNames: [String] = []
    package private(set) var footprints = 0
    /// What would have to be known so that times could be read, and of how many.
    package private(set) var timeWants: [TimeWant: Int] = [:]
    /// The notations of positions written as text, and how many have each.
    package private(set) var notations: [Notation: Int] = [:]
    /// The first notes, with their records.
    package private(set) var notes: [String] = []
    /// The first records as they were understood.
    package private(set) var examples: [Example] = []

    /// A record as it was understood.
    package enum Example {
        case report(Report)
        case refused(String)
    }

    private static let mostExamples = 3
    private static let mostNotes = 3

    /// Looks at a file.
    ///
    /// - Throws: `ReportFileError` when it cannot be read or used.
    package init(_ file: InputFile, _ input: ReportInput) throws {
        (name, fields) = (file.name, input.fields)
        let source = BlockSource(files: [file], input: input)
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        var reader = RecordReader(fields: input.fields)
        var read = ReadRecords()
        while records < HabitFinder.mostRecords,
            let item = try source.next(in: &memory, tokens: tokens)
        {
            format = item.block.format
            (layout, habits) = (item.block.layout, item.block.habits)
            let block = item.block.first(HabitFinder.mostRecords - records)
            isWhole = block.pieces.count == item.block.pieces.count
            reader.read(block, into: &read)
            take(read)
            countNotations(block, input.fields)
        }
        if records >= HabitFinder.mostRecords, isWhole {
            isWhole = try source.next(in: &memory, tokens: tokens) == nil
        }
        fields = input.fields.resolved(in: names)
        if let asked = fields.footprint {
            footprintNames = asked.found(in: names, inAnyCase: layout != nil)
        }
        (compression, encoding) = (source.packing?.rawValue, source.encoding)
    }

    private mutating func take(_ read: borrowing ReadRecords) {
        if names.isEmpty { names = read.names }
        records += read.entries.count
        refused += read.refusals.count
        firstFault = firstFault ?? read.refusals.first.map { "\($0.place): \($0.reason)" }
        withoutUncertainty += read.withoutUncertainty
        for (want, count) in read.timeWants { timeWants[want, default: 0] += count }
        notes += read.notes.prefix(Self.mostNotes - notes.count).map { "\($0.place): \($0.text)" }
        spans += read.columns.spans.count
        footprints += read.columns.footprints.count
        for k in 0..<read.columns.count {
            let report = read.columns.report(k)
            if report.time != nil { moments += 1 }
            if report.category != nil { categories += 1 }
            if report.party != nil { parties += 1 }
            if report.uncertainty.metres.isNaN { unreadableUncertainties += 1 }
        }
        var (nextReport, nextRefusal) = (0, 0)
        for entry in read.entries where examples.count < Self.mostExamples {
            if entry.kind == .refused {
                examples.append(.refused(read.refusals[nextRefusal].reason))
                nextRefusal += 1
            } else {
                examples.append(.report(read.columns.report(nextReport)))
                nextReport += 1
            }
        }
    }

    private mutating func countNotations(_ block: Block, _ fields: FieldNames) {
        guard let layout = block.layout else { return }
        var ranges: [Range<Int>] = []
        for piece in block.pieces where piece.kind == .record {
            let bytes = block.bytes(of: piece)
            CSVFields.split(bytes, layout.delimiter, into: &ranges)
            guard ranges.count == layout.names.count else { continue }
            func text(_ column: Int) -> String { CSVFields.text(bytes[part: ranges[column]]) }
            let written: WrittenPosition?
            switch layout.position {
            case .whole(let column): written = try? WrittenPosition(text(column))
            case .pair(let longitude, let latitude):
                if let x = try? WrittenAngle.longitude(text(longitude)),
                    let y = try? WrittenAngle.latitude(text(latitude))
                {
                    written = WrittenPosition(latitude: y, longitude: x)
                } else {
                    written = nil
                }
            case .grid: written = nil
            }
            if let written { notations[written.notation, default: 0] += 1 }
        }
    }
}

extension Block {
    /// The same with no more than so many records.
    fileprivate func first(_ records: Int) -> Block {
        var left = records
        let end = pieces.firstIndex { piece in
            guard piece.number > 0 else { return false }
            left -= 1
            return left < 0
        }
        // What is known of tokens is known of all of the bytes.
        if end != nil { parser.forgetIndex() }
        return Block(
            bytes: bytes, offset: offset, pieces: Array(pieces[..<(end ?? pieces.count)]),
            format: format, layout: layout, habits: habits, parser: parser)
    }
}
