import Testing

@testable import GeoJSONText

@Suite struct CoordinateReferenceSystemTests {
    /// A `crs` member and the name of the system that it is in; `nil` for WGS 84.
    ///
    /// Source: GeoJSON of 2008, section 3, and what OGR, PostGIS, GeoServer and ArcGIS write.
    static let members: [(String, String?)] = [
        ("null", nil),
        (#"{"type": "EPSG", "properties": {"code": 4326}}"#, nil),
        (#"{"type": "EPSG", "properties": {"code": "4326"}}"#, nil),
        (#"{"properties": {"name": "urn:ogc:def:crs:EPSG::4326"}, "type": "name"}"#, nil),
        (#"{"type": "EPSG", "properties": {"code": 4284}}"#, "EPSG:4284"),
        (#"{"type": "name", "properties": {"name": "EPSG:3857"}}"#, "EPSG:3857"),
        // A code says nothing without its authority, half a code nothing at all.
        (#"{"type": "name", "properties": {"code": 4326}}"#, "an object"),
        (#"{"type": "EPSG", "properties": {"code": 4326.5}}"#, "an object"),
        (#"{"type": "link", "properties": {"href": "http://example.org"}}"#, "an object"),
        (#"{"type": "name", "properties": {"name": 4326}}"#, "an object"),
        ("{}", "an object"), ("[]", "an array of 0"), ("4326", "the number 4326.0"),
        // The name alone is plain enough.
        (#""EPSG:4326""#, nil), (#""urn:ogc:def:crs:OGC:1.3:CRS84""#, nil),
        (#""EPSG:28407""#, "EPSG:28407"), (#""""#, ""),
        (#"{"type": "name", "properties": {"name": "a\u001bb"}}"#, #"a\u001Bb"#),
    ]

    @Test("The system that a member names", arguments: members)
    func foreign(member: String, name: String?) throws {
        let node = try JSONReader.read(Array(member.utf8))
        #expect(CoordinateReferenceSystem.foreignName(in: node) == name)
        // The bytes of a member that has no name stand for it.
        let isUnnamed = name == node.inWords
        let shown = Array(member.utf8).withUnsafeBytes {
            CoordinateReferenceSystem.foreignName(in: $0)
        }
        #expect(shown == (isUnnamed ? member : name))
    }

    @Test("A member that cannot be read, or says two things, names no system")
    func unread() {
        for member in [
            #"{"type": "name""#,
            #"{"properties": {"name": "EPSG:4326", "name": "EPSG:3857"}}"#,
        ] {
            let shown = Array(member.utf8).withUnsafeBytes {
                CoordinateReferenceSystem.foreignName(in: $0)
            }
            #expect(shown == member)
        }
    }

    @Test(
        "Names of WGS 84, in any version and letter case",
        arguments: [
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84",
            "urn:ogc:def:crs:OGC:1.3:CRS84h", "urn:ogc:def:crs:EPSG::4326",
            "urn:ogc:def:crs:EPSG:6.6:4326", "urn:ogc:def:crs:EPSG:6.9:4326",
            "urn:ogc:def:crs:EPSG:10.082:4326", "urn:ogc:def:crs:EPSG::4979", "OGC:CRS84",
            "OGC:CRS84h", "CRS84", "CRS84h", "EPSG:4326", "epsg:4326", "EPSG:4979", "WGS84",
            "WGS 84", "WGS_84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/OGC/0/CRS84h",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "https://www.opengis.net/def/crs/EPSG/0/4326",
            "https://www.opengis.net/def/crs/EPSG/9.9.1/4979",
        ])
    func known(name: String) {
        #expect(CoordinateReferenceSystem.isWGS84(name))
        #expect(CoordinateReferenceSystem.isWGS84(name.uppercased()))
    }

    @Test(
        "Other names",
        arguments: [
            "", "4326", "EPSG:3857", "EPSG:4258", "EPSG:4269", "EPSG:4284", "EPSG:43260",
            "ESRI:4326", "OGC:4326", "OGC:CRS83", "EPSG:CRS84", "urn:ogc:def:crs:EPSG::4284",
            "urn:ogc:def:crs:EPSG:4326", "urn:ogc:def:crs:EPSG:new:4326",
            "urn:ogc:def:crs:EPSG::4326:5773", "urn:ogc:def:crs:OGC::4326",
            "http://www.opengis.net/def/crs/EPSG/0/3857", "urn:ogc:def:crs:",
            "http://example.org/def/crs/EPSG/0/4326",
        ])
    func foreign(name: String) {
        #expect(!CoordinateReferenceSystem.isWGS84(name))
    }
}
