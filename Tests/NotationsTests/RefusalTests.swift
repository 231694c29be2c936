import Notations
import Testing

/// What is refused, and why.
@Suite struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let code: NotationError.Code
        let part: NotationError.Part?
        let words: String
        var testDescription: String { text }

        init(
            _ text: String, _ code: NotationError.Code, _ part: NotationError.Part?, _ words: String
        ) {
            (self.text, self.code, self.part, self.words) = (text, code, part, words)
        }
    }

    static let cases: [Case] = [
        Case("", .notAPosition, nil, "is empty"),
        Case(" \n", .notAPosition, nil, "is empty"),
        Case("near the bridge", .notAPosition, nil, "is no position"),
        Case("48.4543", .notAPosition, nil, "is one number"),
        Case("48°27'15\"N", .notAPosition, nil, "is one angle"),
        Case("48.45, 38.29, 1, 2, 3", .notAPosition, nil, "is no position"),
        Case("48.45 - 38.29", .notAPosition, nil, "is no position"),
        Case("48 27-15 38 17-35", .notAPosition, nil, "is no position"),
        Case("48°15\"N 38°17'E", .notAPosition, nil, "is no position"),
        Case("48.5°27'N 38°17'E", .notAPosition, nil, "is no position"),
        Case("48.27.15 38.17.35", .notAPosition, nil, "is no position"),
        Case("48.27.15N 38.17.35E", .notAPosition, nil, "is no position"),
        Case("48N27 15 38E17 35", .notAPosition, nil, "is no position"),
        Case("[38.29, 48.45]", .notAPosition, nil, "is no position"),
        Case("48.45NE 38.29", .notAPosition, nil, "is no position"),
        Case("POINT EMPTY", .notAPosition, nil, "is no position"),
        Case("POINT (38.2931)", .notAPosition, nil, "is no position"),
        // Ranges.
        Case("91.5, 38.29", .outOfRange, .latitude, "has the latitude 91.5"),
        Case("138.29, 48.45", .outOfRange, .latitude, "exchanged"),
        Case("48.45, 181", .outOfRange, .longitude, "at most 180"),
        Case("91°00'N 38°00'E", .outOfRange, .latitude, "at most 90"),
        Case("90°00'00.1\"N 38°00'00\"E", .outOfRange, .latitude, "at most 90"),
        Case("48°N 180°00'30\"E", .outOfRange, .longitude, "at most 180"),
        Case("48°60'N 38°17'E", .outOfRange, .minutes, "has 60 minutes, expected less than 60"),
        Case("48°27'60\"N 38°17'35\"E", .outOfRange, .seconds, "has 60 seconds"),
        Case("48°27'60.0\"N 38°17'35\"E", .outOfRange, .seconds, "has 60.0 seconds"),
        Case("4875N 03817E", .outOfRange, .minutes, "has 75 minutes"),
        Case("482799N 0381735E", .outOfRange, .seconds, "has 99 seconds"),
        Case("4709.678, 1232.288", .outOfRange, .latitude, "run together"),
        Case("POINT (48.45 138.29)", .outOfRange, .latitude, "longitude, latitude"),
        Case("SRID=32637;POINT(430000 5350000)", .otherSystem, nil, "expected 4326"),
        // Contradictions.
        Case("48.45N 38.29S", .contradiction, nil, "two latitudes"),
        Case("48.45E 38.29E", .contradiction, nil, "two longitudes"),
        Case("-48.45N 38.29E", .contradiction, .latitude, "minus sign and the letter N"),
        Case("-48.45S 38.29E", .contradiction, .latitude, "minus sign and the letter S"),
        // Two readings.
        Case("48 27 15 38 20 10", .ambiguous, nil, "latitude 38°20'10\", longitude 48°27'15\""),
        Case("48°27'15\" 38°20'10\"", .ambiguous, nil, "latitude 48°27'15\", longitude 38°20'10\""),
        Case("48:27:15, 38:20:10", .ambiguous, nil, "write N, S, E or W"),
        Case("48 27.5 38 20.1", .ambiguous, nil, "latitude 38°20.1', longitude 48°27.5'"),
        Case("48 27 38 20", .ambiguous, nil, "height and accuracy"),
        Case("48 27 15", .ambiguous, nil, "the one angle 48°27'15\""),
        Case("48 27", .ambiguous, nil, "the one angle 48°27'"),
        Case("48 27.258", .ambiguous, nil, "latitude 48, longitude 27.258"),
        Case("48,27,15", .ambiguous, nil, "commas between its numbers or within"),
        Case("48d27m15s 38d17m35e", .ambiguous, nil, "48°27'15\" south"),
        Case("48.45N 38.29O", .ambiguous, .longitude, "west (ouest"),
        Case("N 48 27 O 38 17", .ambiguous, .longitude, "east (Ost)"),
        Case("48,45,38,29", .ambiguous, nil, "commas between its numbers or within"),
        // MGRS.
        Case("37U", .gridZoneAlone, nil, "grid zone alone"),
        Case("37UDP123", .notAPosition, nil, "3 digits"),
        Case("37UDP 123 4567", .notAPosition, nil, "7 digits"),
        Case("37UDP 1234 56", .notAPosition, nil, "into halves"),
        Case("37UDP 123456 123456", .notAPosition, nil, "at most 10"),
        Case("61UDP3050", .outOfRange, .zone, "1 to 60"),
        Case("0UDP3050", .outOfRange, .zone, "1 to 60"),
        Case("37IDP3050", .noSuchSquare, .band, "neither I nor O"),
        Case("37UOP3050", .noSuchSquare, .square, "neither I nor O"),
        Case("37UDI3050", .noSuchSquare, .square, "neither I nor O"),
        Case("37ADP3050", .noSuchSquare, .band, "polar"),
        Case("36UDP3050", .noSuchSquare, .square, "zone 36 has no column D; zone 37 has"),
        Case("12SDD3050", .noSuchSquare, .square, "zone 12 has no column D; zone 13 has"),
        Case("N48.45 E38.29E", .contradiction, nil, "two letters"),
        Case("37UDX3050", .noSuchSquare, .square, "A to V"),
        Case("37TDA3050", .contradiction, .band, "no part of which lies in band T"),
        Case("32XNR3050", .noSuchSquare, .band, "zones 31 and 33 do"),
        Case("ZZZ0000000000", .noSuchSquare, .square, "polar grid"),
        // UTM and UPS.
        Case("37 430000 5350000", .ambiguous, .band, "north or south of the equator"),
        Case("37S 430000 3900000", .ambiguous, .band, "band S"),
        Case("zone 37 S 430000 3900000", .ambiguous, .band, "band S"),
        Case("61N 430000 5350000", .outOfRange, .zone, "1 to 60"),
        Case("37I 430000 5350000", .noSuchSquare, .band, "C to X"),
        Case(
            "37T 430000 5600000", .contradiction, .band, "band T (latitudes 40 north to 48 north)"),
        Case("37U 5350000 430000", .outOfRange, .easting, "exchanged"),
        Case("37 north 430000 9700000", .outOfRange, .northing, "0 to 9600000"),
        Case("UPS north 1000000 2000000", .outOfRange, .easting, "1200000 to 2800000"),
        Case("Y 2100000 2000000", .contradiction, .band, "east"),
        Case("UPS 2000000 2000000", .notAPosition, .band, "which polar grid"),
        Case("37U 430000 E 5350000 E", .contradiction, nil, "E on both numbers"),
    ]

    @Test(arguments: cases) func aTextIsRefused(example: Case) throws {
        let error = try #require(throws: NotationError.self) { try WrittenPosition(example.text) }
        #expect(error.code == example.code)
        #expect(error.part == example.part)
        #expect(error.description.contains(example.words), "\(error)")
        #expect((error.code == .ambiguous) == (error.readings.count == 2), "\(error.readings)")
    }

    @Test func bothReadingsOfAZoneSAreRead() throws {
        let error = try #require(throws: NotationError.self) {
            try WrittenPosition("37S 430000 3900000")
        }
        #expect(error.readings == ["37 north 430000 3900000", "37 south 430000 3900000"])
        let latitudes = try error.readings.map { try WrittenPosition($0).coordinate.latitude }
        #expect(latitudes[0] > 35 && latitudes[0] < 36 && latitudes[1] < -54)
    }

    @Test func onlyTheNotationsAskedForAreTaken() throws {
        #expect(try WrittenPosition("37UDP3050", among: [.mgrs, .utm]).notation == .mgrs)
        let error = try #require(throws: NotationError.self) {
            try WrittenPosition("31MAR2022", among: [.decimalDegrees, .degreesMinutes])
        }
        #expect(error.code == .otherNotation)
        #expect(
            error.description
                == "'31MAR2022' is a position in MGRS, expected decimal degrees or degrees and minutes"
        )
    }
}
