import Geodesy
import Notations

/// A notation to write positions in, with its digits, as in `mgrs:5`.
package enum TargetNotation: Hashable, Sendable {
    /// MGRS, with so many digits for easting and northing each: 5 for cells of 1 m, 0 for 100 km.
    case mgrs(digits: Int)
    /// Metres of UTM or UPS with so many decimals.
    case utm(decimals: Int)
    /// Degrees, minutes and seconds with so many decimals.
    case degreesMinutesSeconds(decimals: Int)
    /// Degrees and minutes with so many decimals.
    case degreesMinutes(decimals: Int)
    /// Longitude and latitude in decimal degrees with so many decimals.
    case decimalDegrees(decimals: Int)

    /// The words by which notations are named, each with its digits unless said, and the most it takes.
    private static let words:
        [(word: String, usual: Int, most: Int, make: @Sendable (Int) -> Self)] = [
            ("mgrs", 5, 5, { .mgrs(digits: $0) }), ("utm", 0, 9, { .utm(decimals: $0) }),
            ("dms", 0, 9, { .degreesMinutesSeconds(decimals: $0) }),
            ("dm", 3, 9, { .degreesMinutes(decimals: $0) }),
            ("decimal", 7, 12, { .decimalDegrees(decimals: $0) }),
        ]

    /// A notation from a text such as `mgrs:4`, `dms` or `decimal:7`; `nil` for any other.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2,
            let known = Self.words.first(where: { $0.word == parts[0].lowercased() })
        else { return nil }
        guard parts.count == 2 else {
            self = known.make(known.usual)
            return
        }
        guard parts[1].utf8.count <= 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
            let digits = Int(parts[1]), digits <= known.most
        else { return nil }
        self = known.make(digits)
    }

    /// The names of the columns or properties that hold a position.
    var names: [String] {
        switch self {
        case .mgrs: ["dmz_mgrs"]
        case .utm: ["dmz_utm"]
        case .degreesMinutesSeconds, .degreesMinutes: ["dmz_dms"]
        case .decimalDegrees: ["dmz_longitude", "dmz_latitude"]
        }
    }

    /// Whether they hold numbers.
    var isNumeric: Bool {
        if case .decimalDegrees = self { true } else { false }
    }

    /// A position as it is written, a text for each name.
    func texts(_ position: Coordinate) throws(NotationError) -> [String] {
        switch self {
        case .mgrs(let digits): [try position.mgrs(digits: digits)]
        case .utm(let decimals): [try position.utm(decimals: decimals)]
        case .degreesMinutesSeconds(let decimals):
            [try position.degreesMinutesSeconds(decimals: decimals)]
        case .degreesMinutes(let decimals): [try position.degreesMinutes(decimals: decimals)]
        case .decimalDegrees(let decimals):
            [position.longitude.fixed(decimals), position.latitude.fixed(decimals)]
        }
    }
}
