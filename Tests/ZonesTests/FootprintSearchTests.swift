import Geodesy
import Testing
import TestSupport
import Zones

/// How regions lie to zones of which the answers are known by hand.
@Suite struct FootprintSearchTests {
    /// Zone 0 reaches 1 km to both sides of the equator from 0 to 1 degree, zone 1 the same to the north,
    /// zone 2 to the south, zone 3 both of these.
    static func model() throws -> ZoneModel {
        try TogetherTests.model([
            .within(.kilometres(1), of: 0), TogetherTests.north, TogetherTests.south,
            .union([.zone(1), .zone(2)]),
        ])
    }

    /// A place so many metres north of the middle of the line.
    static func north(_ metres: Double) -> Coordinate {
        Coordinate.at(0.5, 0).moved(metres, towards: 0)
    }

    func whole(_ footprint: Footprint, within bound: Distance = .zero) throws -> [Answer] {
        let answer = try Self.model().answer(of: footprint, within: bound)
        return (0..<4).map { answer.whole[$0] }
    }

    @Test("A circle, an ellipse and a rectangle by a limit")
    func limits() throws {
        let near = Self.north(950)
        #expect(
            try whole(.circle(about: near, radius: .metres(49.9))) == [.yes, .yes, .no, .yes])
        #expect(
            try whole(.circle(about: near, radius: .metres(50.1)))
                == [.undeterminable, .undeterminable, .no, .undeterminable])
        // 200 m along the limit and 40 m across it.
        #expect(
            try whole(
                .ellipse(
                    about: near, semiMajor: .metres(200), semiMinor: .metres(40),
                    azimuth: Azimuth(degrees: 90))) == [.yes, .yes, .no, .yes])
        #expect(
            try whole(
                .ellipse(
                    about: near, semiMajor: .metres(200), semiMinor: .metres(40),
                    azimuth: Azimuth(degrees: 0)))
                == [.undeterminable, .undeterminable, .no, .undeterminable])
        #expect(
            try whole(
                .rectangle(
                    about: near, width: .metres(90), length: .metres(400),
                    heading: Azimuth(degrees: 90))) == [.yes, .yes, .no, .yes])
        // Across the line: of one side or the other, and of both together.
        #expect(
            try whole(.rectangle(about: Self.north(0), width: .metres(90), length: .metres(400)))
                == [.yes, .undeterminable, .undeterminable, .yes])
    }

    @Test("A sector seen from a place outside")
    func sector() throws {
        let observer = Self.north(3_000)
        func seen(_ bearing: Double, _ nearest: Double, _ farthest: Double) throws -> [Answer] {
            try whole(
                .sector(
                    from: observer, bearing: Azimuth(degrees: bearing),
                    eitherWay: Angle(degrees: 10), nearest: .metres(nearest),
                    farthest: .metres(farthest)))
        }
        #expect(try seen(180, 2_100, 2_900) == [.yes, .yes, .no, .yes])
        #expect(try seen(180, 1_900, 2_900)[0] == .undeterminable)
        #expect(try seen(0, 100, 2_900) == [.no, .no, .no, .no])
        #expect(try seen(180, 100, 1_990) == [.no, .no, .no, .no])
    }

    @Test("Zones that use up all discs take none from another")
    func independence() throws {
        // Two boxes of 111 km by 11 km. By latitude alone zones 0, 1 and 3 end a hair beyond a side of one of them, zone 2
        // some 35 m: with a quarter of the discs it stays open.
        let scale = 111_000.0
        let clear: [(Double) -> Double] = [
            { 1.1 * scale + 1e-4 - $0 }, { $0 + 1e-4 },
            { max(0.1 * scale + 35 - $0, $0 - 0.2 * scale) },
            { max($0 - scale + 1e-4, 0.5 * scale - $0) },
        ]
        func box(_ south: Double) -> [Coordinate] {
            let north = south + 0.1
            return .vertices([(0, south), (1, south), (1, north), (0, north), (0, south)])
        }
        func answer(_ zones: [Int], _ meaning: Footprint.Meaning) throws -> [Answer] {
            let region = try Footprint.geometry(polygons: [[box(0)], [box(1)]], means: meaning)
            let found = FootprintSearch.answer(region.shape, within: 0, meaning) { place, radius in
                ZoneBits(
                    zones.map { zone in
                        let clear = clear[zone](place.latitude * scale)
                        return clear >= radius ? .yes : clear < -radius ? .no : .undeterminable
                    })
            }
            return zones.indices.map { found.whole[$0] }
        }
        for meaning in [Footprint.Meaning.allOfIt, .somewhere] {
            #expect(try answer([2], meaning) == [.yes])
            #expect(
                try answer([0, 1, 2, 3], meaning)
                    == [.undeterminable, .undeterminable, .yes, .undeterminable])
        }
    }

    @Test("What covers all of a geometry is in a zone, partly in it, or outside")
    func partly() throws {
        func box(_ south: Double, _ north: Double) throws -> Footprint {
            let (low, high) = (Self.north(south).latitude, Self.north(north).latitude)
            return try .geometry(polygons: [
                [
                    [
                        .at(0.49, low), .at(0.51, low), .at(0.51, high), .at(0.49, high),
                        .at(0.49, low),
                    ]
                ]
            ])
        }
        let model = try Self.model()
        let across = model.answer(of: try box(500, 1_500))
        #expect(across.isPartly(in: 0) && across.isPartly(in: 1) && !across.isPartly(in: 2))
        #expect(across.touches(0) == .yes && across.touches(2) == .no)
        #expect(model.answer(of: try box(500, 900)).whole[0] == .yes)
        #expect(model.answer(of: try box(1_100, 1_500)).whole[0] == .no)
        // Give or take 200 m it may be all in or not, and some of it is.
        let loose = model.answer(of: try box(500, 900), within: .metres(200))
        #expect(loose.whole[0] == .undeterminable)
        #expect(!loose.isPartly(in: 0) && loose.touches(0) == .yes)
    }

    @Test("Lines and points")
    func lines() throws {
        let model = try Self.model()
        let line = try Footprint.geometry(lines: [[Self.north(-500), Self.north(2_000)]])
        let crossing = model.answer(of: line)
        #expect((0..<4).allSatisfy { crossing.isPartly(in: $0) })
        let points = try Footprint.geometry(points: [Self.north(500), Self.north(990)])
        #expect(model.answer(of: points).whole[1] == .yes)
        let somewhere = try Footprint.geometry(
            points: [Self.north(500), Self.north(1_100)], means: .somewhere)
        let answer = model.answer(of: somewhere)
        #expect(answer.whole[0] == .undeterminable && !answer.isPartly(in: 0))
    }

    @Test("What is no footprint is refused with a sentence")
    func refused() {
        func expect(_ words: String, _ make: () throws -> Any) {
            do {
                _ = try make()
                Issue.record("there is a footprint instead of: \(words)")
            } catch {
                #expect("\(error)".contains(words), "\(error)")
            }
        }
        let place = Coordinate.at(0, 0)
        expect("-5") { try Footprint.circle(about: place, radius: .metres(-5)) }
        expect("nan") { try Footprint.circle(about: place, radius: .metres(.nan)) }
        expect("not on the globe") { try Footprint.circle(about: .at(0, 91), radius: .zero) }
        expect("longer") {
            try Footprint.ellipse(
                about: place, semiMajor: .metres(1), semiMinor: .metres(2),
                azimuth: Azimuth(degrees: 0))
        }
        expect("reaches") { try Footprint.circle(about: place, radius: .kilometres(1_001)) }
        expect("0 to 180") {
            try Footprint.sector(
                from: place, bearing: Azimuth(degrees: 0), eitherWay: Angle(degrees: 181),
                nearest: .zero, farthest: .metres(1))
        }
        for numbers in [
            [Double.nan, 0, 1, 1], [0, .nan, 1, 1], [0, 0, .nan, 1], [0, 0, 1, .nan], [2, 0, 1, 1],
        ] {
            expect("no box") {
                try Footprint.degrees(
                    west: Angle(degrees: numbers[0]), south: Angle(degrees: numbers[1]),
                    east: Angle(degrees: numbers[2]), north: Angle(degrees: numbers[3]))
            }
        }
        expect("empty") { try Footprint.geometry() }
        expect("10001 vertices") {
            try Footprint.geometry(points: Array(repeating: place, count: 10_001))
        }
        expect("pole") {
            try Footprint.geometry(polygons: [
                [[.at(0, 89), .at(120, 89), .at(-120, 89), .at(0, 89)]]
            ])
        }
        expect("150.0 %") { try Footprint.Level("150 %") }
    }
}
