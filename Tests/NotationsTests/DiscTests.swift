import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Notations

/// That the bound covers all that a text may stand for, and hardly more.
@Suite struct DiscTests {
    @Test func cellsOfTheGridAreCovered() throws {
        var random = SeededGenerator(seed: 31)
        for number in 0..<3000 {
            var start = Coordinate.anywhere(&random)
            // A third about the poles.
            if number % 3 == 0 {
                start.latitude = 90 - pow(10, .random(in: -6...1, using: &random))
            }
            if number % 6 == 0 { start.latitude = -start.latitude }
            let text = try start.mgrs(digits: number % 6)
            let position = try WrittenPosition(text)
            guard case .cell(let corner, let side) = position.storage else { continue }
            let disc = position.disc()
            var farthest = 0.0
            for draw in 0..<12 {
                var place = corner
                // The corners, then anywhere on an edge or within.
                place.easting +=
                    draw < 4 ? side * Double(draw % 2) : .random(in: 0...side, using: &random)
                place.northing +=
                    draw < 4
                    ? side * Double(draw / 2)
                    : draw < 8 ? side * Double(draw % 2) : .random(in: 0...side, using: &random)
                let there = try #require(place.onGlobe?.position)
                farthest = max(farthest, GridTests.distance(disc.centre, there))
            }
            #expect(farthest <= disc.bound.metres, "\(text)")
            #expect(disc.bound.metres <= farthest * (1 + 6e-8 * side) + 2e-7, "\(text)")
        }
    }

    @Test func metresAsWrittenAreCovered() throws {
        let exact = try WrittenPosition("37U 430000 5350000").disc()
        #expect(exact.bound == .zero)
        let rule = PrecisionRule(decimals: .asWritten)
        let disc = try WrittenPosition("37U 430000 5350000").disc(rule)
        #expect(disc.centre == exact.centre)
        // The scale 70 km from the central meridian is 0.99966.
        #expect((disc.bound.metres - 0.5.squareRoot() / 0.99966).magnitude < 1e-5)
        let finer = try WrittenPosition("37U 430000.0 5350000.00").disc(rule)
        #expect((finer.bound.metres - hypot(0.05, 0.005) / 0.99966).magnitude < 1e-5)
    }

    /// The places of a rectangle that a disc must cover.
    private func farthest(
        _ centre: Coordinate, _ latitudes: (Double, Double), _ longitudes: (Double, Double),
        _ random: inout SeededGenerator
    ) -> Double {
        var farthest = 0.0
        for draw in 0..<12 {
            let t = draw < 8 ? Double(draw % 2) : .random(in: 0...1, using: &random)
            let u = draw < 4 ? Double(draw / 2) : .random(in: 0...1, using: &random)
            let place = Coordinate(
                longitude: longitudes.0 + u * (longitudes.1 - longitudes.0),
                latitude: min(max(latitudes.0 + t * (latitudes.1 - latitudes.0), -90), 90))
            farthest = max(farthest, GridTests.distance(centre, place))
        }
        return farthest
    }

    @Test func roundedAndTruncatedAnglesAreCovered() throws {
        var random = SeededGenerator(seed: 32)
        for number in 0..<6000 {
            var start = Coordinate.anywhere(&random)
            if number % 5 == 0 {
                start.latitude =
                    (90 - pow(10, .random(in: -7...0.5, using: &random)))
                    * (Bool.random(using: &random) ? 1 : -1)
            }
            if number % 7 == 0 {
                start.longitude =
                    (180 - pow(10, .random(in: -7...0, using: &random)))
                    * (Bool.random(using: &random) ? 1 : -1)
            }
            let decimals = number % 3
            let text =
                number % 2 == 0
                ? try start.degreesMinutesSeconds(decimals: decimals)
                : try start.degreesMinutes(decimals: decimals)
            let unit = (number % 2 == 0 ? 1 / 3600.0 : 1 / 60.0) / pow(10, Double(decimals))
            let position = try WrittenPosition(text)
            let value = position.coordinate

            let rounded = position.disc()
            #expect(rounded.centre.isValid)
            #expect(
                GridTests.distance(rounded.centre, start) <= rounded.bound.metres,
                "\(text) \(start)")
            var far = farthest(
                rounded.centre, (value.latitude - unit / 2, value.latitude + unit / 2),
                (value.longitude - unit / 2, value.longitude + unit / 2), &random)
            // At the pole no longitude is known.
            if value.isPole { far = max(far, unit / 2 * 111_693) }
            #expect(
                far <= rounded.bound.metres + (value.isPole ? 0.02 * unit * 111_693 : 0), "\(text)")
            #expect(rounded.bound.metres <= far * (1 + 1e-8) + 1e-4, "\(text)")

            let truncated = position.disc(PrecisionRule(degrees: .truncated))
            #expect(truncated.centre.isValid)
            let north: Double = text.contains("N") ? 1 : -1
            let east: Double = text.contains("E") ? 1 : -1
            far = farthest(
                truncated.centre, (value.latitude, value.latitude + north * unit),
                (value.longitude, value.longitude + east * unit), &random)
            #expect(far <= truncated.bound.metres, "\(text)")
            if !value.isPole {
                #expect(truncated.bound.metres <= far * (1 + 1e-8) + 1e-4, "\(text)")
            }
        }
    }

    @Test func polesAndTheAntimeridianByHand() throws {
        // A minute of latitude at the pole is 1,861.57 m.
        let pole = try WrittenPosition("90°00'N 0°00'E").disc()
        #expect(pole.centre.isPole && (pole.bound.metres - 930.785).magnitude < 0.1)
        let cutOff = try WrittenPosition("90°00'N 0°00'E").disc(PrecisionRule(degrees: .truncated))
        #expect(cutOff.bound == .zero && cutOff.centre.isPole)
        let edge = try WrittenPosition("0°00'N 180°00'E").disc()
        #expect(edge.centre.longitude == 180)
        // Half a minute is 921.4 m along the meridian at the equator, and 927.7 along it.
        #expect((edge.bound.metres - hypot(921.4, 927.7)).magnitude < 0.2)
        let beyond = try WrittenPosition("0°00'N 180°00'E").disc(PrecisionRule(degrees: .truncated))
        #expect(beyond.centre.longitude == -180 + 1 / 120.0)
        // Neither letter nor sign: a zero that was cut off may lie on either side.
        let open = try WrittenPosition("lat 0°00' lon 10°00'E").disc(
            PrecisionRule(degrees: .truncated))
        #expect(open.centre.latitude == 0 && open.bound.metres > 1842)
    }

    @Test func decimalsAreExactUnlessAsked() throws {
        let position = try WrittenPosition("48.4543, 38.2931")
        #expect(position.disc() == PositionDisc(centre: position.coordinate, bound: .zero))
        let disc = position.disc(PrecisionRule(decimals: .asWritten))
        // Half of 1e-4 degrees: 5.56 m by 3.70 m.
        #expect((disc.bound.metres - hypot(5.56, 3.70)).magnitude < 0.01)
        let one = try WrittenPosition("48°27'N 38.2931E").disc()
        #expect((one.bound.metres - 926.6).magnitude < 1)
    }
}
