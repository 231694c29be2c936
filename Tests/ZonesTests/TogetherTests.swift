import Geodesy
import Testing
import Zones

/// What is certain of zones that are put together from others.
@Suite struct TogetherTests {
    /// Along the equator from longitude 0 to 1.
    ///
    /// North is on the left. A degree of latitude is 110,574 m.
    static func model(_ regions: [Region<LineNumber, ZoneNumber>], accuracy: Distance = .zero)
        throws -> ZoneModel
    {
        var plan = ZonePlan()
        plan.addLine(
            try LineGeometry([
                Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
            ]), accuracy: accuracy)
        for region in regions { plan.addZone(region) }
        return try ZoneModel(plan)
    }

    static let north = Region<LineNumber, ZoneNumber>.within(
        left: .kilometres(1), right: nil, of: 0)
    static let south = Region<LineNumber, ZoneNumber>.within(
        left: nil, right: .kilometres(1), of: 0)
    static let onLine = Coordinate(longitude: 0.5, latitude: 0)

    @Test("On one side or the other, nobody knows which, is in the union of both")
    func union() throws {
        let model = try Self.model([
            Self.north, Self.south, .union([.zone(0), .zone(1)]), .union([Self.north, Self.south]),
            .intersection([.zone(0), .zone(1)]), .difference(.zone(2), .zone(0)),
        ])
        #expect(
            model.memberships(of: Self.onLine, within: .metres(20))
                == [.undeterminable, .undeterminable, .yes, .yes, .undeterminable, .undeterminable])
        // On the line itself: of both sides.
        #expect(model.memberships(of: Self.onLine) == [.yes, .yes, .yes, .yes, .yes, .no])
    }

    @Test("A line known to some metres leaves the side of a report on it open, and not the union")
    func accuracy() throws {
        let model = try Self.model(
            [Self.north, Self.south, .union([.zone(0), .zone(1)])], accuracy: .metres(20))
        #expect(
            model.memberships(of: Self.onLine) == [.undeterminable, .undeterminable, .yes])
    }

    @Test("What is in a zone, and not in it, is nowhere")
    func contradiction() throws {
        let model = try Self.model([
            Self.north, .difference(.zone(0), .zone(0)), .difference(Self.north, Self.north),
            .union([.zone(0), .difference(.union([Self.north, Self.south]), .zone(0))]),
        ])
        let there = Coordinate(longitude: 0.5, latitude: 0.009)
        // 995 m from the line, give or take 20 m.
        #expect(
            model.memberships(of: there, within: .metres(20))
                == [.undeterminable, .no, .no, .undeterminable])
    }

    @Test("The order of parts changes nothing")
    func order() throws {
        let ring = Region<LineNumber, ZoneNumber>.between(
            from: .metres(300), to: .metres(700), of: 0)
        let parts = [Self.north, Self.south, ring]
        let model = try Self.model([
            .union(parts), .union(parts.reversed()), .intersection(parts),
            .intersection(parts.reversed()),
        ])
        for latitude in stride(from: -0.012, through: 0.012, by: 0.0005) {
            for bound in [0.0, 15, 400] {
                let found = model.memberships(
                    of: Coordinate(longitude: 0.3, latitude: latitude), within: .metres(bound))
                #expect(found[0] == found[1] && found[2] == found[3], "\(latitude), \(bound) m")
            }
        }
    }

    @Test("More combinations than are looked at leave a zone open, never wrong")
    func tooMany() throws {
        // Fourteen circles whose limits all run through the report, and their complements.
        var regions: [Region<LineNumber, ZoneNumber>] = []
        for k in 0..<14 {
            let centre = Coordinate(longitude: 0.5, latitude: 0.1 + Double(k) * 0.01)
            let distance = Geodesic.distance(from: centre, to: Self.onLine)
            regions.append(.aroundPoint(radius: distance, centre: centre))
        }
        let all = regions.indices.map {
            Region<LineNumber, ZoneNumber>.zone(ZoneNumber(rawValue: $0))
        }
        regions.append(.union(all + [.difference(Self.north, .union(all))]))
        regions.append(.union([all[0], .difference(.within(.kilometres(1), of: 0), all[0])]))
        let found = try Self.model(regions).memberships(of: Self.onLine, within: .metres(10))
        #expect(found[14] == .undeterminable)
        #expect(found[15] == .yes)
    }

    @Test("A plan that names what is not there is refused")
    func faults() throws {
        for region in [
            Region<LineNumber, ZoneNumber>.zone(0), .union([.zone(3)]), .within(.metres(1), of: 1),
            .aroundPoint(radius: .metres(-1), centre: Self.onLine),
            .aroundPoint(radius: .metres(1), centre: Coordinate(longitude: 0, latitude: 91)),
        ] {
            #expect(throws: ZonePlanError.self) { try Self.model([region]) }
        }
    }

    @Test("A report without a position or with a bound that is no length is undeterminable")
    func unusable() throws {
        let model = try Self.model([Self.north])
        for (latitude, bound) in [(Double.nan, 0.0), (91, 0), (0, -1), (0, .nan), (0, .infinity)] {
            let there = Coordinate(longitude: 0.5, latitude: latitude)
            #expect(model.memberships(of: there, within: .metres(bound)) == [.undeterminable])
        }
    }
}
