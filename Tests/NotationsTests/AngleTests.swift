import Notations
import Testing

/// Latitudes and longitudes that stand in columns of their own.
@Suite struct AngleTests {
    @Test(arguments: [
        "48.4543", " 48.4543 ", "48,4543", "48.4543N", "N48.4543", "48.4543 north", "lat 48.4543",
        "48°27.258'", "48 27.258", "48 27.258 N", "4827.258N", "48°27'15.48\"", "48 27 15.48",
        "48:27:15.48",
        "48-27-15.48", "48-27-15,48 N", "482715.48N", "48.4543 с.ш.",
    ])
    func aLatitudeIsRead(text: String) throws {
        let angle = try WrittenAngle.latitude(text)
        #expect((angle.value.degrees - 48.4543).magnitude < 1e-13)
        #expect(angle.isLatitude)
    }

    @Test func theHemisphereMayStandApart() throws {
        let west = try WrittenAngle.longitude("1232.2880", hemisphere: .west)
        #expect((west.value.degrees + 12.538133333333333).magnitude < 1e-13)
        #expect(west.hasHemisphere && west.notation == .degreesMinutes)
        #expect(west.unit.degrees == 1 / 600_000.0)
        #expect(try WrittenAngle.latitude("47.1613", hemisphere: .south).value.degrees == -47.1613)
        #expect(
            try WrittenAngle.latitude("47.1613 S", hemisphere: .south).value.degrees == -47.1613)
        #expect(try WrittenAngle.longitude("12.5 O", hemisphere: .west).value.degrees == -12.5)
    }

    @Test func theUnitIsThatOfTheLastPlace() throws {
        #expect(try WrittenAngle.latitude("48.4543").unit.degrees == 1e-4)
        #expect(try WrittenAngle.latitude("48°N").unit.degrees == 1)
        #expect(try WrittenAngle.latitude("48°27'").unit.degrees == 1 / 60.0)
        #expect(try WrittenAngle.latitude("48°27.25'").unit.degrees == 1 / 6000.0)
        #expect(try WrittenAngle.latitude("48°27'15.50\"").unit.degrees == 1 / 360_000.0)
    }

    @Test(arguments: [
        ("48.45E", NotationError.Code.contradiction), ("lon 48.45", .contradiction),
        ("", .notAPosition),
        ("48.45, 38.29", .notAPosition), ("4709.6780", .outOfRange), ("5226029.55", .outOfRange),
        ("90.0001", .outOfRange), ("N48.45N", .contradiction), ("48.45 O", .contradiction),
        ("48 60", .outOfRange), ("x", .notAPosition), ("-48.45 S", .contradiction),
    ])
    func aLatitudeIsRefused(text: String, code: NotationError.Code) throws {
        let error = try #require(throws: NotationError.self) { try WrittenAngle.latitude(text) }
        #expect(error.code == code, "\(error)")
    }

    @Test func hemispheresThatContradictAreRefused() throws {
        for (text, side) in [("48.45N", Hemisphere.south), ("-48.45", .south), ("48.45", .east)] {
            let error = try #require(throws: NotationError.self) {
                try WrittenAngle.latitude(text, hemisphere: side)
            }
            #expect(error.code == .contradiction)
        }
    }

    @Test func wordsNameHemispheres() {
        for (word, side) in [
            ("N", Hemisphere.north), ("nord", .north), ("с. ш.", .north), ("Пн", .north),
            (" S ", .south),
            ("Süd", .south), ("Ю.Ш.", .south), ("E", .east), ("Ost", .east), ("сх. д.", .east),
            ("ouest", .west),
            ("W.", .west),
        ] {
            #expect(Hemisphere(word: word) == side, "\(word)")
        }
        for word in ["", "O", "NE", "x", "1"] { #expect(Hemisphere(word: word) == nil) }
    }
}
