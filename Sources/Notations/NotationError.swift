/// Why a text does not name a position.
public struct NotationError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The text has the form of no notation.
        public static let notAPosition = Code(rawValue: "notAPosition")
        /// A part is outside its range; `part` names it.
        public static let outOfRange = Code(rawValue: "outOfRange")
        /// The text has two readings, which `readings` holds.
        public static let ambiguous = Code(rawValue: "ambiguous")
        /// Two parts contradict each other: a sign and a letter, two letters of one axis, a band
        /// and its northing.
        public static let contradiction = Code(rawValue: "contradiction")
        /// The zone has no such square, or the square no part in the band.
        public static let noSuchSquare = Code(rawValue: "noSuchSquare")
        /// A grid zone alone, as `37U`: thousands of square kilometres, no position.
        public static let gridZoneAlone = Code(rawValue: "gridZoneAlone")
        /// The text is a position in a notation that was not allowed.
        public static let otherNotation = Code(rawValue: "otherNotation")
        /// The text names another coordinate reference system.
        public static let otherSystem = Code(rawValue: "otherSystem")
    }

    /// A part of a position.
    public enum Part: String, Hashable, Sendable {
        /// A coordinate as a whole.
        case latitude, longitude
        /// Minutes or seconds.
        case minutes, seconds
        /// The parts of a grid reference.
        case zone, band, square, easting, northing
    }

    /// The kind of fault.
    public let code: Code
    /// The text as found.
    public let text: String
    /// The part at fault, where it is one.
    public let part: Part?
    /// Of an ambiguous text, what it may stand for, as texts with one reading each.
    public let readings: [String]
    /// What was found and what was expected, without the text as a whole.
    let reason: String

    init(
        _ code: Code, _ text: String, part: Part? = nil, readings: [String] = [], _ reason: String
    ) {
        self.code = code
        self.text = text
        self.part = part
        self.readings = readings
        self.reason = reason
    }
}

extension NotationError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        let shown = text.count > 80 ? text.prefix(80) + "..." : text[...]
        return "'\(shown)' \(reason)"
    }
}
