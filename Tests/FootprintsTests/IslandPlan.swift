import Foundation
import Geodesy
import TestSupport
import Zones

/// Zones of a few metres, so that footprints meet them with their edges and not their corners alone.
struct IslandPlan {
    private(set) var plan = ZonePlan()
    /// Places among the islands, every fifth of them on one.
    private(set) var places: [Coordinate] = []
    /// How far islands lie apart, in metres.
    let scale = 2_000.0

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let middle = random.position(longitude: -179.99...179.99, latitude: -78...78)
        func place(_ random: inout SeededGenerator) -> Coordinate {
            middle.moved(1_000 * Double.random(in: 0...1, using: &random).squareRoot(), &random)
        }
        func island(_ random: inout SeededGenerator) -> Region<LineNumber, ZoneNumber> {
            .aroundPoint(
                radius: .metres(random.logarithmic(0.5, 10)), centre: place(&random))
        }
        let line = place(&random)
        plan.addLine(try LineGeometry([line, line.moved(15, &random)]))
        plan.addZone(.within(.metres(3), of: LineNumber(rawValue: 0)))
        let islands = (0..<6).map { _ in island(&random) }
        plan.addZone(.union(Array(islands[0..<3])))
        // All but some islands.
        plan.addZone(
            .difference(
                .aroundPoint(radius: .kilometres(8), centre: middle), .union(islands)))
        // A spike.
        let tip = place(&random)
        let way = Double.random(in: 0..<360, using: &random)
        let ring = [tip, tip.moved(300, towards: way), tip.moved(300, towards: way + 4), tip]
        plan.addZone(.area(try PolygonGeometry(polygons: [[ring]])))
        for number in 0..<100 {
            var centre = line
            if case .around(let other, _, _) = islands[number % 6] { centre = other }
            let vertex = number % 4 == 0 ? tip : centre
            places.append(number % 5 == 0 ? vertex : place(&random))
        }
    }
}
