import Geodesy

/// Numbers by which some systems say that they have no position, such as longitude 181 of AIS.
package struct AbsentPosition: Hashable, Sendable {
    /// `nil` where any longitude will do, or any latitude.
    private let longitude: Double?
    private let latitude: Double?

    /// Such numbers; `nil` stands for any number, but not for both.
    package init?(longitude: Double?, latitude: Double?) {
        if longitude == nil, latitude == nil { return nil }
        (self.longitude, self.latitude) = (longitude, latitude)
    }

    /// Whether a position has these numbers.
    func matches(_ position: Coordinate) -> Bool {
        (longitude == nil || longitude == position.longitude)
            && (latitude == nil || latitude == position.latitude)
    }

    /// Why a record with such a position cannot be used.
    static func sentence(_ position: Coordinate) -> String {
        "longitude \(ValueCode.folded(position.longitude)) and latitude "
            + "\(ValueCode.folded(position.latitude)) say that the position is not available"
    }
}
