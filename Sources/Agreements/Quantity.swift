import Geodesy

/// A number with its unit, as conditions and reports write it: `122 mm`, `0.1 m`, `24`.
public struct Quantity: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// The unit, or `nil` for a bare number.
    public let unit: Unit?

    /// A quantity.
    public init(_ value: Double, _ unit: Unit?) {
        self.value = value
        self.unit = unit
    }

    /// A unit of length or mass.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// A thousandth of a metre.
        case millimetre = "mm"
        /// A hundredth of a metre.
        case centimetre = "cm"
        /// The metre.
        case metre = "m"
        /// 1,000 m.
        case kilometre = "km"
        /// The international inch of 25.4 mm.
        case inch = "in"
        /// A thousandth of a kilogram.
        case gram = "g"
        /// The kilogram.
        case kilogram = "kg"
        /// 1,000 kg.
        case tonne = "t"

        /// What a unit measures.
        enum Dimension { case length, mass }

        var dimension: Dimension {
            switch self {
            case .millimetre, .centimetre, .metre, .kilometre, .inch: .length
            case .gram, .kilogram, .tonne: .mass
            }
        }

        /// How many millimetres or grams one unit is; whole numbers keep `12.2 cm` at 122 mm.
        var factor: Double {
            switch self {
            case .millimetre, .gram: 1
            case .centimetre: 10
            case .inch: 25.4
            case .metre, .kilogram: 1000
            case .kilometre, .tonne: 1_000_000
            }
        }
    }

    /// A quantity from text, or `nil` when the text is none.
    ///
    /// White space does not matter, nor does letter case, but `M` is no unit: it is the metre to some and
    /// the nautical mile to others.
    public init?(parsing text: some StringProtocol) {
        let packed = Substring(String(text).filter { !$0.isWhitespace })
        let number = packed.leadingNumber
        let word = packed.dropFirst(number.count)
        guard !number.isEmpty, let value = Double(number), value.isFinite else { return nil }
        if word.isEmpty {
            self.init(value, nil)
        } else if word != "M", let unit = Unit(rawValue: word.lowercased()) {
            self.init(value, unit)
        } else {
            return nil
        }
    }

    /// Less than, equal to or greater than zero as this is below, at or above the other; `nil`
    /// when the two do not measure the same, or one is not finite.
    ///
    /// - Accuracy: a relative difference below 1e-12 comes from the conversion and counts as none.
    func compared(to other: Quantity) -> Int? {
        guard unit?.dimension == other.unit?.dimension, value.isFinite, other.value.isFinite else {
            return nil
        }
        let (a, b) = (value * (unit?.factor ?? 1), other.value * (other.unit?.factor ?? 1))
        if (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude) { return 0 }
        return a < b ? -1 : 1
    }
}

extension Quantity: CustomStringConvertible {
    /// The number and the unit.
    public var description: String {
        let number =
            value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
        return unit.map { "\(number) \($0.rawValue)" } ?? number
    }
}
