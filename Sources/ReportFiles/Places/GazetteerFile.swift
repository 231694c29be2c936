import Agreements
import Geodesy
import GeoJSONText
import Zones

/// Reads gazetteers from files that reports could come in: a place is a record with a position, `name`, `id`, and
/// `radius` with its unit or `radius_m`, or an area of GeoJSON.
package struct GazetteerFile {
    private let file: InputFile
    private var fields = FieldNames()
    private var places: [Gazetteer.Place] = []

    private enum Name {
        static let name = "name"
        static let id = "id"
        static let radius = "radius"
        static let metres = "radius_m"
    }

    /// The places of a file.
    ///
    /// - Throws: `ReportFileError` when it cannot be read, or a place of it.
    package static func read(_ file: InputFile) throws -> Gazetteer {
        var reading = GazetteerFile(file: file)
        reading.fields.attributes = [Name.name, Name.id, Name.radius, Name.metres]
        reading.fields.footprint = nil
        return try reading.read()
    }

    private init(file: InputFile) { self.file = file }

    private mutating func read() throws -> Gazetteer {
        var input = ReportInput()
        input.fields = fields
        var reader = RecordReader(fields: fields, isCareful: true)
        var records = ReadRecords()
        try input.read(file) { block in
            reader.read(block, into: &records)
            try take(records, of: block)
        }
        guard !places.isEmpty else {
            throw ReportFileError(.unusable, file: file.name, "is a gazetteer without places")
        }
        return Gazetteer(places: places)
    }

    private mutating func take(_ records: borrowing ReadRecords, of block: Block) throws {
        if let note = records.notes.first {
            throw ReportFileError(
                .unusable, file: file.name, byte: note.byte, "\(note.place): \(note.text)")
        }
        var numbers = block.pieces.filter { $0.kind == .record || $0.kind == .oversized }[...]
        var report = 0
        var refusal = 0
        for entry in records.entries {
            guard let piece = numbers.popFirst() else { return }
            if entry.kind == .refused {
                places.append(try area(piece, block, records.refusals[refusal]))
                refusal += 1
                continue
            }
            let kind = records.columns.kindReports[Int(records.columns.kinds[report])]
            let radius = try radius(kind.attributes, piece, block)
            places.append(
                try place(
                    kind.attributes[Name.name], kind.attributes[Name.id],
                    Disc(
                        centre: records.columns.positions[report],
                        radius: records.columns.uncertainties[report] + radius), piece, block))
            report += 1
        }
    }

    /// The radius that a place gives; NaN where it gives none.
    private func radius(
        _ attributes: [String: String], _ piece: Piece, _ block: Block
    ) throws(ReportFileError) -> Distance {
        switch (attributes[Name.radius], attributes[Name.metres]) {
        case (nil, nil): return .metres(.nan)
        case (let text?, nil):
            do throws(Distance.ParsingError) {
                return try Distance(parsing: text)
            } catch {
                throw fault(piece, block, "'\(Name.radius)': \(error.description)")
            }
        case (nil, let text?):
            guard let metres = ValueCode.number(text), metres >= 0, metres.isFinite else {
                throw fault(
                    piece, block,
                    "'\(Name.metres)' is '\(String(shown: text, limit: 80))', expected a number of metres "
                        + "of 0 or more")
            }
            return .metres(metres)
        default:
            throw fault(
                piece, block, "has both '\(Name.radius)' and '\(Name.metres)', expected one of both"
            )
        }
    }

    /// A record whose geometry is an area.
    private func area(
        _ piece: Piece, _ block: Block, _ refusal: Refusal
    ) throws(ReportFileError) -> Gazetteer.Place {
        let bytes = Array(block.bytes(of: piece))
        guard block.layout == nil, piece.kind == .record, let node = try? JSONReader.read(bytes),
            let type = node.member("geometry")?.member("type")?.string, type != "Point"
        else { throw fault(piece, block, refusal.reason) }
        guard type == "Polygon" || type == "MultiPolygon" else {
            throw fault(
                piece, block,
                "the geometry is a \(String(shown: type, limit: 80)), expected a Point or an area")
        }
        let area: PolygonGeometry
        do throws(GeoJSONError) {
            area = try PolygonGeometry(geoJSON: bytes)
        } catch {
            throw fault(piece, block, error.description)
        }
        guard let disc = Disc(around: area) else {
            throw fault(piece, block, "the area is larger than 2,000 km")
        }
        func text(_ name: String) -> String? {
            let member = node.member("properties")?.member(name)
            return member?.string ?? member?.number.map { ValueCode.folded($0) }
        }
        var found = try place(text(Name.name), text(Name.id), disc, piece, block)
        // One that has too many vertices, or reaches too far, counts by its disc.
        found.outline = try? Footprint.geometry(polygons: area.polygons, means: .somewhere)
        return found
    }

    private func place(
        _ name: String?, _ id: String?, _ disc: Disc, _ piece: Piece, _ block: Block
    ) throws(ReportFileError) -> Gazetteer.Place {
        guard name != nil || id != nil else {
            throw fault(
                piece, block, "has neither '\(Name.name)' nor '\(Name.id)', expected one of both")
        }
        return Gazetteer.Place(record: piece.number, name: name, id: id, disc: disc)
    }

    private func fault(_ piece: Piece, _ block: Block, _ reason: String) -> ReportFileError {
        let byte = block.offset + piece.range.lowerBound
        return ReportFileError(
            .unusable, file: file.name, byte: byte, "record \(piece.number.grouped): \(reason)")
    }
}
