import Datums
import Geodesy
import Notations
import TestSupport
import Testing

@testable import ReportFiles

/// Positions of reports in the notations that people use.
@Suite struct NotationTests {
    /// Positions and bounds of the records of a text, and the reasons of those refused.
    struct Read: Equatable {
        var positions: [Coordinate] = []
        var bounds: [Distance] = []
        var faults: [String] = []
    }

    static func read(
        _ text: String, _ fields: FieldNames = FieldNames(), isCareful: Bool = false
    ) throws -> Read {
        var reader = RecordReader(fields: fields, isCareful: isCareful)
        var splitter = RecordSplitter(file: "in", fields: fields, quickFrom: isCareful ? .max : 0)
        var records = ReadRecords()
        var read = Read()
        let take = { (block: Block) throws in
            reader.read(block, into: &records)
            read.positions += records.columns.positions
            for k in 0..<records.columns.count {
                let region = records.columns.footprints[k]?.enclosingCircle.radius ?? .zero
                read.bounds.append(records.columns.uncertainties[k] + region)
            }
            read.faults += records.refusals.map(\.reason)
        }
        try Array(text.utf8).withUnsafeBytes { try splitter.feed($0, to: take) }
        try splitter.finish(to: take)
        return read
    }

    /// A place west of Brittany as people write it, with the bound that the digits leave.
    ///
    /// Bounds are half the diagonal of the cell of the last digits: a second of latitude is 30.88 m there
    /// and one of longitude 20.89 m, a minute 60 times that (by the radii of curvature at 47.52 degrees).
    static let pairs: [(latitude: String, longitude: String, bound: Double)] = [
        ("47.52", "-30.5", 0), ("47,52", "-30,5", 0), ("+47.52", "-30.5", 0),
        ("47.52N", "30.5W", 0), ("N47.52", "W 30.5", 0), ("47.52 °N", "30.5° W", 0),
        ("47°31'12\"N", "30°30'00\"W", 18.64), ("47 31 12 N", "30 30 00 W", 18.64),
        ("473112N", "0303000W", 18.64), ("47-31-12N", "030-30-00W", 18.64),
        ("47:31:12", "-30:30:00", 18.64), ("47°31′12.0″", "−30°30′00.0″", 1.864),
        ("47°31’12” с.ш.", "30°30’00” з.д.", 18.64), ("4731.20N", "03030.00W", 11.18),
        ("N 47 31.2", "W 30 30.0", 111.8),
    ]

    @Test("Two columns", arguments: pairs)
    func columns(latitude: String, longitude: String, bound: Double) throws {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        for (header, first, second) in [
            ("lat;lon", latitude, longitude), ("Longitude;Latitude", longitude, latitude),
        ] {
            let text =
                header + ";note\n" + quoted(first) + ";" + quoted(second) + ";a\n" + quoted(first)
                + "; "
                + quoted(second) + ";b\n"
            let quick = try Self.read(text)
            #expect(quick == (try Self.read(text, isCareful: true)))
            #expect(quick.faults.isEmpty && quick.positions.count == 2)
            for (position, found) in zip(quick.positions, quick.bounds) {
                let off = Exact.distance(position, Coordinate(longitude: -30.5, latitude: 47.52))
                #expect(off < 1e-6)
                #expect((found.metres - bound).magnitude <= 0.01 * bound, "\(found)")
            }
        }
    }

    /// The south-west corners and the centres of these cells are by PROJ's utm, zone 25.
    static let wholes: [(text: String, longitude: Double, latitude: Double, bound: Double)] = [
        ("25TFN8820665981", -30.5, 47.52, 0.71), ("25T FN 88206 65981", -30.5, 47.52, 0.71),
        ("25tfn88206598", -30.5, 47.52, 7.08), ("POINT (-30.5 47.52)", -30.5, 47.52, 0),
        ("SRID=4326;POINT Z (-30.5 47.52 100)", -30.5, 47.52, 0),
        ("47.52 -30.5", -30.5, 47.52, 0), ("47.52, -30.5", -30.5, 47.52, 0),
        ("47.52 -30.5 120.0 4.5", -30.5, 47.52, 0),
        ("47°31'12\"N, 30°30'00\"W", -30.5, 47.52, 18.64),
        ("{\"type\":\"Point\",\"coordinates\":[-30.5,47.52]}", -30.5, 47.52, 0),
        ("25 north 688207 5265982", -30.49999822386, 47.52000320784, 0),
    ]

    @Test(
        "One column, whatever its name, and a property of Features without a geometry",
        arguments: wholes)
    func whole(text: String, longitude: Double, latitude: Double, bound: Double) throws {
        let quoted = text.replacing("\"", with: "\"\"")
        let escaped = text.replacing("\"", with: "\\\"")
        var named = FieldNames()
        named.position = "where"
        let texts = [
            ("id,MGRS\n1,\"\(quoted)\"\n", FieldNames()),
            ("Coordinates;id\n\"\(quoted)\";1\n", FieldNames()),
            ("id,lon,lat,where\n1,7,8,\"\(quoted)\"\n", named),
            (
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"where\":\"\(escaped)\"}}\n",
                named
            ),
            ("{\"type\":\"Feature\",\"properties\":{\"id\":1,\"where\":\"\(escaped)\"}}\n", named),
        ]
        for (text, fields) in texts {
            let quick = try Self.read(text, fields)
            #expect(quick == (try Self.read(text, fields, isCareful: true)))
            #expect(quick.faults.isEmpty, "\(quick.faults)")
            let position = try #require(quick.positions.first)
            let off = Exact.distance(position, Coordinate(longitude: longitude, latitude: latitude))
            let found = quick.bounds[0].metres
            #expect(
                off <= found + 1e-6 && (found - bound).magnitude <= 0.01 * bound, "\(found), \(off)"
            )
        }
    }

    @Test("A Feature with a geometry keeps it, whatever its properties say")
    func geometry() throws {
        var named = FieldNames()
        named.position = "mgrs"
        let found = try Self.read(
            point("[31,50]", #"{"mgrs":"25TFN8820665981"}"#) + "\n", named)
        #expect(found.positions == [Coordinate(longitude: 31, latitude: 50)])
        let missing = try Self.read(
            #"{"type":"Feature","geometry":null,"properties":{"mgrs":null}}"# + "\n", named)
        #expect(missing.faults == ["the geometry is null, expected a Point"])
        var pair = FieldNames()
        (pair.longitude, pair.latitude) = ("x", "y")
        let numbers = try Self.read(
            #"{"type":"Feature","geometry":null,"properties":{"y":47.52,"x":"30°30'00\"W"}}"#
                + "\n",
            pair)
        #expect(numbers.positions == [Coordinate(longitude: -30.5, latitude: 47.52)])
    }

    @Test("An uncertainty and what the digits leave open add up")
    func sum() throws {
        var fields = FieldNames()
        fields.missingUncertainty = .metres(100)
        let text =
            "lat,lon,uncertainty_m\n473112N,0303000W,5\n473112N,0303000W,\n473112N,0303000W,x\n"
        for isCareful in [false, true] {
            let found = try Self.read(text, fields, isCareful: isCareful).bounds.map(\.metres)
            #expect((found[0] - 23.64).magnitude < 0.02 && (found[1] - 118.64).magnitude < 0.02)
            #expect(found[2].isNaN)
        }
    }

    @Test(
        "A number with a decimal comma is no pair of whole degrees",
        arguments: ["48,1", "-48,38", "+48,125", " 48,0 "])
    func halfOfAPosition(text: String) throws {
        // Names of columns in two lines: what stands under the first is a latitude alone.
        for file in [
            "n;Координаты;\n;широта;долгота\n1;\(text);37,1\n", "n;position\n1;\(text)\n",
        ] {
            let found = try Self.read(file)
            #expect(found.positions.isEmpty)
            #expect(found.faults.last?.contains("may be one number with a decimal comma") == true)
        }
        for whole in ["48, 38", "48,1 38,5", "48.0,38.0", "48,1;38,5"] {
            #expect(try Self.read("n\tposition\n1\t\(whole)\n").positions.count == 1, "\(whole)")
        }
    }

    @Test("One number with a decimal comma is no pair of metres")
    func halfOfMetres() throws {
        var fields = FieldNames()
        fields.datum = try DatumTransform(from: ReferenceSystem("EPSG:32637"))
        let found = try Self.read(
            "n;Координаты;\n1;430000,5;5350000\n2;430000,5350000;\n3;430000, 5350000;\n", fields)
        #expect(found.positions.count == 2)
        #expect(found.faults.count == 1)
    }

    /// Texts, what they say alone, and what they say in a file of which they tell the decimal sign.
    static let commas: [(text: String, metres: Double?, ofFile: Double?)] = [
        ("12,5", 12.5, 12.5), ("0,500", 0.5, 0.5), ("7,25", 7.25, 7.25), ("+3,0", 3, 3),
        ("12345,678", 12_345.678, 12_345.678), ("1,500", nil, nil), ("1,5,0", nil, nil),
        (",5", nil, 0.5), ("5,", nil, 5), ("-1,5", nil, nil), ("1,5e3", nil, nil),
        ("1.000,5", nil, 1_000.5), ("12 500", nil, nil),
    ]

    @Test("Decimal commas in uncertainties, and what may be thousands", arguments: commas)
    func decimalCommas(text: String, metres: Double?, ofFile: Double?) throws {
        for (file, metres) in [
            ("lat;lon;uncertainty_m\n50;31;\(text)\n", ofFile),
            ("lat,lon,uncertainty_m\n50,31,\"\(text)\"\n", metres),
        ] {
            for isCareful in [false, true] {
                let found = try Self.read(file, isCareful: isCareful)
                #expect(found.positions.count == 1)
                if let metres {
                    #expect(found.bounds == [.metres(metres)])
                } else {
                    #expect(found.bounds.first?.metres.isNaN == true)
                }
            }
        }
    }

    @Test("Degrees that were cut off, and decimals that are known to their last digit")
    func precision() throws {
        var fields = FieldNames()
        fields.precision.degrees = .truncated
        let cut = try Self.read("lat,lon\n473112N,0303000W\n", fields)
        // Half a second farther north and west.
        let middle = Coordinate(longitude: -(30.5 + 0.5 / 3600), latitude: 47.52 + 0.5 / 3600)
        #expect(Exact.distance(cut.positions[0], middle) < 1e-3)
        #expect((cut.bounds[0].metres - 18.64).magnitude < 0.02)
        fields.precision = PrecisionRule(decimals: .asWritten)
        // A hundredth of a degree of latitude is 1,111.8 m there, a tenth of longitude 7,522 m.
        for isCareful in [false, true] {
            let found = try Self.read(
                "lat,lon\n47.52,-30.5\n47.520000,-30.500000\n", fields, isCareful: isCareful)
            #expect((found.bounds[0].metres / 3801.9 - 1).magnitude < 0.01)
            #expect((found.bounds[1].metres / 0.0671 - 1).magnitude < 0.01)
        }
    }

    @Test("Receivers' degrees and minutes in one number, with the side in another column")
    func receivers() throws {
        let text =
            "lat,ns,lon,ew\n4731.2000,N,03030.0000,W\n4761.2,N,03030.0,W\n473112,N,303000,W\n"
        let found = try Self.read(text)
        #expect(found.positions.count == 2 && found.faults.count == 1)
        for position in found.positions {
            #expect(Exact.distance(position, Coordinate(longitude: -30.5, latitude: 47.52)) < 1e-6)
        }
        #expect(found.faults[0].contains("minutes"), "\(found.faults)")
    }

    static let refused: [(text: String, words: String)] = [
        ("mgrs\n48 27 15 38 20 10\n", "write N, S, E or W"),
        ("mgrs\n36UDP3050\n", "zone 36"), ("mgrs\n37U\n", "grid zone alone"),
        ("mgrs\n\n\"\"\n", "is empty"), ("position\nnear the bridge\n", "is no position"),
        ("position\nSRID=32637;POINT(430000 5350000)\n", "WGS 84"),
        ("lat,lon\n48°27'N,91°N\n", "longitude '91°N'"),
        ("lat,lon\n-48°27'N,38°E\n", "latitude '-48°27'N'"),
        ("lat,lon\n4731.2,03030.0\n", "latitude 4731.2 in column 'lat' is not in -90...90"),
        ("lat,lon\n,38°E\n", "latitude is empty"),
        (
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"mgrs\":\"37U\"}}\n",
            "grid zone alone"
        ),
    ]

    @Test("What can mean two places or none is refused with the reason", arguments: refused)
    func faults(text: String, words: String) throws {
        var fields = FieldNames()
        if text.hasPrefix("{") { fields.position = "mgrs" }
        for isCareful in [false, true] {
            let found = try Self.read(text, fields, isCareful: isCareful)
            #expect(found.positions.isEmpty && found.faults.count == 1)
            #expect(found.faults.first?.contains(words) == true, "\(found.faults)")
        }
    }

    static let names: [(header: String, row: String)] = [
        ("_Where_latitude,_Where_longitude", "50,31"), ("GPS Lat,GPS Lng", "50,31"),
        ("Широта;Долгота", "50;31"), ("Довгота;Широта", "31;50"), ("POINT_X,POINT_Y", "31,50"),
        ("event_longitude,source_latitude,event_latitude", "31,1,50"),
        ("site-Latitude,site-Longitude", "50,31"),
        ("X_coord,Y_coord", "31,50"),
    ]

    @Test("Columns of positions under the names that files have", arguments: names)
    func columnNames(header: String, row: String) throws {
        let found = try Self.read(header + "\n" + row + "\n")
        #expect(found.positions == [Coordinate(longitude: 31, latitude: 50)])
    }

    @Test("Records together as alone, whatever their notations", arguments: 0..<40)
    func together(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var text = "lat,lon,uncertainty_m,note\n"
        for _ in 0..<60 {
            let pair = try #require(Self.pairs.randomElement(using: &random))
            var fields = [pair.latitude, pair.longitude].map {
                "\"" + $0.replacing("\"", with: "\"\"") + "\""
            }
            fields.append(["", "5", "x", "1e2"].randomElement(using: &random) ?? "")
            fields.append("n")
            var line = Array(fields.joined(separator: ","))
            // Half of the records have a character changed.
            if Bool.random(using: &random) {
                let at = Int.random(in: line.indices, using: &random)
                line[at] = Array("0N,°'\"x- ").randomElement(using: &random) ?? "x"
            }
            text += String(line).replacing("\"\"\"\"", with: "") + "\n"
        }
        let quick = outcome(text)
        let alone = outcome(text, isCareful: true)
        #expect(quick == alone)
    }
}
