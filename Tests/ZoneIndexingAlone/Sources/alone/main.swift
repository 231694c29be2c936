import Geodesy
import ZoneIndexing
import Zones

// Along the equator from longitude 0 to 1; north is on the left. A degree of latitude from there is
// 110,574 m, so that 0.009 degrees are 995 m and 0.01 degrees 1,106 m.
var plan = ZonePlan()
let line = plan.addLine(
    try LineGeometry([
        Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
    ]))
let north = plan.addZone(.within(left: .kilometres(1), right: nil, of: line))
let rest = plan.addZone(.difference(.within(.kilometres(2), of: line), .zone(north)))
let index = try ZoneIndex(plan, detail: .coarse)
let latitudes = [0.009, 0.01, -0.009, 0.1]
let verdicts = index.classify(latitudes.map { Coordinate(longitude: 0.5, latitude: $0) })
let found = verdicts.map { [$0.membership(inZone: north), $0.membership(inZone: rest)] }
guard found == [[.yes, .no], [.no, .yes], [.no, .yes], [.no, .no]] else {
    fatalError("wrong verdicts: \(found)")
}
print("\(latitudes.count) positions classified by \(index.byteCount) bytes of index")
