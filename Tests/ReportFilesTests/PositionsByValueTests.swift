import Geodesy
import TestSupport
import Testing

@testable import ReportFiles

/// Positions in columns whose names say nothing, and in the columns of UTM.
@Suite struct PositionsByValueTests {
    private func place(_ text: String) throws -> [Coordinate] {
        var positions: [Coordinate] = []
        for chunk in [1, text.utf8.count] {
            var splitter = RecordSplitter(file: "reports.csv")
            let reader = PositionReader(fields: FieldNames())
            positions = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                try bytes[start..<min(bytes.count, start + chunk)].withUnsafeBytes {
                    try splitter.feed($0) { try reader.read($0) { positions.append($0.position) } }
                }
            }
            try splitter.finish { try reader.read($0) { positions.append($0.position) } }
        }
        return positions
    }

    private func isNear(_ a: Coordinate?, _ longitude: Double, _ latitude: Double) -> Bool {
        guard let a else { return false }
        return abs(a.longitude - longitude) < 5e-3 && abs(a.latitude - latitude) < 5e-3
    }

    @Test(
        "A column of positions is found by what it holds",
        arguments: [
            "when,place\n31MAR2022,37UDP3000050000\n01APR2022,37UDP3000150000\n",
            "Patrol 7\nby day;\n\nwhen;Stelle;\n31MAR2022;37U DP 30000 50000;x\n",
            "Patrol 7\n\nwhen;Stelle\n31MAR2022;37U DP 30000 50000\n2022-04-01;\n",
            "a\tb\nx\tPOINT (38.05208 48.29856)\ny\tPOINT (38.1 48.3)\n",
            "a,b\nx,\"48°17'54.8\"\"N 38°03'07.5\"\"E\"\n",
            "sep=;\nn;loc\n1;48.29856 38.05208\n2;48.29856, 38.05208\n",
            "where\n\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[38.05208,48.29856]}\"\n",
            "p,q,r\n1,48°17.914'N,38°03.125'E\n2,48°17.914'N,38°03.125'E\n",
            "n,where\n1,37U 429705 5350000\n",
        ])
    func found(text: String) throws {
        let positions = try place(text)
        #expect(isNear(positions.first, 38.053, 48.2985), "\(positions)")
    }

    @Test(
        "What may be something else is not taken for a position",
        arguments: [
            "a,b\n31MAR2022,1\n01APR2022,2\n", "a\n12 30\n14 45\n", "a\n48 38\n",
            "a,b\n37UDP3000050000,37UDP3000050000\n", "a\n37U\n", "a\n37UDP3000050000\nno\n",
            "37UDP3000050000\n37UDP3000050000\n", "a,b\n48.25,37.5\n", "a\n\n", "a",
            "a,b\n48°17'N,1\n", "a,b,c\n48°N,48°N,38°E\n", "a\n1.25 2.5\n",
            "a,b\np,q\nnear,1\n37UDP3000050000,2\n", "code,n\nZAH123456,1\nZAH123457,2\n",
        ])
    func none(text: String) {
        #expect(throws: ReportFileError.self, "\(text)") { try place(text) }
    }

    @Test(
        "A first record is not lost for the names of columns",
        arguments: [
            "p1,,x\np2,37UDP3000050000,y\n", "1,near the bridge\n2,37UDP3000050000\n",
            "B17;\nB18;37UDP3000050000\nB19;37UDP3000050000\n",
            "unknown\ttank\n37UDP3000050000\ttank\n", "10:53,?\n11:00,48.25 37.50\n",
            "2017-02-05,unknown\n2017-02-06,\"48.29856, 38.05208\"\n",
        ])
    func noHeader(text: String) {
        #expect(throws: ReportFileError.self, "\(text)") { try place(text) }
    }

    @Test("Names with digits are names where the values look otherwise")
    func digits() throws {
        let found = try place("Q1,Ort 2\n5,37UDP3000050000\n7,37UDP3000150000\n")
        #expect(found.count == 2)
    }

    @Test("Twenty lines of titles may come before, and no more")
    func titles() throws {
        let table = "when,place\n1,37UDP3000050000\n"
        let found = try place(String(repeating: "title\n", count: 19) + table)
        #expect(found.count == 1)
        #expect(isNear(found.first, 38.053, 48.2985))
        #expect(throws: ReportFileError.self) {
            try place(String(repeating: "title\n", count: 20) + table)
        }
    }

    @Test(
        "The parts of a position in UTM may stand in columns of their own",
        arguments: [
            "Zone,Easting,Northing\n37U,429705,5350000\n",
            "UTM Zone;Band;UTM_E;UTM_N\n37;U;429705;5350000\n",
            "northing,easting,zone,hemisphere\n5350000,429705,37,N\n",
            "zone,easting,northing,hemisphere\n37, 429705 ,5350000,north\n",
            "zone;easting;northing\n37U;429705,25;5350000,5\n",
            "zone;easting;northing\n37U;429.705,250;5.350.000,125\n37U;429.705;5.350.000\n",
            "zone;easting;northing\n37U;429.705;5.350.000\n37U;429.705;5.350.000\n",
            "zone,easting,northing\n37U,\"429705,250\",\"5350000,5\"\n",
        ])
    func grid(text: String) throws {
        let positions = try place(text)
        #expect(isNear(positions.first, 38.053, 48.2985), "\(positions)")
    }

    @Test("A part that is missing is said")
    func missingParts() {
        let found = outcome(
            "zone,easting,northing\n37,429705,5350000\n,429705,5350000\n37U,,5350000\n37U,1,2\n")
        #expect(found.tally.rejected == 4)
        #expect(found.tally.faults.first?.contains("north") == true)
        let south = outcome(
            "zone,easting,northing,hemisphere\n36,429705,9350000,S\n36,429705,9350000,x\n",
            output: [.zones])
        #expect(south.tally.rejected == 1)
    }
}
