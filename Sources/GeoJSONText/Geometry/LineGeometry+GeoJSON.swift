public import Geodesy

extension LineGeometry {
    /// All the lines of a GeoJSON text as one line.
    ///
    /// The text is a LineString, a MultiLineString, or Features and collections with such. Heights are
    /// ignored; longitudes up to 0.001 degrees beyond 180 mean the place on the other side.
    ///
    /// - Parameters:
    ///   - text: The GeoJSON.
    ///   - edges: What joins two vertices, which GeoJSON does not say.
    /// - Throws: `GeoJSONError` when the text is no GeoJSON, names a coordinate reference system other
    ///   than WGS 84, holds no line, or one that `LineGeometry` refuses.
    public init(
        geoJSON text: some StringProtocol, edges: EdgeKind = .geodesic
    ) throws(GeoJSONError) {
        try self.init(geoJSON: Array(text.utf8), edges: edges)
    }

    /// All the lines of a GeoJSON text, given by its bytes in UTF-8, as one line.
    ///
    /// As `init(geoJSON:edges:)` for text; a byte-order mark is passed over.
    public init(
        geoJSON bytes: some Sequence<UInt8>, edges: EdgeKind = .geodesic
    ) throws(GeoJSONError) {
        self = try GeoJSONGeometries.take(from: bytes) { geometries throws(JSONFault) in
            try geometries.line(edges: edges)
        }
    }

    /// The line as a LineString or, of several parts, a MultiLineString.
    ///
    /// Numbers have the fewest digits that read back as the same. What joins vertices and parts is
    /// not written, as GeoJSON has no place for it.
    public var geoJSON: String {
        var text = ""
        GeoJSONWriting.write(lines: parts, to: &text)
        return text
    }
}
