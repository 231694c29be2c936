import Datums
import Geodesy
import Testing

/// Control points are made of the reports' by the textbook formula of seven parameters, which shares no code
/// with PROJ.
@Suite struct DatumSuspicionTests {
    private typealias Pair = ShiftMeasure.Pair

    private static func pairs(_ operation: PublishedOperation, around places: [(Double, Double)])
        -> [Pair]
    {
        places.map { longitude, latitude in
            let place = operation.helmert.wgs84(
                operation.earth, longitude: longitude, latitude: latitude)
            return Pair(
                reported: Coordinate(longitude: longitude, latitude: latitude),
                control: Coordinate(longitude: place.longitude, latitude: place.latitude))
        }
    }

    private static func around(_ longitude: Double, _ latitude: Double) -> [(Double, Double)] {
        [(0, 0), (0.3, 0.1), (-0.2, 0.2), (0.1, -0.3), (0.25, -0.15)].map {
            (longitude + $0.0, latitude + $0.1)
        }
    }

    private static func candidates(_ pairs: [Pair]) throws -> [DatumSuspicion.Candidate] {
        DatumSuspicion.candidates(pairs, try #require(ShiftMeasure(pairs)))
    }

    @Test(arguments: [
        // The place in `PublishedOperation.all`, and one within its area.
        (0, 38.0, 48.3), (2, 38.0, 48.3), (4, 10.0, 50.0), (6, 35.2, 31.8), (8, 126.9, 37.7),
    ])
    func datumThatWasMistakenIsFound(_ number: Int, _ longitude: Double, _ latitude: Double) throws
    {
        let operation = PublishedOperation.all[number]
        let found = try Self.candidates(
            Self.pairs(operation, around: Self.around(longitude, latitude)))
        let best = try #require(found.first)
        #expect(best.code == operation.system)
        #expect(best.operation.code == operation.code)
        #expect(best.mistake == .angles)
        #expect(best.explains)
        #expect(best.left < .metres(0.01))
    }

    @Test func conversionThatWasNotNeededIsFound() throws {
        let pairs = Self.pairs(PublishedOperation.all[0], around: Self.around(38, 48.3)).map {
            Pair(reported: $0.control, control: $0.reported)
        }
        let best = try #require(try Self.candidates(pairs).first)
        #expect(best.code == "EPSG:4284" && best.operation.code == "EPSG:5044")
        #expect(best.mistake == .converted && best.explains)
    }

    /// By pyproj 3.7.2: control points taken to ED50 by EPSG:1133, written in UTM zone 32 on the
    /// international ellipsoid, and read in that of WGS 84.
    @Test func gridReferencesOnAnotherDatumAreFound() throws {
        let pairs = [
            (9.30115198, 49.10180687, 9.3, 49.1), (10.00120397, 50.00180503, 10, 50),
            (10.70125027, 50.60180090, 10.7, 50.6), (9.80118049, 49.40180360, 9.8, 49.4),
        ].map {
            Pair(
                reported: Coordinate(longitude: $0.0, latitude: $0.1),
                control: Coordinate(longitude: $0.2, latitude: $0.3))
        }
        let best = try #require(try Self.candidates(pairs).first)
        #expect(best.code == "EPSG:4230" && best.operation.code == "EPSG:1133")
        #expect(best.mistake == .grid && best.explains)
        #expect(best.left < .metres(0.1))
    }

    @Test func unknownAccuracyIsHeldToTenMetres() throws {
        // Kalianpur 1962 to WGS 84 (1), EPSG:1247: 283, 682, 231 m on Everest 1962.
        let everest = PlainEarth(a: 6_377_301.243, f: 1 / 300.8017255)
        let operation = PublishedOperation(
            system: "EPSG:4145", code: "EPSG:1247", accuracy: 999, earth: everest,
            helmert: PlainHelmert(shift: [283, 682, 231]), places: [])
        let best = try #require(
            try Self.candidates(Self.pairs(operation, around: Self.around(73, 33.6))).first)
        #expect(best.code == "EPSG:4145" && best.operation.code == "EPSG:1247")
        #expect(best.operation.accuracy == nil && best.explains)
    }

    @Test func shiftThatNoDatumHasIsExplainedByNone() throws {
        for (east, north) in [(0.0, 0.0015), (-0.0008, -0.0007), (0.02, 0)] {
            let pairs = Self.around(38, 48.3).map { longitude, latitude in
                Pair(
                    reported: Coordinate(longitude: longitude + east, latitude: latitude + north),
                    control: Coordinate(longitude: longitude, latitude: latitude))
            }
            let found = try Self.candidates(pairs)
            #expect(found.allSatisfy { !$0.explains }, "\(found.prefix(2))")
        }
    }

    @Test func shiftIsTheMedianWhateverOnePointDoes() throws {
        // 0.001 degrees are 111.19 m of latitude at 48 degrees north, and 74.6 m of longitude.
        var pairs = (0..<9).map { k in
            Pair(
                reported: Coordinate(longitude: 38 + Double(k) / 100 + 0.001, latitude: 48.001),
                control: Coordinate(longitude: 38 + Double(k) / 100, latitude: 48))
        }
        pairs.append(
            Pair(
                reported: Coordinate(longitude: -70, latitude: -30),
                control: Coordinate(longitude: 38, latitude: 48)))
        let shift = try #require(ShiftMeasure(pairs))
        #expect((shift.east.metres - 74.63).magnitude < 0.1, "\(shift.east)")
        #expect((shift.north.metres - 111.2).magnitude < 0.1, "\(shift.north)")
        #expect(shift.scatter < .metres(0.01))
        #expect(shift.greatest > .kilometres(1000))
        #expect(shift.count == 10)
        #expect(ShiftMeasure([]) == nil)
    }

    @Test func shiftOverTheAntimeridianIsShort() throws {
        let pair = Pair(
            reported: Coordinate(longitude: -179.9995, latitude: 0),
            control: Coordinate(longitude: 179.9995, latitude: 0))
        let shift = try #require(ShiftMeasure([pair, pair, pair]))
        #expect((shift.east.metres - 111.32).magnitude < 0.01)
        #expect(shift.north == .zero)
    }

    @Test func fewScatteredPointsTellLess() throws {
        func shift(_ count: Int) throws -> ShiftMeasure {
            try #require(
                ShiftMeasure(
                    (0..<count).map { k in
                        Pair(
                            reported: Coordinate(
                                longitude: 38, latitude: 48 + (k % 2 == 0 ? 0.0001 : -0.0001)),
                            control: Coordinate(longitude: 38, latitude: 48))
                    }))
        }
        #expect(try shift(4).tolerance > shift(16).tolerance * 1.9)
        #expect(try shift(10_000).tolerance == .metres(1))
    }
}
