import Geodesy
import TestSupport
import Testing

/// What must not depend on how the same line is written.
@Suite struct LineLocatorRelationTests {
    static let lines = HardLine.allCases
    static let kinds = EdgeKind.allCases

    private func positions(_ hard: HardLine, _ edges: EdgeKind) throws -> [OracleAnswer] {
        let fixture = try OracleFixture(reading: hard, edges)
        return Array(fixture.answers.dropFirst(48).prefix(96))
    }

    @Test("Reversal swaps the sides and changes nothing else", arguments: lines, kinds)
    func reversal(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let (forward, backward) = (LineLocator(line), LineLocator(line.reversed))
        for truth in try positions(hard, edges) {
            let one = forward.nearest(to: truth.position)
            let other = backward.nearest(to: truth.position)
            #expect((one.distance - other.distance).metres.magnitude < 2e-8, "\(truth.position)")
            if truth.sideMargin > 1e-5 || truth.sideMargin < 1e-7, truth.distance > 2e-6 {
                #expect(one.side == other.side.reversed, "\(truth.position)")
            }
            // Where an end is as near as another place, either may be given; the line that turns back
            // on itself passes over its own start.
            if truth.segmentMargin > 1e-5, hard != .switchbacks {
                #expect((one.beyondEnd == nil) == (other.beyondEnd == nil), "\(truth.position)")
            }
            if truth.segmentMargin > 1e-3, !truth.isVertex {
                #expect(one.part == other.part)
                #expect(one.segment == line.parts[one.part].count - 2 - other.segment)
            }
        }
    }

    @Test("Order and cut of the parts do not matter to the distance", arguments: lines, kinds)
    func parts(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let turned = try LineGeometry(parts: line.parts.reversed(), edges: edges)
        let cut = try LineGeometry(
            parts: line.parts.flatMap { part in
                zip(part, part.dropFirst()).filter { !$0.isSamePlace(as: $1) }.map { [$0, $1] }
            }, edges: edges)
        let locators = [line, turned, cut].map { LineLocator($0) }
        for truth in try positions(hard, edges).prefix(48) {
            let distances = locators.map { $0.nearest(to: truth.position).distance.metres }
            #expect((distances[0] - distances[1]).magnitude < 2e-8, "\(truth.position)")
            #expect((distances[0] - distances[2]).magnitude < 2e-8, "\(truth.position)")
        }
    }

    @Test("Splitting edges at places on them changes nothing", arguments: lines, kinds)
    func splitting(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let oracle = OracleLine(line)
        var split: [[Coordinate]] = []
        for (p, part) in line.parts.enumerated() {
            var vertices = [part[0]]
            for s in 0..<part.count - 1 {
                if !part[s].isSamePlace(as: part[s + 1]), s % 2 == 0, part.count < 1000 {
                    vertices.append(oracle.place(part: p, segment: s, fraction: 0.375).0)
                }
                vertices.append(part[s + 1])
            }
            split.append(vertices)
        }
        let (whole, pieces) = (
            LineLocator(line), LineLocator(try LineGeometry(parts: split, edges: edges))
        )
        for truth in try positions(hard, edges).prefix(48) {
            let one = whole.nearest(to: truth.position)
            let other = pieces.nearest(to: truth.position)
            // The place is rounded to some nanometres.
            #expect((one.distance - other.distance).metres.magnitude < 1e-7, "\(truth.position)")
            if truth.sideMargin > 1e-2, truth.distance > 2e-6 {
                #expect(one.side == other.side, "\(truth.position)")
            }
        }
    }

    @Test("Turning the globe changes nothing", arguments: lines, kinds)
    func turning(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        // Dyadic, so that few longitudes are rounded; it carries every line over the antimeridian.
        for turn in [137.5, -45.25] {
            func turned(_ place: Coordinate) -> Coordinate {
                Coordinate(
                    longitude: (place.longitude + turn).remainder(dividingBy: 360),
                    latitude: place.latitude)
            }
            let moved = try LineGeometry(parts: line.parts.map { $0.map(turned) }, edges: edges)
            let (here, there) = (LineLocator(line), LineLocator(moved))
            for truth in try positions(hard, edges).prefix(48) {
                let one = here.nearest(to: truth.position)
                let other = there.nearest(to: turned(truth.position))
                let difference = (one.distance - other.distance).metres.magnitude
                #expect(difference < 1e-6, "\(truth.position) by \(turn)")
                if truth.sideMargin > 1e-2, truth.distance > 2e-6 {
                    #expect(one.side == other.side, "\(truth.position) by \(turn)")
                }
            }
        }
    }

    @Test("Both names of the antimeridian are one", arguments: kinds)
    func names(edges: EdgeKind) throws {
        let locator = LineLocator(try HardLine.overAntimeridian.line(edges))
        for latitude in stride(from: -60.0, through: 60, by: 7.5) {
            let east = locator.nearest(to: Coordinate(longitude: 180, latitude: latitude))
            let west = locator.nearest(to: Coordinate(longitude: -180, latitude: latitude))
            #expect((east.distance - west.distance).metres.magnitude < 1e-9)
            #expect(east.side == west.side)
            #expect(east.segment == west.segment)
        }
    }
}
