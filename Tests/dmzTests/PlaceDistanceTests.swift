import TestSupport
import Testing

/// Distances from points and areas among the findings, where they are asked for.
@Suite struct PlaceDistanceTests {
    private static let agreement = """
        parties: {west: Party West, east: Party East}
        lines:
          contact: {geometry: [[30, 49], [30, 51]], left: west, right: east}
        zones:
          dmz: {within: 2 km each side, of: contact}
          "a,b": {within: 1 km, of: [30, 50]}
          camp: {polygon: camp.geojson}
        """
    private static let camp = """
        {"type":"Polygon","coordinates":[[[31,50],[31.01,50],[31.01,50.01],[31,50.01],[31,50]]]}
        """

    private func run(_ reports: String, _ name: String, _ fields: String) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write(Self.camp, to: "camp.geojson")
        try folder.write(reports, to: name)
        let run = try Program.shell("$dmz check -q a.yaml \(name) --fields \(fields)", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    // Geodesic.WGS84.Inverse of GeographicLib: 7169.575 m from (30.1, 50) to (30, 50); 716.883 m and
    // 143.377 m from (30.99, 50.005) and (31.002, 50.005) to the meridian of 31.
    @Test("A column for each zone with a point or an area, negative inside")
    func table() throws {
        let output = try run(
            "#id\nlon,lat,n\n30.1,50,1\n30.99,50.005,2\n31.002,50.005,3\nx,1,4\n", "r.csv",
            "dmz_zones,dmz_distance_m,dmz_distances_m")
        let lines = output.split(separator: "\n").map(String.init)
        #expect(
            lines[1]
                == #"lon,lat,n,dmz_zones,dmz_distance_m,"dmz_distances_m:a,b",dmz_distances_m:camp,dmz_note,dmz_error"#
        )
        #expect(lines[2].contains(",7169.573,7169.575,"))
        #expect(lines[3].contains(",716.883,,"))
        #expect(lines[4].hasSuffix(",-143.377,,") && lines[4].contains("camp"))
        #expect(lines[5].hasPrefix("x,1,4,,,,,,"))
        let alone = try run("lon,lat\n31.002,50.005\n", "r.csv", "dmz_distances_m")
        #expect(alone.split(separator: "\n")[1].hasSuffix(",-143.377,,"))
    }

    @Test("A member with one for each zone; nothing where they are not asked for")
    func members() throws {
        let point =
            #"{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[31.002,50.005]}}"#
        let output = try run(point + "\n", "r.ndjson", "dmz_distances_m")
        #expect(output.contains(#""n":1,"dmz_distances_m":{"a,b":"#))
        #expect(output.contains(#","camp":-143.377}}"#))
        let usual = try run(point + "\n", "r.ndjson", "dmz_zones,dmz_distance_m")
        #expect(!usual.contains("dmz_distances_m"))
        let time = point.replacing(#""n":1"#, with: #""time":"never""#)
        let noted = try run(time + "\n", "r.ndjson", "dmz_distances_m")
        #expect(noted.contains(#","camp":-143.377},"dmz_note":"#))
    }
}
