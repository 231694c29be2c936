import Geodesy
import Testing

@testable import ReportFiles

/// What stands before and under the header of a table, and longitudes counted otherwise.
@Suite struct TableHeadTests {
    static let heads: [(head: String, row: String)] = [
        ("sep=;\nlat;lon\n", "50;31\n"), ("\"sep=;\"\r\nlat;lon\r\n", "50;31\r\n"),
        ("sep=|\nid|lat|lon\n", "1|50|31\n"), ("SEP=,\n\nlat,lon\n", "50,31\n"),
        ("Daily report, 5 February\n\nPatrols,,\nlat,lon,n\n", "50,31,1\n"),
        ("\"A title\nin two lines\"\nlat,lon\n", "50,31\n"),
        ("# exported 2026\nlat,lon\n", "50,31\n"),
    ]

    @Test("Titles and the line that names the delimiter stay as they came", arguments: heads)
    func head(head: String, row: String) throws {
        let text = head + row
        let found = outcome(text, output: [.zones])
        #expect(found.error == nil && found.tally.read == 1 && found.tally.rejected == 0)
        let before = head.split(separator: "lat", maxSplits: 1)[0]
        #expect(found.text.hasPrefix(before))
        #expect(try NotationTests.read(text).positions == [Coordinate(longitude: 31, latitude: 50)])
        #expect(outcome(found.text, output: [.zones]).text == found.text)
        let bytes = Array(text.utf8)
        for cut in 1..<bytes.count {
            #expect(
                outcome(of: [Array(bytes[..<cut]), Array(bytes[cut...])], output: [.zones]) == found
            )
        }
    }

    @Test("A file without a header says what its first line is, after twenty lines")
    func none() {
        let text = "a,b\n" + String(repeating: "1,2\n", count: 100)
        for file in [text, "a,b\n1,2\n", "a,b"] {
            let error = outcome(file).error
            #expect(outcome(file).text.isEmpty)
            #expect(
                error?.byte == 0
                    && error?.sentence.contains("its first line names 'a', 'b'") == true)
        }
        let alone = outcome("sep=;\n")
        #expect(alone.text.isEmpty && alone.error?.sentence.contains("no names of columns") == true)
        let late = String(repeating: "title\n", count: 20) + "lat,lon\n50,31\n"
        #expect(outcome(late).error == nil)
        #expect(outcome("title\n" + late).error != nil)
    }

    @Test(
        "Records above the names are not taken for titles",
        arguments: [
            "1,50.5,31\n2,50,31\nid,lat,lon\n", "1,50.5,31\nid,lat,lon\n2,50,31\n",
            "1;50°N;31°E\nid;lat;lon\n2;50;31\n", "37UDP3000050000,1\nmgrs,id\n",
            "37U,429705,5350000\nzone,easting,northing\n",
        ])
    func recordsAbove(_ text: String) {
        let bytes = Array(text.utf8)
        for cut in 1..<bytes.count {
            let found = outcome(of: [Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(found.text.isEmpty && found.error?.byte == 0)
            #expect(found.error?.sentence.contains("before the names of the columns") == true)
        }
    }

    @Test("Counts above the names are titles")
    func counts() {
        let found = outcome("Reports,12,33\nid,lat,lon\n1,50,31\n")
        #expect(found.error == nil && found.tally.read == 1)
    }

    @Test("Of several pairs of columns none is guessed")
    func severalPairs() {
        // Whatever the records hold, no line of them is then taken for the names.
        let row = "1,50,31,x,y\n"
        let several = outcome("id,start_lat,start_lon,end_lat,end_lon\n" + row)
        #expect(several.text.isEmpty)
        #expect(
            several.error?.sentence
                == "the header has several columns of positions, for 'start', 'end'; name one pair by "
                + "--lon-field and --lat-field")
        // Of one word the likelier pair is meant, and names without a word before all.
        #expect(outcome("id,a_latitude,a_longitude,a_lat,a_lon\n" + row).error == nil)
        #expect(outcome("id,lat,lon,end_lat,end_lon\n" + row).error == nil)
    }

    @Test("A row of tags under the header is no record and gets empty cells")
    func tags() {
        let found = outcome("name,lat,lon\n#name,#geo+lat,#geo+lon\na,50,31\n", output: [.zones])
        #expect(
            found.text == "name,lat,lon,dmz_zones,dmz_note,dmz_error\n#name,#geo+lat,#geo+lon,,,\n"
                + "a,50,31,east;all,,\n")
        #expect(found.tally.read == 1)
        #expect(outcome(found.text, output: [.zones]).text == found.text)
        #expect(outcome("District #adm1,Lat #geo+lat,Lon #geo+lon\nA,50,31\n").tally.rejected == 0)
        // Only directly under the header, and only where all cells are tags.
        #expect(outcome("name,lat,lon\na,50,31\n#name,#geo,#geo\n").tally.rejected == 1)
        #expect(outcome("name,lat,lon\n#1,50,31\n").tally.read == 1)
    }

    static let round: [(String, Double?)] = [
        ("200", -160), ("180.5", -179.5), ("360", 0), ("-180.0004", 179.9996), ("181", nil),
        ("-180.01", nil),
        ("360.01", nil), ("180", 180),
    ]

    @Test("Longitudes of 0 to 360 are read and said", arguments: round)
    func longitudes(text: String, expected: Double?) throws {
        for file in [
            "lon,lat\n\(text),10\n", point("[\(text),10]") + "\n", "[{\"lat\":10,\"lon\":\(text)}]",
            "{\"lat\":\"10\",\"lon\":\"\(text)\"}\n",
        ] {
            for isCareful in [false, true] {
                let found = try NotationTests.read(file, isCareful: isCareful)
                #expect(
                    found.positions.first.map { ($0.longitude * 1e9).rounded() / 1e9 } == expected)
                let note = "the longitude \(text) is read as"
                #expect(
                    outcome(file).text.contains(note)
                        == (expected != nil && text != "180"))
            }
        }
        #expect(outcome("lon,lat\n181,91\n").tally.notAvailable == 1)
    }
}
