public import Geodesy

extension PolygonGeometry {
    /// All the polygons of a GeoJSON text as one area.
    ///
    /// The text is a Polygon, a MultiPolygon, or Features and collections with such. Heights are
    /// ignored; longitudes up to 0.001 degrees beyond 180 mean the place on the other side. Winding
    /// does not matter.
    ///
    /// - Parameters:
    ///   - text: The GeoJSON.
    ///   - edges: The edges with which the area is going to be used; straight in longitude and latitude
    ///     by RFC 7946.
    /// - Throws: `GeoJSONError` when the text is no GeoJSON, names a coordinate reference system other
    ///   than WGS 84, holds no polygon, or one that `PolygonGeometry` refuses.
    public init(
        geoJSON text: some StringProtocol, edges: EdgeKind = .planar
    ) throws(GeoJSONError) {
        try self.init(geoJSON: Array(text.utf8), edges: edges)
    }

    /// All the polygons of a GeoJSON text, given by its bytes in UTF-8, as one area.
    ///
    /// As `init(geoJSON:edges:)` for text; a byte-order mark is passed over.
    public init(
        geoJSON bytes: some Sequence<UInt8>, edges: EdgeKind = .planar
    ) throws(GeoJSONError) {
        self = try GeoJSONGeometries.take(from: bytes) { geometries throws(JSONFault) in
            try geometries.area(edges: edges)
        }
    }

    /// The area as a Polygon or, of several polygons, a MultiPolygon.
    ///
    /// Numbers have the fewest digits that read back as the same; rings run as they were given.
    public var geoJSON: String {
        var text = ""
        GeoJSONWriting.write(polygons: polygons, to: &text)
        return text
    }
}
