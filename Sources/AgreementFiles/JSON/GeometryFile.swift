import Demarcation
import Geodesy

/// The lines, areas and points of a GeoJSON file.
struct GeometryFile {
    let path: String
    private let bytes: [UInt8]
    private(set) var lines: [[JSONNode]] = []
    private(set) var polygons: [[JSONNode]] = []
    private(set) var points: [JSONNode] = []

    /// The geometries of a file that holds a bare geometry, a Feature or a FeatureCollection.
    ///
    /// - Throws: `AgreementFileError` when the file cannot be read, is no GeoJSON, or has a
    ///   coordinate reference system other than CRS84 or WGS 84.
    init(path: String) throws(AgreementFileError) {
        self.path = path
        bytes = Array(try FileBytes.readText(path).utf8)
        do throws(JSONReader.Fault) {
            let root = try JSONReader.read(bytes)
            try collect(root, depth: 0)
        } catch {
            throw fault(.syntax, at: error.offset, "this is not GeoJSON: \(error.reason)")
        }
    }

    /// All the lines of the file as one.
    func line(edges: EdgeKind) throws(AgreementFileError) -> LineGeometry {
        guard !lines.isEmpty else {
            throw fault(
                .content, at: nil,
                "it holds \(contentInWords); a line is a LineString or MultiLineString")
        }
        var parts: [[Coordinate]] = []
        for (p, part) in lines.enumerated() {
            parts.append(try coordinates(part) { v in "part \(p), vertex \(v)" })
        }
        do throws(LineGeometryError) {
            return try LineGeometry(parts: parts, edges: edges)
        } catch {
            let part = error.part.map { lines[$0] }
            throw fault(
                .content, at: error.vertex.flatMap { part?[$0].offset } ?? part?.first?.offset,
                error.description)
        }
    }

    /// All the polygons of the file as one area.
    func area() throws(AgreementFileError) -> PolygonGeometry {
        guard !polygons.isEmpty else {
            throw fault(
                .content, at: nil,
                "it holds \(contentInWords); an area is a Polygon or MultiPolygon")
        }
        var areas: [[[Coordinate]]] = []
        for (p, rings) in polygons.enumerated() {
            var area: [[Coordinate]] = []
            for (r, ring) in rings.enumerated() {
                guard let vertices = ring.array else {
                    throw fault(
                        .content, at: ring.offset,
                        "polygon \(p), ring \(r): an array of positions is expected, not "
                            + ring.inWords)
                }
                area.append(
                    try coordinates(vertices) { v in "polygon \(p), ring \(r), vertex \(v)" })
            }
            areas.append(area)
        }
        do throws(PolygonGeometryError) {
            return try PolygonGeometry(polygons: areas)
        } catch {
            let ring = error.ring.flatMap { ring in error.polygon.map { polygons[$0][ring] } }
            let vertex = error.vertex.flatMap { ring?.array?[$0] }
            throw fault(.content, at: (vertex ?? ring)?.offset, error.description)
        }
    }

    /// The only point of the file, or `nil` when it holds none or several.
    func point() throws(AgreementFileError) -> Coordinate? {
        guard points.count == 1 else { return nil }
        return try coordinates(points) { _ in "the point" }.first
    }

    /// What the file holds, counted, in words for a sentence.
    var contentInWords: String {
        let counts = [
            (points.count, "point"), (lines.count, "line part"), (polygons.count, "polygon"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return words.isEmpty ? "no geometry" : words.joined(separator: " and ")
    }

    private func coordinates(
        _ nodes: [JSONNode], name: (Int) -> String
    ) throws(AgreementFileError) -> [Coordinate] {
        var vertices: [Coordinate] = []
        vertices.reserveCapacity(nodes.count)
        for (v, node) in nodes.enumerated() {
            guard let numbers = node.array, numbers.count >= 2,
                let longitude = numbers[0].number, let latitude = numbers[1].number
            else {
                throw fault(
                    .content, at: node.offset,
                    "\(name(v)): a position is [longitude, latitude] in numbers, not \(node.inWords)"
                )
            }
            vertices.append(Coordinate(longitude: longitude, latitude: latitude))
        }
        return vertices
    }

    private mutating func collect(_ node: JSONNode, depth: Int) throws(JSONReader.Fault) {
        func refuse(_ reason: String) -> JSONReader.Fault {
            JSONReader.Fault(reason: reason, offset: node.offset)
        }
        try CoordinateSystem.check(node)
        guard let type = node.member("type")?.string else {
            throw refuse("an object with a \"type\" is expected")
        }
        switch type {
        case "FeatureCollection", "GeometryCollection":
            let name = type == "FeatureCollection" ? "features" : "geometries"
            guard let members = node.member(name)?.array else {
                throw refuse("the \(type) has no array \"\(name)\"")
            }
            for member in members { try collect(member, depth: depth + 1) }
        case "Feature":
            guard let geometry = node.member("geometry") else {
                throw refuse("the Feature has no \"geometry\"")
            }
            if case .null = geometry.value { return }
            try collect(geometry, depth: depth + 1)
        default:
            guard let coordinates = node.member("coordinates") else {
                throw refuse("a \(type) without \"coordinates\"")
            }
            try collect(type, coordinates)
        }
    }

    private mutating func collect(
        _ type: String, _ coordinates: JSONNode
    ) throws(JSONReader.Fault) {
        func arrays(_ node: JSONNode) throws(JSONReader.Fault) -> [JSONNode] {
            guard let nodes = node.array else {
                throw JSONReader.Fault(
                    reason: "the coordinates of a \(type) are arrays, not \(node.inWords)",
                    offset: node.offset)
            }
            return nodes
        }
        switch type {
        case "Point": points.append(coordinates)
        case "MultiPoint": points += try arrays(coordinates)
        case "LineString": lines.append(try arrays(coordinates))
        case "MultiLineString":
            for part in try arrays(coordinates) { lines.append(try arrays(part)) }
        case "Polygon": polygons.append(try arrays(coordinates))
        case "MultiPolygon":
            for polygon in try arrays(coordinates) { polygons.append(try arrays(polygon)) }
        default:
            throw JSONReader.Fault(
                reason: "'\(type)' is no type of GeoJSON", offset: coordinates.offset)
        }
    }

    private func fault(
        _ code: AgreementFileError.Code, at offset: Int?, _ reason: String
    ) -> AgreementFileError {
        AgreementFileError(code, file: path, at: offset.map { mark($0) }, reason)
    }

    private func mark(_ offset: Int) -> TextMark {
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
        return TextMark(line: line, column: column)
    }
}
