import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Notations

/// MGRS, UTM and UPS against PROJ and GEOTRANS.
@Suite struct GridTests {
    /// Metres between two places, by GeographicLib's elliptic integrals.
    static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        oracle_inverse(a.latitude, a.longitude, b.latitude, b.longitude, nil, nil)
    }

    struct Row {
        let place: Coordinate
        let digits: Int
        let text: String
        let centre: Coordinate
    }

    /// What GEOTRANS says, from `scripts/oracle/notations --sample`.
    static let rows: [Row] = {
        let text =
            (try? String(contentsOfFile: Fixtures.path("notations/mgrs.csv"), encoding: .utf8))
            ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ",").map(String.init)
            func number(_ index: Int) -> Double { Double(fields[index]) ?? .nan }
            return Row(
                place: Coordinate(longitude: number(0), latitude: number(1)),
                digits: Int(number(2)), text: fields[3],
                centre: Coordinate(longitude: number(4), latitude: number(5)))
        }
    }()

    @Test func cellsAreThoseOfGEOTRANS() throws {
        #expect(Self.rows.count > 2000)
        for row in Self.rows {
            #expect(try row.place.mgrs(digits: row.digits) == row.text)
            let read = try WrittenPosition(row.text)
            let disc = read.disc()
            #expect(Self.distance(disc.centre, row.centre) < 1e-3, "\(row.text)")
            #expect(read.notation == .mgrs)
            let side = [100_000, 10_000, 1000, 100, 10, 1][row.digits]
            #expect(read.extent == .cell(side: .metres(Double(side))))
        }
    }

    @Test func spellingsOfACellAreOne() throws {
        let cell = try WrittenPosition("37UDP3000050000")
        for text in [
            "37udp3000050000", "37U DP 30000 50000", "37 U DP 30000 50000", "37UDP 30000 50000",
            "  37 u d p 3000050000 ", "37UDP 30 000 50 000", "MGRS 37UDP3000050000",
            "mgrs: 37U DP 30000 50000",
        ] {
            #expect(try WrittenPosition(text) == cell)
        }
        #expect(try WrittenPosition("4QFJ1234567890") == WrittenPosition("04QFJ1234567890"))
        #expect(try WrittenPosition("37UDP").extent == .cell(side: .kilometres(100)))
        #expect(try WrittenPosition("zah").extent == .cell(side: .kilometres(100)))
    }

    @Test func cornersReadBackToTheirCells() throws {
        var random = SeededGenerator(seed: 16)
        var count = 0
        while count < 8000 {
            let text = try Coordinate.anywhere(&random).mgrs(
                digits: .random(in: 0...5, using: &random))
            let corner = try WrittenPosition(text).coordinate
            let again = try corner.mgrs(
                digits: (text.count - (text.first?.isNumber == true ? 5 : 3)) / 2)
            // Where a border of zones or bands cuts the cell, its corner lies in another.
            if again.prefix(3) != text.prefix(3) { continue }
            if again.first?.isNumber != true, again.prefix(1) != text.prefix(1) { continue }
            #expect(again == text)
            count += 1
        }
    }

    @Test func placesReadBackToTheirCells() throws {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<6000 {
            let place = Coordinate.anywhere(&random)
            let digits = Int.random(in: 0...5, using: &random)
            let text = try place.mgrs(digits: digits)
            let read = try WrittenPosition(text)
            let disc = read.disc()
            #expect(Self.distance(disc.centre, place) <= disc.bound.metres, "\(text)")
            if digits >= 3, try disc.centre.mgrs(digits: 0).prefix(3) == text.prefix(3) {
                #expect(try disc.centre.mgrs(digits: digits) == text)
            }
        }
    }

    @Test func metresAreThoseOfPROJ() throws {
        var random = SeededGenerator(seed: 18)
        for zone in 0...60 {
            for isNorth in [true, false] {
                let oracle = try #require(GridOracle(zone: zone, isNorth: isNorth))
                for _ in 0..<50 {
                    let e = Double.random(
                        in: zone == 0 ? 1_300_000...2_700_000 : 200_000...800_000, using: &random)
                    let n = Double.random(
                        in: zone == 0
                            ? 1_300_000...2_700_000
                            : isNorth ? 0...9_300_000 : 1_200_000...10_000_000,
                        using: &random)
                    let text =
                        (zone == 0 ? "UPS" : "\(zone)") + (isNorth ? " north " : " south ")
                        + "\(e) \(n)"
                    let found = try WrittenPosition(text).coordinate
                    let expected = oracle.position(e, n)
                    #expect(Self.distance(found, expected) < 1e-6, "\(text)")
                    let back = oracle.metres(found)
                    #expect(hypot(back.easting - e, back.northing - n) < 1e-6)
                }
            }
        }
    }

    @Test func whatIsWrittenInMetresIsThatOfPROJ() throws {
        var random = SeededGenerator(seed: 19)
        for _ in 0..<3000 {
            let place = Coordinate.anywhere(&random)
            let text = try place.utm(decimals: 6)
            let words = text.split(separator: " ")
            let oracle = try #require(
                GridOracle(zone: Int(words[0]) ?? 0, isNorth: words[1] == "north"))
            let (easting, northing) = oracle.metres(place)
            let written = try #require(
                Double(words[2]).flatMap { e in Double(words[3]).map { (e, $0) } })
            #expect(hypot(written.0 - easting, written.1 - northing) < 2e-6, "\(text)")
            #expect(Self.distance(try WrittenPosition(text).coordinate, place) < 2e-6)
        }
    }

    @Test(arguments: [
        "37 north 430000 5350000", "37U 430000 5350000", "37 U 430000 5350000",
        "37N 430000 5350000",
        "zone 37 N 430000 5350000", "UTM 37N 430000 5350000", "utm zone 37 north, 430000, 5350000",
        "37, north, 430000, 5350000", "37U 430000E 5350000N", "37U 430000 E 5350000 N",
        "37U 430000mE 5350000mN", "37U 430000 mE, 5350000 mN", "37U 430000 m E 5350000 m N",
        "37U 5350000N 430000E", "37U E430000 N5350000", "37U E 430000 N 5350000",
        "37u 0430000 5350000",
        "430000 5350000 37U", "430000E 5350000N zone 37 north", "37U 430000.0 5350000.00",
        "Easting: 430000 Northing: 5350000 zone 37 north", "37U;430000;5350000",
        "37U/430000/5350000",
    ])
    func aSpellingOfMetresIsRead(text: String) throws {
        let found = try WrittenPosition(text)
        #expect(found.notation == .utm)
        #expect(found.coordinate == (try WrittenPosition("37 north 430000 5350000").coordinate))
    }

    @Test func southAndPolarMetresAreRead() throws {
        let south = try WrittenPosition("37 south 430000 3900000").coordinate
        #expect(try WrittenPosition("37F 430000 3900000").coordinate == south)
        #expect(try WrittenPosition("37S 430000 5350000").coordinate.latitude < -41)
        #expect(try WrittenPosition("37M 430000 9999999").coordinate.latitude < 0)
        let pole = try WrittenPosition("UPS north 2000000 2000000")
        #expect(pole.coordinate.latitude == 90 && pole.notation == .ups)
        #expect(try WrittenPosition("Z 2000000 2000000").coordinate.latitude == 90)
        #expect(try WrittenPosition("A 1900000 2000000").coordinate.longitude == -90)
        #expect(try WrittenPosition("UPS S 2100000 2000000").coordinate.longitude == 90)
    }

    @Test func anExampleWorkedByHand() throws {
        // On the central meridian of zone 31 at the equator; one metre is 1 / 0.9996 m there.
        let origin = try WrittenPosition("31NEA0000000000")
        #expect(origin.coordinate.latitude.magnitude < 1e-12)
        #expect((origin.coordinate.longitude - 3).magnitude < 1e-12)
        let disc = origin.disc()
        #expect((disc.bound.metres - 0.5.squareRoot() / 0.9996).magnitude < 2e-7)
    }

    @Test func theScaleChangesNoFasterThanIsTakenForGranted() throws {
        var random = SeededGenerator(seed: 20)
        for number in 0..<10_000 {
            let isPolar = number % 4 == 0
            let isNorth = Bool.random(using: &random)
            let eastings =
                !isPolar ? 0...1_000_000.0 : isNorth ? 1_200_000...2_800_000 : 700_000...3_300_000
            let northings = isPolar ? eastings : isNorth ? 0...9_600_000 : 900_000...10_000_000
            let place = GridPlace(
                zone: isPolar ? 0 : 37, isNorth: isNorth,
                easting: .random(in: eastings, using: &random),
                northing: .random(in: northings, using: &random))
            var other = place
            other.easting = min(
                max(
                    place.easting + .random(in: -70_000...70_000, using: &random),
                    eastings.lowerBound),
                eastings.upperBound)
            other.northing = min(
                max(
                    place.northing + .random(in: -70_000...70_000, using: &random),
                    northings.lowerBound),
                northings.upperBound)
            let (a, b) = try (#require(place.onGlobe?.scale), #require(other.onGlobe?.scale))
            let away = hypot(place.easting - other.easting, place.northing - other.northing)
            #expect((a - b).magnitude <= (isPolar ? 4e-8 : 2e-8) * away + 1e-15)
            #expect(a >= (isPolar ? 0.994 : 0.9996) - 1e-15)
        }
    }
}
