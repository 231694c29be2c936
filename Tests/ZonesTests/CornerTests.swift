import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Zones

/// Corners of circles and ellipses against GeographicLib: each lies in the shape, and near its border.
@Suite struct CornerTests {
    private static let centres = [
        Coordinate(longitude: 38, latitude: 48), Coordinate(longitude: 180, latitude: 0),
        Coordinate(longitude: -179.9999, latitude: 71),
        Coordinate(longitude: 12, latitude: 89.9995),
        Coordinate(longitude: -70, latitude: -90),
    ]

    @Test(
        "Every corner is in the shape and close to its border, in as many directions",
        arguments: centres, [0.5, 50, 4000, 90_000])
    func corners(centre: Coordinate, along: Double) {
        for (across, azimuth) in [(along, 0.0), (along / 3, 37.0), (along / 10, 250)] {
            let shape = RoundShape(centre, along: along, across: across, azimuth: azimuth)
            #expect(shape.mostCorners == 32)
            var directions: Set<Int> = []
            for number in 0..<shape.mostCorners {
                let (distance, start, _) = Exact.inverse(centre, shape.corner(number))
                let turn = (start - azimuth) * .pi / 180
                let (first, second) = (distance * cos(turn), distance * sin(turn))
                let share =
                    (first / along) * (first / along) + (second / across) * (second / across)
                // Degrees hold 15 nm.
                let most = 1 + 4e-8 / across
                #expect(share <= most && share > 0.95, "\(across), corner \(number): \(share)")
                // Of the unit circle that the ellipse is.
                let step = atan2(second / across, first / along) * 180 / .pi / 11.25
                directions.insert((Int(step.rounded()) + 32) % 32)
                #expect((step - step.rounded()).magnitude < 0.1)
            }
            #expect(directions.count == 32)
        }
    }
}
