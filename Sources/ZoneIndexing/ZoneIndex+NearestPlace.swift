import Geodesy

extension ZoneIndex {
    /// The nearest place on the nearest line for each of many positions, in their order.
    ///
    /// - Returns: as many places as positions; none when the plan has no line for that.
    /// - Boundary: for a position off the globe the distance is NaN and the side `none`.
    /// - Accuracy: of the distance 2e-6 m below 100 km and 5e-5 m below 300 km from geodesic edges, 1e-4 m
    ///   from others, beyond exact; see `docs/accuracy.md`. Sides are exact, and so is the coordinate,
    ///   to a micrometre.
    public func nearest(to positions: [Coordinate]) -> NearestPlaces {
        NearestPlaces(of: positions, self)
    }

    /// The nearest place on the nearest line; of equally near lines the first.
    ///
    /// - Returns: `nil` when the plan has no line for that.
    /// - Boundary: for a position off the globe the distance is NaN and the side `none`.
    /// - Accuracy: as of `nearest(to:)` for many positions.
    public func nearest(to position: Coordinate) -> NearestPlace? {
        nearest(to: position, sureToMillimetres: false).map { place($0, nearestTo: position) }
    }

    /// What was found with its coordinate.
    func place(_ found: LinePlace, nearestTo position: Coordinate) -> NearestPlace {
        let locator = model.line(Int(found.line)).locator
        return NearestPlace(
            locator.nearest(to: position), onLine: LineNumber(rawValue: Int(found.line)),
            distance: found.distance, side: found.side)
    }
}
