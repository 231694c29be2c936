import Geodesy

/// The members that say how large and of which form the region is in which a report's object may be.
package struct FootprintFields: Hashable, Sendable {
    /// What one of them says.
    package enum Part: Int, CaseIterable, Sendable {
        /// How much of what is possible a circle or an ellipse holds.
        case level
        /// An ellipse: its semi-axes, and the direction of the longer one.
        case semiMajor, semiMinor, azimuth
        /// A rectangle: its side across a heading, that along it, and the heading.
        case width, length, heading
        /// A sector seen from the position: its direction, and how far it may be off, or a point of the compass.
        case bearing, bearingError, compass
        /// The distance of a sector, and how far it may be off, or the least and the greatest.
        case range, rangeError, rangeMin, rangeMax

        /// The name that is usual.
        package var usualName: String { Self.usualNames[rawValue] }

        /// The key of a profile that names it; the option is this with `-field` behind it.
        package var key: String { Self.keys[rawValue] }

        /// Whether it is a length.
        package var isLength: Bool {
            switch self {
            case .level, .azimuth, .heading, .bearing, .bearingError, .compass: false
            default: true
            }
        }

        /// Whether it is text.
        var isText: Bool { self == .level || self == .compass }

        private static let usualNames = [
            "uncertainty_level", "semi_major_m", "semi_minor_m", "azimuth_deg", "width_m",
            "length_m", "heading_deg", "bearing_deg", "bearing_error_deg", "compass", "range_m",
            "range_error_m", "range_min_m", "range_max_m",
        ]
        private static let keys = [
            "uncertainty-level", "semi-major", "semi-minor", "azimuth", "width", "length",
            "heading", "bearing", "bearing-error", "compass", "range", "range-error", "range-min",
            "range-max",
        ]
    }

    /// The names, by `Part.rawValue`.
    package private(set) var names = Part.allCases.map(\.usualName)
    /// What the numbers of lengths stand for, likewise.
    private var units = Part.allCases.map { _ in Distance.metres(1) }

    package init() {}

    /// The name of the member that says it.
    package subscript(part: Part) -> String {
        get { names[part.rawValue] }
        set { names[part.rawValue] = newValue }
    }

    /// What a number of it stands for, of lengths.
    package func unit(_ part: Part) -> Distance { units[part.rawValue] }

    /// Says what numbers of a length stand for.
    package mutating func setUnit(_ unit: Distance, of part: Part) { units[part.rawValue] = unit }

    /// Those of a file's names that are among them.
    func found(in all: [String], inAnyCase: Bool) -> [String] {
        let wanted = Set(inAnyCase ? names.map { $0.lowercased() } : names)
        return all.filter { wanted.contains(inAnyCase ? $0.lowercased() : $0) }
    }

    /// The same with names that a file has.
    func named(_ name: (String) -> String) -> FootprintFields {
        var fields = self
        fields.names = names.map(name)
        return fields
    }
}
