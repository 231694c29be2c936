import Geodesy

/// A number with its unit, as conditions and reports write it: `122 mm`, `0.1 m`, `24`, `500 ft AGL`, `FL100`.
public struct Quantity: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// The unit, or `nil` for a bare number.
    public let unit: Unit?
    /// What a height is counted from; `nil` where that is not said, and of what is no height.
    public let reference: HeightReference?

    /// A quantity.
    public init(_ value: Double, _ unit: Unit?, from reference: HeightReference? = nil) {
        self.value = value
        self.unit = unit
        self.reference = reference
    }

    /// What a height is counted from.
    public enum HeightReference: String, CaseIterable, Hashable, Sendable {
        /// The ground below.
        case ground = "AGL"
        /// The mean level of the sea.
        case sea = "AMSL"
        /// The standard pressure of flight levels.
        case standardPressure = "FL"
    }

    /// A unit of length, mass or time.
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
        /// The international foot of 304.8 mm.
        case foot = "ft"
        /// The international yard of 914.4 mm.
        case yard = "yd"
        /// The nautical mile of 1,852 m.
        case nauticalMile = "nm"
        /// A thousandth of a kilogram.
        case gram = "g"
        /// The kilogram.
        case kilogram = "kg"
        /// 1,000 kg.
        case tonne = "t"
        /// The minute.
        case minute = "min"
        /// 60 minutes.
        case hour = "h"
        /// 24 hours.
        case day = "d"

        /// What a unit measures.
        enum Dimension { case length, mass, time }

        var dimension: Dimension {
            switch self {
            case .millimetre, .centimetre, .metre, .kilometre, .inch, .foot, .yard, .nauticalMile:
                .length
            case .gram, .kilogram, .tonne: .mass
            case .minute, .hour, .day: .time
            }
        }

        /// How many millimetres, grams or minutes one unit is; whole numbers keep `12.2 cm` at 122 mm.
        var factor: Double {
            switch self {
            case .millimetre, .gram, .minute: 1
            case .centimetre: 10
            case .inch: 25.4
            case .hour: 60
            case .foot: 304.8
            case .yard: 914.4
            case .metre, .kilogram: 1000
            case .day: 1440
            case .kilometre, .tonne: 1_000_000
            case .nauticalMile: 1_852_000
            }
        }
    }

    /// A quantity from text, or `nil` when the text is none.
    ///
    /// White space does not matter, nor does letter case, but `M` is no unit: it is the metre to some and
    /// the nautical mile to others. A height may say what it is counted from (`AGL`, `AMSL`, `MSL`), and a
    /// flight level is one of hundreds of feet.
    public init?(parsing text: some StringProtocol) {
        var packed = Substring(String(text).filter { !$0.isWhitespace })
        if packed.prefix(2).uppercased() == "FL" {
            guard let level = Double(packed.dropFirst(2)), level.isFinite, level >= 0 else {
                return nil
            }
            self.init(level * 100, .foot, from: .standardPressure)
            return
        }
        let upper = packed.uppercased()
        let endings: [(String, HeightReference)] = [
            ("AGL", .ground), ("AMSL", .sea), ("MSL", .sea),
        ]
        let ending = endings.first { upper.hasSuffix($0.0) }
        if let ending { packed = packed.dropLast(ending.0.count) }
        let number = packed.leadingNumber
        let word = packed.dropFirst(number.count)
        guard !number.isEmpty, let value = Double(number), value.isFinite else { return nil }
        if word.isEmpty, ending == nil {
            self.init(value, nil)
        } else if word != "M", let unit = Unit(rawValue: word.lowercased()),
            ending == nil || unit.dimension == .length
        {
            self.init(value, unit, from: ending?.1)
        } else {
            return nil
        }
    }

    /// Less than, equal to or greater than zero as this is below, at or above the other; `nil`
    /// when the two do not measure the same, are heights from different references, or one is not finite.
    ///
    /// - Accuracy: a relative difference below 1e-12 comes from the conversion and counts as none.
    func compared(to other: Quantity) -> Int? {
        guard unit?.dimension == other.unit?.dimension, reference == other.reference,
            value.isFinite, other.value.isFinite
        else { return nil }
        let (a, b) = (value * (unit?.factor ?? 1), other.value * (other.unit?.factor ?? 1))
        if (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude) { return 0 }
        return a < b ? -1 : 1
    }
}

extension Quantity: CustomStringConvertible {
    /// The number and the unit.
    public var description: String { inWords(.english) }

    /// The number and the unit in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        let number = say.number(
            value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)")
        let text = unit.map { say("{number} \($0.rawValue)", ["number": number]) } ?? number
        return reference.map { say("{height} \($0.rawValue)", ["height": text]) } ?? text
    }
}
