import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

@Suite struct ZoneCountTests {
    @Test("Counts and masks agree with the verdicts, for few and many positions, by every answer")
    func agree() throws {
        var plan = ZonePlan()
        let line = plan.addLine(
            try LineGeometry([
                Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
            ]), accuracy: .metres(200))
        let zones = [
            plan.addZone(.within(.kilometres(2), of: line)),
            plan.addZone(.within(left: .kilometres(20), right: nil, of: line)),
        ]
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 1515)
        for count in [0, 1, 3000] {
            let positions = (0..<count).map { _ in
                random.position(longitude: -0.2...1.2, latitude: -0.2...0.2)
            }
            let verdicts = index.classify(positions + [Coordinate(longitude: .nan, latitude: 0)])
            for zone in zones {
                for answer in Answer.allCases {
                    let expected = verdicts.map { $0.membership(inZone: zone) == answer }
                    #expect(verdicts.mask(inZone: zone, answer) == expected)
                    #expect(
                        verdicts.count(inZone: zone, answer) == expected.count { $0 })
                    if count == 3000 { #expect(expected.contains(true)) }
                }
                #expect(verdicts.mask(inZone: zone) == verdicts.mask(inZone: zone, .inside))
                #expect(verdicts.count(inZone: zone) == verdicts.count(inZone: zone, .inside))
            }
        }
    }

    @Test("By hand: 995 m from the line is within a kilometre, 1,106 m is not")
    func byHand() throws {
        var plan = ZonePlan()
        let line = plan.addLine(
            try LineGeometry([
                Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
            ]))
        let zone = plan.addZone(.within(.kilometres(1), of: line))
        let verdicts = try ZoneIndex(plan, detail: .rough).classify(
            [0.009, 0.01, -0.009].map { Coordinate(longitude: 0.5, latitude: $0) })
        #expect(verdicts.mask(inZone: zone) == [true, false, true])
        #expect(verdicts.count(inZone: zone) == 2 && verdicts.count(inZone: zone, .outside) == 1)
    }
}
