import Agreements
internal import CSimdjson
import Geodesy
import GeoJSONText
import Notations

/// CSV records: findings are columns behind the others, whose text stays as it came.
final class CSVForm: RecordForm {
    private let layout: CSVLayout
    private var ranges: [Range<Int>] = []
    /// Whether there is a column with the bound on the position's error.
    var hasUncertainty: Bool { layout.wanted[FieldNames.Index.uncertainty] != nil }

    /// Whether there are columns that say of what form the region of a report is.
    let hasFootprint: Bool

    /// Whether the header has no columns of earlier findings.
    let keepsAll: Bool
    private let fieldsOfValues: [Int32]
    private let position: PositionText
    private let decimalSign: DecimalSign?
    /// The columns that may hold numbers, and what these are.
    private let numberColumns: [(column: Int, kind: NumberKind)]
    /// Whether some of these hold no part of a position.
    private let hasOtherNumbers: Bool
    /// What reads positions where records name their systems, and the index of the member that does.
    private let systems: RecordSystems?
    private let systemIndex: Int?
    private let wantedNames: [String]
    private let readsNoPosition: Bool

    /// How a reason begins that cannot be seen any more in what is written of the line.
    private static let lineFault = "the line cannot be read: "

    init(layout: CSVLayout, fields: FieldNames) {
        self.layout = layout
        wantedNames = fields.wanted
        readsNoPosition = fields.readsNoPosition
        position = PositionText(fields)
        decimalSign = fields.decimalSign
        var numbers: [(column: Int, kind: NumberKind)] = []
        if case .pair(let longitude, let latitude) = layout.position {
            let isDegrees = fields.system == nil && fields.datum?.system.isProjected != true
            numbers = [longitude, latitude].map { ($0, isDegrees ? .degrees : .number) }
        } else if case .grid(let grid) = layout.position {
            numbers = grid.metres.map { ($0, .number) }
        }
        let others = fields.numberIndices.compactMap { index in
            layout.wanted[index].map { ($0, fields.numberKind(index)) }
        }
        numberColumns = numbers + others
        hasOtherNumbers = !others.isEmpty
        (systems, systemIndex) = (RecordSystems(fields), fields.systemIndex)
        keepsAll = !layout.isKept.contains(false)
        fieldsOfValues = layout.wanted.prefix(fields.wantedAtOnce.count)
            .map { $0.map { Int32($0) } ?? -1 }
        hasFootprint = layout.wanted.dropFirst(fields.wantedAtOnce.count)
            .prefix(fields.watched.count).contains { $0 != nil }
    }

    /// Reads records at once, of which those are not plain that are not UTF-8; false where they must be read
    /// one by one.
    func read(
        _ pieces: [Piece], of bytes: UnsafeRawBufferPointer, into rows: RecordRows
    ) -> Bool {
        if case .grid = layout.position { return false }
        guard layout.longitudeSides.isEmpty, layout.latitudeSides.isEmpty,
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            // Thousands such as 1.500 would be read as one and a half.
            decimalSign != .comma || !hasOtherNumbers,
            bytes.count <= Int(UInt32.max)
        else { return false }
        rows.begin(pieces, base: 0)
        fieldsOfValues.withUnsafeBufferPointer { fields in
            var columns = csj_columns(
                delimiter: layout.delimiter, field_count: layout.names.count,
                longitude: layout.position.columns[0],
                latitude: layout.position.columns.last ?? 0,
                takes_numbers: systems == nil && position.takesNumbersAsExact
                    && decimalSign != .comma,
                fields_of_values: fields.baseAddress,
                value_count: fields.count)
            csj_read_csv_rows(
                &columns, start, rows.ranges.baseAddress, rows.count, rows.rows.baseAddress,
                rows.values.baseAddress)
        }
        if !csj_is_utf8(start, bytes.count) {
            for k in 0..<rows.count {
                let record = rows.ranges[k].range
                if !Self.isUTF8(bytes[part: record]) { rows.rows[k].is_plain = false }
            }
        }
        readTexts(bytes, rows)
        return true
    }

    /// Reads the positions that are no numbers; those that cannot be read are looked at alone.
    private func readTexts(_ bytes: UnsafeRawBufferPointer, _ rows: RecordRows) {
        for k in 0..<rows.count where rows.rows[k].is_plain && rows.rows[k].has_text {
            let row = rows.rows[k]
            let latitude = bytes[part: row.latitude_text.range]
            do throws(PositionText.Fault) {
                let position = try position(ofRow: k, rows, bytes)
                let found =
                    layout.position.columns.count == 1
                    ? try position.whole(latitude)
                    : try position.pair(
                        longitude: bytes[part: row.longitude_text.range], latitude: latitude)
                rows.rows[k].longitude = found.position.longitude
                rows.rows[k].latitude = found.position.latitude
                rows.rows[k].bound = found.bound.metres
                if let footprint = found.footprint { rows.put(footprint, of: k) }
                // Alone it gets its note.
                if found.fault != nil { rows.rows[k].is_plain = false }
            } catch {
                rows.rows[k].is_plain = false
            }
        }
    }

    /// What reads the position of a row.
    private func position(
        ofRow row: Int, _ rows: RecordRows, _ bytes: UnsafeRawBufferPointer
    ) throws(PositionText.Fault) -> PositionText {
        guard let systems, let systemIndex else { return position }
        let value = rows.values[row * rows.width + systemIndex]
        guard value.kind == CSJ_TEXT else { return try systems.position(in: .absent) }
        return try systems.position(
            in: String(decoding: bytes[part: value.range], as: UTF8.self))
    }

    /// What reads the position of the record that was read last.
    private func position(_ bytes: UnsafeRawBufferPointer) throws(PositionText.Fault)
        -> PositionText
    {
        guard let systems, let systemIndex else { return position }
        return try systems.position(in: value(systemIndex, bytes))
    }

    static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        csj_is_utf8(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    func read(_ bytes: UnsafeRawBufferPointer) -> PositionReading {
        var reading = PositionReading()
        guard Self.isUTF8(bytes) else {
            ranges.removeAll(keepingCapacity: true)
            reading.fault = Self.lineFault + "the bytes are not UTF-8"
            reading.keepsBytes = false
            reading.mayBeMended = true
            return reading
        }
        let hasGoodQuotes = CSVFields.split(bytes, layout.delimiter, into: &ranges)
        reading.mayBeMended = ranges.contains { CSVMending.hasBareReturn(bytes[part: $0]) }
        if case .pair(let longitude, let latitude) = layout.position {
            if longitude < ranges.count { reading.longitudeText = ranges[longitude] }
            if latitude < ranges.count { reading.latitudeText = ranges[latitude] }
        }
        guard hasGoodQuotes else {
            reading.fault = Self.lineFault + "text stands outside the quotes of a field"
            reading.keepsBytes = false
            return reading
        }
        guard ranges.count == layout.names.count else {
            reading.fault =
                Self.lineFault
                + "it has \(ranges.count) fields, expected \(layout.names.count) as in the header"
            return reading
        }
        if !readsNoPosition, let earlier = earlierError(bytes), !earlier.isEmpty,
            earlier.firstRange(of: ": " + Self.lineFault) != nil
        {
            reading.fault = earlier
            return reading
        }
        if !readsNoPosition { readPosition(bytes, &reading) }
        return reading
    }

    func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? {
        CSVMending.mended(bytes, layout.delimiter)
    }

    func earlierNote(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard let column = layout.earlierNote, column < ranges.count else { return nil }
        return CSVFields.text(bytes[part: ranges[column]])
    }

    private func readPosition(_ bytes: UnsafeRawBufferPointer, _ reading: inout PositionReading) {
        let position: PositionText
        do throws(PositionText.Fault) {
            position = try self.position(bytes)
        } catch {
            reading.fault = error.sentence
            reading.cause = .other
            return
        }
        switch layout.position {
        case .pair(let longitude, let latitude):
            readPair(bytes, longitude, latitude, by: position, &reading)
        case .whole(let column):
            let text = CSVFields.text(bytes[part: ranges[column]])
            let name = "'\(String(shown: layout.names[column]))'"
            take(&reading, name) { () throws(PositionText.Fault) in
                try text.withBytes { bytes throws(PositionText.Fault) in try position.whole(bytes) }
            }
            if let fault = reading.fault { reading.fault = "\(name) " + fault }
        case .grid(let grid):
            let side: Hemisphere?
            do throws(SideFault) {
                side = try self.side(
                    layout.latitudeSides, .latitude, bytes, grid.northing, &reading.notes)
            } catch {
                reading.fault = error.sentence
                return
            }
            let text = grid.text(side) { column in
                let text = CSVFields.text(bytes[part: ranges[column]])
                return grid.metres.contains(column)
                    ? DecimalSign.pointed(text, decimalSign) ?? text : text
            }
            take(&reading) { () throws(PositionText.Fault) in
                try text.withBytes { bytes throws(PositionText.Fault) in try position.whole(bytes) }
            }
        }
    }

    private func readPair(
        _ bytes: UnsafeRawBufferPointer, _ x: Int, _ y: Int, by position: PositionText,
        _ reading: inout PositionReading
    ) {
        let sides: (longitude: Hemisphere?, latitude: Hemisphere?)
        do throws(SideFault) {
            sides = (
                try side(layout.longitudeSides, .longitude, bytes, x, &reading.notes),
                try side(layout.latitudeSides, .latitude, bytes, y, &reading.notes)
            )
        } catch {
            reading.fault = error.sentence
            return
        }
        let longitude = CSVFields.trimmed(bytes, ranges[x])
        let latitude = CSVFields.trimmed(bytes, ranges[y])
        let isContradicted =
            decimalSign?.isContradicted(by: bytes[part: longitude]) == true
            || decimalSign?.isContradicted(by: bytes[part: latitude]) == true
        if position.takesNumbersAsExact, !isContradicted,
            let east = Double(csv: bytes[part: longitude], decimalSign),
            let north = Double(csv: bytes[part: latitude], decimalSign)
        {
            reading.position = Coordinate(
                longitude: sides.longitude?.isNegative == true ? -east : east,
                latitude: sides.latitude?.isNegative == true ? -north : north)
            if reading.position.isValid { return }
            if sides.longitude == nil,
                let round = RoundLongitude.read(
                    reading.position, as: String(shown: bytes[part: longitude]))
            {
                reading.position = round.position
                reading.notes.append(round.note)
                return
            }
            // Receivers write degrees and minutes in one number, and the side beside it.
            let isPacked = max(east.magnitude, north.magnitude) > 360
            if !isPacked || sides.longitude == nil || sides.latitude == nil {
                reading.fault = PositionFault.sentence(
                    longitude: String(shown: bytes[part: longitude]),
                    latitude: String(shown: bytes[part: latitude]), reading.position,
                    columns: (layout.names[x], layout.names[y]))
                return
            }
        }
        let texts = (
            longitude: CSVFields.text(bytes[part: ranges[x]]),
            latitude: CSVFields.text(bytes[part: ranges[y]])
        )
        take(&reading) { () throws(PositionText.Fault) in
            try texts.longitude.withBytes { longitude throws(PositionText.Fault) in
                try texts.latitude.withBytes { latitude throws(PositionText.Fault) in
                    try position.pair(longitude: longitude, latitude: latitude, sides: sides)
                }
            }
        }
    }

    private func take(
        _ reading: inout PositionReading, _ name: String = "the position",
        _ read: () throws(PositionText.Fault) -> PositionText.Found
    ) {
        do throws(PositionText.Fault) {
            reading.take(try read(), name)
        } catch {
            reading.fault = error.sentence
        }
    }

    /// Why a column of hemispheres leaves the side open.
    private struct SideFault: Error {
        let sentence: String
    }

    /// What the columns of hemispheres say of an axis, whose number stands in another column.
    private func side(
        _ sides: [HemisphereColumn], _ axis: HemisphereColumn.Axis,
        _ bytes: UnsafeRawBufferPointer, _ column: Int, _ notes: inout [String]
    ) throws(SideFault) -> Hemisphere? {
        if sides.isEmpty { return nil }
        let number = CSVFields.text(bytes[part: ranges[column]])
        let isSigned = number.first { !$0.isWhitespace } == "-"
        let name = axis == .longitude ? "longitude" : "latitude"
        var found: (isNegative: Bool, side: String)?
        for side in sides {
            let text = CSVFields.text(bytes[part: ranges[side.column]])
            let shown = String(shown: text, limit: 80)
            switch side.word(text) {
            case .side(let sign):
                if let found, found.isNegative != (sign < 0) {
                    throw SideFault(
                        sentence:
                            "'\(side.name)' says '\(shown)', and '\(found.side)' the other side; "
                            + "expected one of both")
                }
                if isSigned {
                    throw SideFault(
                        sentence: "\(name) \(String(shown: number, limit: 80)) has a sign, and "
                            + "'\(side.name)' says '\(shown)' beside it; expected one of both")
                }
                found = (sign < 0, side.name)
            case .other: break
            case .foreign:
                notes.append(
                    "'\(side.name)' is '\(shown)', which is no hemisphere; the \(name) stands as it is "
                        + "written")
            case nil:
                // A sign says what an empty cell does not.
                if isSigned, text.allSatisfy(\.isWhitespace) { continue }
                throw SideFault(
                    sentence:
                        "the hemisphere '\(side.name)' is '\(shown)', expected \(side.expected)")
            }
        }
        guard let found else { return nil }
        return switch (axis, found.isNegative) {
        case (.longitude, false): .east
        case (.longitude, true): .west
        case (.latitude, false): .north
        case (.latitude, true): .south
        }
    }

    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue {
        guard let column = layout.wanted[index], column < ranges.count else { return .absent }
        let text = CSVFields.text(bytes[part: ranges[column]])
        return text.isEmpty ? .absent : .text(text)
    }

    /// Where the wanted column at an index stands in the record that was read last.
    func list(_ index: Int) -> Range<Int>? {
        guard let column = layout.wanted[index], column < ranges.count else { return nil }
        return ranges[column]
    }

    /// Whether the table has the wanted column at an index.
    func has(_ index: Int) -> Bool { layout.wanted[index] != nil }

    func name(_ index: Int) -> String {
        layout.wanted[index].map { layout.names[$0] } ?? wantedNames[index]
    }

    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        guard let column = layout.wanted[index], column < ranges.count else { return nil }
        return ranges[column]
    }

    func nullPlace(_ index: Int) -> Int? { nil }

    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double? {
        guard let column = layout.wanted[index], column < ranges.count else { return nil }
        return number(bytes[part: ranges[column]])
    }

    /// The number that a field holds.
    func number(_ field: UnsafeRawBufferPointer) -> Double? {
        Double(
            csv: field[part: CSVFields.trimmed(field, 0..<field.count)], decimalSign)
    }

    /// Calls with the text of each field of the record read last that may hold a number.
    func forEachNumber(
        _ bytes: UnsafeRawBufferPointer,
        _ body: (_ text: UnsafeRawBufferPointer, _ kind: NumberKind) -> Void
    ) {
        for (column, kind) in numberColumns where column < ranges.count {
            body(bytes[part: CSVFields.trimmed(bytes, ranges[column])], kind)
        }
    }

    /// Appends the header without the columns of earlier findings.
    ///
    /// Names that are not UTF-8 are written with U+FFFD, as such values are.
    func appendHeader(_ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
        if !Self.isUTF8(bytes) {
            var text = String(decoding: bytes, as: UTF8.self)
            text.withUTF8 { appendHeader(UnsafeRawBufferPointer($0), to: &output) }
            return
        }
        CSVFields.split(bytes, layout.delimiter, into: &ranges)
        appendKept(bytes, to: &output)
    }

    func append(
        _ bytes: UnsafeRawBufferPointer, keepsBytes: Bool, to output: inout ByteBuffer
    ) -> FindingsPlace {
        if !keepsBytes { ranges.removeAll(keepingCapacity: true) }
        let start = output.count
        appendKept(bytes, to: &output)
        return FindingsPlace(offset: output.count - start, needsComma: false)
    }

    func appendText(_ text: String, to output: inout ByteBuffer) {
        output.appendCSV(plain: text, layout.delimiter)
    }

    func appendError(
        _ bytes: UnsafeRawBufferPointer, fault: String, place: String, keepsBytes: Bool,
        to output: inout ByteBuffer
    ) {
        let earlier =
            keepsBytes ? earlierError(bytes).flatMap { $0.hasSuffix(fault) ? $0 : nil } : nil
        output.appendCSV(plain: earlier ?? place + ": " + fault, layout.delimiter)
    }

    /// An earlier run's reason with its place in the first input.
    private func earlierError(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard let column = layout.earlierError, column < ranges.count else { return nil }
        return CSVFields.text(bytes[part: ranges[column]])
    }

    /// The fields that are no earlier findings; one is empty where the record is too short.
    private func appendKept(_ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
        var isFirst = true
        for (k, isKept) in layout.isKept.enumerated() where isKept {
            if !isFirst { output.append(layout.delimiter) }
            isFirst = false
            if k < ranges.count { output.append(contentsOf: bytes[ranges[k]]) }
        }
    }
}

extension Double {
    /// A number as CSV writes it: as in JSON, but with an optional plus, leading zeros, a bare point, or a
    /// decimal comma; `nil` for other text, for numbers too large, and for one such as `1,500`, which may be
    /// one and a half or fifteen hundred.
    init?(csv bytes: UnsafeRawBufferPointer) {
        if let value = Double(json: bytes) {
            self = value
            return
        }
        if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) {
            let (whole, rest) = (bytes[..<comma], bytes[(comma + 1)...])
            let digits = whole.drop { $0 == 0x2B || $0 == 0x2D }
            // Thousands stand behind one to three digits, of which the first is no zero.
            let mayBeThousands =
                rest.count == 3 && (1...3).contains(digits.count) && digits.first != 0x30
            guard !mayBeThousands, whole.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
                !rest.isEmpty, rest.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
            else { return nil }
            let pointed = Array(whole) + [UInt8(ascii: ".")] + Array(rest)
            guard let value = pointed.withUnsafeBytes({ Double(csv: $0) }) else { return nil }
            self = value
            return
        }
        let isNumber = bytes.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0)
        }
        guard isNumber, let value = Double(String(decoding: bytes, as: UTF8.self)),
            value.isFinite
        else { return nil }
        self = value
    }
}
