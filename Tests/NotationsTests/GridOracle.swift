import CPROJ
import Foundation
import Geodesy

/// UTM and UPS by PROJ, which shares no code with GeographicLib.
final class GridOracle {
    private let projection: OpaquePointer

    /// A zone from 1 to 60, or 0 for UPS.
    init?(zone: Int, isNorth: Bool) {
        let name =
            zone == 0
            ? "+proj=ups +ellps=WGS84\(isNorth ? "" : " +south")"
            : "+proj=utm +zone=\(zone) +ellps=WGS84\(isNorth ? "" : " +south")"
        // NULL for a text that is no projection.
        guard let projection = proj_create(nil, name) else { return nil }
        self.projection = projection
    }

    deinit { proj_destroy(projection) }

    func metres(_ place: Coordinate) -> (easting: Double, northing: Double) {
        let degree = Double.pi / 180
        let found = proj_trans(
            projection, PJ_FWD,
            proj_coord(place.longitude * degree, place.latitude * degree, 0, 0))
        return (found.xy.x, found.xy.y)
    }

    func position(_ easting: Double, _ northing: Double) -> Coordinate {
        let degree = Double.pi / 180
        let found = proj_trans(projection, PJ_INV, proj_coord(easting, northing, 0, 0))
        return Coordinate(longitude: found.lp.lam / degree, latitude: found.lp.phi / degree)
    }
}

extension Coordinate {
    /// A place anywhere on the globe, by area.
    static func anywhere(_ random: inout some RandomNumberGenerator) -> Coordinate {
        Coordinate(
            longitude: .random(in: -180...180, using: &random),
            latitude: asin(.random(in: -1...1, using: &random)) * 180 / .pi)
    }
}
