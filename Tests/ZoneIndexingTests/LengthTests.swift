import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Lengths that are none are refused, and positions off the globe are an answer of their own, on the
/// whole surface alike.
@Suite struct LengthTests {
    static let none = [Double.nan, .infinity, -.infinity, -1]
    static let offGlobe = [
        Coordinate(longitude: .nan, latitude: 0), Coordinate(longitude: 0, latitude: .nan),
        Coordinate(longitude: 0, latitude: 91), Coordinate(longitude: 181, latitude: 0),
        Coordinate(longitude: .infinity, latitude: 0), Coordinate(longitude: 0, latitude: -90.5),
    ]

    static func line() throws -> LineGeometry {
        try LineGeometry([
            Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
        ])
    }

    static func box() throws -> PolygonGeometry {
        try PolygonGeometry(polygons: [[.box(0, 0, 1, 1)]])
    }

    @Test(
        "What is a length", arguments: [(0.0, true), (-0.0, true), (1e-300, true), (1e300, true)])
    func lengths(metres: Double, isLength: Bool) {
        #expect(Distance.metres(metres).isLength == isLength)
        for none in Self.none { #expect(!Distance.metres(none).isLength) }
    }

    @Test("Plans refuse them wherever one can stand", arguments: none)
    func plans(metres: Double) throws {
        let bad = Distance.metres(metres)
        let (line, box) = (try Self.line(), try Self.box())
        let centre = Coordinate(longitude: 0, latitude: 0)
        let regions: [Region<LineNumber, ZoneNumber>] = [
            .within(bad, of: 0), .within(left: bad, right: nil, of: 0),
            .within(left: .metres(1), right: bad, of: 0, ends: .flat),
            .between(from: bad, to: .metres(5), of: 0), .between(from: .zero, to: bad, of: 0),
            .along(route: line, halfWidth: bad),
            .along(route: line, halfWidth: .metres(1), accuracy: bad),
            .aroundPoint(radius: bad, centre: centre),
            .around(centre, .between(bad, .metres(5))),
            .aroundArea(distance: bad, area: box, includingArea: true),
            .aroundArea(distance: .metres(1), area: box, includingArea: true, accuracy: bad),
            .area(box, accuracy: bad), .area(box, edges: .geodesic, accuracy: bad),
        ]
        for region in regions {
            var plan = ZonePlan()
            plan.addLine(line)
            plan.addZone(region)
            let error = #expect(throws: ZonePlanError.self) { try ZoneIndex(plan, detail: .rough) }
            #expect(error?.code == .distanceOutOfRange, "\(region)")
        }
        for (geometry, accuracy) in [(line, bad), (line.joined(.within(bad)), .zero)] {
            var plan = ZonePlan()
            plan.addLine(geometry, accuracy: accuracy)
            let error = #expect(throws: ZonePlanError.self) { try ZoneIndex(plan, detail: .rough) }
            #expect(error?.code == .distanceOutOfRange && error?.zone == nil)
        }
    }

    @Test("Areas that leave open what they enclose cannot be compiled either")
    func areas() throws {
        let tie = [Coordinate].vertices([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)])
        for edges in EdgeKind.allCases {
            var plan = ZonePlan()
            plan.addZone(.area(try PolygonGeometry(drawn: [[tie]]), edges: edges))
            let error = #expect(throws: ZonePlanError.self) { try ZoneIndex(plan, detail: .rough) }
            #expect(error?.code == .badArea)
            #expect(throws: PolygonGeometryError.self) {
                try PolygonGeometry(polygons: [[tie]], edges: edges)
            }
        }
    }

    @Test("A position off the globe is undeterminable, NaN and of no side", arguments: offGlobe)
    func positions(position: Coordinate) throws {
        let line = try Self.line()
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addLine(line)
        plan.addZone(.within(.kilometres(5), of: 0))
        plan.addZone(.area(try Self.box()))
        plan.addZone(
            .aroundPoint(radius: .metres(5), centre: Coordinate(longitude: 0, latitude: 0)))
        let index = try ZoneIndex(plan, detail: .rough)
        let verdicts =
            [index.classify(position)] + index.classify([position])
            + index.classify([position], uncertainties: [.metres(5)])
        for verdict in verdicts {
            #expect(verdict.zonesUndeterminable == [0, 1, 2] && verdict.zonesInside.isEmpty)
            #expect(verdict.side(ofLine: 0) == nil)
        }
        for place in [index.nearest(to: position)] + index.nearest(to: [position]).map({ $0 }) {
            #expect(place?.distance.metres.isNaN == true && place?.side == LineSide.none)
        }
        let locator = LineLocator(line)
        let nearest = locator.nearest(to: position)
        #expect(nearest.distance.metres.isNaN && nearest.place.longitude.isNaN)
        #expect(nearest.side == .none && nearest.beyondEnd == nil)
        #expect(locator.possibleSides(of: position, within: .metres(5)) == .both)
        #expect(
            locator.possibleExtents(of: position, within: .metres(5)) == [.alongside, .beyondEnd])
        #expect(AreaLocator(try Self.box()).distanceToBorder(from: position).metres.isNaN)
        #expect(!AreaLocator(try Self.box()).contains(position))
        let other = Coordinate(longitude: 5, latitude: 5)
        if !(position.latitude.magnitude <= 90) || !position.longitude.isFinite {
            #expect(Geodesic.distance(from: position, to: other).metres.isNaN)
            #expect(Geodesic.distance(from: other, to: position).metres.isNaN)
        }
    }

    @Test("An uncertainty that is no length leaves everything open", arguments: none)
    func uncertainties(metres: Double) throws {
        let (bad, line) = (Distance.metres(metres), try Self.line())
        let position = Coordinate(longitude: 0.5, latitude: 0.5)
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addZone(.within(.kilometres(5), of: 0))
        let index = try ZoneIndex(plan, detail: .rough)
        #expect(index.classify(position, uncertainty: bad).zonesUndeterminable == [0])
        #expect(
            index.classify([position], uncertainties: [bad]).first?.zonesUndeterminable == [0])
        let locator = LineLocator(line, accuracy: bad)
        #expect(locator.possibleSides(of: position, within: bad) == .both)
        #expect(locator.possibleSides(of: position, within: .zero, accuracy: bad) == .both)
        #expect(locator.possibleSides(of: position, within: .zero) == .left)
        #expect(
            locator.possibleExtents(of: position, within: bad) == [.alongside, .beyondEnd])
        let end = Geodesic.direct(from: position, azimuth: Azimuth(degrees: 0), distance: bad)
        if !metres.isFinite { #expect(end.position.longitude.isNaN) }
    }
}
