import Agreements
internal import CSimdjson
import Geodesy
import GeoJSONText

/// CSV records: findings are columns behind the others, whose text stays as it came.
final class CSVForm: RecordForm {
    private let layout: CSVLayout
    private var ranges: [Range<Int>] = []
    /// Whether the header has no columns of earlier findings.
    let keepsAll: Bool
    private let fieldsOfValues: [Int32]

    /// How a reason begins that cannot be seen any more in what is written of the line.
    private static let lineFault = "the line cannot be read: "

    init(layout: CSVLayout) {
        self.layout = layout
        keepsAll = !layout.isKept.contains(false)
        fieldsOfValues = layout.wanted.map { $0.map { Int32($0) } ?? -1 }
    }

    /// Reads records at once, of which those are not plain that are not UTF-8; false where they must be read
    /// one by one.
    func read(
        _ pieces: [Piece], of bytes: UnsafeRawBufferPointer, into rows: RecordRows
    ) -> Bool {
        guard layout.longitudeSides.isEmpty, layout.latitudeSides.isEmpty,
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            bytes.count <= Int(UInt32.max)
        else { return false }
        rows.begin(pieces, base: 0)
        fieldsOfValues.withUnsafeBufferPointer { fields in
            var columns = csj_columns(
                delimiter: layout.delimiter, field_count: layout.names.count,
                longitude: layout.longitude, latitude: layout.latitude,
                fields_of_values: fields.baseAddress, value_count: fields.count)
            csj_read_csv_rows(
                &columns, start, rows.ranges.baseAddress, rows.count, rows.rows.baseAddress,
                rows.values.baseAddress)
        }
        guard !csj_is_utf8(start, bytes.count) else { return true }
        for k in 0..<rows.count {
            let record = rows.ranges[k].range
            if !Self.isUTF8(bytes[part: record]) { rows.rows[k].is_plain = false }
        }
        return true
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
        if layout.longitude < ranges.count { reading.longitudeText = ranges[layout.longitude] }
        if layout.latitude < ranges.count { reading.latitudeText = ranges[layout.latitude] }
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
        if let earlier = earlierError(bytes), earlier.firstRange(of: ": " + Self.lineFault) != nil {
            reading.fault = earlier
            return reading
        }
        readPosition(bytes, &reading)
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
        let longitude = CSVFields.trimmed(bytes, ranges[layout.longitude])
        let latitude = CSVFields.trimmed(bytes, ranges[layout.latitude])
        guard var x = Double(csv: bytes[part: longitude]) else {
            reading.fault = fault("longitude", bytes[part: longitude])
            return
        }
        guard var y = Double(csv: bytes[part: latitude]) else {
            reading.fault = fault("latitude", bytes[part: latitude])
            return
        }
        reading.fault =
            putSide("longitude", layout.longitudeSides, bytes, &x, &reading.notes)
            ?? putSide("latitude", layout.latitudeSides, bytes, &y, &reading.notes)
        guard reading.fault == nil else { return }
        reading.position = Coordinate(longitude: x, latitude: y)
        if reading.position.isValid { return }
        reading.fault = PositionFault.sentence(
            longitude: String(shown: bytes[part: longitude]),
            latitude: String(shown: bytes[part: latitude]), reading.position,
            columns: (layout.names[layout.longitude], layout.names[layout.latitude]))
    }

    /// Gives a number its sign by the columns that say the side; a fault where that cannot be told.
    private func putSide(
        _ name: String, _ sides: [HemisphereColumn], _ bytes: UnsafeRawBufferPointer,
        _ number: inout Double, _ notes: inout [String]
    ) -> String? {
        var found: (sign: Double, side: String)?
        for side in sides {
            let text = CSVFields.text(bytes[part: ranges[side.column]])
            let shown = String(shown: text, limit: 80)
            switch side.word(text) {
            case .side(let sign):
                if let found, found.sign != sign {
                    return
                        "'\(side.name)' says '\(shown)', and '\(found.side)' the other side; expected "
                        + "one of both"
                }
                guard number.sign == .plus else {
                    return
                        "\(name) \(number) has a sign, and '\(side.name)' says '\(shown)' beside it; "
                        + "expected one of both"
                }
                found = (sign, side.name)
            case .other: break
            case .foreign:
                notes.append(
                    "'\(side.name)' is '\(shown)', which is no hemisphere; the \(name) stands as it is "
                        + "written")
            case nil:
                // A sign says what an empty cell does not.
                if number.sign == .minus, text.allSatisfy(\.isWhitespace) { continue }
                return "the hemisphere '\(side.name)' is '\(shown)', expected \(side.expected)"
            }
        }
        number *= found?.sign ?? 1
        return nil
    }

    private func fault(_ name: String, _ text: UnsafeRawBufferPointer) -> String {
        if text.isEmpty { return "\(name) is empty, expected a number in degrees" }
        return "\(name) '\(String(shown: text))' is not a number in degrees, such as 34.585"
    }

    func value(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> FieldValue {
        guard let column = layout.wanted[index], column < ranges.count else { return .absent }
        let text = CSVFields.text(bytes[part: ranges[column]])
        return text.isEmpty ? .absent : .text(text)
    }

    func plainText(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        guard let column = layout.wanted[index], column < ranges.count else { return nil }
        return ranges[column]
    }

    func nullPlace(_ index: Int) -> Int? { nil }

    func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double? {
        guard let column = layout.wanted[index], column < ranges.count else { return nil }
        return Double(csv: bytes[part: CSVFields.trimmed(bytes, ranges[column])])
    }

    /// Appends the header without the columns of earlier findings.
    func appendHeader(_ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
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
    /// A number as CSV writes it: as in JSON, but with an optional plus, leading zeros and a bare
    /// point; `nil` for other text and for numbers too large.
    init?(csv bytes: UnsafeRawBufferPointer) {
        if let value = Double(json: bytes) {
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
