/// How records are put together in the output.
package struct OutputFraming: Sendable {
    private enum Form { case asRead, lines, sequence, collection, array, csv }
    private var form: Form
    private var isFirst = true
    private var header: [UInt8] = []
    private var hasHeader = false
    private var hasTags = false
    private var lineEnding: [UInt8] = [0x0A]

    private init(_ form: Form) { self.form = form }

    /// As in the one file that is read: the same bytes around the records.
    package static let asRead = OutputFraming(.asRead)

    /// What suits several files whose formats are known.
    ///
    /// Lines stay lines, text sequences stay such, CSV stays one table; FeatureCollections and
    /// single Features become one plain FeatureCollection, whatever else comes with them.
    ///
    package init(joining first: ReportFormat) {
        form =
            switch first {
            case .geojson: .collection
            case .array: .array
            case .lines, .cot: .lines
            case .sequence: .sequence
            case .csv: .csv
            }
    }

    /// What suits some of the records of files: tables stay tables and text sequences such; all else becomes one record
    /// a line.
    package init(filtering first: ReportFormat) {
        form =
            switch first {
            case .geojson, .array, .lines, .cot: .lines
            case .sequence: .sequence
            case .csv: .csv
            }
    }

    /// Whether records of a file can go into this output.
    package func accepts(_ format: ReportFormat) -> Bool {
        switch format {
        case _ where form == .asRead: true
        case .csv: form == .csv
        case .array: form == .array || form == .lines
        case .cot: form == .lines
        default: form != .csv && form != .array
        }
    }

    /// Whether what is around records stays as it is.
    var isAsRead: Bool { form == .asRead }

    /// Takes note of a block's records, which somebody else puts together.
    mutating func pass(_ block: Block) {
        guard form == .collection || form == .array, isFirst else { return }
        isFirst = !block.pieces.contains { $0.kind == .record || $0.kind == .oversized }
    }

    mutating func append(
        header line: [UInt8], ending: [UInt8], file: String, to output: inout ByteBuffer
    ) throws(ReportFileError) {
        if form == .asRead {
            output.append(contentsOf: line)
        } else if header.isEmpty {
            (header, lineEnding) = (line, ending)
            output.append(contentsOf: line)
            output.append(contentsOf: ending)
        } else if header != line {
            throw ReportFileError(
                .unusable, file: file,
                "has other columns than the first file; check them in separate runs")
        }
    }

    /// Whether no header has come yet, of whatever file; one has from now on.
    mutating func isFirstHeader() -> Bool {
        defer { hasHeader = true }
        return !hasHeader
    }

    /// Whether no line of tags has come yet, of whatever file; one has from now on.
    mutating func isFirstTags() -> Bool {
        defer { hasTags = true }
        return isAsRead || !hasTags
    }

    mutating func begin(_ output: inout ByteBuffer) {
        switch form {
        case .sequence: output.append(.recordSeparator)
        case .collection: output.append(isFirst ? Self.opening : ",\n")
        case .array: output.append(isFirst ? "[\n" : ",\n")
        default: break
        }
        isFirst = false
    }

    mutating func end(_ output: inout ByteBuffer, recordStart: Int) {
        switch form {
        case .asRead, .collection, .array: break
        case .lines:
            // Newlines within a Feature are white space between its tokens.
            for k in recordStart..<output.count where output[k] == 0x0A || output[k] == 0x0D {
                output[k] = 0x20
            }
            output.append(0x0A)
        case .sequence: output.append(0x0A)
        case .csv: output.append(contentsOf: lineEnding)
        }
    }

    /// Appends what closes the output after the last file.
    package func finish(_ output: inout ByteBuffer) {
        switch form {
        case .collection:
            if isFirst { output.append(Self.opening) }
            output.append("\n]}\n")
        case .array:
            if isFirst { output.append("[\n") }
            output.append("\n]\n")
        default: break
        }
    }

    private static let opening: StaticString = "{\"type\":\"FeatureCollection\",\"features\":[\n"
}
