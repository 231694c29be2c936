/// How likely the places of a footprint are, as somebody assumes it.
///
/// Everything that follows is conditional on the model, which is named wherever its numbers are.
public struct PositionModel: Hashable, Sendable {
    /// How a position spreads.
    public enum Spread: String, Hashable, Sendable, Codable, CaseIterable {
        /// Circles and ellipses with a level are normal distributions of which so much is in them; all other
        /// footprints are uniform.
        case normal
        /// All places of a footprint are equally likely; circles and ellipses with a level are made so large
        /// that the share of their area that is stated is the level.
        case uniform
    }

    /// How positions spread.
    public let spread: Spread
    /// What has a level below 100 % is said to be inside, or outside, a zone where the probability is this one
    /// at least.
    public let certainAt: Double

    /// `certainAt` as a percentage, such as `99.99 %`.
    package var certainInWords: String {
        // Not 99.90000000000001.
        "\((certainAt * 1e11).rounded() / 1e9) %"
    }

    /// 99.99 %.
    public static let usualCertainty = 0.9999

    /// A model.
    ///
    /// - Throws: `FootprintError` when `certainAt` is not above 50 and at most 100 %.
    public init(
        _ spread: Spread, certainAt: Double = usualCertainty
    ) throws(FootprintError) {
        guard certainAt > 0.5, certainAt <= 1 else {
            throw FootprintError(
                "answers are to be certain at \(certainAt * 100) %, expected more than 50 and at most 100 %"
            )
        }
        (self.spread, self.certainAt) = (spread, certainAt)
    }
}
