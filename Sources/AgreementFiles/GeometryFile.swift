import GeoJSONText
import Geodesy

/// The lines, areas and points of a GeoJSON file.
struct GeometryFile {
    let path: String
    private let bytes: [UInt8]
    private let geometries: GeoJSONGeometries

    /// The geometries of a file that holds a bare geometry, a Feature or a FeatureCollection.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - system: the system in which its positions are written; `nil` for WGS 84.
    /// - Throws: `AgreementFileError` when the file cannot be read, is no GeoJSON, or says that it is in
    ///   another system.
    init(path: String, in system: ForeignPositions? = nil) throws(AgreementFileError) {
        self.path = path
        let content = try FileBytes.read(path)
        try FileBytes.refuseForeign(content, file: path, expecting: "GeoJSON")
        bytes = Array(try FileBytes.text(of: content, file: path).utf8)
        if let wkt = WKTText(String(decoding: bytes.prefix(400), as: UTF8.self)) {
            throw AgreementFileError(.syntax, file: path, at: nil, wkt.hint)
        }
        do throws(JSONFault) {
            geometries = try GeoJSONGeometries(bytes, in: system)
        } catch {
            throw AgreementFileError(error, in: bytes, file: path)
        }
    }

    /// Whether the file holds polygons.
    var hasPolygons: Bool { geometries.hasPolygons }

    /// All the lines of the file as one.
    func line(edges: EdgeKind) throws(AgreementFileError) -> LineGeometry {
        try take { geometries throws(JSONFault) in try geometries.line(edges: edges) }
    }

    /// All the polygons of the file as one area, to be used with such edges.
    func area(edges: EdgeKind) throws(AgreementFileError) -> PolygonGeometry {
        try take { geometries throws(JSONFault) in try geometries.area(edges: edges) }
    }

    /// The only point of the file, or `nil` when it holds none or several.
    func point() throws(AgreementFileError) -> Coordinate? {
        try take { geometries throws(JSONFault) in try geometries.point() }
    }

    /// That longitudes are written a hair beyond 180 degrees and how they are read; `nil` where none is.
    var warningOfOverhang: AgreementFileError? {
        let found = geometries.overhanging
        guard let first = found.first, let moved = first.position.overhanging else { return nil }
        let others = found.count > 1 ? ", and \(found.count - 1) more like it" : ""
        return AgreementFileError(
            .warning, file: path, at: TextMark(offset: first.offset, in: bytes),
            "[\(first.position)] is beyond the antimeridian by a hair\(others); it is read as [\(moved)], "
                + "which is the same place")
    }

    private func take<Geometry>(
        _ read: (GeoJSONGeometries) throws(JSONFault) -> Geometry
    ) throws(AgreementFileError) -> Geometry {
        do throws(JSONFault) {
            return try read(geometries)
        } catch {
            throw AgreementFileError(error, in: bytes, file: path)
        }
    }
}

extension AgreementFileError {
    fileprivate init(_ fault: JSONFault, in bytes: [UInt8], file: String) {
        let mark = fault.offset.map { TextMark(offset: $0, in: bytes) }
        switch fault.kind {
        case .syntax:
            self.init(.syntax, file: file, at: mark, "this is not GeoJSON: \(fault.reason)")
        case .content: self.init(.content, file: file, at: mark, fault.reason)
        }
    }
}

extension TextMark {
    /// The place of a byte in a text.
    fileprivate init(offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
    }
}
