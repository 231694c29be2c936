@testable import Datums
import Geodesy
import Testing

@Suite struct ReferenceSystemTests {
    @Test func codesSayWhatTheyAre() throws {
        let grid = try ReferenceSystem("EPSG:28407")
        #expect(grid.name == "Pulkovo 1942 / Gauss-Kruger zone 7")
        #expect(grid.code == "EPSG:28407")
        #expect(grid.isProjected)
        #expect(grid.unit == "metre")
        #expect(grid.zone == 7)
        #expect(!grid.isWGS84)
        let degrees = try ReferenceSystem(" epsg:4284 ")
        #expect(degrees.name == "Pulkovo 1942")
        #expect(!degrees.isProjected)
        #expect(degrees.unit == "degree")
        #expect(degrees.isInDegrees)
        // UTM has the same false easting in all zones, and no zone in front.
        #expect(try ReferenceSystem("EPSG:32637").zone == nil)
        #expect(try ReferenceSystem("EPSG:28467").zone == nil)
        // Paris has grads.
        #expect(try !ReferenceSystem("EPSG:4807").isInDegrees)
    }

    @Test func textsOfWellKnownFormAreRead() throws {
        let text = """
            GEOGCS["Pulkovo 1942",DATUM["Pulkovo_1942",SPHEROID["Krassowsky 1940",6378245,298.3]],\
            PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4284"]]
            """
        let system = try ReferenceSystem(text)
        #expect(system.code == "EPSG:4284")
        #expect(try ReferenceSystem("+proj=tmerc +lon_0=39 +x_0=7500000 +ellps=krass").zone == 7)
    }

    @Test(arguments: [
        "", "   ", "4284", "EPSG:", "EPSG:99999999", "EPSG:4284x", "NOBODY:1", "Pulkovo 1942", ":",
        "+",
        "+proj=", "+proj=nothing", "+proj=pipeline +step +proj=longlat", "PROJCS[", "{",
        "EPSG:4284\0",
        "EPSG:5703", "EPSG:5800", "EPSG:4978", "EPSG:7405", "EPSG:5044", "urn:ogc:def:crs:EPSG::0",
        "ENGCRS[\"here\",EDATUM[\"d\"],CS[Cartesian,2],AXIS[\"x\",east],AXIS[\"y\",north],LENGTHUNIT[\"metre\",1]]",
    ])
    func whatIsNoHorizontalSystemIsRefusedInASentence(_ text: String) {
        let error = #expect(throws: DatumError.self) { try ReferenceSystem(text) }
        #expect(error?.sentence.contains("expected") == true || error?.code == .unusableSystem)
        #expect((error?.sentence.count ?? 0) < 400)
    }

    @Test(arguments: [
        (
            "EPSG:4979", "'EPSG:4979' (WGS 84) has a height for its third axis, which is not read",
            "EPSG:4326"
        ),
        ("EPSG:4937", "has a height for its third axis", "EPSG:4258"),
        ("EPSG:4978", "'EPSG:4978' (WGS 84) counts metres from the centre of the earth", "convert"),
        ("+proj=geocent +ellps=krass", "counts metres from the centre of the earth", "convert"),
        ("EPSG:7405", "put together from a horizontal and a vertical system", "EPSG:27700"),
        ("EPSG:5703", "is not a system of longitude and latitude", "horizontal"),
        (
            #"""
            PROJCRS["grid with height",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",\
            ELLIPSOID["WGS 84",6378137,298.257223563]]],CONVERSION["c",METHOD["Transverse Mercator"],\
            PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",39],\
            PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],\
            PARAMETER["False northing",0]],CS[Cartesian,3],AXIS["e",east],AXIS["n",north],AXIS["h",up],\
            LENGTHUNIT["metre",1]]
            """#.replacing("\\\n", with: ""), "has a height for its third axis",
            "name the system without it"
        ),
    ])
    func systemsWithAThirdAxisAreRefusedWithTheOneThatIsMeant(
        _ text: String, _ reason: String, _ instead: String
    ) {
        let error = #expect(throws: DatumError.self) { try ReferenceSystem(text) }
        #expect(error?.code == .unusableSystem)
        #expect(error?.sentence.contains(reason) == true, "\(error?.sentence ?? "")")
        #expect(error?.sentence.contains(instead) == true, "\(error?.sentence ?? "")")
    }

    @Test func textsOfOddBytesAreRefused() {
        for text in [String(repeating: "[", count: 10_000), "EPSG:4284\0", "+proj=longlat\0"] {
            let error = #expect(throws: DatumError.self) { try ReferenceSystem(text) }
            #expect((error?.sentence.count ?? 0) < 400)
        }
    }

    @Test func operationsAreListedBestFirst() throws {
        let system = try ReferenceSystem("EPSG:4284")
        let near = try DatumOperations.list(
            from: system, near: Coordinate(longitude: 38, latitude: 48))
        #expect(near.prefix(2).map(\.code) == ["EPSG:5044", "EPSG:15865"])
        #expect(near.prefix(2).map(\.accuracy) == [.metres(3), .metres(4.5)])
        #expect(near.first { $0.code == "EPSG:1254" }?.obstacle == "its accuracy is not known")
        #expect(near.allSatisfy { $0.code != "EPSG:1290" })
        #expect(try DatumOperations.list(from: system).contains { $0.code == "EPSG:1290" })
    }

    @Test func missingGridsAreNamed() throws {
        let grids = try DatumOperations.list(from: ReferenceSystem("EPSG:4230"))
            .filter { !$0.missingGrids.isEmpty }
        for operation in grids {
            #expect(operation.obstacle?.contains(operation.missingGrids[0]) == true)
        }
    }

    @Test func areasMaySpanTheAntimeridian() {
        let area = DatumOperation.Area(
            west: 19.58, south: 41.19, east: -168.97, north: 81.91, name: "Russia")
        #expect(area.contains(Coordinate(longitude: 38, latitude: 48)))
        #expect(area.contains(Coordinate(longitude: -170, latitude: 66)))
        #expect(!area.contains(Coordinate(longitude: -100, latitude: 66)))
        #expect(!area.contains(Coordinate(longitude: 38, latitude: 41)))
    }
}
