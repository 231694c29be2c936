extension PolygonGeometry {
    /// An area of one ring without holes.
    ///
    /// - Parameters:
    ///   - ring: The vertices in the order in which the border runs, either way round; the last may
    ///     repeat the first or not.
    ///   - edges: The edges with which the area is going to be used.
    /// - Throws: `PolygonGeometryError` when the ring has fewer than three places, one that is not on
    ///   the globe, crosses itself or encloses nothing.
    public init(ring: [Coordinate], edges: EdgeKind = .planar) throws(PolygonGeometryError) {
        var closed = ring
        // An edge from -180 to 180 degrees would run all the way round, so that such ends stay open.
        if let first = ring.first, let last = ring.last, !first.isSamePlace(as: last) {
            closed.append(first)
        }
        try self.init(polygons: [[closed]], edges: edges)
    }

    /// A polygon whose vertices lie at a distance from a centre, evenly by direction from north.
    ///
    /// A zone within a distance of a point is better defined as `Region.aroundPoint(radius:centre:)`,
    /// which has no vertices.
    ///
    /// - Parameters:
    ///   - centre: The centre.
    ///   - radius: The geodesic distance of every vertex from the centre.
    ///   - vertices: How many different vertices there are; at least three.
    /// - Accuracy: vertices lie at the radius to a micrometre. Between two of 360 the border is nearer to
    ///   the centre by up to 1/26,000 of the radius, at 60 degrees of latitude and radii of up to 10 km.
    /// - Throws: `PolygonGeometryError` when the circle contains a pole (`aroundPole`), the centre is
    ///   not on the globe, or the radius is no length.
    public static func circle(
        around centre: Coordinate, radius: Distance, vertices: Int = 360
    ) throws(PolygonGeometryError) -> PolygonGeometry {
        guard centre.isValid, radius.isLength else {
            throw PolygonGeometryError(
                centre.isValid ? .noArea : .notOnGlobe, polygon: 0, ring: 0, found: centre)
        }
        let pole = Coordinate(longitude: centre.longitude, latitude: centre.latitude < 0 ? -90 : 90)
        guard Geodesic.distance(from: centre, to: pole) > radius else {
            throw PolygonGeometryError(.aroundPole, polygon: 0, ring: 0, found: centre)
        }
        let ring = (0..<max(vertices, 0)).map { k in
            Geodesic.direct(
                from: centre, azimuth: Azimuth(degrees: 360 * Double(k) / Double(vertices)),
                distance: radius
            ).position
        }
        return try PolygonGeometry(ring: ring)
    }
}
