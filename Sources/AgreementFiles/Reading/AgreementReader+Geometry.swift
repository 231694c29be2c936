import Agreements
import Geodesy
import SystemFiles

extension AgreementReader {
    /// A line from a GeoJSON file or from coordinates in place.
    mutating func lineGeometry(
        _ node: YAMLNode, _ what: String, edges: EdgeKind, in system: SystemReading = .none
    ) -> LineGeometry? {
        if case .unusable = system { return nil }
        if Self.followsOthers(node) {
            return followingLine(node, what, edges: edges, in: system)
        }
        if let path = node.scalar {
            return geometryFile(path, node, what, in: system) { file throws(AgreementFileError) in
                try file.line(edges: edges)
            }
        }
        let parts = isPosition(node.list?.first) ? [node] : node.list ?? []
        guard !parts.isEmpty, node.list != nil else {
            refuse(
                node.mark,
                "\(what) is the path of a GeoJSON file or a list of [longitude, latitude], not "
                    + node.inWords + Self.geoJSONHint(node))
            return nil
        }
        var vertices: [[Coordinate]] = []
        for part in parts {
            guard let positions = positions(part, what, in: system.system) else { return nil }
            vertices.append(positions)
        }
        do throws(LineGeometryError) {
            return try LineGeometry(parts: vertices, edges: edges)
        } catch {
            let part = error.part.map { parts[$0] }
            let vertex = error.vertex.flatMap { part?.list?[$0] }
            refuse((vertex ?? part ?? node).mark, "\(what): \(error.description)")
            return nil
        }
    }

    /// An area from a GeoJSON file or from coordinates in place: one ring, the rings of a polygon,
    /// or several polygons.
    mutating func area(
        _ node: YAMLNode, _ what: String, edges: EdgeKind = .planar,
        in system: SystemReading = .none
    ) -> PolygonGeometry? {
        if case .unusable = system { return nil }
        if let path = node.scalar {
            return geometryFile(path, node, what, in: system) { file throws(AgreementFileError) in
                try file.area(edges: edges)
            }
        }
        let isRing = isPosition(node.list?.first)
        let isPolygon = isPosition(node.list?.first?.list?.first)
        let polygons =
            isRing
            ? [[node]]
            : isPolygon
                ? [node.list ?? []]
                : (node.list ?? []).map {
                    $0.list ?? []
                }
        guard node.list?.isEmpty == false else {
            refuse(
                node.mark,
                "\(what) is the path of a GeoJSON file or a ring of [longitude, latitude], not "
                    + node.inWords + Self.geoJSONHint(node))
            return nil
        }
        var areas: [[[Coordinate]]] = []
        for rings in polygons {
            var area: [[Coordinate]] = []
            for ring in rings {
                guard let positions = positions(ring, what, isRing: true, in: system.system) else {
                    return nil
                }
                area.append(positions)
            }
            areas.append(area)
        }
        do throws(PolygonGeometryError) {
            return try PolygonGeometry(polygons: areas, edges: edges)
        } catch {
            let ring = error.polygon.flatMap { p in error.ring.map { polygons[p][$0] } }
            let vertex = error.vertex.flatMap { ring?.list?[$0] }
            refuse((vertex ?? ring ?? node).mark, "\(what): \(error.description)")
            return nil
        }
    }

    /// What a geometry file holds; notes what is wrong with it, and where it was named when it
    /// cannot be read.
    mutating func geometryFile<Geometry>(
        _ path: String, _ node: YAMLNode, _ what: String, in system: SystemReading,
        _ take: (GeometryFile) throws(AgreementFileError) -> Geometry
    ) -> Geometry? {
        guard !path.isEmpty else {
            refuse(node.mark, "\(what) has no value; the path of a GeoJSON file is expected")
            return nil
        }
        if let wkt = WKTText(path) {
            refuse(node.mark, "\(what): \(wkt.hint)")
            return nil
        }
        do throws(AgreementFileError) {
            // The folder's name may hold bytes that are no text; a name in the file is text.
            let name = String(rawBytes: path.utf8)
            let place = name.utf8.first == UInt8(ascii: "/") ? name : folder + name
            let geometry = try GeometryFile(path: place, in: system.system?.positions)
            let found = try take(geometry)
            if let warning = geometry.warningOfOverhang, !geometryFiles.contains(place) {
                warnings.append(warning)
            }
            geometryFiles.append(place)
            return found
        } catch {
            guard error.code == .unreadable else {
                errors.append(error)
                return nil
            }
            errors.append(
                AgreementFileError(
                    .unreadable, file: file, at: node.mark,
                    "\(what): \(error.file): \(error.reason)"))
            return nil
        }
    }

    /// A position from `[longitude, latitude]`; notes anything else.
    mutating func position(
        _ node: YAMLNode, _ what: String, in system: GivenSystem? = nil
    ) -> Coordinate? {
        guard let written = writtenPosition(node, what, in: system) else { return nil }
        if system != nil { return written }
        let read = written.overhanging ?? written
        warnOfOverhang(written, read, node, what)
        return read
    }

    private mutating func writtenPosition(
        _ node: YAMLNode, _ what: String, in system: GivenSystem?
    ) -> Coordinate? {
        guard let written = numbers(node, what, in: system) else { return nil }
        guard let system else { return written }
        return place(x: written.longitude, y: written.latitude, in: system, node, what)
    }

    /// The numbers of a position as they are written, in the system's unit; notes anything else.
    private mutating func numbers(
        _ node: YAMLNode, _ what: String, in system: GivenSystem?
    ) -> Coordinate? {
        if let text = node.scalar, Self.isWrittenPosition(text) {
            return writtenPosition(text, node, what, in: system)
        }
        let elements = node.list ?? []
        guard elements.count >= 2 else {
            refuse(
                node.mark,
                "\(what): a position is [longitude, latitude] in decimal degrees, not "
                    + node.inWords)
            return nil
        }
        guard elements.count <= 3 else {
            refuse(
                node.mark,
                "\(what): a position is [longitude, latitude] in decimal degrees, or those and a height, "
                    + "not \(elements.count) numbers" + Self.commaHint(elements))
            return nil
        }
        let texts = elements.prefix(2).compactMap(\.scalar)
        if texts.count == 2, texts.contains(where: { Self.number($0) == nil }),
            texts.allSatisfy(Self.isAngle)
        {
            if let system, refuseForeign(texts.joined(separator: ", "), nil, in: system, node, what)
            {
                return nil
            }
            return writtenPair(texts, elements, what)
        }
        var numbers: [Double] = []
        for (k, element) in elements.enumerated() {
            guard let number = element.scalar.flatMap({ Self.number($0) }) else {
                let name = ["longitude", "latitude", "height"][min(k, 2)]
                refuse(
                    element.mark,
                    "\(what): the \(name) of a position is a number in decimal degrees, not "
                        + element.inWords)
                return nil
            }
            numbers.append(number)
        }
        return Coordinate(longitude: numbers[0], latitude: numbers[1])
    }

    /// What to write instead of a position whose decimal commas part its numbers in two.
    private static func commaHint(_ elements: [YAMLNode]) -> String {
        let texts = elements.compactMap(\.scalar)
        guard elements.count == 4, texts.count == 4,
            texts.enumerated().allSatisfy({ k, text in
                text.utf8.dropFirst(k % 2 == 0 && text.hasPrefix("-") ? 1 : 0).allSatisfy {
                    UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                }
            })
        else { return "" }
        return
            "; write decimal points and no commas: [\(texts[0]).\(texts[1]), \(texts[2]).\(texts[3])]"
    }

    /// What to write instead of a geometry in GeoJSON's own words.
    private static func geoJSONHint(_ node: YAMLNode) -> String {
        node.mapping?.contains { $0.key == "coordinates" } == true
            ? "; of a GeoJSON geometry write the coordinates alone, without 'type'" : ""
    }

    /// Whether a text has the makings of an angle: digits, and no letters but those of sides and degrees.
    private static func isAngle(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && !text.lowercased().hasPrefix("0x")
    }

    /// Says of a position that it was written a hair beyond the antimeridian, if it was.
    private mutating func warnOfOverhang(
        _ written: Coordinate, _ read: Coordinate, _ node: YAMLNode, _ what: String
    ) {
        guard written != read else { return }
        warn(
            node.mark,
            "\(what): [\(written)] is beyond the antimeridian by a hair; it is read as [\(read)], which "
                + "is the same place")
    }

    /// Whether a node is a position: a list of scalars that are none themselves, or a text.
    func isPosition(_ node: YAMLNode?) -> Bool {
        if let text = node?.scalar { return Self.isWrittenPosition(text) }
        guard let first = node?.list?.first?.scalar else { return false }
        return Self.number(first) != nil || Self.isAlsoAngle(first)
            || !Self.isWrittenPosition(first)
    }

    /// A decimal number, and nothing else that Swift would take for one.
    static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func positions(
        _ node: YAMLNode, _ what: String, isRing: Bool = false, in system: GivenSystem?
    ) -> [Coordinate]? {
        guard let nodes = node.list else {
            refuse(
                node.mark,
                "\(what): a list of [longitude, latitude] is expected, not \(node.inWords)")
            return nil
        }
        var written: [Coordinate] = []
        for node in nodes {
            guard let position = writtenPosition(node, what, in: system) else { return nil }
            written.append(position)
        }
        if system != nil { return written }
        let read = Coordinate.movingOverhanging(written, isRing: isRing)
        for (v, node) in nodes.enumerated() { warnOfOverhang(written[v], read[v], node, what) }
        return read
    }
}
