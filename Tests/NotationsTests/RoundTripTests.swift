import Geodesy
import Notations
import TestSupport
import Testing

/// What is written reads back as what it was, within half a unit.
@Suite struct RoundTripTests {
    @Test func degreesReadBack() throws {
        var random = SeededGenerator(seed: 41)
        for number in 0..<4000 {
            var place = Coordinate.anywhere(&random)
            // A quarter a hair from a whole minute or second, where 60 is carried.
            if number % 4 == 0 {
                let hair = Double.random(in: -1e-9...1e-9, using: &random)
                place.latitude = (place.latitude * 3600).rounded() / 3600 * 0.999 + hair
                place.longitude = (place.longitude * 60).rounded() / 60 + hair
                place.longitude = min(max(place.longitude, -180), 180)
            }
            for decimals in [0, 2, 7] {
                for (text, perDegree) in [
                    (try place.degreesMinutesSeconds(decimals: decimals), 3600.0),
                    (try place.degreesMinutes(decimals: decimals), 60.0),
                    (try place.decimalDegrees(digits: decimals), 1.0),
                ] {
                    let found = try WrittenPosition(text).coordinate
                    var half = 0.5 / perDegree
                    for _ in 0..<decimals { half /= 10 }
                    #expect((found.latitude - place.latitude).magnitude <= half + 1e-13, "\(text)")
                    #expect(
                        (found.longitude - place.longitude).magnitude <= half + 1e-13, "\(text)")
                    #expect(!text.contains("'60") && !text.contains("°60"), "\(text)")
                }
            }
        }
    }

    @Test func sixtyIsCarried() throws {
        let place = Coordinate(longitude: -9.99999, latitude: 47.9999999)
        #expect(try place.degreesMinutesSeconds() == "48°00'00\"N 10°00'00\"W")
        #expect(try place.degreesMinutesSeconds(decimals: 2) == "48°00'00.00\"N 9°59'59.96\"W")
        #expect(try place.degreesMinutes(decimals: 2) == "48°00.00'N 10°00.00'W")
        #expect(try place.decimalDegrees(digits: 3) == "48.000, -10.000")
        let nearly = Coordinate(longitude: 179.9999999, latitude: -89.9999999)
        #expect(try nearly.degreesMinutesSeconds() == "90°00'00\"S 180°00'00\"E")
    }

    @Test func zeroHasNoSide() throws {
        let place = Coordinate(longitude: -1e-9, latitude: -1e-9)
        #expect(try place.degreesMinutesSeconds() == "0°00'00\"N 0°00'00\"E")
        #expect(try place.decimalDegrees() == "0.00000, 0.00000")
    }

    @Test func writtenInAllForms() throws {
        let place = Coordinate(longitude: 38 + 17.5 / 60, latitude: 48 + 27.258 / 60)
        #expect(try place.degreesMinutesSeconds(decimals: 1) == "48°27'15.5\"N 38°17'30.0\"E")
        #expect(try place.degreesMinutes() == "48°27.258'N 38°17.500'E")
        #expect(try place.decimalDegrees(digits: 4) == "48.4543, 38.2917")
        #expect(try place.mgrs(digits: 3).hasPrefix("37UDP"))
        #expect(try Coordinate(longitude: 0, latitude: 90).utm() == "UPS north 2000000 2000000")
        #expect(try Coordinate(longitude: 5, latitude: -90).mgrs(digits: 0) == "BAN")
    }

    @Test(arguments: [
        Coordinate(longitude: 0, latitude: 90.1), Coordinate(longitude: .nan, latitude: 0),
        Coordinate(longitude: 180.1, latitude: 0), Coordinate(longitude: 0, latitude: .infinity),
    ])
    func whatIsOffTheGlobeIsNotWritten(place: Coordinate) {
        #expect(throws: NotationError.self) { try place.mgrs() }
        #expect(throws: NotationError.self) { try place.utm() }
        #expect(throws: NotationError.self) { try place.degreesMinutesSeconds() }
        #expect(throws: NotationError.self) { try place.decimalDegrees() }
    }

    @Test func zonesOfNorwayAndSvalbard() throws {
        for (longitude, latitude, zone) in [
            (4.0, 60.0, "32V"), (2.9, 60, "31V"), (8.9, 75, "31X"), (9.0, 75, "33X"),
            (21, 75, "35X"),
            (33, 75, "37X"), (180, 10, "01P"), (-180, 10, "01P"), (0, 84, "ZAA"), (0, -80, "31C"),
        ] {
            let text = try Coordinate(longitude: longitude, latitude: latitude).mgrs(digits: 0)
            #expect(text.hasPrefix(zone), "\(text)")
        }
    }
}
