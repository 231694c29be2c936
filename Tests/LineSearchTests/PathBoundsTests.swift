import CGeographicLib
import Foundation
import Geodesy
import LineSearch
import TestSupport
import Testing

/// Every constant of `PathBounds` against numbers that share no code with it.
@Suite("Bounds between chords and paths")
struct PathBoundsTests {
    private static let axis = 6_378_137.0
    private static let flattening = 1 / 298.257223563
    private static let squaredEccentricity = flattening * (2 - flattening)

    /// Earth-centred metres.
    private func place(_ longitude: Double, _ latitude: Double) -> SIMD3<Double> {
        let (l, p) = (longitude * .pi / 180, latitude * .pi / 180)
        let n = Self.axis / (1 - Self.squaredEccentricity * sin(p) * sin(p)).squareRoot()
        return SIMD3(
            n * cos(p) * cos(l), n * cos(p) * sin(l), n * (1 - Self.squaredEccentricity) * sin(p))
    }

    private func length(_ way: SIMD3<Double>) -> Double { (way * way).sum().squareRoot() }

    private func path(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
        var (there, back) = (0.0, 0.0)
        return oracle_inverse(from.1, from.0, to.1, to.0, &there, &back)
    }

    @Test("Radii of curvature lie between those of the spheres")
    func radii() {
        var (least, most) = (Double.infinity, 0.0)
        for latitude in stride(from: 0.0, through: 90, by: 0.5) {
            let s = sin(latitude * .pi / 180)
            let w = (1 - Self.squaredEccentricity * s * s).squareRoot()
            let across = Self.axis / w
            let along = Self.axis * (1 - Self.squaredEccentricity) / (w * w * w)
            least = min(least, across, along)
            most = max(most, across, along)
        }
        #expect(abs(least - 6_335_439.327) < 0.001 && abs(most - 6_399_593.626) < 0.001)
        #expect(WGS84.curvedRadius < least && WGS84.flatterRadius > most)
        #expect(PathBounds.greatestRadius > most && PathBounds.greatestRadius < most + 10)
        #expect(PathBounds.roundRadius > most)
    }

    @Test("Any path has a chord between the bounds, and any chord a path")
    func chords() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<20_000 {
            let from = (0.0, Double.random(in: -90...90, using: &random))
            let azimuth = Double.random(in: -180...180, using: &random)
            let s = random.logarithmic(1, 2_500_000)
            var (latitude, longitude) = (0.0, 0.0)
            oracle_direct(from.1, from.0, azimuth, s, &latitude, &longitude)
            let chord = length(place(longitude, latitude) - place(from.0, from.1))
            // What the difference of two places is off by.
            let off = 1e-8
            #expect(PathBounds.leastChord(ofPath: s) <= chord + off)
            #expect(PathBounds.greatestChord(ofPath: s) >= chord - off)
            #expect(PathBounds.leastPath(ofChord: chord - off) <= s)
            #expect((PathBounds.greatestPath(ofChord: chord + off) ?? .infinity) >= s)
            // Two such chords differ by no more than contenders may.
            let spread =
                PathBounds.greatestChord(ofPath: s) - PathBounds.leastChord(ofPath: s)
            #expect(spread < 1e-5 + 1.2e-16 * s * s * s)
        }
        #expect(PathBounds.greatestPath(ofChord: 12_600_000) == nil)
    }

    @Test("Chords change by the least share of a path's change, and not much more")
    func shares() {
        for length in stride(from: 10_000.0, through: 2_000_000, by: 10_000) {
            let share = PathBounds.leastShare(ofPathsUpTo: length)
            for step in [1.0, 1000, 10_000] where step < length {
                for from in [0, length / 2, length - step] {
                    let change =
                        PathBounds.leastChord(ofPath: from + step)
                        - PathBounds.leastChord(ofPath: from)
                    #expect(change >= share * step - 1e-7)
                }
            }
            let last =
                PathBounds.leastChord(ofPath: length) - PathBounds.leastChord(ofPath: length - 1)
            #expect(last < share + 1e-3)
        }
    }

    @Test("Between parallels and meridians no path is shorter than its bound")
    func betweenParallelsAndMeridians() {
        var random = SeededGenerator(seed: 32)
        for _ in 0..<5_000 {
            let south = Double.random(in: -89.9...89, using: &random)
            let height = min(Double.random(in: 0...1, using: &random), 90 - south)
            let bound = PathBounds.leastPath(ofLatitudes: height)
            #expect(path((0, south), (0, south + height)) >= bound)
            let top = Double.random(in: 0...89, using: &random)
            let width = random.logarithmic(1e-4, 80)
            let least = PathBounds.leastPath(ofLongitudes: width, upToLatitude: top)
            // To the meridian at its nearest place, farther from the equator than where the path begins.
            var nearest = Double.infinity
            for k in 0...90 {
                let latitude = top + (90 - top) * Double(k) / 90
                nearest = min(nearest, path((0, top), (width, latitude)))
            }
            #expect(nearest >= least)
        }
    }

    @Test("Linear places of a cell are off by no more than the bend, and the bend is no wild guess")
    func bends() {
        var random = SeededGenerator(seed: 33)
        var nearest = 0.0
        for _ in 0..<5_000 {
            let a = random.logarithmic(1e-5, 0.03)
            let b = random.logarithmic(1e-5, 0.03)
            let middle = Double.random(in: -85...85, using: &random)
            let cosine = min(1, cos(middle * .pi / 180) + b)
            let bend = PathBounds.bend(longitude: a, latitude: b, cosine: cosine)
            let step = 1e-4
            let centre = place(0, middle)
            let east = (place(step, middle) - place(-step, middle)) / (2 * step)
            let north = (place(0, middle + step) - place(0, middle - step)) / (2 * step)
            for (x, y) in [(1.0, 1.0), (1, 0), (0, 1), (-1, 1)] {
                let (l, p) = (x * a * 180 / .pi, y * b * 180 / .pi)
                let off = length(place(l, middle + p) - (centre + east * l + north * p))
                #expect(off <= bend + 1e-4)
                nearest = max(nearest, off / (bend + 1e-4))
            }
        }
        #expect(nearest > 0.3)
    }
}
