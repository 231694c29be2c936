import Foundation
import Testing

/// `dmz measure` as a user runs it.
@Suite struct MeasureTests {
    static let header = "lon,lat,distance_m,side,nearest_lon,nearest_lat,part,segment,fraction\n"

    @Test("Positions from CSV and GeoJSON")
    func positions() throws {
        let folder = try workplace()
        try folder.write("n,lat,lon\n1,50.0,30.010\n2,50,30\n3,x,30\n4,50,29.99\n", to: "p.csv")
        let run = try Program.shell("$dmz measure line.geojson p.csv", in: folder)
        #expect(run.status == 0)
        let rows = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.count == 6)
        #expect(rows.first.map { $0 + "\n" } == Self.header[...])
        let first = rows[1].split(separator: ",")
        #expect(first[0] == "30.010")
        #expect(first[1] == "50.0")
        // The parallel of 50 degrees has a radius of 4,107,864 m: 0.01 degrees of it are 716.957 m,
        // and the shortest way to the meridian is a fraction of a millimetre shorter.
        let distance = try #require(Double(first[2]))
        #expect((distance - 716.957).magnitude < 0.002)
        #expect(first[3] == "right")
        #expect(rows[2].hasPrefix("30,50,0.000000,on,"))
        #expect(rows[3] == "30,x,,,,,,,")
        #expect(rows[4].split(separator: ",")[3] == "left")
        #expect(run.errors.contains("p.csv: record 3 at byte "))
        #expect(run.errors.contains("1 position could not be used"))
        let strict = try Program.shell("$dmz measure --strict line.geojson p.csv", in: folder)
        #expect(strict.status == 65)
        #expect(strict.output == run.output)
        let same = try Program.shell("$dmz measure line.geojson - < r.geojson", in: folder)
        #expect(same.output.contains("\n30.01,50,716."))
        #expect(same.output.contains("\n31,95,,,,,,,\n"))
    }

    @Test("When no position can be used the status is 65, with one sentence why")
    func allRefused() throws {
        let folder = try workplace()
        try folder.write("lat,lon\n5299000,634585\n5299001,634586\n", to: "p.csv")
        let run = try Program.shell("$dmz measure -q line.geojson p.csv", in: folder)
        #expect(run.status == 65)
        #expect(
            run.errors.contains("all 2 records had to be refused: the numbers look like metres"))
        #expect(run.output.hasSuffix("634585,5299000,,,,,,,\n634586,5299001,,,,,,,\n"))
        let allowed = try Program.shell(
            "$dmz measure --allow-all-refused line.geojson p.csv", in: folder)
        #expect(allowed.status == 0)
        try folder.write("lat,lon\n", to: "none.csv")
        #expect(try Program.shell("$dmz measure line.geojson none.csv", in: folder).status == 0)
    }

    @Test("Only digits that hold are written")
    func digits() throws {
        let folder = try workplace()
        try folder.write(
            "lon,lat\n" + (0..<200).map { "30.0\($0)7,49.9\($0)3\n" }.joined(), to: "p.csv")
        let run = try Program.shell("$dmz measure line.geojson p.csv", in: folder)
        func decimals(_ text: Substring) -> Int {
            text.split(separator: ".").dropFirst().first?.count ?? 0
        }
        for row in run.output.split(separator: "\n").dropFirst() {
            let columns = row.split(separator: ",")
            #expect(decimals(columns[2]) == 6)
            #expect(decimals(columns[4]) <= 9 && decimals(columns[5]) <= 9)
            #expect(decimals(columns[8]) <= 6, "\(row)")
        }
    }

    @Test("A last line that is cut off makes the status 65")
    func cutOff() throws {
        let folder = try workplace()
        let feature =
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[31,50]}}"#
        try folder.write(feature + "\n" + feature.dropLast(9), to: "cut.ndjson")
        let run = try Program.shell("$dmz measure line.geojson cut.ndjson", in: folder)
        #expect(run.status == 65)
        #expect(run.output.split(separator: "\n").count == 3)
        #expect(run.errors.contains("record 2 at byte 85: the file is cut off within this record"))
    }

    @Test("Columns that measuring has no use for may have any names")
    func otherColumns() throws {
        let folder = try workplace()
        try folder.write("category,lon,lat,category\na,30,50,b\n", to: "p.csv")
        #expect(try Program.shell("$dmz measure line.geojson p.csv", in: folder).status == 0)
    }

    @Test("A negative position is no flag, a line must be one")
    func faults() throws {
        let folder = try workplace()
        try folder.write("lon,lat\n-30,-50\n", to: "p.csv")
        #expect(try Program.shell("$dmz measure line.geojson p.csv", in: folder).status == 0)
        let wrong = try Program.shell("$dmz measure r.geojson p.csv", in: folder)
        #expect(wrong.status == 65)
        #expect(wrong.errors.hasPrefix("r.geojson: "))
        #expect(try Program.shell("$dmz measure missing p.csv", in: folder).status == 1)
        #expect(try Program.shell("$dmz measure line.geojson . ", in: folder).status == 1)
        let edges = try Program.shell(
            "$dmz measure line.geojson p.csv --edges straight", in: folder)
        #expect(edges.status == 64)
        for kind in ["geodesic", "rhumb", "planar"] {
            let run = try Program.shell(
                "$dmz measure line.geojson p.csv --edges \(kind)", in: folder)
            #expect(run.status == 0)
        }
    }
}
