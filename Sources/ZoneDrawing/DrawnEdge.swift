import Geodesy

/// An edge of a drawn ring: straight in longitude and latitude, the short way round.
struct DrawnEdge {
    let from: Coordinate
    let to: Coordinate
    /// Degrees of longitude, eastward positive.
    let span: Double

    init(_ from: Coordinate, _ to: Coordinate) {
        self.from = from
        self.to = to
        let way = to.longitude - from.longitude
        span = way > 180 ? way - 360 : way < -180 ? way + 360 : way
    }

    /// Whether the edge runs along the map's frame: it parts a drawing at the antimeridian or
    /// closes it through a pole, and is no limit.
    var isFrame: Bool {
        (from.longitude.magnitude == 180 && to.longitude.magnitude == 180)
            || (from.isPole && to.isPole)
    }

    /// The place so far along the edge, from 0 to 1.
    func place(at t: Double) -> Coordinate {
        var longitude = from.longitude + t * span
        if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
        return Coordinate(
            longitude: longitude, latitude: from.latitude + t * (to.latitude - from.latitude))
    }
}
