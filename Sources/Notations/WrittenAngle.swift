/// A latitude or a longitude that somebody wrote, and how fine it was written.
///
/// - Units: degrees on WGS 84, north and east positive.
public struct WrittenAngle: Hashable, Sendable {
    /// Whether it is a latitude; else a longitude.
    public let isLatitude: Bool
    /// The angle, below zero south and west.
    public let value: Angle
    /// One unit of the last written place: a sixtieth of a degree where minutes are whole.
    public let unit: Angle
    /// How it was written: `decimalDegrees`, `wholeDegrees`, `degreesMinutes` or
    /// `degreesMinutesSeconds`.
    public let notation: Notation
    /// Whether a letter or word, in the text or beside it, said on which side it lies.
    public let hasHemisphere: Bool
    /// -1 south or west, 1 north or east, 0 where neither a letter nor a sign nor the value tells.
    let side: Int8

    init(
        isLatitude: Bool, magnitude: Double, unit: Double, notation: Notation, isNegative: Bool,
        isSided: Bool, hasHemisphere: Bool
    ) {
        self.isLatitude = isLatitude
        // Not -0, which would print as a side of the equator.
        value = Angle(degrees: isNegative && magnitude != 0 ? -magnitude : magnitude)
        self.unit = Angle(degrees: unit)
        self.notation = notation
        self.hasHemisphere = hasHemisphere
        side = isNegative ? -1 : isSided || magnitude > 0 ? 1 : 0
    }

    /// The last of the places that a person would write, in which forms are compared.
    var fineness: Int {
        switch notation {
        case .wholeDegrees: 0
        case .degreesMinutes: 1
        case .degreesMinutesSeconds: 2
        default: 3
        }
    }
}
