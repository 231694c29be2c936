import Geodesy
import Notations
import Testing

/// What people write, and what it means.
@Suite struct SpellingTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let latitude: Double
        let longitude: Double
        let notation: Notation
        var testDescription: String { text }

        init(_ text: String, _ latitude: Double, _ longitude: Double, _ notation: Notation) {
            (self.text, self.latitude, self.longitude) = (text, latitude, longitude)
            self.notation = notation
        }
    }

    /// 48°27'15" and 38°17'35".
    static let lat = (48 * 3600 + 27 * 60 + 15) / 3600.0
    static let lon = (38 * 3600 + 17 * 60 + 35) / 3600.0
    static let seconds: [String] = [
        "48°27'15\"N 38°17'35\"E", "48°27'15\"N, 38°17'35\"E", "48°27'15\"N,38°17'35\"E",
        "48°27'15\" N / 38°17'35\" E", "48°27'15\"N;38°17'35\"E", "N48°27'15\" E38°17'35\"",
        "N 48 27 15 E 38 17 35", "n 48 27 15, e 38 17 35", "48 27 15 N 38 17 35 E",
        "38°17'35\"E 48°27'15\"N", "E 38 17 35 N 48 27 15", "482715N 0381735E", "482715N0381735E",
        "482715N-0381735E", "482715N 381735E", "N482715 E0381735", "N482715E0381735",
        "482715N/0381735E", "48-27-15N 38-17-35E", "48-27-15 N 038-17-35 E", "48-27-15N;38-17-35E",
        "48:27:15N 38:17:35E", "48:27:15 N, 38:17:35 E", "48d27m15sN 38d17m35sE",
        "48d27m15s N 38d17m35s E", "48D27M15SN 38D17M35SE",
        "48deg 27min 15sec N 38deg 17min 35sec E",
        "48° 27′ 15″ N 38° 17′ 35″ E", "48º27’15”N 38º17’35”E", "48˚27‘15“N 38˚17‘35“E",
        "48°27'15''N 38°17'35''E", "48°27′15′′N 38°17′35′′E", "48°27’15’’ N, 38°17’35’’ E",
        "48°27'15\"\"N 38°17'35\"\"E", "48°27'15\" north 38°17'35\" east",
        "48 degrees 27 minutes 15 seconds north, 38 degrees 17 minutes 35 seconds east",
        "48 degrees, 27 minutes, 15 seconds North; 38 degrees, 17 minutes, 35 seconds East",
        "48°27'15\" north latitude, 38°17'35\" east longitude",
        "north latitude 48°27'15\", east longitude 38°17'35\"",
        "Lat. 48°27'15\" N., Long. 38°17'35\" E.", "Lat: 48°27'15\" Lon: 38°17'35\"",
        "lon=38:17:35 lat=48:27:15", "48°27'15\"Nord 38°17'35\"Est",
        "48°27'15\" nord, 38°17'35\" Ost",
        "48°27'15\" norte 38°17'35\" este", "48°27′15″ с. ш. 38°17′35″ в. д.",
        "48°27′15″ с.ш., 38°17′35″ в.д.", "48°27'15\"С.Ш. 38°17'35\"В.Д.",
        "48°27'15\"С 38°17'35\"В",
        "482715сш 0381735вд", "48°27′15″ пн. ш. 38°17′35″ сх. д.", "48°27'15\" Пн 38°17'35\" Сх",
        "48°27′15″ північної широти, 38°17′35″ східної довготи",
        "48°27′15″ северной широты 38°17′35″ восточной долготы",
        "48 град 27 мин 15 сек сш 38 град 17 мин 35 сек вд",
        "Широта: 48°27'15\" Долгота: 38°17'35\"", "  48°27'15\"N\u{A0}38°17'35\"E \n",
        "48°\u{2009}27′\u{2009}15″\u{202F}N 38° 17′ 35″ E", "48–27–15N 38–17–35E",
        "+48°27'15\", lon 38°17'35\"", "48 27 15 N, 38:17:35",
    ]

    @Test(arguments: seconds) func secondsAreRead(text: String) throws {
        let position = try WrittenPosition(text)
        #expect(position.coordinate == Coordinate(longitude: Self.lon, latitude: Self.lat))
        #expect(position.notation == .degreesMinutesSeconds)
        #expect(
            position.extent
                == .degrees(
                    longitude: Angle(degrees: 1 / 3600.0), latitude: Angle(degrees: 1 / 3600.0)))
    }

    static let cases: [Case] = [
        // Minutes.
        Case("4827.258N 03817.5E", 48 + 27.258 / 60, 38 + 17.5 / 60, .degreesMinutes),
        Case("4827.258N 3817.5E", 48 + 27.258 / 60, 38 + 17.5 / 60, .degreesMinutes),
        Case("48 27.258 N 38 17.5 E", 48 + 27.258 / 60, 38 + 17.5 / 60, .degreesMinutes),
        Case("48°27.258'N 38°17.5'E", 48 + 27.258 / 60, 38 + 17.5 / 60, .degreesMinutes),
        Case("48°27,258'N 38°17,5'E", 48 + 27.258 / 60, 38 + 17.5 / 60, .degreesMinutes),
        Case("4827N 03817E", 48 + 27 / 60.0, 38 + 17 / 60.0, .degreesMinutes),
        Case("E12°32.288' N47°09.678'", 47 + 9.678 / 60, 12 + 32.288 / 60, .degreesMinutes),
        Case("3805S 12644W", -38 - 5 / 60.0, -126 - 44 / 60.0, .degreesMinutes),
        Case(
            "37°56′53″ N 126°40.5′ W", 37 + (56 * 60 + 53) / 3600.0, -126.675,
            .degreesMinutesSeconds),
        // Seconds with decimals, other sides.
        Case("482715.50N 0381735.25E", lat + 0.5 / 3600, lon + 0.25 / 3600, .degreesMinutesSeconds),
        Case(
            "48°27'15,5\"N, 38°17'35,25\"E", lat + 0.5 / 3600, lon + 0.25 / 3600,
            .degreesMinutesSeconds),
        Case(
            "48:27:15.5S 38:17:35.25W", -lat - 0.5 / 3600, -lon - 0.25 / 3600,
            .degreesMinutesSeconds),
        Case("48°27'15\" ю.ш. 38°17'35\" з.д.", -lat, -lon, .degreesMinutesSeconds),
        Case("48°27'15\" Пд 38°17'35\" Зх", -lat, -lon, .degreesMinutesSeconds),
        Case("48°27'15\" sud 38°17'35\" ouest", -lat, -lon, .degreesMinutesSeconds),
        Case("48°27'15\" Süd 38°17'35\" West", -lat, -lon, .degreesMinutesSeconds),
        Case("lat -48°27'15\" lon -38°17'35\"", -lat, -lon, .degreesMinutesSeconds),
        Case("48 27 15 138 20 10", lat, 138 + (20 * 60 + 10) / 3600.0, .degreesMinutesSeconds),
        Case("138 20 10, 48 27 15", lat, 138 + (20 * 60 + 10) / 3600.0, .degreesMinutesSeconds),
        Case("48 27.5, 138 20", 48 + 27.5 / 60, 138 + 20 / 60.0, .degreesMinutes),
        Case("90°00'00\"N 0°00'00\"E", 90, 0, .degreesMinutesSeconds),
        Case("00°00'00\"S 180°00'00\"W", 0, -180, .degreesMinutesSeconds),
        Case("0 0 0.001 N 0 0 0.001 W", 0.001 / 3600, -0.001 / 3600, .degreesMinutesSeconds),
        // Whole degrees.
        Case("48°N 38°E", 48, 38, .wholeDegrees),
        Case("N48 W038", 48, -38, .wholeDegrees),
        Case("lat. 38° N., long. 124° E.", 38, 124, .wholeDegrees),
        // Decimals.
        Case("48.4543, 38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543 38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543,38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543;38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543/38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48,4543 38,2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48,45;38,29", 48.45, 38.29, .decimalDegrees),
        Case("48,45, 38,29", 48.45, 38.29, .decimalDegrees),
        Case("48,5 38,5", 48.5, 38.5, .decimalDegrees),
        Case("+48.4543+038.2931/", 48.4543, 38.2931, .decimalDegrees),
        Case("48,4543;38,2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48,4543, 38,2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48,4543,38,2931", 48.4543, 38.2931, .decimalDegrees),
        Case("48,4543N 38,2931E", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543°N, 38.2931°E", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543° 38.2931°", 48.4543, 38.2931, .decimalDegrees),
        Case("38.2931E 48.4543N", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543N 38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("-48.4543 -38.2931", -48.4543, -38.2931, .decimalDegrees),
        Case("-48.4543,-38.2931", -48.4543, -38.2931, .decimalDegrees),
        Case("−48.4543, −38.2931", -48.4543, -38.2931, .decimalDegrees),
        Case("+48.4543 -038.2931", 48.4543, -38.2931, .decimalDegrees),
        Case("48, 38", 48, 38, .decimalDegrees),
        Case("48,38", 48, 38, .decimalDegrees),
        Case("48 138", 48, 138, .decimalDegrees),
        Case(".5, -.25", 0.5, -0.25, .decimalDegrees),
        Case("Lat: 48.4543 Lon: 38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("latitude=48.4543, longitude=38.2931", 48.4543, 38.2931, .decimalDegrees),
        Case("lon: 38.2931; lat: 48.4543", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543 lat 38.2931 lon", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543 38.2931 150.0 4.5", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543, 38.2931, 150", 48.4543, 38.2931, .decimalDegrees),
        Case("48.4543 38.2931 0 0", 48.4543, 38.2931, .decimalDegrees),
        Case("48.454312345678901234567, 38.1", 48.454312345678901234567, 38.1, .decimalDegrees),
        Case("48.45431234567890123, 38.1", 48.45431234567890123, 38.1, .decimalDegrees),
        // Well-known text.
        Case("POINT (38.2931 48.4543)", 48.4543, 38.2931, .decimalDegrees),
        Case("point(38.2931 48.4543)", 48.4543, 38.2931, .decimalDegrees),
        Case("POINT Z (38.2931 48.4543 150)", 48.4543, 38.2931, .decimalDegrees),
        Case("POINTZM(38.2931 48.4543 150 1)", 48.4543, 38.2931, .decimalDegrees),
        Case("SRID=4326;POINT(38.2931 48.4543)", 48.4543, 38.2931, .decimalDegrees),
        Case("POINT(-1.5e-3 4.84543e1)", 48.4543, -1.5e-3, .decimalDegrees),
    ]

    @Test(arguments: cases) func aSpellingIsRead(example: Case) throws {
        let position = try WrittenPosition(example.text)
        let found = position.coordinate
        #expect((found.latitude - example.latitude).magnitude < 1e-13)
        #expect((found.longitude - example.longitude).magnitude < 1e-13)
        #expect(position.notation == example.notation)
    }

    @Test func decimalsAreTheNearestNumbers() throws {
        for text in ["48.4543", "0.1", "89.999999999999", "12.345678901234567890123"] {
            #expect(try WrittenAngle.latitude(text).value.degrees == Double(text))
        }
    }
}
