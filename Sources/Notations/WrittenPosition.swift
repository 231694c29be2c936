public import Geodesy

/// A position that somebody wrote: the coordinate it names, and how fine it was written.
///
/// - Units: degrees on WGS 84; metres of a grid for MGRS, UTM and UPS.
public struct WrittenPosition: Hashable, Sendable {
    /// What was written.
    enum Storage: Hashable, Sendable {
        /// A cell by its south-west corner and its side in metres.
        case cell(corner: GridPlace, side: Double)
        /// A place of a grid, with the unit of the last digit of easting and northing in metres.
        case metres(GridPlace, easting: Double, northing: Double)
        case degrees(latitude: WrittenAngle, longitude: WrittenAngle)
    }

    let storage: Storage

    init(_ storage: Storage) { self.storage = storage }

    /// A position from a latitude and a longitude that were written apart.
    ///
    /// - Precondition: `latitude` is one, and `longitude` is none.
    public init(latitude: WrittenAngle, longitude: WrittenAngle) {
        precondition(latitude.isLatitude && !longitude.isLatitude)
        storage = .degrees(latitude: latitude, longitude: longitude)
    }

    /// How the position was written; of two angles in different forms the finer one.
    public var notation: Notation {
        switch storage {
        case .cell: .mgrs
        case .metres(let place, _, _): place.zone == 0 ? .ups : .utm
        case .degrees(let latitude, let longitude):
            latitude.fineness >= longitude.fineness ? latitude.notation : longitude.notation
        }
    }

    /// The coordinate that the text names: the value of an angle or of grid metres, and of an MGRS
    /// cell its south-west corner, as that grid counts.
    ///
    /// - Accuracy: degrees are the nearest numbers to those written; grids are accurate to 10 nm.
    ///   Each call projects anew.
    /// - Boundary: 180 degrees east and west stay as written. The corner of a cell may lie over the
    ///   border of its zone.
    public var coordinate: Coordinate {
        switch storage {
        case .cell(let place, _), .metres(let place, _, _):
            // Reading has checked the range of the grid.
            place.onGlobe?.position ?? Coordinate(longitude: .nan, latitude: .nan)
        case .degrees(let latitude, let longitude):
            Coordinate(longitude: longitude.value.degrees, latitude: latitude.value.degrees)
        }
    }

    /// How fine the position was written.
    public var extent: WrittenExtent {
        switch storage {
        case .cell(_, let side): .cell(side: .metres(side))
        case .metres(_, let easting, let northing):
            .metres(easting: .metres(easting), northing: .metres(northing))
        case .degrees(let latitude, let longitude):
            .degrees(longitude: longitude.unit, latitude: latitude.unit)
        }
    }
}
