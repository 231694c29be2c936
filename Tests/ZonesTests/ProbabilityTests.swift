import Foundation
import Geodesy
import Testing
import TestSupport
import Zones

/// Probabilities against integrals in closed form, beside a limit that runs straight.
@Suite struct ProbabilityTests {
    private static let normal = try? PositionModel(.normal)
    private static let uniform = try? PositionModel(.uniform)

    /// Zone 0 reaches 1 km from the equator to both sides.
    private func probability(
        _ footprint: Footprint, _ model: PositionModel?, accuracy: Distance = .zero,
        within bound: Distance = .zero
    ) throws -> ProbabilityRange {
        let zones = try TogetherTests.model(
            [.within(.kilometres(1), of: 0)], accuracy: accuracy)
        let found = try zones.probabilities(
            of: footprint, within: bound, under: #require(model))
        return try #require(found)[0]
    }

    private func normalShare(below limit: Double, _ sigma: Double) -> Double {
        erfc(-limit / sigma / 2.0.squareRoot()) / 2
    }

    @Test("Normal distributions, circular and elliptic", arguments: [-80.0, -20, 0, 5, 50, 150])
    func normal(offset: Double) throws {
        let place = FootprintSearchTests.north(1_000 - offset)
        // CE90 of 50 m: a standard deviation of 50 / 2.1460 m.
        let circle = try Footprint.circle(about: place, radius: .metres(50), level: .ce90)
        let found = try probability(circle, Self.normal)
        let expected = normalShare(below: offset, 50 / 2.145_966_026_289_347)
        #expect(abs(found.least - expected) < 1e-3 && found.least == found.greatest)
        // Axes of 60 and 20 m at 1 sigma, turned by 30 degrees.
        let ellipse = try Footprint.ellipse(
            about: place, semiMajor: .metres(60), semiMinor: .metres(20),
            azimuth: Azimuth(degrees: 30), level: .oneSigma)
        let across = (60 * cos(30 * Double.pi / 180), 20 * sin(30 * Double.pi / 180))
        let sigma = (across.0 * across.0 + across.1 * across.1).squareRoot()
        let turned = try probability(ellipse, Self.normal)
        #expect(abs(turned.least - normalShare(below: offset, sigma)) < 1e-3)
    }

    @Test("Uniform in a circle, a circle with a level, a rectangle", arguments: [-40.0, 0, 12, 49])
    func uniform(offset: Double) throws {
        let place = FootprintSearchTests.north(1_000 - offset)
        func segment(_ radius: Double) -> Double {
            let x = min(1, max(-1, offset / radius))
            return 0.5 + (x * (1 - x * x).squareRoot() + asin(x)) / .pi
        }
        let bound = try Footprint.circle(about: place, radius: .metres(50))
        for model in [Self.normal, Self.uniform] {
            #expect(abs(try probability(bound, model).least - segment(50)) < 1e-3)
        }
        let half = try Footprint.circle(about: place, radius: .metres(50), level: .cep)
        #expect(
            abs(try probability(half, Self.uniform).least - segment(50 * 2.0.squareRoot())) < 1e-3)
        let pixel = try Footprint.rectangle(
            about: place, width: .metres(300), length: .metres(100))
        #expect(
            abs(try probability(pixel, Self.uniform).least - (0.5 + offset / 100)) < 1e-3)
    }

    @Test("A line known to 30 m, and a position that may be off besides, leave a range")
    func ranges() throws {
        let place = FootprintSearchTests.north(990)
        let circle = try Footprint.circle(about: place, radius: .metres(50), level: .oneSigma)
        let (low, high) = (normalShare(below: -20, 50), normalShare(below: 40, 50))
        for (accuracy, bound) in [(30.0, 0.0), (0, 30), (10, 20)] {
            let found = try probability(
                circle, Self.normal, accuracy: .metres(accuracy), within: .metres(bound))
            #expect(abs(found.least - low) < 1e-3, "\(found)")
            #expect(abs(found.greatest - high) < 1e-3, "\(found)")
        }
    }

    @Test("A limit that is loose leaves nothing open where another one, that is exact, decides")
    func looseAndExact() throws {
        // The line is known to 400 m; the circle of 300 m lies within that of its limit, and half of it in the
        // disc about a point, which is exact.
        let centre = FootprintSearchTests.north(1_000).moved(500, towards: 90)
        let zones = try TogetherTests.model(
            [
                .intersection([
                    .within(.kilometres(1), of: 0),
                    .aroundPoint(radius: .metres(500), centre: centre),
                ])
            ], accuracy: .metres(400))
        let circle = try Footprint.circle(
            about: FootprintSearchTests.north(1_000), radius: .metres(300))
        let model = try #require(Self.uniform)
        let found = try #require(zones.probabilities(of: circle, within: .zero, under: model))[0]
        var random = SeededGenerator(seed: 7)
        var inside = 0
        let draws = 40_000
        for _ in 0..<draws {
            let distance = 300 * Double.random(in: 0...1, using: &random).squareRoot()
            let place = FootprintSearchTests.north(1_000).moved(distance, &random)
            if Geodesic.distance(from: place, to: centre).metres <= 500 { inside += 1 }
        }
        // The line may lie so that all that is near the point is in, or nothing is.
        #expect(found.least < 1e-3)
        #expect(abs(found.greatest - Double(inside) / Double(draws)) < 8e-3, "\(found)")
    }

    @Test("Far away, in the midst, and at a point")
    func certain() throws {
        let far = try Footprint.circle(
            about: FootprintSearchTests.north(9_000), radius: .metres(50), level: .ce90)
        #expect(try probability(far, Self.normal) == ProbabilityRange(least: 0, greatest: 0))
        let middle = try Footprint.circle(
            about: FootprintSearchTests.north(0), radius: .metres(50), level: .ce90)
        #expect(try probability(middle, Self.normal) == ProbabilityRange(least: 1, greatest: 1))
        let point = try Footprint.circle(about: FootprintSearchTests.north(999), radius: .zero)
        #expect(try probability(point, Self.normal) == ProbabilityRange(least: 1, greatest: 1))
        #expect(
            try probability(point, Self.normal, accuracy: .metres(2))
                == ProbabilityRange(least: 0, greatest: 1))
    }

    @Test("An answer is certain from the model's certainty on, and without a model never")
    func levels() throws {
        let zones = try TogetherTests.model([.within(.kilometres(1), of: 0)])
        // 4 standard deviations inside the limit: 99.997 %.
        let circle = try Footprint.circle(
            about: FootprintSearchTests.north(960), radius: .metres(10), level: .oneSigma)
        func answer(_ model: PositionModel?) -> Answer {
            zones.answer(of: circle, under: model).whole[0]
        }
        #expect(answer(nil) == .undeterminable)
        #expect(answer(Self.normal) == .yes)
        #expect(answer(try PositionModel(.normal, certainAt: 0.99999)) == .undeterminable)
        let outside = try Footprint.circle(
            about: FootprintSearchTests.north(1_040), radius: .metres(10), level: .oneSigma)
        #expect(zones.answer(of: outside, under: Self.normal).whole[0] == .no)
        // A level of next to nothing leaves everything possible.
        let wide = try Footprint.circle(
            about: FootprintSearchTests.north(0), radius: .metres(10),
            level: Footprint.Level(share: 1e-300))
        for model in [Self.normal, Self.uniform] {
            #expect(zones.answer(of: wide, under: model).whole[0] == .undeterminable)
            #expect(
                model.flatMap { zones.probabilities(of: wide, within: .zero, under: $0) } == nil)
        }
        for share in [0.5, 1.1, .nan] {
            #expect(throws: FootprintError.self) { try PositionModel(.normal, certainAt: share) }
        }
    }
}
