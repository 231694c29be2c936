/// A contradiction within an agreement.
public struct AgreementError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Two of a kind have the same identifier.
        public static let duplicate = Code(rawValue: "duplicate")
        /// An identifier is empty.
        public static let emptyIdentifier = Code(rawValue: "emptyIdentifier")
        /// An identifier has a semicolon, which joins identifiers in lists, or a control character.
        public static let badIdentifier = Code(rawValue: "badIdentifier")
        /// A party, line or zone is named which the agreement does not have.
        public static let unknown = Code(rawValue: "unknown")
        /// Both sides of a line are the same party's.
        public static let sameSides = Code(rawValue: "sameSides")
        /// Parts of a line meet head to head or tail to tail, so that its sides change over.
        public static let swappedSides = Code(rawValue: "swappedSides")
        /// A zone is made of itself, directly or by way of others.
        public static let zoneCycle = Code(rawValue: "zoneCycle")
        /// A category contains itself, directly or by way of others.
        public static let categoryCycle = Code(rawValue: "categoryCycle")
        /// A length is negative, not finite, or makes a zone empty.
        public static let badLength = Code(rawValue: "badLength")
        /// Two lines bound no area, or a half is that of neither.
        public static let noAreaBetween = Code(rawValue: "noAreaBetween")
        /// The rings of an area cannot have geodesic or rhumb edges as they are.
        public static let badArea = Code(rawValue: "badArea")
        /// A stretch of a line runs backwards, is none, or overlaps another.
        public static let badStretch = Code(rawValue: "badStretch")
        /// A time is counted from a zero which the agreement does not have.
        public static let noZero = Code(rawValue: "noZero")
        /// A rule ends before it begins.
        public static let endsBeforeItBegins = Code(rawValue: "endsBeforeItBegins")
        /// A condition compares with a number that is none.
        public static let badCondition = Code(rawValue: "badCondition")
        /// A rule names no zone, or neither prohibits nor limits anything.
        public static let emptyRule = Code(rawValue: "emptyRule")
        /// A rule asks for hours or months without a clock, or for a month that is none.
        public static let badTime = Code(rawValue: "badTime")
        /// An obligation comes round, and nothing says from when.
        public static let noBeginning = Code(rawValue: "noBeginning")
        /// Windows of counting cannot be laid out, or an inventory is none.
        public static let badCounting = Code(rawValue: "badCounting")
        /// A rule binds a party to a side that no line gives it.
        public static let noSide = Code(rawValue: "noSide")
        /// Something is to be withdrawn as far as it reaches, and no reach is stated.
        public static let noReach = Code(rawValue: "noReach")
    }

    /// The kind of fault.
    public let code: Code
    /// Where it is, by the keys of an agreement file: `["zones", "corridor", "except"]`.
    public let path: [String]
    /// What was found.
    public let found: String
    /// What would be allowed, where that is a list of words.
    public let allowed: [String]
    /// What is wrong, as a sentence without the place.
    public let reason: String

    package init(
        _ code: Code, _ path: [String], found: String = "", allowed: [String] = [],
        _ reason: String
    ) {
        self.code = code
        self.path = path
        self.found = found
        self.allowed = allowed
        self.reason = reason
    }
}

extension AgreementError: CustomStringConvertible {
    /// The sentence for a person, with the place.
    public var description: String { path.joined(separator: ": ") + ": " + reason }
}
