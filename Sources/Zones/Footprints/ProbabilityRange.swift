import Geodesy

/// The least and the greatest probability that an object is in a zone, over all that is not known but by a
/// bound: a line's accuracy, a width between two, what a position may be off besides its model.
public struct ProbabilityRange: Hashable, Sendable, Codable {
    /// The least, from 0 to 1.
    public let least: Double
    /// The greatest, from 0 to 1; the same where all is known.
    public let greatest: Double

    /// Both are right to this.
    public static let tolerance = 1e-3

    /// A range.
    package init(least: Double, greatest: Double) {
        (self.least, self.greatest) = (least, greatest)
    }

    /// Whether both ends are one number as far as it is known.
    package var isOne: Bool { greatest - least < Self.tolerance }

    /// What is certain.
    static let none = ProbabilityRange(least: 0, greatest: 0)
    static let all = ProbabilityRange(least: 1, greatest: 1)
}

extension ProbabilityRange: CustomStringConvertible {
    /// With three decimals: `0.731`, or `0.250..1.000` where a bound leaves more than one possible.
    public var description: String {
        isOne ? least.fixed(3) : least.fixed(3) + ".." + greatest.fixed(3)
    }
}
