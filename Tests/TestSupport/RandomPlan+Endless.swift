import Geodesy
import Zones

/// Zones that go on without end, as those do from which forces are withdrawn.
extension RandomPlan {
    /// Adds a few zones beside the plan's lines that reach as far as there is anything, alone and put together
    /// with others.
    public mutating func addEndlessZones() {
        plan.allowsEndless = true
        for number in plan.lines.indices {
            let line = LineNumber(rawValue: number)
            let own = Bool.random(using: &random)
            let band = DistanceBand.beyond(width())
            let isFlat = Bool.random(using: &random)
            let side = Region<LineNumber, ZoneNumber>.beside(
                .line(line), left: own ? band : nil, right: own ? nil : band,
                ends: isFlat ? .flat : .round)
            addZone(side)
            addZone(.difference(.intersection([]), side))
            addZone(
                .beside(
                    .line(line), left: own ? .everything : nil, right: own ? nil : .everything,
                    ends: .flat))
            if let zone = plan.zones.indices.randomElement(using: &random) {
                addZone(.difference(.zone(ZoneNumber(rawValue: zone)), side))
            }
        }
    }
}
