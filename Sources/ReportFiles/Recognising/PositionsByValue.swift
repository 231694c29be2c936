import GeoJSONText
import Notations

/// Finds where a table has its positions by what its first lines hold, where no name tells.
struct PositionsByValue {
    /// The line of names, from 0 among the lines.
    let line: Int
    let delimiter: UInt8
    let position: PositionColumns
    /// Longer lines are no table that somebody has typed.
    private static let longestLine = 1 << 16

    /// Looks at the first lines of a file, titles among them.
    ///
    /// The line of names is the first behind which all lines have as many fields; lines before it have
    /// another number of them. One column must hold nothing but positions, or two latitudes and longitudes
    /// with their letters.
    init?(_ lines: [UnsafeRawBufferPointer], delimiters: [UInt8]) {
        guard lines.allSatisfy({ $0.count <= Self.longestLine }) else { return nil }
        for line in lines.indices.dropLast() {
            let tables = delimiters.compactMap { Table(lines[line...], $0) }
            // What parts more fields is no part of their text.
            let width = tables.map(\.width).max()
            for table in tables where table.width == width {
                // A row of the table would be lost among the titles.
                let isInside = lines[..<line].contains {
                    Table.width(of: $0, table.delimiter) == table.width
                }
                guard !isInside, !table.beginsWithValues, let position = table.position else {
                    continue
                }
                (self.line, delimiter, self.position) = (line, table.delimiter, position)
                return
            }
        }
        return nil
    }

    /// Lines that have as many fields as the first of them.
    private struct Table {
        let delimiter: UInt8
        let rows: [[String]]
        var width: Int { rows[0].count }

        init?(_ lines: ArraySlice<UnsafeRawBufferPointer>, _ delimiter: UInt8) {
            self.delimiter = delimiter
            rows = lines.map { line in
                var ranges: [Range<Int>] = []
                CSVFields.split(line, delimiter, into: &ranges)
                return ranges.map { CSVFields.text(line[part: $0]).trimmingSpaces }
            }
            guard rows.allSatisfy({ $0.count == rows[0].count }) else { return nil }
        }

        /// How many fields a line has.
        static func width(of line: UnsafeRawBufferPointer, _ delimiter: UInt8) -> Int {
            var ranges: [Range<Int>] = []
            CSVFields.split(line, delimiter, into: &ranges)
            return ranges.count
        }

        /// The only columns that hold positions, under a name that is none.
        var position: PositionColumns? {
            let wholes = columns(of: PositionsByValue.isPosition)
            if wholes.count == 1 { return .whole(wholes[0]) }
            guard wholes.isEmpty else { return nil }
            let latitudes = columns { PositionsByValue.isAngle($0, isLatitude: true) }
            let longitudes = columns { PositionsByValue.isAngle($0, isLatitude: false) }
            guard latitudes.count == 1, longitudes.count == 1 else { return nil }
            return .pair(longitude: longitudes[0], latitude: latitudes[0])
        }

        private func columns(of kind: (String) -> Bool) -> [Int] {
            (0..<width).filter { column in
                let (name, values) = (rows[0][column], values(of: column))
                return !values.isEmpty && !name.isEmpty && !kind(name) && values.allSatisfy(kind)
            }
        }

        /// What stands in a column under its name.
        private func values(of column: Int) -> [String] {
            rows.dropFirst().map { $0[column] }.filter { !$0.isEmpty }
        }

        /// Whether the first line looks like a record too, which would be lost for names: it has a text that the
        /// column has again, or one with digits of the same form as all others of the column.
        var beginsWithValues: Bool {
            (0..<width).contains { column in
                let (first, values) = (rows[0][column], values(of: column))
                if first.isEmpty || values.isEmpty { return false }
                if values.contains(first) { return true }
                let form = Self.form(first)
                return form.contains("0") && values.allSatisfy { Self.form($0) == form }
            }
        }

        /// A text with `0` for each run of digits and `a` for each letter.
        private static func form(_ text: String) -> String {
            var form = ""
            for character in text {
                if character.isNumber {
                    if form.last != "0" { form.append("0") }
                } else {
                    form.append(character.isLetter ? "a" : character)
                }
            }
            return form
        }
    }

    /// Whether a text is a whole position and nothing else: no date such as `31MAR2022`, and no two numbers
    /// without decimals.
    private static func isPosition(_ text: String) -> Bool {
        if text.hasPrefix("{") {
            return (try? GeoJSONGeometries(Array(text.utf8)).point()) != nil
        }
        guard let written = try? WrittenPosition(text) else { return false }
        switch written.notation {
        // Those of the poles are letters and digits, as numbers of documents are.
        case .mgrs: return text.utf8.count > 7 && text.first?.isNumber == true && !isTime(text)
        case .decimalDegrees:
            let isWellKnown = text.lowercased().contains("point")
            let hasLetters = text.contains { $0.isLetter || $0 == "°" }
            return isWellKnown || hasLetters || decimals(text) >= 2
        default: return true
        }
    }

    private static func isTime(_ text: String) -> Bool {
        var day = TimeText(text)
        if (try? TimeForms.day(&day, nil)) != nil { return true }
        do throws(TimeFault) {
            return try DateTimeGroup.read(TimeText(text), TimeReading()) != nil
        } catch {
            return true
        }
    }

    /// How many numbers of a text have at least two decimals.
    private static func decimals(_ text: String) -> Int {
        text.split { $0.isWhitespace || $0 == ";" }.count { number in
            guard let sign = number.lastIndex(where: { $0 == "." }) else { return false }
            return number[sign...].count { $0.isNumber } >= 2
        }
    }

    /// Whether a text is an angle of that axis by its letter.
    private static func isAngle(_ text: String, isLatitude: Bool) -> Bool {
        guard text.contains(where: \.isLetter) else { return false }
        return isLatitude
            ? (try? WrittenAngle.latitude(text)) != nil
            : (try? WrittenAngle.longitude(text)) != nil
    }
}
