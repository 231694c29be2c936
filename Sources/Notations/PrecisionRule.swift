/// What the digits that were not written leave open.
///
/// MGRS needs no rule: its text names a cell.
public struct PrecisionRule: Hashable, Sendable, Codable {
    /// What became of the part of an angle below its last written place.
    public enum Degrees: String, Hashable, Sendable {
        /// It was rounded: the place meant lies half a unit of the last place either way.
        case rounded
        /// It was cut off: the place meant lies up to one unit farther from the equator and from
        /// Greenwich.
        case truncated
    }

    /// How far decimal degrees and metres of UTM and UPS are known.
    public enum Decimals: String, Hashable, Sendable {
        /// They are exact, as numbers are that a program wrote.
        case exact
        /// They were rounded at their last digit.
        case asWritten
    }

    /// The rule for whole degrees, minutes and seconds.
    public var degrees: Degrees
    /// The rule for decimal degrees and for metres.
    public var decimals: Decimals

    /// A rule; unless said otherwise, degrees, minutes and seconds were rounded and decimals are
    /// exact.
    public init(degrees: Degrees = .rounded, decimals: Decimals = .exact) {
        (self.degrees, self.decimals) = (degrees, decimals)
    }

    /// Degrees, minutes and seconds were rounded, decimals are exact.
    public static let standard = PrecisionRule()
}
