import TestSupport
import Testing

/// `dmz convert` of features; the grid's numbers are PROJ's: 447729.98 5367037.80 and 448289.86 5372112.16.
@Suite struct ConvertTests {
    private static let features = [
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[38.293056,48.454306]},"properties":{"id":"a"}}"#,
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[38.3,98]},"properties":null}"#,
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[38.3,48.5]},"properties":{}}"#,
    ]

    @Test(
        "Features get a member behind their own, and what cannot be used its reason",
        arguments: [
            ("mgrs:5", #""dmz_mgrs":"37UDP4772967037""#, #""dmz_mgrs":"37UDP4828972112""#),
            (
                "utm", #""dmz_utm":"37 north 447730 5367038""#,
                #""dmz_utm":"37 north 448290 5372112""#
            ),
            (
                "dms:1", #""dmz_dms":"48°27'15.5\"N 38°17'35.0\"E""#,
                #""dmz_dms":"48°30'00.0\"N 38°18'00.0\"E""#
            ),
            (
                "decimal:7", #""dmz_longitude":38.2930560,"dmz_latitude":48.4543060"#,
                #""dmz_longitude":38.3000000,"dmz_latitude":48.5000000"#
            ),
        ])
    func features(target: String, first: String, last: String) throws {
        let folder = try TemporaryFolder()
        let all = Self.features.joined(separator: ",")
        try folder.write(
            "{\"type\":\"FeatureCollection\",\"features\":[\(all)]}", to: "c.geojson")
        let run = try Program.shell("$dmz convert c.geojson --to \(target)", in: folder)
        #expect(run.status == 0)
        let fault =
            #""dmz_error":"record 2 at byte 147: latitude 98 is not in -90...90; longitude comes first""#
        let expected = zip(Self.features, [first, fault, last]).enumerated().map { k, pair in
            let error = k == 1 ? "" : #","dmz_position_error_m":0.000"#
            return pair.0.replacing(#""properties":{"id":"a"}}"#, with: #""properties":{"id":"a","#)
                .replacing(#""properties":null}"#, with: #""properties":{"#)
                .replacing(#""properties":{}}"#, with: #""properties":{"#) + pair.1 + error + "}}"
        }
        #expect(
            run.output
                == "{\"type\":\"FeatureCollection\",\"features\":[\(expected.joined(separator: ","))]}",
            "\(run.output)")
        #expect(run.errors.contains("1 position could not be used"))
    }

    @Test(
        "A target that there is not is refused with those that there are",
        arguments: ["gars", "mgrs:6"])
    func unknownTarget(target: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("lon,lat\n38,48\n", to: "c.csv")
        let run = try Program.shell("$dmz convert c.csv --to \(target)", in: folder)
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains("mgrs:5, utm:0, dms:1, dm:3 or decimal:7"), "\(run.errors)")
    }
}
