import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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

    /// The greater of how far the edge leads east or west and how far north or south, in degrees of a
    /// great circle.
    var reach: Double {
        let least = min(from.latitude.magnitude, to.latitude.magnitude)
        return max(
            span.magnitude * cos(least * .pi / 180), (to.latitude - from.latitude).magnitude)
    }

    /// The place so far along the edge, from 0 to 1.
    func place(at t: Double) -> Coordinate {
        var longitude = from.longitude + t * span
        if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
        return Coordinate(
            longitude: longitude, latitude: from.latitude + t * (to.latitude - from.latitude))
    }

    /// The distance in metres of a place from the edge, about: true where it is short.
    func distance(from place: Coordinate) -> Double { nearest(to: place).distance }

    /// How far along the edge, from 0 to 1, the place nearest to another one is, and how far that is, about.
    func nearest(to place: Coordinate) -> (t: Double, distance: Double) {
        let scale = OffsetFeatures.earthRadius * .pi / 180
        let east = scale * cos(place.latitude * .pi / 180)
        let way = SIMD2(span * east, (to.latitude - from.latitude) * scale)
        let off = SIMD2(
            (place.longitude - from.longitude).remainder(dividingBy: 360) * east,
            (place.latitude - from.latitude) * scale)
        let length = (way * way).sum()
        let t = length > 0 ? max(0, min(1, (way * off).sum() / length)) : 0
        let rest = off - t * way
        return (t, (rest * rest).sum().squareRoot())
    }
}
