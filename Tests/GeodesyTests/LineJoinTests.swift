import Geodesy
import TestSupport
import Testing

/// Parts that meet end to end are one line.
@Suite struct LineJoinTests {
    static let lines = HardLine.allCases
    static let kinds = EdgeKind.allCases

    /// The parts cut at some of the vertices whose place the whole line passes once; at the
    /// antimeridian a cut writes the place in both ways, as RFC 7946 does.
    static func cut(
        _ line: LineGeometry, _ random: inout SeededGenerator
    ) -> [(vertices: [Coordinate], part: Int, first: Int)] {
        func key(_ place: Coordinate) -> Coordinate {
            Coordinate(
                longitude: place.isPole ? 0 : place.longitude == -180 ? 180 : place.longitude,
                latitude: place.latitude)
        }
        var passes: [Coordinate: Int] = [:]
        for place in line.parts.joined() { passes[key(place), default: 0] += 1 }
        var pieces: [([Coordinate], Int, Int)] = []
        for (p, part) in line.parts.enumerated() {
            var first = 0
            for v in 1..<part.count - 1
            where passes[key(part[v])] == 1 && Int.random(in: 0..<3, using: &random) == 0 {
                pieces.append((Array(part[first...v]), p, first))
                first = v
            }
            pieces.append((Array(part[first...]), p, first))
        }
        for k in pieces.indices where pieces[k].0[0].longitude.magnitude == 180 {
            // The side on which the piece goes on.
            let onward = pieces[k].0[1].longitude
            if onward.magnitude != 180 {
                pieces[k].0[0].longitude = onward < 0 ? -180 : 180
            }
        }
        return pieces
    }

    @Test("A line cut into parts answers as the whole line does", arguments: HardLine.sample, kinds)
    func cuts(hard: HardLine, edges: EdgeKind) throws {
        let seed = hard.seed(edges) &+ 11
        var random = SeededGenerator(seed: seed)
        let whole = LineLocator(try hard.line(edges, joins: .endToEnd))
        let pieces = Self.cut(whole.line, &random)
        let cut = LineLocator(try LineGeometry(parts: pieces.map(\.vertices), edges: edges))
        let shuffled = pieces.shuffled(using: &random)
        let mixed = LineLocator(try LineGeometry(parts: shuffled.map(\.vertices), edges: edges))
        var positions = HardPositions(OracleLine(whole.line), seed: seed)
        for index in 0..<96 {
            let position = positions.position(index)
            let truth = whole.nearest(to: position)
            let found = cut.nearest(to: position)
            let piece = pieces[found.part]
            #expect((found.distance - truth.distance).metres.magnitude < 1e-8)
            #expect(found.side == truth.side, "\(position), seed \(seed)")
            #expect((found.beyondEnd == nil) == (truth.beyondEnd == nil), "\(position)")
            if found.distance == truth.distance {
                #expect(piece.part == truth.part)
                #expect(piece.first + found.segment == truth.segment)
                #expect(found.fraction == truth.fraction)
            }
            // Ties may fall to another piece in another order.
            let other = mixed.nearest(to: position)
            #expect((other.distance - truth.distance).metres.magnitude < 1e-8)
            #expect(other.side == truth.side, "\(position), seed \(seed)")
            #expect((other.beyondEnd == nil) == (truth.beyondEnd == nil), "\(position)")
            let radius = Distance.metres([0.01, 10, 1000, 30e3][index % 4 ^ index / 24])
            let sides = whole.possibleSides(of: position, within: radius)
            #expect(cut.possibleSides(of: position, within: radius) == sides, "\(position)")
            #expect(mixed.possibleSides(of: position, within: radius) == sides, "\(position)")
            let extents = whole.possibleExtents(of: position, within: radius)
            #expect(cut.possibleExtents(of: position, within: radius) == extents, "\(position)")
            #expect(mixed.possibleExtents(of: position, within: radius) == extents)
        }
    }

    @Test("A line cut at the antimeridian answers as one that is not")
    func antimeridian() throws {
        let whole = LineLocator(
            try LineGeometry(.vertices([(179, 10), (180, 10.2), (-179, 10)]), edges: .planar))
        let parts = [
            [Coordinate].vertices([(179, 10), (180, 10.2)]), .vertices([(-180, 10.2), (-179, 10)]),
        ]
        let cut = LineLocator(try LineGeometry(parts: parts, edges: .planar))
        let apart = LineLocator(try LineGeometry(parts: parts, edges: .planar, joins: .asDrawn))
        for (longitude, latitude) in [(180, 10.25), (-179.999, 10.25), (179.995, 10.21)] {
            let position = Coordinate(longitude: longitude, latitude: latitude)
            #expect(cut.nearest(to: position).beyondEnd == nil)
            #expect(cut.nearest(to: position).side == .left)
            #expect(whole.nearest(to: position).distance == cut.nearest(to: position).distance)
            #expect(apart.nearest(to: position).distance == cut.nearest(to: position).distance)
        }
        let beyond = Coordinate(longitude: 180, latitude: 10.25)
        #expect(apart.nearest(to: beyond).beyondEnd != nil)
    }

    @Test("The outer side of a sharp bend is a side, however the bend is drawn")
    func sharpBend() throws {
        let position = Coordinate(longitude: 0.112, latitude: -0.002)
        let bend = [Coordinate].vertices([(0, 0), (0.1, 0), (0, -0.1)])
        let parts = [Array(bend[0...1]), Array(bend[1...2])]
        #expect(LineLocator(try LineGeometry(bend)).nearest(to: position).side == .left)
        for parts in [parts, parts.reversed()] {
            let joined = LineLocator(try LineGeometry(parts: parts))
            #expect(joined.nearest(to: position).side == .left)
            #expect(joined.nearest(to: position).beyondEnd == nil)
            let apart = LineLocator(try LineGeometry(parts: parts, joins: .asDrawn))
            #expect(apart.nearest(to: position).side == .none)
        }
    }

    @Test("Parts in a ring are closed")
    func ring() throws {
        let ring = [Coordinate].vertices([(0, 0), (1, 0), (1, 1), (0, 0)])
        let closed = LineLocator(try LineGeometry(ring))
        let parts = LineLocator(
            try LineGeometry(parts: [Array(ring[1...3]), Array(ring[0...1])]))
        let outside = Coordinate(longitude: -0.01, latitude: -0.002)
        for locator in [closed, parts] {
            #expect(locator.nearest(to: outside).side == .right)
            #expect(locator.nearest(to: outside).beyondEnd == nil)
            #expect(locator.openEnds.isEmpty)
        }
        #expect(parts.line.junctions.isEmpty)
    }

    @Test("A closed part joins no other, and ends of a kind do not join")
    func noJoin() throws {
        let loop = [Coordinate].vertices([(0, 0), (1, 0), (1, 1), (0, 0)])
        let tail = [Coordinate].vertices([(0, 0), (-1, -1)])
        let line = try LineGeometry(parts: [loop, tail])
        #expect(LineLocator(line).openEnds.count == 2)
        #expect(line.junctions.isEmpty)
        let heads = [[Coordinate].vertices([(0, 0), (1, 0)]), .vertices([(2, 0), (1, 0)])]
        let headed = try LineGeometry(parts: heads)
        #expect(LineLocator(headed).openEnds.count == 4)
        let place = Coordinate(longitude: 1, latitude: 0)
        #expect(headed.junctions.map(\.kind) == [.headToHead])
        #expect(headed.junctions.map(\.place) == [place])
        #expect(headed.reversed.junctions.map(\.kind) == [.tailToTail])
        let three = try LineGeometry(parts: heads + [.vertices([(1, 0), (1, 1)])])
        #expect(three.junctions.map(\.kind) == [.several])
        #expect(three.junctions.map(\.parts) == [[0, 1, 2]])
        #expect(LineLocator(three).openEnds.count == 6)
    }

    @Test("A gap is bridged when both ends have no other partner")
    func bridges() throws {
        // About 11 m between the parts.
        let parts = [
            [Coordinate].vertices([(0, 0), (0.1, 0)]), .vertices([(0.1001, 0), (0.2, 0)]),
        ]
        func line(_ parts: [[Coordinate]], _ metres: Double) throws -> LineLocator {
            LineLocator(try LineGeometry(parts: parts, joins: .within(.metres(metres))))
        }
        #expect(try line(parts, 11).openEnds.count == 4)
        let bridged = try line(parts, 12)
        #expect(bridged.openEnds.count == 2)
        let over = bridged.nearest(to: Coordinate(longitude: 0.10005, latitude: 0.001))
        #expect(over.part == 0)
        #expect(over.segment == 1)
        #expect((over.fraction - 0.5).magnitude < 1e-6)
        #expect(over.side == .left)
        #expect(over.beyondEnd == nil)
        // A second beginning as near leaves in doubt which is meant.
        let fork = [Coordinate].vertices([(0.10005, 0.00005), (0.2, 0.1)])
        #expect(try line(parts + [fork], 12).openEnds.count == 6)
        #expect(try line(parts, -1).openEnds.count == 4)
        #expect(bridged.line.reversed.joins == .within(.metres(12)))
    }

    @Test("Short parts in a row are bridged in their order")
    func shortParts() throws {
        let parts = (0..<20).map { k in
            let from = Double(k) * 0.0001
            return [Coordinate].vertices([(from, 0), (from + 0.00006, 0)])
        }
        var random = SeededGenerator(seed: 5)
        let locator = LineLocator(
            try LineGeometry(
                parts: parts.shuffled(using: &random), joins: .within(.metres(30))))
        #expect(locator.openEnds.count == 2)
        for k in 0..<200 {
            let position = Coordinate(longitude: Double(k) * 0.00001 - 1e-6, latitude: 0.001)
            let found = locator.nearest(to: position)
            #expect(found.side == .left)
            #expect((found.beyondEnd == nil) == (k > 0 && k <= 196), "\(k)")
        }
    }

    @Test("A nearly closed part is closed by a bridge, a short one is not")
    func closing() throws {
        let ring = [Coordinate].vertices([(0, 0), (1, 0), (1, 1), (0, 0.0001)])
        let closed = LineLocator(try LineGeometry(parts: [ring], joins: .within(.metres(12))))
        #expect(closed.openEnds.isEmpty)
        let short = [Coordinate].vertices([(0, 0), (0.0001, 0)])
        let open = LineLocator(try LineGeometry(parts: [short], joins: .within(.metres(12))))
        #expect(open.openEnds.count == 2)
    }
}
