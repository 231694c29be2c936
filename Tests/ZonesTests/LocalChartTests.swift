import CGeographicLib
import Geodesy
import TestSupport
import Testing
import Zones

/// Metres about a place against GeographicLib.
@Suite struct LocalChartTests {
    @Test("Places are where the geodesic leads, to what the chart says", arguments: 1...4)
    func places(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<2_000 {
            let centre = random.positionAnywhere()
            let reach = random.logarithmic(0.01, number % 2 == 0 ? 20_000 : 900_000)
            let greatest = random.logarithmic(1e-6, 10)
            let chart = LocalChart(centre, reach: reach, greatestError: greatest)
            #expect(chart.error <= greatest)
            let distance = reach * Double.random(in: 0...1, using: &random)
            let azimuth = Double.random(in: 0..<360, using: &random)
            let (sine, cosine) = sineAndCosine(degrees: azimuth)
            let found = chart.place(distance * sine, distance * cosine)
            var (latitude, longitude) = (0.0, 0.0)
            oracle_direct(
                centre.latitude, centre.longitude, azimuth, distance, &latitude, &longitude)
            let off = oracle_inverse(
                latitude, longitude, found.latitude, found.longitude, nil, nil)
            #expect(off <= chart.error + 5e-8, "\(centre), \(distance) m: off by \(off) m")
            #expect(found.isValid)
        }
    }
}
