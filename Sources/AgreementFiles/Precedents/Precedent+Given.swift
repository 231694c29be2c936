import Geodesy

extension Precedent {
    /// What is given for a need.
    public enum Value: Hashable, Sendable {
        /// The path of a GeoJSON file with a line or an area.
        case file(String)
        /// A place.
        case point(Coordinate)
        /// A length or width, such as `5 km` or `5 km each side`, or a moment, such as `2026-12-01T00:00+02:00 Europe/Kyiv`.
        case text(String)
    }

    /// What somebody brings who applies a precedent.
    public struct Given: Sendable {
        /// The values of needs by their names.
        public var values: [String: Value] = [:]
        /// The name of the party in the place of that on the left of the first line.
        public var partyLeft: String?
        /// The name of the party in the place of that on the right of the first line.
        public var partyRight: String?
        /// The zero in the place of the precedent's own, as agreement files write it.
        public var zero: String?

        /// Nothing yet.
        public init() {}
    }

    /// The needs without which the precedent cannot be applied and for which nothing is given, in their order.
    public func missing(in given: Given) -> [Need] {
        needs.filter { need in
            !need.isOptional && given.values[need.id] == nil
                && !(need.id == zeroNeed && given.zero != nil)
        }
    }

    /// The need that the zero is.
    package var zeroNeed: String? { template.member("zero")?.need }

    /// The parties on both sides of the first line that names any; `nil` where no line does.
    package var sides: (left: String?, right: String?)? {
        let sides = (template.member("lines")?.mapping ?? []).map { line in
            (line.value.member("left")?.scalar, line.value.member("right")?.scalar)
        }
        return sides.first { $0.0 != nil || $0.1 != nil }
    }
}
