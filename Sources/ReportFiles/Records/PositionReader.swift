import Geodesy

/// Reads nothing but the positions of records.
package final class PositionReader {
    private let features = FeatureForm(fields: FieldNames())
    private var csv: CSVForm?
    private var layout: CSVLayout?

    package init() {}

    /// A record's position.
    package struct Reading {
        /// The position; NaN where there is none.
        package let position: Coordinate
        /// The text of longitude and latitude as found; empty where there is none.
        package let longitude: String
        package let latitude: String
        /// Why the position cannot be used.
        package let fault: String?
        /// The place of the record, in words.
        package let place: String
        /// Whether the file is cut off within the record.
        package let isCutOff: Bool
    }

    /// Calls `body` with each record's position.
    package func read(_ block: Block, _ body: (Reading) throws -> Void) throws {
        if let layout = block.layout, layout != self.layout {
            self.layout = layout
            csv = CSVForm(layout: layout)
        }
        for piece in block.pieces where piece.kind == .record {
            let bytes = block.bytes(of: piece)
            let found = block.layout == nil ? features.read(bytes) : csv?.read(bytes)
            guard let found else { continue }
            let text = { (range: Range<Int>?) in
                guard let range else { return "" }
                let trimmed = CSVFields.trimmed(bytes, range)
                return String(decoding: bytes[part: trimmed], as: UTF8.self)
            }
            try body(
                Reading(
                    position: found.position, longitude: text(found.longitudeText),
                    latitude: text(found.latitudeText), fault: found.fault,
                    place: "record \(piece.number.grouped) at byte "
                        + (block.offset + piece.range.lowerBound).grouped,
                    isCutOff: piece.isUnterminated && found.isNotJSON))
        }
    }
}
