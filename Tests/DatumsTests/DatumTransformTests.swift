import Datums
import Geodesy
import Testing

/// A datum operation with its published parameters.
struct PublishedOperation: Sendable, CustomTestStringConvertible {
    let system: String
    let code: String
    let accuracy: Double
    let earth: PlainEarth
    let helmert: PlainHelmert
    let places: [(Double, Double)]
    var testDescription: String { system + " by " + code }

    /// Parameters of the EPSG register: those of a coordinate frame are given with the sign of a position
    /// vector.
    static let all = [
        // EPSG:5044, from GOST R 51794-2008.
        PublishedOperation(
            system: "EPSG:4284", code: "EPSG:5044", accuracy: 3, earth: .krassowsky,
            helmert: PlainHelmert(
                shift: [23.57, -140.95, -79.8], rotation: [0, 0.35, 0.79], scale: -0.22),
            places: [(38, 48.3), (30, 60), (135, 48)]),
        // EPSG:15865, from GOST R 51794-2001.
        PublishedOperation(
            system: "EPSG:4284", code: "EPSG:15865", accuracy: 4.5, earth: .krassowsky,
            helmert: PlainHelmert(shift: [25, -141, -78.5], rotation: [0, 0.35, 0.736]),
            places: [(38, 48.3), (69, 41)]),
        PublishedOperation(
            system: "EPSG:5561", code: "EPSG:5840", accuracy: 1, earth: .krassowsky,
            helmert: PlainHelmert(shift: [24, -121, -76]), places: [(38, 48.3), (23, 49)]),
        PublishedOperation(
            system: "EPSG:5561", code: "EPSG:5590", accuracy: 5, earth: .krassowsky,
            helmert: PlainHelmert(shift: [25, -141, -78.5], rotation: [0, 0.35, 0.736]),
            places: [(38, 48.3)]),
        // EPSG:1133, mean for western Europe, from NIMA TR8350.2.
        PublishedOperation(
            system: "EPSG:4230", code: "EPSG:1133", accuracy: 10, earth: .international,
            helmert: PlainHelmert(shift: [-87, -98, -121]), places: [(10, 50), (-3, 40)]),
        PublishedOperation(
            system: "EPSG:4230", code: "EPSG:1784", accuracy: 2, earth: .international,
            helmert: PlainHelmert(
                shift: [-84.1, -101.8, -129.7], rotation: [0, 0, 0.468], scale: 1.05),
            places: [(33, 35.2)]),
        PublishedOperation(
            system: "EPSG:4281", code: "EPSG:1074", accuracy: 2, earth: .benoit,
            helmert: PlainHelmert(
                shift: [-275.7224, 94.7824, 340.8944], rotation: [-8.001, -4.42, -11.821], scale: 1),
            places: [(35.2, 31.8), (35.6, 33.1)]),
        PublishedOperation(
            system: "EPSG:4301", code: "EPSG:15484", accuracy: 9, earth: .bessel,
            helmert: PlainHelmert(shift: [-146.414, 507.337, 680.507]), places: [(139.7, 35.7)]),
        // EPSG:1305, for Korea, from NIMA TR8350.2.
        PublishedOperation(
            system: "EPSG:4301", code: "EPSG:1305", accuracy: 4, earth: .bessel,
            helmert: PlainHelmert(shift: [-147, 506, 687]), places: [(126.68, 37.95)]),
        // The worked example of a position vector in EPSG Guidance Note 7-2.
        PublishedOperation(
            system: "EPSG:4322", code: "EPSG:1238", accuracy: 2, earth: .wgs72,
            helmert: PlainHelmert(shift: [0, 0, 4.5], rotation: [0, 0, 0.554], scale: 0.219),
            places: [(4, 55), (-70, -30)]),
    ]
}

@Suite struct DatumTransformTests {
    @Test func anyUnitOfAnglesIsToldWithItsRange() throws {
        let text = """
            GEOGCRS["t",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],\
            CS[ellipsoidal,2],AXIS["longitude",east],AXIS["latitude",north],ANGLEUNIT["x",1e-25]]
            """
        let transform = try DatumTransform(from: ReferenceSystem(text), allowing: .metres(5))
        for (x, y, words) in [(1, 1e30, "latitude 1e+30"), (1e30, 1, "longitude 1e+30")] {
            let error = #expect(throws: DatumError.self) { try transform.transform(x: x, y: y) }
            #expect(error?.sentence.contains("\(words) in t is not in -") == true)
        }
    }

    @Test(arguments: PublishedOperation.all)
    func agreesWithTheFormulaOfSevenParameters(_ operation: PublishedOperation) throws {
        let transform = try DatumTransform(
            from: ReferenceSystem(operation.system), operation: operation.code)
        for (longitude, latitude) in operation.places {
            let found = try transform.transform(x: longitude, y: latitude)
            let expected = operation.helmert.wgs84(
                operation.earth, longitude: longitude, latitude: latitude)
            // 1e-8 degrees are 1 mm.
            #expect((found.position.longitude - expected.longitude).magnitude < 1e-8)
            #expect((found.position.latitude - expected.latitude).magnitude < 1e-8)
            #expect(found.accuracy == .metres(operation.accuracy))
        }
    }

    @Test func plainFormulaAgreesWithTheGuidanceNote() {
        // EPSG Guidance Note 7-2, Position Vector transformation: WGS 72 to WGS 84.
        let helmert = PlainHelmert(shift: [0, 0, 4.5], rotation: [0, 0, 0.554], scale: 0.219)
        let found = helmert([3_657_660.66, 255_768.55, 5_201_382.11])
        for (x, y) in zip(found, [3_657_660.78, 255_778.43, 5_201_387.75]) {
            #expect((x - y).magnitude < 0.01)
        }
    }

    @Test(arguments: [
        ("EPSG:28406", 6.0, 33.0, 36.2, 49.1), ("EPSG:28407", 7, 39, 38, 48.3),
        ("EPSG:28407", 7, 39, 41.9, 50.5),
    ])
    func gaussKrugerHasTheZoneInFrontOfTheEasting(
        _ code: String, _ zone: Double, _ meridian: Double, _ longitude: Double, _ latitude: Double
    ) throws {
        let grid = PlainEarth.krassowsky.gaussKruger(
            longitude: longitude, latitude: latitude, meridian: meridian)
        let transform = try DatumTransform(from: ReferenceSystem(code))
        let found = try transform.transform(
            x: zone * 1_000_000 + 500_000 + grid.easting, y: grid.northing)
        let expected = PublishedOperation.all[0].helmert.wgs84(
            .krassowsky, longitude: longitude, latitude: latitude)
        #expect((found.position.longitude - expected.longitude).magnitude < 2e-8)
        #expect((found.position.latitude - expected.latitude).magnitude < 2e-8)
        #expect(found.accuracy == .metres(3))
        #expect(transform.used.map(\.operation.code) == ["EPSG:5044"])
    }

    /// The grids of UCS-2000 lie on the ellipsoid of Krassowsky as those of SK-42 do; EPSG:5840 is from the
    /// Ukrainian order of 2016.
    @Test(arguments: [
        ("EPSG:5562", 4.0, 21.0, 23.5, 49.0), ("EPSG:5563", 5, 27, 28.4, 50.2),
        ("EPSG:5564", 6, 33, 36.2, 49.1), ("EPSG:5565", 7, 39, 38, 48.3),
    ])
    func gridsOfUCS2000HaveTheZoneInFrontOfTheEasting(
        _ code: String, _ zone: Double, _ meridian: Double, _ longitude: Double, _ latitude: Double
    ) throws {
        let grid = PlainEarth.krassowsky.gaussKruger(
            longitude: longitude, latitude: latitude, meridian: meridian)
        let system = try ReferenceSystem(code)
        #expect(system.zone == Int(zone))
        let transform = try DatumTransform(from: system)
        let x = zone * 1_000_000 + 500_000 + grid.easting
        let found = try transform.transform(x: x, y: grid.northing)
        let expected = PublishedOperation.all[2].helmert.wgs84(
            .krassowsky, longitude: longitude, latitude: latitude)
        #expect((found.position.longitude - expected.longitude).magnitude < 2e-8)
        #expect((found.position.latitude - expected.latitude).magnitude < 2e-8)
        #expect(found.accuracy == .metres(1))
        #expect(transform.used.map(\.operation.code) == ["EPSG:5840"])
        #expect(
            try transform.place(x: x, y: grid.northing).use?.operation.code == "EPSG:5840")
        let other = #expect(throws: DatumError.self) {
            try transform.transform(x: x + 1_000_000, y: grid.northing)
        }
        #expect(other?.code == .otherZone)
    }

    /// EPSG Guidance Note 7-2, Transverse Mercator: 50°30'N, 0°30'E on OSGB36 is 577,274.99 m, 69,740.50 m.
    @Test func gridOfTheGuidanceNoteIsThePlaceOfTheGuidanceNote() throws {
        let grid = try DatumTransform(from: ReferenceSystem("EPSG:27700"), operation: "EPSG:1314")
        let degrees = try DatumTransform(from: ReferenceSystem("EPSG:4277"), operation: "EPSG:1314")
        let a = try grid.transform(x: 577_274.99, y: 69_740.50).position
        let b = try degrees.transform(x: 0.5, y: 50.5).position
        #expect(Geodesic.distance(from: a, to: b) < .metres(0.02))
    }

    @Test func palestineGridIsTwoMetresAndIsNotTheNumbersTakenForWGS84() throws {
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:28191"))
        // The natural origin of the grid (EPSG:18201) is at its false easting and northing.
        let found = try transform.transform(x: 170_251.555, y: 126_867.909)
        let expected = PublishedOperation.all[6].helmert.wgs84(
            .benoit, longitude: 35 + 12.0 / 60 + 43.490 / 3600,
            latitude: 31 + 44.0 / 60 + 2.749 / 3600)
        #expect((found.position.longitude - expected.longitude).magnitude < 2e-8)
        #expect((found.position.latitude - expected.latitude).magnitude < 2e-8)
        #expect(found.accuracy == .metres(2))
        let raw = Coordinate(
            longitude: 35 + 12.0 / 60 + 43.490 / 3600, latitude: 31 + 44.0 / 60 + 2.749 / 3600)
        #expect(Geodesic.distance(from: found.position, to: raw) > .metres(80))
    }

    @Test func bestKnownAccuracyIsChosenWhereEachHolds() throws {
        let tokyo = try DatumTransform(from: ReferenceSystem("EPSG:4301"))
        #expect(try tokyo.transform(x: 126.68, y: 37.95).accuracy == .metres(4))
        #expect(try tokyo.transform(x: 139.7, y: 35.7).accuracy == .metres(9))
        #expect(tokyo.used.map(\.operation.code) == ["EPSG:15484", "EPSG:1305"])
        let ukraine = try DatumTransform(from: ReferenceSystem("EPSG:5561"))
        #expect(try ukraine.transform(x: 38, y: 48.3).accuracy == .metres(1))
        // Pulkovo 1942 as a whole: south of Russia's box another holds.
        let pulkovo = try DatumTransform(from: ReferenceSystem("EPSG:4284"))
        #expect(try pulkovo.transform(x: 69, y: 39).accuracy == .metres(4.5))
    }

    @Test(arguments: [
        ("EPSG:4326", 38.0, 48.0), ("OGC:CRS84", 38, 48), ("+proj=longlat +datum=WGS84", 38, 48),
        ("urn:ogc:def:crs:EPSG::4326", 38, 48), ("EPSG:32637", 425_406.68, 5_316_817.57),
    ])
    func systemsOnWGS84NeedNoOperation(_ code: String, _ x: Double, _ y: Double) throws {
        let system = try ReferenceSystem(code)
        #expect(system.isWGS84)
        let found = try DatumTransform(from: system).transform(x: x, y: y)
        #expect(found.accuracy == .zero)
        if !system.isProjected {
            #expect(found.position == Coordinate(longitude: 38, latitude: 48))
        } else {
            let grid = PlainEarth.wgs84.gaussKruger(
                longitude: found.position.longitude, latitude: found.position.latitude, meridian: 39
            )
            #expect((grid.easting * 0.9996 + 500_000 - x).magnitude < 0.001)
            #expect((grid.northing * 0.9996 - y).magnitude < 0.001)
        }
        #expect(try DatumOperations.list(from: system).isEmpty)
    }

    // EPSG gives 999 m where the accuracy is not known.
    @Test func unknownAccuracyIsRefusedWithWhatThereIs() throws {
        let system = try ReferenceSystem("EPSG:4145")
        let transform = try DatumTransform(from: system)
        let error = #expect(throws: DatumError.self) { try transform.transform(x: 73, y: 33.6) }
        #expect(error?.code == .noOperation)
        #expect(error?.sentence.contains("Kalianpur 1962 to WGS 84 (1) (EPSG:1247)") == true)
        #expect(error?.sentence.contains("its accuracy is not known") == true)
        #expect(error?.sentence.contains("ballpark") == true)
        // Where a better one holds it is taken.
        #expect(try transform.transform(x: 69, y: 25).accuracy == .metres(3))

        let allowing = try DatumTransform(from: system, allowing: .metres(999))
        #expect(try allowing.transform(x: 73, y: 33.6).accuracy == .metres(999))
        #expect(try allowing.transform(x: 69, y: 25).accuracy == .metres(3))
        #expect(
            throws: DatumError.self, "pinned, but nobody says how good it is",
            performing: { try DatumTransform(from: system, operation: "EPSG:1247") })
        let pinned = try DatumTransform(
            from: system, operation: "epsg:1247", allowing: .metres(50))
        #expect(try pinned.transform(x: 73, y: 33.6).accuracy == .metres(50))
    }

    @Test func ballparkIsNeverTakenUnlessNamedWithAnAccuracy() throws {
        let system = try ReferenceSystem("+proj=longlat +ellps=krass")
        let error = #expect(throws: DatumError.self) { try DatumTransform(from: system) }
        #expect(error?.sentence.contains("ballpark") == true)
        #expect(throws: DatumError.self) {
            try DatumTransform(from: system, allowing: .metres(200))
        }
        #expect(throws: DatumError.self) {
            try DatumTransform(from: system, operation: "ballpark")
        }
        let named = try DatumTransform(
            from: system, operation: "ballpark", allowing: .metres(200))
        #expect(try named.transform(x: 38, y: 48).accuracy == .metres(200))
    }

    @Test func parametersInAStringHaveNoKnownAccuracy() throws {
        let system = try ReferenceSystem(
            "+proj=longlat +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22")
        #expect(throws: DatumError.self) { try DatumTransform(from: system) }
        let transform = try DatumTransform(from: system, allowing: .metres(3))
        let found = try transform.transform(x: 38, y: 48.3)
        let expected = PublishedOperation.all[0].helmert.wgs84(
            .krassowsky, longitude: 38, latitude: 48.3)
        #expect((found.position.longitude - expected.longitude).magnitude < 1e-8)
        #expect((found.position.latitude - expected.latitude).magnitude < 1e-8)
        #expect(found.accuracy == .metres(3))
    }

    @Test func positionsOutsideTheAreaAreRefused() throws {
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:28191"))
        let error = #expect(throws: DatumError.self) {
            try transform.transform(x: 170_251, y: 626_867)
        }
        #expect(error?.code == .noOperation)
        #expect(error?.sentence.contains("Palestine 1923 to WGS 84 (1) (EPSG:1074)") == true)
        #expect(error?.sentence.contains("does not hold there") == true)
    }

    @Test func eastingsOfOtherZonesAreToldWithTheZoneThatFits() throws {
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:28407"))
        let other = #expect(throws: DatumError.self) {
            try transform.transform(x: 6_425_838, y: 5_351_700)
        }
        #expect(other?.code == .otherZone)
        #expect(other?.sentence.contains("EPSG:28406") == true)
        let bare = #expect(throws: DatumError.self) {
            try transform.transform(x: 425_838, y: 5_351_700)
        }
        #expect(bare?.sentence.contains("does not begin with a zone") == true)
        let swapped = #expect(throws: DatumError.self) {
            try transform.transform(x: 5_351_700, y: 7_425_838)
        }
        #expect(swapped?.sentence.contains("swapped") == true)
    }

    /// A northing may begin with a zone's number by chance: whoever swapped the columns then would get a place
    /// far away.
    @Test func aNortherlyPlaceOfTheNextZoneIsNotCalledSwapped() throws {
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:28406"))
        // 54.6 degrees north, 1.25 degrees east of the middle of zone 7
        let next = #expect(throws: DatumError.self) {
            try transform.transform(x: 7_580_760, y: 6_057_053)
        }
        #expect(next?.sentence.contains("EPSG:28407") == true)
        #expect(next?.sentence.contains("swapped") == false)
        let swapped = #expect(throws: DatumError.self) {
            try transform.transform(x: 5_920_000, y: 6_425_838)
        }
        #expect(swapped?.sentence.contains("they look swapped") == true)
    }

    @Test(arguments: [
        (Double.nan, 48.0), (38, .nan), (Double.infinity, 48.0), (38, -Double.infinity), (38, 91),
        (181, 48),
        (7_425_838, 5_351_700), (1e300, -1e300),
    ])
    func numbersThatAreNoPositionAreRefused(_ x: Double, _ y: Double) throws {
        for code in ["EPSG:4284", "EPSG:4326", "EPSG:5561"] {
            let transform = try DatumTransform(from: ReferenceSystem(code))
            let error = #expect(throws: DatumError.self) { try transform.transform(x: x, y: y) }
            #expect(error?.code == .notAPosition)
        }
    }

    @Test(arguments: ["EPSG:28407", "EPSG:28191", "EPSG:32637", "EPSG:3857", "EPSG:23036"])
    func anyNumbersGiveAPositionOrAnError(_ code: String) throws {
        let transform = try DatumTransform(from: ReferenceSystem(code))
        for x in [
            Double.nan, .infinity, -1e300, -1e9, -1, 0, 7.5e6, 1e12, .greatestFiniteMagnitude,
        ] {
            for y in [Double.nan, -Double.infinity, -1e12, 0, 5e6, 1e8, 1e300] {
                guard let found = try? transform.transform(x: x, y: y) else { continue }
                #expect(found.position.isValid)
                #expect(found.accuracy.isLength)
            }
        }
    }

    @Test(arguments: ["EPSG:32637", "EPSG:28407", "EPSG:28191", "EPSG:3857"])
    func degreesAreNotTakenForMetresOfAGrid(_ code: String) throws {
        let transform = try DatumTransform(from: ReferenceSystem(code))
        let error = #expect(throws: DatumError.self) { try transform.transform(x: 38, y: 48.3) }
        #expect(error?.sentence.contains("look like longitude and latitude in degrees") == true)
    }

    @Test(arguments: [Double.nan, -1, .infinity])
    func anAllowanceThatIsNoLengthIsRefused(_ metres: Double) throws {
        let system = try ReferenceSystem("EPSG:4284")
        #expect(throws: DatumError.self) {
            try DatumTransform(from: system, allowing: .metres(metres))
        }
    }

    @Test func threadsShareATransform() async throws {
        let transform = try DatumTransform(from: ReferenceSystem("EPSG:4284"))
        let expected = try transform.transform(x: 38, y: 48).position
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<200
                    where try transform.transform(x: 38, y: 48).position != expected {
                        return false
                    }
                    return true
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
        #expect(transform.used.count == 1)
    }

    @Test func pinnedOperationMustBeOneOfTheSystem() throws {
        let system = try ReferenceSystem("EPSG:4284")
        let error = #expect(throws: DatumError.self) {
            try DatumTransform(from: system, operation: "EPSG:1074")
        }
        #expect(error?.code == .unusableOperation)
        #expect(error?.sentence.contains("EPSG:5044") == true)
        #expect(throws: DatumError.self) {
            try DatumTransform(from: ReferenceSystem("EPSG:4326"), operation: "EPSG:5044")
        }
    }

    @Test func pinnedOperationHoldsOutsideItsAreaOnlyWithAnAccuracy() throws {
        let system = try ReferenceSystem("EPSG:4284")
        let pinned = try DatumTransform(from: system, operation: "EPSG:1290")
        #expect(throws: DatumError.self) { try pinned.transform(x: 38, y: 48) }
        let allowing = try DatumTransform(
            from: system, operation: "EPSG:1290", allowing: .metres(30))
        #expect(try allowing.transform(x: 38, y: 48).accuracy == .metres(30))
        #expect(try allowing.transform(x: 25, y: 57).accuracy == .metres(4))
    }
}
