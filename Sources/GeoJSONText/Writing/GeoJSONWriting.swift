package import Geodesy

/// Geometries as GeoJSON text (RFC 7946): longitude first, the fewest digits that are the number.
package enum GeoJSONWriting {
    /// Writes polygons, each an outer ring and its holes, as a Polygon or a MultiPolygon.
    package static func write(polygons: [[[Coordinate]]], to text: inout String) {
        geometry(polygons, "Polygon", to: &text) { rings, text in
            array(rings, to: &text, write)
        }
    }

    /// Writes the parts of a line as a LineString or a MultiLineString.
    package static func write(lines: [[Coordinate]], to text: inout String) {
        geometry(lines, "LineString", to: &text, write)
    }

    private static func write(_ vertices: [Coordinate], to text: inout String) {
        array(vertices, to: &text) { vertex, text in
            text += "["
            text += vertex.longitude.description
            text += ","
            text += vertex.latitude.description
            text += "]"
        }
    }

    private static func geometry<Part>(
        _ parts: [Part], _ type: String, to text: inout String,
        _ write: (Part, inout String) -> Void
    ) {
        text += "{\"type\":\""
        text += parts.count == 1 ? type : "Multi" + type
        text += "\",\"coordinates\":"
        if parts.count == 1 { write(parts[0], &text) } else { array(parts, to: &text, write) }
        text += "}"
    }

    private static func array<Element>(
        _ elements: [Element], to text: inout String, _ write: (Element, inout String) -> Void
    ) {
        text += "["
        for (k, element) in elements.enumerated() {
            if k > 0 { text += "," }
            write(element, &text)
        }
        text += "]"
    }
}
