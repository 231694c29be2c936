internal import CGeographicLibText
import Geodesy

/// A place in a UTM zone or in one of the polar UPS grids, on WGS 84.
struct GridPlace: Hashable, Sendable {
    /// 1 to 60; 0 for UPS.
    var zone: Int32
    var isNorth: Bool
    /// In metres.
    var easting: Double
    var northing: Double

    /// The place on the globe, and the length on the grid for one on the ellipsoid; `nil` outside
    /// the grid.
    ///
    /// - Source: `UTMUPS::Reverse` of GeographicLib, accurate to 5 nm.
    var onGlobe: (position: Coordinate, scale: Double)? {
        var place = self.c
        var (longitude, latitude, scale) = (0.0, 0.0, 0.0)
        // False outside the range of the grid.
        guard cgt_to_degrees(&place, &longitude, &latitude, &scale) else { return nil }
        return (Coordinate(longitude: longitude, latitude: latitude), scale)
    }

    var c: cgt_grid {
        cgt_grid(easting: easting, northing: northing, zone: zone, north: isNorth)
    }

    init(zone: Int32, isNorth: Bool, easting: Double, northing: Double) {
        (self.zone, self.isNorth) = (zone, isNorth)
        (self.easting, self.northing) = (easting, northing)
    }

    init(_ place: cgt_grid) {
        self.init(
            zone: place.zone, isNorth: place.north, easting: place.easting, northing: place.northing
        )
    }
}
