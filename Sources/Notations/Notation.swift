/// A way of writing a position as text.
public enum Notation: String, CaseIterable, Hashable, Sendable {
    /// A cell of the Military Grid Reference System, as `37UDP3000050000`; also in the polar grids.
    case mgrs
    /// Metres in a zone of the Universal Transverse Mercator grid, as `37 north 430000 5350000`.
    case utm
    /// Metres in one of the two Universal Polar Stereographic grids, as `UPS north 2000000
    /// 2100000`.
    case ups
    /// Degrees, minutes and seconds, as `48°27'15.5"N 38°17'35"E`.
    case degreesMinutesSeconds
    /// Degrees and minutes, as `48°27.258'N 38°17.5'E`.
    case degreesMinutes
    /// Whole degrees with a degree mark or a letter, as `48°N 38°E`.
    case wholeDegrees
    /// Decimal degrees, as `48.4543, 38.2931`.
    case decimalDegrees
}

extension Notation {
    /// Whether it names a place in a grid that is on WGS 84 by definition.
    package var isGridReference: Bool { [.mgrs, .utm, .ups].contains(self) }

    /// Its name in a sentence.
    package var words: String {
        switch self {
        case .mgrs: "MGRS"
        case .utm: "UTM"
        case .ups: "UPS"
        case .degreesMinutesSeconds: "degrees, minutes and seconds"
        case .degreesMinutes: "degrees and minutes"
        case .wholeDegrees: "whole degrees"
        case .decimalDegrees: "decimal degrees"
        }
    }
}
