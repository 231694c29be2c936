import Geodesy
import GeoJSONText
import Notations

/// Writes the records of blocks with their positions in another notation, behind what they have.
///
/// Every record comes out, in its place and with its bytes; what an earlier run of the program added is
/// left out, as `check` does.
package final class PositionConverter {
    private let target: TargetNotation
    private let fields: FieldNames
    private let features: FeatureForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var habits = FileHabits()

    /// How many records were read, and how many had no position.
    package private(set) var read = 0
    package private(set) var refused = 0
    /// The record within which the file is cut off.
    package private(set) var cutOff: String?
    /// The first reasons for that, with their places.
    package private(set) var faults: [String] = []

    /// So many reasons are kept.
    private static let mostFaults = 10
    /// The column or property with how far from the position that was read the place may lie, in metres.
    private static let errorName = "dmz_position_error_m"

    /// A converter.
    ///
    /// - Parameters:
    ///   - target: the notation that positions are written in.
    ///   - fields: under which names they are found, and what their digits leave open.
    package init(to target: TargetNotation, fields: FieldNames) {
        (self.target, self.fields) = (target, fields)
        features = FeatureForm(fields: fields)
    }

    /// Appends a block with its positions.
    package func convert(_ block: Block, file: String, to output: inout ByteBuffer) {
        if let layout = block.layout, layout != self.layout || habits != block.habits {
            self.layout = layout
            habits = block.habits
            csv = CSVForm(layout: layout, fields: fields.following(habits))
        }
        for piece in block.pieces {
            let bytes = block.bytes(of: piece)
            switch piece.kind {
            case .frame: output.append(contentsOf: bytes)
            case .header:
                guard let csv, let layout else { continue }
                csv.appendHeader(bytes, to: &output)
                for name in target.names + [Self.errorName, "dmz_error"] {
                    output.append(layout.delimiter)
                    output.append(contentsOf: name.utf8)
                }
            case .tags:
                guard let csv, let layout else { continue }
                csv.appendHeader(bytes, to: &output)
                output.append(
                    contentsOf: repeatElement(layout.delimiter, count: target.names.count + 2))
            case .skipped, .skippedEnd: continue
            case .record, .oversized:
                read += 1
                let place =
                    "record \(piece.number.grouped) at byte "
                    + (block.offset + piece.range.lowerBound).grouped
                if let csv, block.layout != nil {
                    write(bytes, piece, csv, place, file, to: &output)
                } else {
                    write(bytes, piece, features, place, file, to: &output)
                }
            }
        }
    }

    private func write<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ form: Form, _ place: String,
        _ file: String,
        to output: inout ByteBuffer
    ) {
        guard piece.kind == .record else {
            var reading = form.read(UnsafeRawBufferPointer(start: nil, count: 0))
            reading.fault = "the record is longer than 64 MB"
            reading.keepsBytes = false
            return write(bytes, reading, form, place, file, to: &output)
        }
        let reading = form.read(bytes)
        if piece.isUnterminated, reading.isUnclosed { cutOff = "\(file): \(place)" }
        if reading.mayBeMended, let mended = form.mended(bytes) {
            mended.bytes.withUnsafeBytes {
                write($0, form.read($0), form, place, file, to: &output)
            }
        } else {
            write(
                bytes, reading.mayBeMended ? form.read(bytes) : reading, form, place, file,
                to: &output)
        }
    }

    /// Writes a record that has been read, with its position or the reason why it has none.
    private func write<Form: RecordForm>(
        _ bytes: UnsafeRawBufferPointer, _ reading: PositionReading, _ form: Form, _ place: String,
        _ file: String, to output: inout ByteBuffer
    ) {
        var fault = reading.fault
        var texts: [String] = []
        if fault == nil {
            do throws(NotationError) {
                texts = try target.texts(reading.position)
            } catch {
                fault = error.description
            }
        }
        var record = ByteBuffer()
        let at = form.append(bytes, keepsBytes: reading.keepsBytes, to: &record)
        output.append(contentsOf: record.bytes[part: 0..<at.offset])
        if let fault {
            refused += 1
            if faults.count < Self.mostFaults { faults.append("\(file): \(place): \(fault)") }
        }
        if let delimiter = delimiter(of: form) {
            let error = fault.map { place + ": " + $0 } ?? ""
            let columns =
                fault == nil
                ? texts + [bound(reading.bound), ""]
                : [String](repeating: "", count: target.names.count + 1) + [error]
            for column in columns {
                output.append(delimiter)
                // Numbers stay numbers, also below zero.
                if Double(column) != nil {
                    output.append(contentsOf: column.utf8)
                } else {
                    output.appendCSV(plain: column, delimiter)
                }
            }
        } else {
            if at.needsComma { output.append(UInt8(ascii: ",")) }
            if let fault {
                output.append("\"dmz_error\":")
                output.appendJSON(place + ": " + fault)
            } else {
                for (name, text) in zip(target.names, texts) {
                    output.appendJSON(name)
                    output.append(UInt8(ascii: ":"))
                    if target.isNumeric {
                        output.append(contentsOf: text.utf8)
                    } else {
                        output.appendJSON(text)
                    }
                    output.append(UInt8(ascii: ","))
                }
                output.appendJSON(Self.errorName)
                output.append(UInt8(ascii: ":"))
                output.append(contentsOf: bound(reading.bound).utf8)
            }
        }
        output.append(contentsOf: record.bytes[part: at.offset..<record.count])
    }

    /// The delimiter of columns; `nil` where findings are members of JSON.
    private func delimiter(of form: some RecordForm) -> UInt8? {
        form is CSVForm ? layout?.delimiter : nil
    }

    /// How far from the position that was read the place may lie, up to whole millimetres.
    private func bound(_ bound: Distance) -> String {
        ((bound.metres * 1000).rounded(.up) / 1000).fixed(3)
    }
}
