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
            let s = exp(Double.random(in: log(0.1)...log(1_000_000), using: &random))
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
