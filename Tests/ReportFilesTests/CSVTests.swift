import Geodesy
import Testing

@testable import ReportFiles

@Suite struct CSVTests {
    private func table(_ text: String, fields: FieldNames = FieldNames()) -> Outcome {
        outcome(text, fields: fields, output: [.zones, .side])
    }

    static let headers: [(String, String)] = [
        ("lon,lat", "31,50"), ("latitude;longitude", "50;31"), ("Lat\tLon", "50\t31"),
        ("lng,lat,n", "31,50,1"), ("x,y", "31,50"), ("\"longitude\", latitude", "31,50"),
        ("x,y,lon,lat", "1,2,31,50"), ("name;lon;lat", "a,b;31;50"), ("latitude,lng", "50,31"),
        ("lat,longitude", "50,31"), ("Lat.,Long.", "50,31"), ("n, lon, lat", "1, \"31\", \"50\""),
        ("x,latitude,lon", "7,50,31"),
    ]

    @Test("Columns and delimiters are found", arguments: headers)
    func findsColumns(header: String, row: String) {
        let found = table(header + "\n" + row + "\n")
        #expect(found.error == nil)
        #expect(found.tally.zonesInside == [1, 1])
    }

    @Test("Columns are appended; fields keep their text")
    func appended() {
        let text = "lon,lat,party,\"no\"\"te\"\r\n\"31\", 50 ,north,\"a,\"\"b\"\"\nc\"\r\n31,50,,d"
        #expect(
            table(text).text
                == "lon,lat,party,\"no\"\"te\",dmz_zones,dmz_side,dmz_note,dmz_error\r\n"
                + "\"31\", 50 ,north,\"a,\"\"b\"\"\nc\",east;all,north,,\r\n31,50,,d,east;all,"
                + "\"a\"\"b\",,")
    }

    @Test("Lists are quoted where a semicolon parts fields")
    func semicolons() {
        #expect(
            table("lon;lat;party\n31;50;p\n").text
                == "lon;lat;party;dmz_zones;dmz_side;dmz_note;dmz_error\n31;50;p;\"east;all\";p;;\n"
        )
    }

    static let bad: [(String, String)] = [
        (",50", "longitude is empty, expected a number in degrees"),
        (
            "x,50",
            "longitude 'x' is not a number in degrees, such as 34.585, nor an angle such as 38°17'E"
        ),
        (
            "NaN,50",
            "longitude 'NaN' is not a number in degrees, such as 34.585, nor an angle such as 38°17'E"
        ),
        (
            "inf,50",
            "longitude 'inf' is not a number in degrees, such as 34.585, nor an angle such as 38°17'E"
        ),
        (
            "0x1F,50",
            "longitude '0x1F' is not a number in degrees, such as 34.585, nor an angle such as 38°17'E"
        ),
        (
            "1e400,50",
            "longitude '1e400' is not a number in degrees, such as 34.585, nor an angle such as 38°17'E"
        ),
        ("31°60'E,50", "longitude '31°60'E' has 60 minutes, expected less than 60"),
        ("31,90.01", "latitude 90.01 in column 'lat' is not in -90...90"),
        ("-180.01,0", "longitude -180.01 in column 'lon' is not in -180...180"),
        ("31", "the line cannot be read: it has 1 fields, expected 2 as in the header"),
        ("31,50,7", "the line cannot be read: it has 3 fields, expected 2 as in the header"),
        ("\"31\"x,50", "the line cannot be read: text stands outside the quotes of a field"),
    ]

    @Test("Bad rows say why", arguments: bad)
    func badRow(row: String, expected: String) throws {
        let found = table("lon,lat\n\(row)\n31,50\n")
        let quoted = expected.contains(",") ? "\"record 1 at byte 8: \(expected)\"" : expected
        #expect(found.text.contains(quoted))
        #expect(found.tally.read == 2)
        #expect(found.tally.rejected == 1)
        #expect(found.text.hasSuffix("31,50,east;all,\"a\"\"b\",,\n"))
        #expect(found.rejects == "lon,lat\n\(row)\n")
        let again = table(found.text)
        #expect(again.text == found.text)
        #expect(again.tally.rejected == 1)
    }

    @Test("Numbers as people write them", arguments: ["31", "+31", "031.0", "31.", "3.1e1"])
    func numbers(text: String) {
        #expect(table("lon,lat\n\(text),50\n").tally.zonesInside == [1, 1])
    }

    @Test("A row that is not UTF-8 is written with U+FFFD")
    func notUTF8() {
        let bytes = Array("lon,lat,n\n31,50,".utf8) + [0xE9] + Array("\n31,50,e\n".utf8)
        let found = outcome(of: [bytes], output: [.zones])
        #expect(
            found.text == "lon,lat,n,dmz_zones,dmz_note,dmz_error\n"
                + "31,50,\u{FFFD},east;all,altered: bytes that are not UTF-8 are written as U+FFFD,\n"
                + "31,50,e,east;all,,\n")
    }

    @Test("Names of columns that are not UTF-8 are written with U+FFFD, if positions have names")
    func namesNotUTF8() throws {
        let name: [UInt8] = [0xCD, 0xE0, 0xE7]
        let found = outcome(
            of: [name + Array(",lon,lat\na,31,50\n".utf8)], output: [.zones])
        #expect(
            found.text
                == "\u{FFFD}\u{FFFD}\u{FFFD},lon,lat,dmz_zones,dmz_note,dmz_error\na,31,50,east;all,,\n"
        )
        #expect(found.error == nil && found.tally.altered == 1)
        #expect(
            found.tally.notes.first?.hasPrefix("in: the names of the columns at byte 0: altered")
                == true)
        #expect(Array(found.altered.utf8).count > 0)
        let error = try #require(outcome(of: [name + Array(",x\n1,2\n".utf8)]).error)
        #expect(error.sentence.hasPrefix("the names of the columns are not UTF-8"))
    }

    @Test("A fault of the header has the header's place, however the bytes are cut")
    func headerPlace() {
        let bytes = Array("\n\nname,colour\n1,2\n".utf8)
        for cut in 0...bytes.count {
            let found = outcome(of: [Array(bytes[..<cut]), Array(bytes[cut...])], format: .csv)
            #expect(found.error?.byte == 2)
        }
    }

    @Test("Earlier findings are replaced, wherever they stand")
    func rerun() {
        let found = table("dmz_zones,lon,dmz_old,lat\na,31,b,50\n")
        #expect(
            found.text.hasPrefix("lon,lat,dmz_zones,dmz_side,dmz_note,dmz_error\n31,50,east;all,"))
        #expect(table(found.text).text == found.text)
    }

    @Test("Columns can be named")
    func named() {
        var fields = FieldNames()
        (fields.longitude, fields.latitude) = ("ost", "nord")
        fields.category = "kind"
        let found = table("lon,lat,nord,ost,kind\n0,0,50,31,gun\n", fields: fields)
        #expect(found.tally.findings == [1, 0, 0, 0, 0, 0, 0, 0])
        #expect(table("lon,lat\n", fields: fields).error?.sentence.contains("'ost'") == true)
    }

    @Test("Values are found in any letter case, the exact one first")
    func letterCase() {
        let found = table("lon,lat,Category,UNCERTAINTY_M\n29.9,50,gun,5\n")
        #expect(found.tally.zonesUndeterminable == [1, 0])
        let exact = table("lon,lat,Category,category\n31,50,bus,gun\n")
        #expect(exact.tally.findings == [1, 0, 0, 0, 0, 0, 0, 0])
        let twins = table("lon,lat,Category,CATEGORY\n31,50,bus,gun\n")
        #expect(twins.error?.sentence == "the header names the column 'Category' twice")
    }

    static let hemispheres: [(String, String, Double, Double)] = [
        ("lat,ns,lon,ew", "50,N,31,E", 31, 50), ("lat,ns,lon,ew", "50,S,31,W", -31, -50),
        ("latitude,latitude_hemisphere,longitude,longitude_hemisphere", "5,south,6,East", 6, -5),
        ("GPSLatitudeRef,lat,GPSLongitudeRef,lon", "s,5,w,6", -6, -5),
        ("lon,lat,Lat N/S", "31,50, S ", 31, -50), ("x,y,E/W", "31,50,w", -31, 50),
        ("lon,lat,hemisphere", "31,0,S", 31, 0), ("lon,lat,hemisphere", "31,50,W", -31, 50),
        ("lon,lat,Hemisphere", "31,50,Northern", 31, 50), ("lon,lat,quadrant", "31,50,NW", -31, 50),
        ("lat_cardinal,lat,lon_cardinal,lon", "s,50,w,31", -31, -50),
        ("lon,lat,ew,e_w", "31,50,W,west", -31, 50), ("lon,lat,ns", "31,50,юг", 31, -50),
        // Those that are none.
        ("lon,lat,ew", "31,50,no", 31, 50), ("lon,lat,ns", "31,-50,123456", 31, -50),
        ("lon,lat,latref", "31,50,WGS84", 31, 50), ("lon,lat,lon_dir", "31,50,270", 31, 50),
        ("lon,lat,NS", "31,-50,", 31, -50),
    ]

    @Test("Columns that name the hemisphere are read", arguments: hemispheres)
    func hemisphere(header: String, row: String, longitude: Double, latitude: Double) throws {
        for isCareful in [false, true] {
            let plain = outcome("\(header)\n\(row)\n", isCareful: isCareful)
            #expect(plain.tally.rejected == 0)
            #expect(plain.tally.zonesInside[0] == (longitude >= 30 ? 1 : 0))
        }
        var reader = ReportReader(format: .csv)
        let batch = try reader.feed(Array("\(header)\n\(row)\n".utf8))
        #expect(batch.positions == [Coordinate(longitude: longitude, latitude: latitude)])
    }

    static let badHemispheres: [(String, String)] = [
        (
            "50,,31,E",
            "the hemisphere 'ns' is '', expected N or S; a column that says something else"
        ),
        ("50,E,31,E", "the hemisphere 'ns' is 'E', expected N or S"),
        ("50,N,31,O", "the hemisphere 'ew' is 'O', expected E or W"),
        (
            "-50,S,31,E",
            "latitude -50 has a sign, and 'ns' says 'S' beside it; expected one of both"
        ),
        (
            "50,N,-31,E",
            "longitude -31 has a sign, and 'ew' says 'E' beside it; expected one of both"
        ),
        ("50,Süden,31,E", "the hemisphere 'ns' is 'Süden', expected N or S"),
        ("95,N,31,E", "latitude 95 in column 'lat' is not in -90...90"),
    ]

    @Test("What a hemisphere may not be", arguments: badHemispheres)
    func badHemisphere(row: String, expected: String) {
        let found = table("lat,ns,lon,ew\n\(row)\n")
        #expect(found.tally.rejected == 1)
        #expect(found.tally.faults.first?.contains(": " + expected) == true)
    }

    @Test("Columns of the hemisphere that disagree, and what is none")
    func otherHemispheres() {
        let found = table("lat,lon,ew,e_w\n50,31,W,E\n")
        #expect(
            found.tally.faults.first?.hasSuffix(
                "'e_w' says 'E', and 'ew' the other side; expected one of both") == true)
        let noted = table("lat,lon,ew\n50,31,no\n")
        #expect(noted.tally.rejected == 0)
        #expect(
            noted.text.contains(
                "'ew' is 'no', which is no hemisphere; the longitude stands as it is written"))
    }

    @Test("One column is not both coordinates")
    func oneColumn() {
        var fields = FieldNames()
        (fields.longitude, fields.latitude) = ("lat", "lat")
        let found = table("lat,lon\n50,31\n", fields: fields)
        #expect(found.error?.sentence.contains("named for both longitude and latitude") == true)
    }

    @Test("A column that was asked for has to be there")
    func missingColumn() {
        var fields = FieldNames()
        fields.uncertainty = "error_m"
        fields.named = ["error_m"]
        #expect(
            table("lon,lat,err\n31,50,5\n", fields: fields).error?.sentence
                == "the header has no column 'error_m', which was asked for; it names "
                + "'lon', 'lat', 'err'")
        #expect(table("lon,lat,Error_m\n31,50,5\n", fields: fields).error == nil)
    }

    @Test("Blank lines are no records")
    func blank() {
        let found = table("\nlon,lat\n\n31,50\r\n\r\n")
        #expect(found.tally.read == 1)
        #expect(found.text.hasPrefix("\nlon,lat,dmz_zones,dmz_side,dmz_note,dmz_error\n\n31,50,"))
    }
}
