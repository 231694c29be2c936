import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

@Suite("ZoneIndex")
struct ZoneIndexTests {
    @Test("combines shapes by three-valued logic")
    func combinesShapes() throws {
        let equator = try LineGeometry([
            Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
        ])
        var plan = ZonePlan()
        let line = plan.addLine(equator)
        let near = plan.addZone(.within(.kilometres(2), of: line))
        let centre = Coordinate(longitude: 0.5, latitude: 0)
        let disc = Region<LineNumber, ZoneNumber>.aroundPoint(
            radius: .kilometres(1), centre: centre)
        let ring = plan.addZone(.difference(.zone(near), disc))
        let both = plan.addZone(.intersection([.zone(near), disc]))
        let index = try ZoneIndex(plan, detail: .coarse)
        let north = Coordinate(longitude: 0.5, latitude: 1500 / 110_574.0)
        #expect(index.classify(north).zonesInside == [near, ring])
        #expect(index.classify(centre).zonesInside == [near, both])
        #expect(index.classify(north).side(ofLine: line) == .left)
        let vague = index.classify(north, uncertainty: .metres(500.1))
        #expect(vague.zonesInside == [])
        #expect(vague.zonesUndeterminable == [near, ring, both])
    }

    /// Found by the oracle: the foot on a chord lies 3 cm short of the end, and the position within a
    /// nanometre of the end's perpendicular.
    @Test("A position square to a flat end is alongside")
    func squareToAnEnd() throws {
        var plan = ZonePlan()
        plan.addLine(try HardLine.twoStrands.line(.geodesic))
        let width = Distance.kilometres(70)
        plan.addZone(.within(left: width, right: width, of: 0, ends: .flat))
        let position = Coordinate(longitude: 126.22958322750884, latitude: 38.475905411318536)
        #expect(try ZoneIndex(plan, detail: .rough).classify(position).zonesInside == [0])
    }

    /// Found by the oracle among 36 million: the parabola over an end's last piece was taken to keep the
    /// edge's direction better than it does.
    @Test("The side on the prolongation of a rhumb line's end near a pole is undefined")
    func prolongationNearPole() throws {
        let line = try HardLine.nearSouthPole.line(.rhumb)
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addZone(.within(.kilometres(140), of: 0))
        let index = try ZoneIndex(plan, detail: .rough)
        for (longitude, latitude) in [
            (-39.58486279622102, -89.97555941298201), (-39.59240405947554, -89.97555096217376),
            (-38.811595760153565, -89.97639387221435), (-40.30708885166014, -89.97472062827875),
        ] {
            let position = Coordinate(longitude: longitude, latitude: latitude)
            #expect(index.nearest(to: position)?.side == LineSide.none)
            #expect(index.nearest(to: [position])[0].side == LineSide.none)
            #expect(index.classify([position])[0].side(ofLine: 0) == LineSide.none)
        }
    }
}
