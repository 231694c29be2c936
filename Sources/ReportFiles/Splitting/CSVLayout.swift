import Notations

/// The columns of a CSV file.
package struct CSVLayout: Hashable, Sendable {
    /// Bytes that may part fields, the likelier first.
    static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"),
    ]

    /// What parts the fields.
    package let delimiter: UInt8
    /// The names of the columns.
    package let names: [String]
    /// What ends the header's line; a newline where the file has none.
    let lineEnding: [UInt8]
    /// The columns of positions.
    let position: PositionColumns
    /// Whether these were found by what they hold, not by their names.
    package let isFoundByValues: Bool
    /// The columns that say on which side of Greenwich and of the equator.
    let longitudeSides: [HemisphereColumn]
    let latitudeSides: [HemisphereColumn]
    /// The columns of the wanted members, in the order of `FieldNames.wanted`.
    let wanted: [Int?]
    /// The column of uncertainties, where it has not the name that was asked for.
    package let foundUncertainty: UncertaintyColumn?
    /// The columns of an earlier `dmz_error` and `dmz_note`.
    let earlierError: Int?
    let earlierNote: Int?
    /// Whether no position is read of the table, as of one of findings.
    private let hasNoPosition: Bool
    /// For each column, whether it goes to the output: earlier findings do not.
    let isKept: [Bool]

    init(
        header: UnsafeRawBufferPointer, delimiter named: UInt8? = nil,
        position known: PositionColumns? = nil, lineEnding: [UInt8], fields: FieldNames, offset: Int
    ) throws(ReportFileError) {
        if let place = Self.bareReturn(header) {
            throw ReportFileError(
                .unusable, byte: offset + place,
                "lines end in carriage returns alone, expected newlines; convert the file first, "
                    + "for example with tr '\\r' '\\n'")
        }
        let candidates = Self.candidates(header, named)
        let found = candidates.compactMap { delimiter, names in
            (known ?? PositionColumns(names, fields.resolved(in: names))).map {
                (delimiter, names, $0)
            }
        }
        isFoundByValues = known != nil
        hasNoPosition = fields.readsNoPosition
        guard let best = found.max(by: { $0.1.count < $1.1.count }) else {
            if String(validating: header, as: UTF8.self) == nil {
                let likely = TextEncoding.guess(header)?.name ?? "windows-1252"
                throw ReportFileError(
                    .unusable, byte: offset,
                    "the names of the columns are not UTF-8, and none of the others names a position; say "
                        + "how the text is written by --encoding, likely \(likely) (windows-1251 for "
                        + "Cyrillic, windows-1252 for western Europe)")
            }
            let most = candidates.max { $0.1.count < $1.1.count }
            throw Self.noPosition(most?.1 ?? [], fields, offset)
        }
        let names = best.1
        let fields = fields.resolved(in: names)
        delimiter = best.0
        self.names = names
        self.lineEnding = lineEnding.isEmpty ? [0x0A] : lineEnding
        position = best.2
        if case .pair(let longitude, let latitude) = position {
            guard longitude != latitude else {
                throw ReportFileError(
                    .unusable, byte: offset,
                    "the column '\(String(shown: names[longitude]))' is named for both longitude and "
                        + "latitude; name two, or one by --position-field")
            }
            longitudeSides = HemisphereColumn.columns(.longitude, of: names)
            latitudeSides = HemisphereColumn.columns(.latitude, of: names)
        } else if case .grid = position {
            (longitudeSides, latitudeSides) = ([], HemisphereColumn.columns(.latitude, of: names))
        } else {
            (longitudeSides, latitudeSides) = ([], [])
        }
        var wanted = fields.wanted.map { Self.column($0, names) }
        if !fields.onlyPositions, fields.findsUncertainty,
            wanted[FieldNames.Index.uncertainty] == nil,
            let found = UncertaintyColumn(names, position: position)
        {
            foundUncertainty = found
            wanted[FieldNames.Index.uncertainty] = found.column
        } else {
            foundUncertainty = nil
        }
        self.wanted = wanted
        earlierError = names.firstIndex(of: "dmz_error")
        earlierNote = names.firstIndex(of: "dmz_note")
        isKept = names.map { !$0.hasPrefix("dmz_") }
        if let missing = fields.named.first(where: { Self.column($0, names) == nil }) {
            throw ReportFileError(
                .unusable, byte: offset,
                "the header has no column '\(missing)', which was asked for; it names "
                    + Self.shown(names))
        }
        let asked = fields.wanted + [fields.longitude, fields.latitude].compactMap { $0 }
        for name in (position.columns + wanted.compactMap { $0 }).map({ names[$0] }) {
            let isAsked = asked.contains(name)
            let folded = name.lowercased()
            let twins = names.count { isAsked ? $0 == name : $0.lowercased() == folded }
            guard twins > 1 else { continue }
            throw ReportFileError(
                .unusable, byte: offset, "the header names the column '\(name)' twice")
        }
    }

    /// The names of the columns of positions.
    package var positionNames: [String] { position.columns.map { names[$0] } }

    /// Whether a line names columns with positions, be they more than can be meant.
    static func hasPosition(
        _ line: UnsafeRawBufferPointer, delimiter named: UInt8?, _ fields: FieldNames
    ) -> Bool {
        candidates(line, named).contains {
            PositionColumns($0.names, fields.resolved(in: $0.names)) != nil
                || words(in: $0.names, fields).count > 1
        }
    }

    /// The words before the names of several pairs of columns, or those that `*` may stand for in them.
    private static func words(in names: [String], _ fields: FieldNames) -> [String] {
        let isNamed = [fields.position, fields.longitude, fields.latitude].contains { $0 != nil }
        return isNamed
            ? fields.positionWords(in: names)
            : PositionColumns.words(names.map(PositionColumns.plain))
    }

    /// The names of a header by each delimiter that it may have.
    private static func candidates(
        _ header: UnsafeRawBufferPointer, _ named: UInt8?
    ) -> [(delimiter: UInt8, names: [String])] {
        (named.map { [$0] } ?? delimiters).map { ($0, names(header, $0)) }
    }

    /// The delimiter that a line such as `sep=;` names, which spreadsheets write and read before the header.
    static func namedDelimiter(_ line: UnsafeRawBufferPointer) -> UInt8? {
        let text = String(decoding: line, as: UTF8.self).lowercased()
        let plain =
            text.hasPrefix("\"") && text.hasSuffix("\"") ? text.dropFirst().dropLast() : text[...]
        guard plain.hasPrefix("sep="), plain.utf8.count == 5 else { return nil }
        return plain.utf8.last
    }

    /// Whether a line has as many fields as there are names, and a position where records have theirs; two whole
    /// numbers of a few digits may be counts.
    func isRecord(_ line: UnsafeRawBufferPointer) -> Bool {
        var ranges: [Range<Int>] = []
        CSVFields.split(line, delimiter, into: &ranges)
        guard ranges.count == names.count else { return false }
        func text(_ column: Int) -> String {
            CSVFields.text(line[part: ranges[column]]).trimmingSpaces
        }
        func isNumber(_ column: Int) -> Bool {
            Double(csv: line[part: CSVFields.trimmed(line, ranges[column])]) != nil
        }
        switch position {
        case .whole where hasNoPosition: return false
        case .whole(let column): return (try? WrittenPosition(text(column))) != nil
        case .pair(let longitude, let latitude):
            let mayBeCounts = [longitude, latitude].allSatisfy {
                text($0).count <= 3 && text($0).allSatisfy(\.isNumber)
            }
            return !mayBeCounts
                && (isNumber(longitude) || (try? WrittenAngle.longitude(text(longitude))) != nil)
                && (isNumber(latitude) || (try? WrittenAngle.latitude(text(latitude))) != nil)
        case .grid(let grid): return isNumber(grid.easting) && isNumber(grid.northing)
        }
    }

    /// Whether a line holds the tags of HXL, which stand under the names of columns: `#date,,#geo+lat`.
    func isTags(_ line: UnsafeRawBufferPointer) -> Bool {
        let cells = Self.names(line, delimiter)
        return cells.count == names.count && cells.contains { !$0.isEmpty }
            && cells.allSatisfy {
                $0.isEmpty || ($0.hasPrefix("#") && $0.dropFirst().first?.isLetter == true)
            }
    }

    /// The column of that name, or else the first that differs from it in letter case only.
    ///
    /// An `Uncertainty_m` that went unread would make verdicts certain that are not.
    private static func column(_ name: String, _ names: [String]) -> Int? {
        names.firstIndex(of: name)
            ?? names.firstIndex { $0.lowercased() == name.lowercased() }
    }

    /// The place of a carriage return outside quotes: all records behind it would be lost in the
    /// header.
    private static func bareReturn(_ header: UnsafeRawBufferPointer) -> Int? {
        var isQuoted = false
        return header.firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == 0x0D && !isQuoted
        }
    }

    private static func noPosition(
        _ names: [String], _ fields: FieldNames, _ offset: Int
    ) -> ReportFileError {
        if fields.readsFindings {
            return ReportFileError(
                .unusable, byte: offset,
                FindingMembers.missingColumn(names.contains(FindingMembers.error), shown(names)))
        }
        if !fields.plainColumns.isEmpty {
            let folded = names.map { $0.lowercased() }
            let missing = fields.plainColumns.filter { !folded.contains($0) }
            return ReportFileError(
                .unusable, byte: offset,
                "its first line names \(shown(names)), and no column \(shown(missing)); expected "
                    + "\(shown(fields.plainColumns)); name the columns so in the first line")
        }
        let words = words(in: names, fields)
        if words.count > 1 {
            return ReportFileError(
                .unusable, byte: offset,
                "the header has several columns of positions, for "
                    + words.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
                    + "; name one pair by --lon-field and --lat-field")
        }
        let given =
            fields.position.map { [$0] } ?? [fields.longitude, fields.latitude].compactMap { $0 }
        let expected =
            given.isEmpty
            ? "columns longitude and latitude (or lon, lat, lng, x, y, mgrs); name them by --lon-field "
                + "and --lat-field, or one with the whole position by --position-field"
            : (given.count == 1 ? "a column " : "columns ")
                + given.map { "'\($0)'" }.joined(separator: " and ")
        return ReportFileError(
            .unusable, byte: offset,
            "is neither GeoJSON nor CSV with a position: its first line names \(shown(names)), "
                + "expected " + expected)
    }

    private static func shown(_ names: [String]) -> String {
        names.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    }

    private static func names(_ header: UnsafeRawBufferPointer, _ delimiter: UInt8) -> [String] {
        var ranges: [Range<Int>] = []
        CSVFields.split(header, delimiter, into: &ranges)
        return ranges.map { range in
            var text = CSVFields.text(header[part: range])
            while text.last?.isWhitespace == true { text.removeLast() }
            return String(text.drop { $0.isWhitespace })
        }
    }
}
