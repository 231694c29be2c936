import Geodesy
import ZoneIndexing

/// How a report lies to a zone, with the numbers behind it.
struct ZoneReading {
    /// Membership by all of the zone's definition.
    var membership = Membership.undeterminable
    /// Membership by the distances or the area alone.
    var byMeasure = Membership.undeterminable
    /// The measured distance in metres: to the line, route or point, or to an area's border,
    /// negative inside.
    var distance = Double.nan
    /// What the distance may be wrong by, in metres.
    var uncertainty = Double.nan
    /// How the report lies to the route, where there is one.
    var route: LineReading?
    /// Membership once everything beyond flat ends is cut off.
    var afterEnds: Membership?
    /// Membership in the area to which the zone is cut.
    var clip: Membership?
}

extension CompiledZone {
    /// How a report lies to the zone.
    ///
    /// `readings` holds how it lies to each line, and `memberships` those in the excepted zones. With
    /// `inFull` numbers are taken that the verdict does not need.
    func read(
        _ position: Coordinate, uncertainty: Double, lines readings: [LineReading],
        memberships: [Membership], inFull: Bool
    ) -> ZoneReading {
        let withBorder = inFull || uncertainty > 0
        var reading = ZoneReading()
        reading.uncertainty = uncertainty
        var ends: LineReading?
        switch measure {
        case .line(let number, let left, let right):
            let line = readings[number]
            ends = line
            reading.distance = line.nearest.distance.metres
            reading.uncertainty = line.uncertainty
            reading.byMeasure = line.membership(left: left, right: right)
        case .route(let locator, let band):
            let route = LineReading(
                position, uncertainty: uncertainty, locator: locator,
                reach: LineReading.Reach(ofFlatEnds: hasFlatEnds ? band.to : -.infinity))
            ends = route
            reading.route = route
            reading.distance = route.nearest.distance.metres
            reading.byMeasure = route.membership(left: band, right: band)
        case .point(let centre, let band):
            reading.distance = Geodesic.distance(from: position, to: centre).metres
            reading.byMeasure = band.membership(at: reading.distance, uncertainty: uncertainty)
        case .aroundArea(let locator, let band):
            reading.distance = AreaReading(position, locator).signedDistance
            reading.byMeasure = band.membership(at: reading.distance, uncertainty: uncertainty)
        case .area(let locator):
            let area = AreaReading(position, locator, withBorder: withBorder)
            reading.distance = area.signedDistance
            reading.byMeasure = area.membership(uncertainty: uncertainty)
        }
        reading.membership = reading.byMeasure
        if hasFlatEnds, let ends {
            reading.membership = ends.cutFlat(reading.membership)
            reading.afterEnds = reading.membership
        }
        if let clip {
            let inClip = AreaReading(position, clip, withBorder: withBorder)
                .membership(uncertainty: uncertainty)
            reading.clip = inClip
            reading.membership = reading.membership.intersection(inClip)
        }
        for excepted in except {
            reading.membership = reading.membership.intersection(memberships[excepted].complement)
        }
        return reading
    }
}
