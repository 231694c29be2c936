import Geodesy

/// What positions that cannot be used look like, for a sentence about a whole file.
package enum RefusalCause: CaseIterable, Hashable, Sendable {
    case metres, degreesMinutes, noGeometry, notAvailable, other

    /// By the numbers that stand where longitude and latitude are.
    init(_ position: Coordinate) {
        if position.longitude.isFinite, position.latitude.isFinite,
            max(position.longitude.magnitude, position.latitude.magnitude) > 360
        {
            self = Self.isMarine(position) ? .degreesMinutes : .metres
        } else {
            self = .other
        }
    }

    /// Whether both numbers may be degrees and minutes in one, such as 4709.678, which receivers write.
    private static func isMarine(_ position: Coordinate) -> Bool {
        let (x, y) = (position.longitude.magnitude, position.latitude.magnitude)
        return x <= 18_000 && y <= 9_000
            && x.truncatingRemainder(dividingBy: 100) < 60
            && y.truncatingRemainder(dividingBy: 100) < 60
    }

    /// What to do when all records of a run are of this kind; `nil` where nothing can be said.
    package var advice: String? {
        switch self {
        case .metres:
            "the numbers look like metres of a grid such as UTM, expected longitude and latitude in "
                + "degrees; name the grid by --crs, for example --crs EPSG:32636 for UTM zone 36 north"
        case .degreesMinutes:
            "the numbers look like degrees and minutes in one, such as 4709.678, which need their side: N or "
                + "S and E or W behind them, or in columns such as 'ns' and 'ew'"
        case .noGeometry: "no record has a Point for its geometry"
        case .notAvailable, .other: nil
        }
    }
}
