extension Distance {
    /// A unit of length that agreements use, with its defined length in metres.
    ///
    /// Yard, foot and statute mile are the international ones of 1959 (1 yd = 0.9144 m); the
    /// nautical mile is the international one of 1929 (1,852 m).
    public enum Unit: String, CaseIterable, Sendable {
        /// A thousandth of a metre.
        case millimetre = "mm"
        /// A hundredth of a metre.
        case centimetre = "cm"
        /// The metre.
        case metre = "m"
        /// 1,000 m.
        case kilometre = "km"
        /// The international nautical mile of 1,852 m.
        case nauticalMile = "nm"
        /// The international statute mile of 1,609.344 m.
        case statuteMile = "mi"
        /// The international yard of 0.9144 m.
        case yard = "yd"
        /// The international foot of 0.3048 m.
        case foot = "ft"

        /// The length of one unit in metres, exactly as defined.
        public var metres: Double {
            switch self {
            case .millimetre: 0.001
            case .centimetre: 0.01
            case .metre: 1
            case .kilometre: 1000
            case .nauticalMile: 1852
            case .statuteMile: 1609.344
            case .yard: 0.9144
            case .foot: 0.3048
            }
        }

        /// The unit that `word` names, in the singular, the plural or abbreviated, or `nil`.
        ///
        /// Letter case does not matter, but `M` names none: charts write the nautical mile so, and others
        /// the metre; nor does `Mm`.
        public init?(word: some StringProtocol) {
            if word == "M" || word == "Mm" { return nil }
            switch word.lowercased() {
            case "mm", "millimetre", "millimetres", "millimeter", "millimeters": self = .millimetre
            case "cm", "centimetre", "centimetres", "centimeter", "centimeters": self = .centimetre
            case "m", "metre", "metres", "meter", "meters": self = .metre
            case "km", "kilometre", "kilometres", "kilometer", "kilometers": self = .kilometre
            case "nm", "nmi", "nautical mile", "nautical miles": self = .nauticalMile
            case "mi", "mile", "miles", "statute mile", "statute miles": self = .statuteMile
            case "yd", "yds", "yard", "yards": self = .yard
            case "ft", "foot", "feet": self = .foot
            default: return nil
            }
        }
    }
}
