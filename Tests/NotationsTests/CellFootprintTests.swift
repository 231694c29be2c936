import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Notations
@testable import Zones

/// That the footprint of a text is all that it may stand for.
@Suite struct CellFootprintTests {
    /// Whether a footprint is enclosed by the disc that the position had before it had a footprint.
    private func isEnclosed(_ footprint: Footprint, by disc: PositionDisc) -> Bool {
        let circle = footprint.enclosingCircle
        return circle.centre == disc.centre && circle.radius == disc.bound
    }

    @Test("A cell of MGRS is the rectangle of its grid, by PROJ")
    func cells() throws {
        var random = SeededGenerator(seed: 41)
        for number in 0..<3000 {
            var start = Coordinate.anywhere(&random)
            if number % 3 == 0 {
                start.latitude = 90 - pow(10, .random(in: -6...1, using: &random))
            }
            if number % 6 == 0 { start.latitude = -start.latitude }
            let text = try start.mgrs(digits: number % 6)
            let position = try WrittenPosition(text)
            guard case .cell(let corner, let side) = position.storage else { continue }
            let footprint = try #require(position.footprint(), "\(text)")
            #expect(isEnclosed(footprint, by: position.disc()), "\(text)")
            #expect(footprint.meaning == .somewhere && footprint.level == .bound)
            guard case .grid(let square) = footprint.form else {
                Issue.record("\(text) is no rectangle of a grid")
                continue
            }
            #expect(square.square.half.easting == side / 2)
            #expect(square.square.half.northing == side / 2)
            let oracle = try #require(GridOracle(zone: Int(corner.zone), isNorth: corner.isNorth))
            for draw in 0..<6 {
                let (u, v) =
                    draw < 4
                    ? (Double(draw % 2) - 0.5, Double(draw / 2) - 0.5)
                    : (
                        Double.random(in: -0.5...0.5, using: &random),
                        .random(in: -0.5...0.5, using: &random)
                    )
                let place = square.square.place(easting: u * side, northing: v * side)
                let expected = oracle.position(
                    corner.easting + (u + 0.5) * side, corner.northing + (v + 0.5) * side)
                #expect(GridTests.distance(place, expected) < 1e-6, "\(text)")
            }
        }
    }

    @Test("Cells at the corners of the grid's range lie on the globe")
    func range() throws {
        for text in ["1CCP", "60XWQ", "31NAA", "31MAV", "32VKM", "ZZZ", "BAN", "AZZ", "YZP", "BAZ"]
        {
            guard let position = try? WrittenPosition(text) else { continue }
            let footprint = try #require(position.footprint(), "\(text)")
            let shape = footprint.shape
            for corner in (0..<shape.cornerCount).map(shape.corner) {
                #expect(corner.isValid, "\(text) has the corner \(corner)")
            }
        }
    }

    @Test("Metres as written are a rectangle, exact ones a place")
    func metres() throws {
        let text = "37U 430000.0 5350000.00"
        #expect(try WrittenPosition(text).footprint() == nil)
        let position = try WrittenPosition(text)
        let rule = PrecisionRule(decimals: .asWritten)
        let footprint = try #require(position.footprint(rule))
        #expect(isEnclosed(footprint, by: position.disc(rule)))
        guard case .grid(let square) = footprint.form else {
            Issue.record("it is no rectangle of a grid")
            return
        }
        #expect(square.square.half.easting == 0.05 && square.square.half.northing == 0.005)
        #expect(try WrittenPosition("37U 430000 5350000").footprint(rule) != footprint)
    }

    static let boxes: [(text: String, rule: PrecisionRule, box: [Double]?)] = [
        (
            "48°27'N 38°17'E", .standard,
            [38 + 16.5 / 60, 48 + 26.5 / 60, 38 + 17.5 / 60, 48 + 27.5 / 60]
        ),
        (
            "48°27'S 38°17'W", PrecisionRule(degrees: .truncated),
            [-38 - 18.0 / 60, -48 - 28.0 / 60, -38 - 17.0 / 60, -48 - 27.0 / 60]
        ),
        (
            "48°27'N 38°17'E", PrecisionRule(degrees: .truncated),
            [38 + 17.0 / 60, 48 + 27.0 / 60, 38 + 18.0 / 60, 48 + 28.0 / 60]
        ),
        ("48.45, 38.3", PrecisionRule(decimals: .asWritten), [38.25, 48.445, 38.35, 48.455]),
        ("48.45, 38.3", .standard, nil),
        // A box ends at a pole, about which there is none.
        (
            "89°59'30\"N 10°W", .standard,
            [-10.5, 89 + 59.5 / 60 - 0.5 / 3600, -9.5, 89 + 59.5 / 60 + 0.5 / 3600]
        ),
        ("90°N 10°W", .standard, nil),
        // Over the antimeridian.
        ("0°30'N 180°E", .standard, [179.5, 0.5 - 0.5 / 60, 180.5, 0.5 + 0.5 / 60]),
    ]

    @Test("Angles are a box of longitudes and latitudes, worked out by hand", arguments: boxes)
    func angles(text: String, rule: PrecisionRule, box: [Double]?) throws {
        let position = try WrittenPosition(text)
        let footprint = position.footprint(rule)
        guard let box else {
            #expect(footprint == nil)
            return
        }
        guard case .degrees(let longitudes, let latitudes) = try #require(footprint).form else {
            Issue.record("\(text) is no box")
            return
        }
        let found = [
            longitudes.lowerBound, latitudes.lowerBound, longitudes.upperBound,
            latitudes.upperBound,
        ]
        for (one, other) in zip(found, box) {
            #expect((one - other).magnitude < 1e-12, "\(found) \(box)")
        }
        // The disc holds the box.
        let disc = position.disc(rule)
        for longitude in [box[0], box[2]] {
            for latitude in [box[1], box[3]] {
                let place = Coordinate(
                    longitude: longitude.remainder(dividingBy: 360), latitude: latitude)
                #expect(Exact.distance(disc.centre, place) <= disc.bound.metres)
            }
        }
    }
}
