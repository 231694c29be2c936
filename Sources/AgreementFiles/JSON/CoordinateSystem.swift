/// The coordinate reference systems that a GeoJSON file may say it has.
enum CoordinateSystem {
    /// Names of WGS 84 with longitude first, as they occur in files.
    private static let known: Set<String> = [
        "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84", "ogc:crs84", "crs84",
        "urn:ogc:def:crs:epsg::4326", "epsg:4326", "urn:ogc:def:crs:epsg:6.6:4326",
        "http://www.opengis.net/def/crs/ogc/1.3/crs84",
        "http://www.opengis.net/def/crs/epsg/0/4326",
        "https://www.opengis.net/def/crs/ogc/1.3/crs84",
    ]

    /// - Throws: `JSONReader.Fault` when an object has a `crs` member that is another system.
    static func check(_ node: JSONNode) throws(JSONReader.Fault) {
        guard let crs = node.member("crs") else { return }
        if case .null = crs.value { return }
        let name = crs.member("properties")?.member("name")?.string ?? crs.string
        if let name, known.contains(name.lowercased()) { return }
        throw JSONReader.Fault(
            reason: "its coordinate reference system is \(name ?? crs.inWords); convert it to "
                + "WGS 84 longitude and latitude first (ogr2ogr -t_srs OGC:CRS84 out.geojson in)",
            offset: crs.offset)
    }
}
