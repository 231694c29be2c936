import Foundation
import Geodesy
import TestSupport
import Testing

@Suite struct GeodesicTests {
    static let seed: UInt64 = 41

    /// Pairs of every kind: anywhere, near, nearly antipodal, at and near poles, on one meridian.
    static let pairs: [(Coordinate, Coordinate)] = {
        var random = SeededGenerator(seed: seed)
        func moved(_ from: Coordinate, by span: Double) -> Coordinate {
            Coordinate(
                longitude: (from.longitude + Double.random(in: -span...span, using: &random))
                    .remainder(dividingBy: 360),
                latitude: min(
                    90,
                    max(-90, from.latitude + Double.random(in: -span...span, using: &random))))
        }
        return (0..<3000).map { i in
            let from = random.positionAnywhere()
            let antipode = Coordinate(
                longitude: (from.longitude + 180).remainder(dividingBy: 360),
                latitude: -from.latitude)
            let pole = Coordinate(
                longitude: random.positionAnywhere().longitude, latitude: i % 2 == 0 ? 90 : -90)
            return switch i % 8 {
            case 0: (from, random.positionAnywhere())
            case 1: (from, moved(from, by: 1e-6))
            case 2: (from, moved(from, by: 0.01))
            case 3: (from, moved(from, by: 5))
            case 4: (from, moved(antipode, by: 0.5))
            case 5: (from, pole)
            case 6: (moved(pole, by: 0.01), moved(pole, by: 0.01))
            default:
                (
                    from,
                    Coordinate(
                        longitude: from.longitude, latitude: random.positionAnywhere().latitude)
                )
            }
        }
    }()

    @Test func `Inverse agrees with elliptic integrals`() {
        for (from, to) in Self.pairs {
            let found = Geodesic.inverse(from: from, to: to)
            let truth = Exact.inverse(from, to)
            let difference = (found.distance.metres - truth.distance).magnitude
            #expect(difference < 4e-8, "\(from) to \(to), seed \(Self.seed)")
            // Near antipodes the way is not unique; elsewhere the azimuth is as good as 40 nm.
            guard truth.distance < 19_900e3, truth.distance > 1e-3 else { continue }
            let reach = min(truth.distance, 6_378_137 * sin(truth.distance / 6_378_137))
            for (azimuth, exact) in [
                (found.azimuthAtStart, truth.start), (found.azimuthAtEnd, truth.end),
            ] {
                let turn = (azimuth.degrees - exact).remainder(dividingBy: 360).magnitude
                #expect(turn * Double.pi / 180 * reach < 1e-6, "\(from) to \(to)")
            }
        }
    }

    @Test func `Direct agrees with elliptic integrals`() {
        for (from, to) in Self.pairs {
            let truth = Exact.inverse(from, to)
            let found = Geodesic.direct(
                from: from, azimuth: Azimuth(degrees: truth.start),
                distance: .metres(truth.distance))
            let end = Exact.direct(from, azimuth: truth.start, truth.distance)
            #expect(Exact.distance(found.position, end) < 4e-8, "\(from) to \(to)")
            #expect((-180...180).contains(found.position.longitude))
        }
    }

    /// Karney (2013), tables 2 and 3: distance and end of a path from 40 degrees north.
    @Test func `The published example`() {
        let from = Coordinate(longitude: 0, latitude: 40)
        let end = Geodesic.direct(
            from: from, azimuth: Azimuth(degrees: 30), distance: .metres(10_000_000))
        #expect((end.position.latitude - 41.79331020506).magnitude < 1e-11)
        #expect((end.position.longitude - 137.84490004377).magnitude < 1e-11)
        #expect((end.azimuthAtEnd.degrees - 149.09016931807).magnitude < 1e-11)
    }

    @Test func `Coincident positions are no distance apart, NaN stays NaN`() {
        let place = Coordinate(longitude: 12.3, latitude: -45.6)
        #expect(Geodesic.distance(from: place, to: place) == .zero)
        let pole = Coordinate(longitude: 0, latitude: 90)
        #expect(
            Geodesic.distance(from: pole, to: Coordinate(longitude: 120, latitude: 90)).metres
                < 1e-9)
        let nowhere = Coordinate(longitude: .nan, latitude: 0)
        #expect(Geodesic.distance(from: place, to: nowhere).metres.isNaN)
    }
}
