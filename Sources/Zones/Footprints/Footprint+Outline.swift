import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Footprint {
    /// Where the region ends, for a drawing: rings, of which the last place is the first, and paths.
    ///
    /// A single place is a path of one. Round borders are drawn by places 7.5 degrees apart at most.
    package var outline: [[Coordinate]] {
        switch form {
        case .circle(let centre, let radius): [Self.round(centre, radius, radius, 0)]
        case .ellipse(let centre, let major, let minor, let azimuth):
            [Self.round(centre, major, minor, azimuth)]
        case .rectangle(let centre, let halfWidth, let halfLength, let heading):
            [
                [(1.0, 1.0), (1, -1), (-1, -1), (-1, 1), (1, 1)].map {
                    Self.place(
                        from: centre, along: $0 * halfLength, across: $1 * halfWidth, heading)
                }
            ]
        case .sector(let observer, let azimuths, let distances):
            Self.sector(observer, azimuths, distances)
        case .degrees(let longitudes, let latitudes):
            [
                [
                    (longitudes.lowerBound, latitudes.lowerBound),
                    (longitudes.upperBound, latitudes.lowerBound),
                    (longitudes.upperBound, latitudes.upperBound),
                    (longitudes.lowerBound, latitudes.upperBound),
                    (longitudes.lowerBound, latitudes.lowerBound),
                ].map { Self.place(SIMD2($0, $1)) }
            ]
        case .grid(let square):
            [
                [(1.0, 1.0), (1, -1), (-1, -1), (-1, 1), (1, 1)].map {
                    square.square.place(
                        easting: $0 * square.square.half.easting,
                        northing: $1 * square.square.half.northing)
                }
            ]
        case .geometry(let parts):
            parts.flatMap { part -> [[Coordinate]] in
                switch part {
                case .points(let all): all.map { [Self.place($0)] }
                case .path(let all): [all.map(Self.place)]
                case .polygon(let rings): rings.map { $0.map(Self.place) }
                }
            }
        }
    }

    /// Longitudes of parts run on beyond 180.
    private static func place(_ degrees: SIMD2<Double>) -> Coordinate {
        var longitude = degrees.x
        if longitude > 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        return Coordinate(longitude: longitude, latitude: degrees.y)
    }

    private static func place(
        from centre: Coordinate, along: Double, across: Double, _ azimuth: Double
    ) -> Coordinate {
        let distance = (along * along + across * across).squareRoot()
        if distance == 0 { return centre }
        return Geodesic.direct(
            from: centre,
            azimuth: Azimuth(degrees: azimuth + atan2(across, along) * 180 / .pi),
            distance: .metres(distance)
        ).position
    }

    private static func round(
        _ centre: Coordinate, _ major: Double, _ minor: Double, _ azimuth: Double
    ) -> [Coordinate] {
        (0...48).map { k in
            let (sine, cosine) = sineAndCosine(degrees: Double(k % 48) * 7.5)
            return place(from: centre, along: major * cosine, across: minor * sine, azimuth)
        }
    }

    private static func sector(
        _ observer: Coordinate, _ azimuths: ClosedRange<Double>, _ distances: ClosedRange<Double>
    ) -> [[Coordinate]] {
        let width = azimuths.upperBound - azimuths.lowerBound
        let steps = max(1, Int((width / 7.5).rounded(.up)))
        func arc(_ distance: Double) -> [Coordinate] {
            (0...steps).map { k in
                place(
                    from: observer, along: distance, across: 0,
                    azimuths.lowerBound + width * Double(k) / Double(steps))
            }
        }
        let (inner, outer) = (arc(distances.lowerBound), arc(distances.upperBound))
        // All round it is a ring, with a hole where it begins at a distance.
        if width >= 360 { return distances.lowerBound > 0 ? [outer, inner] : [outer] }
        let near = distances.lowerBound > 0 ? Array(inner.reversed()) : [observer]
        return [outer + near + [outer[0]]]
    }
}
