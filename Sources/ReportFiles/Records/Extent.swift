import Geodesy

/// A box in longitude and latitude.
package struct Extent: Hashable, Sendable {
    private var west = Double.infinity
    private var south = Double.infinity
    private var east = -Double.infinity
    private var north = -Double.infinity

    /// The least box that holds the positions; it does not cross the antimeridian.
    package init(_ positions: some Sequence<Coordinate>) {
        for position in positions {
            west = min(west, position.longitude)
            east = max(east, position.longitude)
            south = min(south, position.latitude)
            north = max(north, position.latitude)
        }
    }

    /// The degrees from west to east or from south to north, whichever is more; negative of no box.
    var greatestSpan: Double { max(east - west, north - south) }

    /// The corners of the box.
    package var southWest: Coordinate { Coordinate(longitude: west, latitude: south) }
    package var northEast: Coordinate { Coordinate(longitude: east, latitude: north) }

    /// The middle of the box.
    var middle: Coordinate {
        Coordinate(longitude: (west + east) / 2, latitude: (south + north) / 2)
    }

    /// Whether a position lies more than two degrees from the box, but within one degree of it with
    /// longitude and latitude swapped.
    func suggestsSwap(of position: Coordinate) -> Bool {
        let swapped = Coordinate(longitude: position.latitude, latitude: position.longitude)
        return !contains(position, margin: 2) && contains(swapped, margin: 1)
    }

    private func contains(_ position: Coordinate, margin: Double) -> Bool {
        position.longitude >= west - margin && position.longitude <= east + margin
            && position.latitude >= south - margin && position.latitude <= north + margin
    }
}
