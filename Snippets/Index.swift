// Classifies positions by the million.

import ZoneIndexing

// snippet.plan
var plan = ZonePlan()
let line = plan.addLine(
    try LineGeometry([
        Coordinate(longitude: -32, latitude: 47), Coordinate(longitude: -29, latitude: 48),
    ]))
let near = plan.addZone(.within(.kilometres(15), of: line))
let index = try ZoneIndex(plan)
// snippet.end

// snippet.classify
let positions = (0..<1_000_000).map {
    Coordinate(longitude: -32 + 3e-6 * Double($0), latitude: 47.5)
}
let verdicts = index.classify(positions)
print(verdicts.count(inZone: near), "of", positions.count, "within 15 km")
print(verdicts[500_000].membership(inZone: near), verdicts[500_000].side(ofLine: line) ?? .none)
// snippet.end

// snippet.uncertain
let vague = index.classify(positions[0], uncertainty: .kilometres(50))
print(vague.membership(inZone: near).asMembership)
// snippet.end

// snippet.footprint
let pixel = try Footprint.rectangle(
    about: positions[0], width: .metres(375), length: .metres(375),
    heading: Azimuth(degrees: 12))
print(index.classify(pixel).membership(inZone: near).asMembership)

let circle = try Footprint.circle(about: positions[0], radius: .metres(50), level: .ce90)
let model = try PositionModel(.normal)
print(index.classify(circle, under: model).membership(inZone: near).asMembership)
print(index.probabilities(of: circle, under: model)?[near.rawValue].description ?? "not known")
// snippet.end
