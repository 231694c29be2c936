package import Geodesy

/// The lines, areas and points of a GeoJSON text.
package struct GeoJSONGeometries {
    private(set) var lines: [[JSONNode]] = []
    private(set) var polygons: [[JSONNode]] = []
    private(set) var points: [JSONNode] = []
    /// The system in which positions are written; `nil` for WGS 84.
    private let system: ForeignPositions?

    /// The geometries of a text that holds a bare geometry, a Feature or a FeatureCollection.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - system: the system in which its positions are written; `nil` for WGS 84.
    /// - Throws: `JSONFault` when the text is no GeoJSON, or says that it is in another system.
    package init(_ bytes: [UInt8], in system: ForeignPositions? = nil) throws(JSONFault) {
        self.system = system
        try collect(JSONReader.read(bytes))
    }

    /// Whether the text holds polygons.
    package var hasPolygons: Bool { !polygons.isEmpty }

    /// All the lines of the text as one.
    package func line(edges: EdgeKind) throws(JSONFault) -> LineGeometry {
        guard !lines.isEmpty else {
            throw fault(
                at: nil,
                "it holds \(contentInWords); a line is a LineString or MultiLineString"
                    + (polygons.isEmpty
                        ? "" : " (ogr2ogr -nlt MULTILINESTRING makes one of an area's border)"))
        }
        var parts: [[Coordinate]] = []
        for (p, part) in lines.enumerated() {
            parts.append(try coordinates(part) { v in "part \(p + 1), vertex \(v + 1)" })
        }
        do throws(LineGeometryError) {
            return try LineGeometry(parts: parts, edges: edges)
        } catch {
            let part = error.part.map { lines[$0] }
            throw fault(
                at: error.vertex.flatMap { part?[$0].offset } ?? part?.first?.offset,
                error.description)
        }
    }

    /// All the polygons of the text as one area, to be used with such edges.
    package func area(edges: EdgeKind = .planar) throws(JSONFault) -> PolygonGeometry {
        guard !polygons.isEmpty else {
            throw fault(
                at: nil, "it holds \(contentInWords); an area is a Polygon or MultiPolygon")
        }
        var areas: [[[Coordinate]]] = []
        for p in polygons.indices { areas.append(try rings(p)) }
        do throws(PolygonGeometryError) {
            return try PolygonGeometry(polygons: areas, edges: edges)
        } catch {
            let ring = error.ring.flatMap { ring in error.polygon.map { polygons[$0][ring] } }
            let vertex = error.vertex.flatMap { ring?.array?[$0] }
            throw fault(at: (vertex ?? ring)?.offset, error.description)
        }
    }

    /// The rings of a polygon.
    func rings(_ p: Int) throws(JSONFault) -> [[Coordinate]] {
        var area: [[Coordinate]] = []
        for (r, ring) in polygons[p].enumerated() {
            guard let vertices = ring.array else {
                throw fault(
                    at: ring.offset,
                    "polygon \(p + 1), ring \(r + 1): an array of positions is expected, not "
                        + ring.inWords)
            }
            area.append(
                try coordinates(vertices, isRing: true) { v in
                    "polygon \(p + 1), ring \(r + 1), vertex \(v + 1)"
                })
        }
        return area
    }

    /// The only point of the text, or `nil` when it holds none or several.
    package func point() throws(JSONFault) -> Coordinate? {
        guard points.count == 1 else { return nil }
        return try coordinates(points) { _ in "the point" }.first
    }

    /// What the text holds, counted, in words for a sentence.
    private var contentInWords: String {
        let counts = [
            (points.count, "point"), (lines.count, "line part"), (polygons.count, "polygon"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return words.isEmpty ? "no geometry" : words.joined(separator: " and ")
    }

    /// The positions whose longitude is a hair beyond 180 degrees, as written, with the bytes at which
    /// they stand; they are read as the places on the other side of the antimeridian that they are.
    package var overhanging: [(position: Coordinate, offset: Int)] {
        var found: [(Coordinate, Int)] = []
        if system != nil { return [] }
        for node in lines.joined() + polygons.joined().flatMap({ $0.array ?? [] }) + points {
            guard let numbers = node.array, numbers.count >= 2,
                let longitude = numbers[0].number, let latitude = numbers[1].number
            else { continue }
            let position = Coordinate(longitude: longitude, latitude: latitude)
            if position.overhanging != nil { found.append((position, node.offset)) }
        }
        return found
    }

    func coordinates(
        _ nodes: [JSONNode], isRing: Bool = false, name: (Int) -> String
    ) throws(JSONFault) -> [Coordinate] {
        var vertices: [Coordinate] = []
        vertices.reserveCapacity(nodes.count)
        for (v, node) in nodes.enumerated() {
            guard let numbers = node.array, numbers.count >= 2,
                let longitude = numbers[0].number, let latitude = numbers[1].number
            else {
                throw fault(
                    at: node.offset,
                    "\(name(v)): a position is [longitude, latitude] in numbers, not \(node.inWords)"
                )
            }
            if let hint = Self.splitHint(numbers) {
                throw fault(
                    at: node.offset,
                    "\(name(v)): four whole numbers, expected [longitude, latitude]; \(hint)")
            }
            guard let system else {
                vertices.append(Coordinate(longitude: longitude, latitude: latitude))
                continue
            }
            do throws(ForeignPositions.Fault) {
                vertices.append(try system.place(longitude, latitude))
            } catch {
                throw fault(at: node.offset, "\(name(v)): \(error.sentence)")
            }
        }
        if system != nil { return vertices }
        return Coordinate.movingOverhanging(vertices, isRing: isRing)
    }

    /// What to write instead of a position whose decimal commas parted its numbers in two: `[34,5, 47,5]`.
    private static func splitHint(_ nodes: [JSONNode]) -> String? {
        let numbers = nodes.compactMap(\.number).compactMap { Int(exactly: $0) }
        guard nodes.count == 4, numbers.count == 4, numbers[1] >= 0, numbers[3] >= 0 else {
            return nil
        }
        return
            "with decimal points for commas it is [\(numbers[0]).\(numbers[1]), \(numbers[2]).\(numbers[3])]"
    }

    /// Why a `crs` member does not go with the system in which positions are read; `nil` where it does.
    private func fault(ofSystem crs: JSONNode) -> String? {
        guard let system else {
            return CoordinateReferenceSystem.foreignName(in: crs).map { name in
                "its coordinate reference system is \(name); convert it to WGS 84 "
                    + "longitude and latitude first (ogr2ogr -t_srs OGC:CRS84 out.geojson in), or name the "
                    + "system by 'crs' in an agreement"
            }
        }
        guard let name = CoordinateReferenceSystem.statedName(in: crs),
            !CoordinateReferenceSystem.isName(name, ofCode: system.code, isWGS84: system.isWGS84)
        else { return nil }
        return
            "its coordinate reference system is \(String(shown: name, limit: 80)) by its member 'crs', "
            + "and \(system.label) by the agreement; expected one of both"
    }

    private mutating func collect(_ node: JSONNode) throws(JSONFault) {
        func refuse(_ reason: String) -> JSONFault {
            JSONFault(reason: reason, offset: node.offset)
        }
        if let crs = node.member("crs"), let reason = fault(ofSystem: crs) {
            throw JSONFault(reason: reason, offset: crs.offset)
        }
        guard let type = node.member("type")?.string else {
            throw refuse("an object with a \"type\" is expected")
        }
        switch type {
        case "FeatureCollection", "GeometryCollection":
            let name = type == "FeatureCollection" ? "features" : "geometries"
            guard let members = node.member(name)?.array else {
                throw refuse("the \(type) has no array \"\(name)\"")
            }
            for member in members { try collect(member) }
        case "Feature":
            guard let geometry = node.member("geometry") else {
                throw refuse("the Feature has no \"geometry\"")
            }
            if case .null = geometry.value { return }
            try collect(geometry)
        default:
            guard let coordinates = node.member("coordinates") else {
                throw refuse("a \(type) without \"coordinates\"")
            }
            try collect(type, coordinates)
        }
    }

    private mutating func collect(
        _ type: String, _ coordinates: JSONNode
    ) throws(JSONFault) {
        func arrays(_ node: JSONNode) throws(JSONFault) -> [JSONNode] {
            guard let nodes = node.array else {
                throw JSONFault(
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
            throw JSONFault(
                reason: "'\(type)' is no type of GeoJSON", offset: coordinates.offset)
        }
    }

    private func fault(at offset: Int?, _ reason: String) -> JSONFault {
        JSONFault(.content, reason: reason, offset: offset)
    }
}
