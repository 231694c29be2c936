import Datums
import Geodesy
import Notations
import TestSupport
import Testing

@testable import ReportFiles

/// Positions of reports in other reference systems than WGS 84.
@Suite struct DatumReportTests {
    private static func fields(
        _ code: String, operation: String? = nil, allowing: Distance? = nil
    ) throws -> FieldNames {
        var fields = FieldNames()
        fields.datum = try DatumTransform(
            from: ReferenceSystem(code), operation: operation, allowing: allowing)
        return fields
    }

    /// What is read, which must be the same whether records are read at once or alone.
    private static func read(_ text: String, _ fields: FieldNames) throws -> NotationTests.Read {
        let read = try NotationTests.read(text, fields)
        #expect(try NotationTests.read(text, fields, isCareful: true) == read)
        return read
    }

    /// A place on SK-42 in zone 7, and where it lies by the transform that `DatumsTests` compares with the
    /// published formula.
    private static let (x, y) = (7_425_838.2, 5_351_700.4)
    private static func place() throws -> Coordinate {
        try DatumTransform(from: ReferenceSystem("EPSG:28407")).transform(x: x, y: y).position
    }

    @Test(
        "An easting and a northing in columns, by the names people give them",
        arguments: [
            "easting,northing", "Easting,Northing", "E,N", "x,y", "Rechtswert,Hochwert", "lon,lat",
            "POINT_X,POINT_Y", "Easting (m),Northing (m)",
        ])
    func grid(header: String) throws {
        let read = try Self.read(
            "\(header),uncertainty_m\n7425838.2,5351700.4,\n7425838.2,5351700.4,10\n",
            Self.fields("EPSG:28407"))
        #expect(read.positions == [try Self.place(), try Self.place()])
        #expect(read.bounds == [.metres(3), .metres(13)])
    }

    @Test("Columns of degrees beside those of a grid are not taken for it")
    func gridBesideDegrees() throws {
        let read = try Self.read(
            "lon,lat,northing,easting\n38,48.3,5351700.4,7425838.2\n", Self.fields("EPSG:28407"))
        #expect(read.positions == [try Self.place()])
    }

    @Test("Named columns")
    func named() throws {
        var fields = try Self.fields("EPSG:28407")
        (fields.longitude, fields.latitude) = ("Y", "X")
        let read = try Self.read("X,Y\n5351700.4,7425838.2\n", fields)
        #expect(read.positions == [try Self.place()])
    }

    @Test("Both numbers in one column")
    func whole() throws {
        var fields = try Self.fields("EPSG:28407")
        fields.position = "where"
        let read = try Self.read(
            "where\n\"7425838.2, 5351700.4\"\nPOINT (7425838.2 5351700.4)\n7425838.2\nPOINT 1 2\n1 2 3\n",
            fields)
        #expect(read.positions == [try Self.place(), try Self.place()])
        #expect(read.faults.count == 3)
        #expect(read.faults.allSatisfy { $0.contains("is not two numbers of EPSG:28407") })
    }

    @Test("GeoJSON coordinates, in Features and in plain objects")
    func features() throws {
        let read = try Self.read(
            """
            {"type":"Feature","properties":{"uncertainty_m":10},"geometry":{"type":"Point","coordinates":[7425838.2,5351700.4]}}
            {"easting":7425838.2,"northing":"5351700.4"}

            """, Self.fields("EPSG:28407"))
        #expect(read.positions == [try Self.place(), try Self.place()])
        #expect(read.bounds == [.metres(13), .metres(3)])
    }

    @Test("Many Features read at once are read as each is alone, good and bad, and mended ones")
    func manyFeatures() throws {
        func feature(_ x: Double, _ y: Double, _ uncertainty: String) -> String {
            #"{"type":"Feature","properties":{"uncertainty_m":\#(uncertainty)},"geometry":{"type":"Point","coordinates":[\#(x),\#(y)]}}"#
        }
        var lines: [String] = []
        for k in 0..<40 {
            lines.append(feature(Self.x + Double(k), Self.y, "\(k)"))
            lines.append(feature(Self.x - 1_000_000, Self.y, "1"))
            lines.append(feature(38, 48, "1"))
            lines.append(feature(Self.x, Self.y + Double(k), #"2,"other":NaN"#))
        }
        let read = try Self.read(lines.joined(separator: "\n") + "\n", Self.fields("EPSG:28407"))
        #expect(read.positions.count == 80)
        #expect(read.faults.count == 80)
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:28407"))
        for k in 0..<40 {
            #expect(
                try read.positions[2 * k]
                    == transform.transform(x: Self.x + Double(k), y: Self.y).position)
            #expect(
                try read.positions[2 * k + 1]
                    == transform.transform(x: Self.x, y: Self.y + Double(k)).position)
            #expect(read.bounds[2 * k] == .metres(Double(3 + k)))
        }
        #expect(read.faults[0].contains("EPSG:28406"))
        #expect(read.faults[1].contains("look like longitude and latitude in degrees"))
    }

    @Test("A crs member must name the same system")
    func member() throws {
        func collection(_ crs: String) -> String {
            #"{"type":"FeatureCollection","crs":\#(crs),"features":[{"type":"Feature","properties":{},"#
                + #""geometry":{"type":"Point","coordinates":[7425838.2,5351700.4]}}]}"#
        }
        func named(_ name: String) -> String {
            #"{"type":"name","properties":{"name":"\#(name)"}}"#
        }
        for name in [
            "urn:ogc:def:crs:EPSG::28407", "EPSG:28407", "epsg:28407",
            "http://www.opengis.net/def/crs/EPSG/0/28407",
        ] {
            let read = try Self.read(collection(named(name)), Self.fields("EPSG:28407"))
            #expect(read.positions == [try Self.place()])
        }
        #expect(try Self.read(collection("null"), Self.fields("EPSG:28407")).positions.count == 1)
        for name in ["EPSG:28406", "EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84"] {
            let error = #expect(throws: ReportFileError.self) {
                try Self.read(collection(named(name)), Self.fields("EPSG:28407"))
            }
            #expect(error?.sentence.contains("expected one of both") == true)
        }
        let wgs84 = collection(named("EPSG:4326")).replacing("7425838.2,5351700.4", with: "38,48")
        #expect(
            try Self.read(wgs84, Self.fields("EPSG:4326")).positions == [
                Coordinate(longitude: 38, latitude: 48)
            ])
    }

    @Test("Angles on another datum, in any notation of degrees")
    func angles() throws {
        let fields = try Self.fields("EPSG:4284", operation: "EPSG:15865")
        let read = try Self.read("lon,lat\n38,48.3\n38°00'00\"E,48°18'00\"N\n", fields)
        let place = try DatumTransform(
            from: ReferenceSystem("EPSG:4284"), operation: "EPSG:15865"
        ).transform(x: 38, y: 48.3).position
        #expect(read.positions == [place, place])
        #expect(read.bounds[0] == .metres(4.5))
        // Half a second either way is 18.6 m there.
        #expect(read.bounds[1] > .metres(22) && read.bounds[1] < .metres(24))
    }

    @Test("Grid references and texts with a system of their own contradict the one that is named")
    func contradictions() throws {
        var fields = try Self.fields("EPSG:4284")
        fields.position = "where"
        let read = try Self.read(
            "where\n37UDP3000050000\nSRID=4326;POINT(38 48.3)\nPOINT(38 48.3)\n", fields)
        #expect(read.positions.count == 1)
        #expect(read.faults.count == 2)
    }

    @Test("Metres known to their last digit only")
    func lastDigits() throws {
        var fields = try Self.fields("EPSG:28407")
        fields.precision.decimals = .asWritten
        let read = try Self.read("e,n\n7425838,5351700\n7425838.20,5351700.4\n", fields)
        #expect((read.bounds[0].metres - 3 - 0.5 * 2.0.squareRoot()).magnitude < 0.002)
        #expect(read.bounds[1] > .metres(3.05) && read.bounds[1] < .metres(3.06))
    }

    @Test("What is no position is the record's own fault")
    func faults() throws {
        let read = try Self.read(
            """
            easting,northing
            6425838,5351700
            425838,5351700
            5351700,7425838
            abc,5351700
            ,
            nan,5351700
            1e400,5351700
            7425838.2,5351700.4

            """, Self.fields("EPSG:28407"))
        #expect(read.positions == [try Self.place()])
        #expect(read.faults.count == 7)
        #expect(read.faults[0].contains("EPSG:28406"))
        #expect(read.faults[1].contains("does not begin with a zone"))
        #expect(read.faults[2].contains("swapped"))
        #expect(read.faults[3].contains("'abc' is not a number in metres"))
        #expect(read.faults[4].contains("easting is empty"))
    }

    @Test("Without a known accuracy a record is refused with what there is")
    func unknown() throws {
        let text = "lon,lat\n73,33.6\n"
        let refused = try Self.read(text, Self.fields("EPSG:4145"))
        #expect(refused.positions.isEmpty)
        #expect(refused.faults.first?.contains("EPSG:1247") == true)
        let allowed = try Self.read(text, Self.fields("EPSG:4145", allowing: .metres(999)))
        #expect(allowed.bounds == [.metres(999)])
    }
}
