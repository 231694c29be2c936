import Geodesy

/// Why a zone could not be drawn.
public struct DrawingError: Error, Hashable, Sendable {
    /// The kinds of failure.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code's name.
        public let rawValue: String
        /// A code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The limit could not be followed.
        public static let lost = Code(rawValue: "lost")
        /// The zone has no area: nothing can be drawn.
        public static let empty = Code(rawValue: "empty")
        /// The agreement has no such zone.
        public static let unknownZone = Code(rawValue: "unknownZone")
        /// A distance is so great that its limit comes close to the opposite side of the globe, or is
        /// nowhere.
        public static let tooFar = Code(rawValue: "tooFar")
        /// The geometry library refused.
        public static let geometry = Code(rawValue: "geometry")
    }

    /// What went wrong.
    public let code: Code
    /// Where, if that is known.
    public let position: Coordinate?
    /// More, such as the geometry library's words.
    public let detail: String?

    init(_ code: Code, at position: Coordinate? = nil, detail: String? = nil) {
        self.code = code
        self.position = position
        self.detail = detail
    }
}

extension DrawingError: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        let sentence =
            switch code {
            case .lost: "the zone's limit could not be followed"
            case .empty: "the zone has no area, so that there is nothing to draw"
            case .tooFar:
                "no limit is drawn farther than \(ZoneDrawer.greatestDistance) from a line or area, or "
                    + "\(ZoneDrawer.greatestRadius) from a point; no place on the globe is farther than "
                    + "20004 km from any other"
            case .unknownZone: "the agreement has no such zone"
            default: "the zone could not be drawn"
            }
        let place = position.map { " at \($0)" } ?? ""
        return sentence + place + (detail.map { ": \($0)" } ?? "")
    }
}
