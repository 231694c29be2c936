package import Geodesy

extension GeoJSONGeometries {
    /// All vertices of the text, of which nothing is known but that they are numbers.
    package struct Places {
        package var points: [Coordinate] = []
        package var lines: [[Coordinate]] = []
        package var polygons: [[[Coordinate]]] = []
    }

    /// The vertices of all geometries of the text.
    ///
    /// - Throws: `JSONFault` for coordinates that are no positions.
    package func places() throws(JSONFault) -> Places {
        var places = Places()
        for (k, point) in points.enumerated() {
            places.points += try coordinates([point]) { _ in "point \(k + 1)" }
        }
        for (p, line) in lines.enumerated() {
            places.lines.append(try coordinates(line) { v in "line \(p + 1), vertex \(v + 1)" })
        }
        for p in polygons.indices { places.polygons.append(try rings(p)) }
        return places
    }
}
