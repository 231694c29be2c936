/// Why a plan cannot be compiled.
public struct ZonePlanError: Error, Hashable, Sendable {
    /// What is wrong with a plan.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// A word for the fault.
        public let rawValue: String
        /// A code from its word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A zone names a line that the plan does not have.
        public static let unknownLine = Code(rawValue: "unknownLine")
        /// A zone names a zone that does not come before it.
        public static let unknownZone = Code(rawValue: "unknownZone")
        /// A distance is negative, not a number, or beyond what can be compiled.
        public static let distanceOutOfRange = Code(rawValue: "distanceOutOfRange")
        /// Rings cannot have geodesic or rhumb edges as they are.
        public static let badArea = Code(rawValue: "badArea")
        /// The centre of a circle is not on the globe.
        public static let notOnGlobe = Code(rawValue: "notOnGlobe")
        /// Two lines bound no area.
        public static let noAreaBetween = Code(rawValue: "noAreaBetween")
        /// An index would take more bytes than it may.
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// Compiling would take longer than the index saves.
        public static let tooCostly = Code(rawValue: "tooCostly")
    }

    /// What is wrong.
    public let code: Code
    /// The number of the zone in the plan, or `nil` when no single zone is at fault.
    public let zone: ZoneNumber?
    private let message: String

    package init(_ code: Code, zone: Int? = nil, _ message: String) {
        self.code = code
        self.zone = zone.map { ZoneNumber(rawValue: $0) }
        self.message = message
    }
}

extension ZonePlanError: CustomStringConvertible {
    /// What was found and what is possible.
    public var description: String { (zone.map { "zone \($0): " } ?? "") + message }
}
