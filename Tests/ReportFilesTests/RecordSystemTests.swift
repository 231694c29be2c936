import Datums
import Geodesy
import TestSupport
import Testing

@testable import ReportFiles

/// Records that name their own reference systems in a column or property.
///
/// Places are those of `pyproj.transformer.TransformerGroup` (PROJ 9.5.1) by EPSG:5044.
@Suite struct RecordSystemTests {
    private static let grid = Coordinate(longitude: 37.998987450476, latitude: 48.293968454180)
    private static let degrees = Coordinate(longitude: 37.998460058914, latitude: 48.299928207683)
    private static let plain = Coordinate(longitude: 38, latitude: 48.3)

    private static func fields(
        crs: String? = nil, allowing: Distance? = nil, name: String = "crs"
    ) throws -> FieldNames {
        var fields = FieldNames()
        fields.system = name
        fields.systems = DatumSystems(allowing: allowing)
        if let crs { fields.datum = try DatumTransform(from: ReferenceSystem(crs)) }
        return fields
    }

    /// What is read, which must be the same whether records are read at once or alone.
    private static func read(_ text: String, _ fields: FieldNames) throws -> NotationTests.Read {
        let read = try NotationTests.read(text, fields)
        #expect(try NotationTests.read(text, fields, isCareful: true) == read)
        return read
    }

    private static func agree(_ found: [Coordinate], _ expected: [Coordinate]) -> Bool {
        found.count == expected.count
            && zip(found, expected).allSatisfy { Exact.distance($0, $1) < 1e-4 }
    }

    @Test("Each record is read in the system that it names")
    func table() throws {
        let read = try Self.read(
            """
            x,y,crs,uncertainty_m
            7425838,5351700,EPSG:28407,
            7425838,5351700,28407,10
            38,48.3,,
            38,48.3,4284,1
            38,48.3," EPSG:4284 ",
            38,48.3,epsg:4326,
            38,48.3,"  ",
            38°00'00"E,48°18'00"N,EPSG:4284,

            """, Self.fields())
        #expect(
            Self.agree(
                read.positions,
                [
                    Self.grid, Self.grid, Self.plain, Self.degrees, Self.degrees, Self.plain,
                    Self.plain, Self.degrees,
                ]), "\(read)")
        #expect(
            read.bounds.prefix(7) == [
                .metres(3), .metres(13), .zero, .metres(4), .metres(3), .zero, .zero,
            ])
    }

    @Test("An empty cell is in the system of --crs")
    func usual() throws {
        let read = try Self.read(
            "easting,northing,crs\n7425838,5351700,\n38,48.3,EPSG:4284\n7425838,5351700,EPSG:28407\n",
            Self.fields(crs: "EPSG:28407"))
        #expect(Self.agree(read.positions, [Self.grid, Self.degrees, Self.grid]), "\(read)")
    }

    @Test("Features and plain objects, by a text or a number")
    func objects() throws {
        let read = try Self.read(
            """
            {"type":"Feature","properties":{"crs":"EPSG:28407"},"geometry":{"type":"Point","coordinates":[7425838,5351700]}}
            {"type":"Feature","properties":{"crs":28407},"geometry":{"type":"Point","coordinates":[7425838,5351700]}}
            {"type":"Feature","properties":{"crs":null},"geometry":{"type":"Point","coordinates":[38,48.3]}}
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[38,48.3]}}
            {"easting":7425838,"northing":"5351700","crs":"EPSG:28407"}
            {"lon":38,"lat":48.3,"crs":4284}

            """, Self.fields())
        #expect(
            Self.agree(
                read.positions,
                [Self.grid, Self.grid, Self.plain, Self.plain, Self.grid, Self.degrees]), "\(read)")
        #expect(
            read.bounds == [.metres(3), .metres(3), .zero, .zero, .metres(3), .metres(3)])
    }

    @Test("Names are found in any letter case, as those of other columns are")
    func letterCase() throws {
        let read = try Self.read("x,y,CRS\n7425838,5351700,28407\n", Self.fields())
        #expect(Self.agree(read.positions, [Self.grid]))
    }

    @Test("What names no system refuses its record alone, with what was found")
    func faults() throws {
        let read = try Self.read(
            """
            x,y,crs
            7425838,5351700,EPSG:1
            7425838,5351700,SK-42
            7425838,5351700,EPSG:5703
            73,33.6,EPSG:4145
            38,48.3,EPSG:28407
            7425838,5351700,EPSG:28406
            7425838,5351700,28407

            """, Self.fields())
        #expect(Self.agree(read.positions, [Self.grid]))
        #expect(read.faults.count == 6)
        #expect(
            read.faults[0].contains(
                "the system in 'crs' cannot be used: 'EPSG:1' is no reference system that PROJ knows"
            ))
        #expect(read.faults[1].contains("'SK-42' is no reference system"))
        #expect(read.faults[2].contains("name its horizontal system"))
        #expect(read.faults[3].contains("its accuracy is not known"))
        #expect(read.faults[4].contains("look like longitude and latitude in degrees"))
        #expect(
            read.faults[5].contains("EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) would fit"))
        let allowed = try Self.read(
            "x,y,crs\n73,33.6,EPSG:4145\n", Self.fields(allowing: .metres(50)))
        #expect(allowed.bounds == [.metres(50)])
        let odd = try Self.read(
            #"{"type":"Feature","properties":{"crs":["EPSG:28407"]},"geometry":{"type":"Point","coordinates":[38,48]}}"#
                + "\n", Self.fields())
        #expect(
            odd.faults.first?.contains("it is an array, expected a code such as EPSG:28407")
                == true,
            "\(odd.faults)")
    }

    @Test("A Feature's crs member must be of the system that the record names")
    func member() throws {
        func feature(_ crs: String) -> String {
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[38,48]}}"#
                + "\n"
                + #"{"type":"Feature","crs":{"type":"name","properties":{"name":"\#(crs)"}},"properties":{"crs":"EPSG:28407"},"#
                + #""geometry":{"type":"Point","coordinates":[7425838,5351700]}}"# + "\n"
        }
        #expect(try Self.read(feature("EPSG:28407"), Self.fields()).positions.count == 2)
        #expect(
            try Self.read(feature("EPSG:28406"), Self.fields()).faults.first?
                .contains("expected one of both") == true)
    }

    @Test("A column that is not there is a fault of the file")
    func noColumn() throws {
        var fields = try Self.fields(name: "datum")
        fields.named.append("datum")
        let error = #expect(throws: ReportFileError.self) {
            try Self.read("x,y,crs\n1,2,\n", fields)
        }
        #expect(error?.sentence.contains("no column 'datum'") == true)
    }

    @Test("Thousands of different names are read and forgotten")
    func manyNames() throws {
        let rows = (0..<1500).map { "38,48.3,x\($0)\n" }.joined()
        let read = try NotationTests.read(
            "lon,lat,crs\n\(rows)7425838,5351700,28407\n", Self.fields())
        #expect(read.faults.count == 1500 && read.positions.count == 1)
    }

    @Test("The systems and operations that were used are told")
    func summary() throws {
        let fields = try Self.fields()
        #expect(fields.systems?.summary.isEmpty == true)
        _ = try Self.read("x,y,crs\n7425838,5351700,28407\n7425838,5351700,EPSG:28407\n", fields)
        #expect(
            fields.systems?.summary == [
                "EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by Pulkovo 1942 to WGS 84 (20) (EPSG:5044), 3 m"
            ])
    }
}
