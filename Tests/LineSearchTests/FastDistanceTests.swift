import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Testing

@testable import LineSearch

/// The constants of `FastDistance` against the curvature of the ellipsoid and GeographicLib.
@Suite("Constants of the fast distance")
struct FastDistanceTests {
    @Test("Between two positions it is off by less than the error, a hundredth of it below 200 km")
    func errors() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<20_000 {
            let from = Coordinate(
                longitude: 0, latitude: .random(in: -90...90, using: &random))
            let s = random.logarithmic(0.1, 1_000_000)
            var (latitude, longitude) = (0.0, 0.0)
            oracle_direct(
                from.latitude, from.longitude, .random(in: -180...180, using: &random), s,
                &latitude, &longitude)
            let to = GlobePoint(longitude: longitude, latitude: latitude)
            let (distance, error) = GlobePoint(from).distance(to: to)
            #expect(abs(distance - s) < error)
            if s < 200_000 { #expect(abs(distance - s) < error / 50) }
        }
    }

    private static let pieces = [(9_900.0, 20.0), (5_000, 60), (1_000, 90), (100, 0)]

    @Test("Geodesic pieces leave the ellipsoid by the change of its curvature only")
    func heights() throws {
        var greatest = 0.0
        for latitude in [0.0, 30, 45, 60, 85] {
            for (length, azimuth) in Self.pieces {
                let start = Coordinate(longitude: 0, latitude: latitude)
                let end = start.moved(length, towards: azimuth)
                let piece = LineChords(LineLocator(try LineGeometry([start, end]))).pieces[0]
                // Curvature changes by at most 3 e^2 / 2 a^2 = 2.5e-16 a metre; with the half length c the
                // cubic that it makes is 0.385 c^3 / 6 of that, or 2e-18 of the length's cube.
                let bound = 2.2e-18 * length * length * length + 2e-9
                for t in stride(from: 0.1, through: 0.9, by: 0.1) {
                    let bow = t * (1 - t)
                    let place = SIMD3(
                        piece.ax + t * piece.ux + bow * piece.wx,
                        piece.ay + t * piece.uy + bow * piece.wy,
                        piece.az + t * piece.uz + bow * piece.wz)
                    let scaled = place / SIMD3(WGS84.a, WGS84.a, WGS84.b)
                    let height = ((scaled * scaled).sum() - 1) * WGS84.b / 2
                    #expect(abs(height) < bound)
                    greatest = max(greatest, abs(height) / bound)
                }
            }
        }
        #expect(greatest > 0.5)
    }

    @Test("Near a line distances are off by less than is allowed where decimals are told")
    func nearDistances() throws {
        var random = SeededGenerator(seed: 42)
        for latitude in [0.0, 30, 45, 60, 85] {
            for (length, azimuth) in Self.pieces {
                let start = Coordinate(longitude: 0, latitude: latitude)
                let end = start.moved(length, towards: azimuth)
                let locator = LineLocator(try LineGeometry([start, end]))
                let line = FastLine(locator, reach: 1_000, bits: 8)
                let allowed =
                    FastDistance.departure(ofPiecesUpTo: length, areBent: false)
                    + FastDistance.likelyError(at: 100, longest: length)
                // From the least distance at which a third decimal may change to some hundred metres.
                for off in [5e-4, 1e-3, 0.1, 10, 100] {
                    for _ in 0..<20 {
                        let position = start.moved(
                            length * .random(in: 0...1, using: &random), towards: azimuth
                        ).moved(off, &random)
                        let exact = locator.nearest(to: position).distance.metres
                        // Nearer than half a millimetre nothing is rounded up.
                        guard exact > 4e-4 else { continue }
                        let foot = try #require(line.foot(of: position))
                        #expect(abs(foot.distance - exact) < allowed)
                    }
                }
            }
        }
    }

    @Test("Chords of equal paths differ by no more than their spread, and by half of it somewhere")
    func spread() {
        // 2R sin(s / 2R) on spheres of the least and the greatest radius of curvature.
        let (least, most) = (6_335_439.3, 6_399_593.7)
        var greatest = 0.0
        for s in stride(from: 100_000.0, through: 3_000_000, by: 50_000) {
            let apart = 2 * most * sin(s / (2 * most)) - 2 * least * sin(s / (2 * least))
            let spread = FastDistance.chordSpread(at: 2 * least * sin(s / (2 * least)))
            #expect(apart < spread)
            greatest = max(greatest, apart / spread)
        }
        #expect(greatest > 0.5)
    }
}
