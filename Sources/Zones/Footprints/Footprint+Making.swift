public import Geodesy

extension Footprint {
    /// All places within a distance of one; with a level, a circle that holds so much of what is possible.
    ///
    /// - Throws: `FootprintError` for a place off the globe, or a radius that is negative or no length.
    public static func circle(
        about centre: Coordinate, radius: Distance, level: Level = .bound
    ) throws(FootprintError) -> Footprint {
        try check(centre)
        try check(radius, "the radius")
        return try Footprint(.circle(centre, radius: radius.metres), level: level)
    }

    /// An ellipse about a place, from its semi-axes and the direction of the semi-major one; with a level,
    /// one that holds so much of what is possible.
    ///
    /// - Throws: `FootprintError` for a place off the globe, an axis that is negative or no length, a
    ///   semi-minor axis longer than the semi-major one.
    public static func ellipse(
        about centre: Coordinate, semiMajor: Distance, semiMinor: Distance, azimuth: Azimuth,
        level: Level = .bound
    ) throws(FootprintError) -> Footprint {
        try check(centre)
        try check(semiMajor, "the semi-major axis")
        try check(semiMinor, "the semi-minor axis")
        try check(azimuth, "the azimuth")
        guard semiMinor <= semiMajor else {
            throw FootprintError(
                "the semi-minor axis, \(semiMinor), is longer than the semi-major one, \(semiMajor)"
            )
        }
        return try Footprint(
            .ellipse(
                centre, semiMajor: semiMajor.metres, semiMinor: semiMinor.metres,
                azimuth: azimuth.degrees), level: level)
    }

    /// A rectangle about a place, `length` along the heading and `width` across it.
    ///
    /// - Throws: `FootprintError` for a place off the globe, a side that is negative or no length.
    public static func rectangle(
        about centre: Coordinate, width: Distance, length: Distance,
        heading: Azimuth = Azimuth(degrees: 0)
    ) throws(FootprintError) -> Footprint {
        try check(centre)
        try check(width, "the width")
        try check(length, "the length")
        try check(heading, "the heading")
        return try Footprint(
            .rectangle(
                centre, halfWidth: width.metres / 2, halfLength: length.metres / 2,
                heading: heading.degrees))
    }

    /// What is seen from a place up to `eitherWay` of a direction, between two distances.
    ///
    /// - Throws: `FootprintError` for a place off the globe, an angle that is negative or above 180
    ///   degrees, distances that are negative, no lengths or in the wrong order.
    public static func sector(
        from observer: Coordinate, bearing: Azimuth, eitherWay: Angle, nearest: Distance,
        farthest: Distance
    ) throws(FootprintError) -> Footprint {
        try check(observer)
        try check(bearing, "the bearing")
        try check(nearest, "the least range")
        try check(farthest, "the greatest range")
        guard eitherWay.degrees >= 0, eitherWay.degrees <= 180 else {
            throw FootprintError(
                "the bearing's error is \(eitherWay.degrees) degrees, expected 0 to 180")
        }
        guard nearest <= farthest else {
            throw FootprintError(
                "the least range, \(nearest), is greater than the greatest, \(farthest)")
        }
        return try Footprint(
            .sector(
                observer,
                azimuths: bearing.degrees - eitherWay.degrees...bearing.degrees
                    + eitherWay.degrees,
                distances: nearest.metres...farthest.metres))
    }

    /// All places between two longitudes, which may run on beyond 180 degrees, and two latitudes.
    ///
    /// - Throws: `FootprintError` for latitudes off the globe and ranges that are none.
    public static func degrees(
        west: Angle, south: Angle, east: Angle, north: Angle
    ) throws(FootprintError) -> Footprint {
        // Also false for what is no number, of which no range can be made.
        guard west <= east, south <= north, south.degrees >= -90, north.degrees <= 90,
            west.degrees >= -360, east.degrees <= 360
        else {
            throw FootprintError(
                "\(west.degrees) to \(east.degrees) east and \(south.degrees) to \(north.degrees) north "
                    + "is no box on the globe")
        }
        return try Footprint(
            .degrees(
                longitudes: west.degrees...east.degrees, latitudes: south.degrees...north.degrees))
    }

    /// A rectangle of a grid.
    ///
    /// - Throws: `FootprintError` for one that is too large.
    public static func grid(_ square: any GridSquare) throws(FootprintError) -> Footprint {
        try Footprint(.grid(AnyGridSquare(square: square)))
    }

    static func check(_ place: Coordinate) throws(FootprintError) {
        guard place.isValid else {
            throw FootprintError(
                "its place \(place) is not on the globe" + place.offGlobeHint)
        }
    }

    private static func check(_ length: Distance, _ name: String) throws(FootprintError) {
        guard length.metres >= 0, length.metres.isFinite else {
            throw FootprintError(
                "\(name) is \(length.metres) m, expected 0 or more")
        }
    }

    private static func check(_ azimuth: Azimuth, _ name: String) throws(FootprintError) {
        guard azimuth.degrees.isFinite else {
            throw FootprintError("\(name) is no direction")
        }
    }
}
