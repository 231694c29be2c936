internal import CSimdjson

/// The `crs` member of the GeoJSON of 2008, which RFC 7946 took out but files still carry.
enum CoordinateReferenceSystem {
    /// Whether the member names WGS 84 with longitude and latitude in degrees.
    static func isWGS84(_ member: UnsafeRawBufferPointer) -> Bool {
        guard let name = name(in: member)?.lowercased() else { return false }
        let plain = name.filter { $0 != " " && $0 != "_" }
        return accepted.contains(plain)
    }

    static func refusal(of member: UnsafeRawBufferPointer) -> String {
        let found = name(in: member) ?? String(shown: member, limit: 80)
        return "the coordinates are in '\(found)', expected longitude and latitude on WGS 84 "
            + "(CRS84 or EPSG:4326); convert the file first, for example with "
            + "ogr2ogr -t_srs EPSG:4326"
    }

    private static let accepted: Set<String> = [
        "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84", "ogc:crs84", "crs84",
        "urn:ogc:def:crs:ogc:1.3:crs84h", "urn:ogc:def:crs:epsg::4326", "epsg:4326", "wgs84",
        "http://www.opengis.net/def/crs/ogc/1.3/crs84",
        "https://www.opengis.net/def/crs/ogc/1.3/crs84",
        "http://www.opengis.net/def/crs/epsg/0/4326",
        "https://www.opengis.net/def/crs/epsg/0/4326",
    ]

    /// `name` of `properties`, as in `{"type": "name", "properties": {"name": "EPSG:4326"}}`.
    private static func name(in member: UnsafeRawBufferPointer) -> String? {
        JSONParser(wanted: []).text(in: member, of: "properties", "name")
    }
}
