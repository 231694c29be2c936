import Geodesy

/// Reads nothing but the positions of records.
package final class PositionReader {
    private let fields: FieldNames
    private let features: FeatureForm
    private var csv: CSVForm?
    private var layout: CSVLayout?
    private var habits = FileHabits()

    /// A reader of positions under such names.
    package init(fields: FieldNames) {
        self.fields = fields
        features = FeatureForm(fields: fields)
    }

    /// A record's position.
    package struct Reading {
        /// The position; NaN where there is none.
        package let position: Coordinate
        /// What identifies the record, where that was asked for and given.
        package let id: String?
        /// The text of longitude and latitude as found; empty where there is none.
        package let longitude: String
        package let latitude: String
        /// Why the position cannot be used.
        package let fault: String?
        /// What a position that cannot be used looks like.
        package let cause: RefusalCause
        /// The place of the record, in words.
        package let place: String
        /// Whether the file is cut off within the record.
        package let isCutOff: Bool
    }

    /// Calls `body` with each record's position.
    package func read(_ block: Block, _ body: (Reading) throws -> Void) throws {
        if let layout = block.layout, layout != self.layout || habits != block.habits {
            self.layout = layout
            habits = block.habits
            csv = CSVForm(layout: layout, fields: fields.following(habits))
        }
        for piece in block.pieces where piece.kind == .record {
            let bytes = block.bytes(of: piece)
            let form: (any RecordForm)? = block.layout == nil ? features : csv
            guard let form else { continue }
            let found = form.read(bytes)
            if found.mayBeMended, let mended = form.mended(bytes) {
                try mended.bytes.withUnsafeBytes {
                    try body(reading(form.read($0), $0, piece, block, form))
                }
                continue
            }
            try body(
                reading(found.mayBeMended ? form.read(bytes) : found, bytes, piece, block, form))
        }
    }

    private func reading(
        _ found: PositionReading, _ bytes: UnsafeRawBufferPointer, _ piece: Piece, _ block: Block,
        _ form: any RecordForm
    ) -> Reading {
        var id: String?
        if let index = fields.idIndex, found.keepsBytes,
            case .text(let text) = form.value(index, bytes)
        {
            id = text
        }
        func text(_ range: Range<Int>?, _ degrees: Double) -> String {
            let text = range.map {
                String(decoding: bytes[part: CSVFields.trimmed(bytes, $0)], as: UTF8.self)
            }
            guard found.fault == nil else { return text ?? "" }
            // Other notations are written as degrees; a column of its own may have told the side.
            guard let text, let number = Double(text), number.magnitude == degrees.magnitude else {
                return degrees.fixed(9)
            }
            return number == degrees ? text : "-" + text
        }
        return Reading(
            position: found.position, id: id,
            longitude: text(found.longitudeText, found.position.longitude),
            latitude: text(found.latitudeText, found.position.latitude), fault: found.fault,
            cause: found.fault == nil ? .other : found.refusalCause,
            place: "record \(piece.number.grouped) at byte "
                + (block.offset + piece.range.lowerBound).grouped,
            isCutOff: piece.isUnterminated && found.isUnclosed)
    }
}
