/// Why coordinates do not make a line.
public struct LineGeometryError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// There are no parts.
        public static let empty = Code(rawValue: "empty")
        /// A part has fewer than two vertices.
        public static let tooFewVertices = Code(rawValue: "tooFewVertices")
        /// A longitude or latitude is outside its range, or not a number.
        public static let notOnGlobe = Code(rawValue: "notOnGlobe")
        /// Two vertices are half a turn apart, so that both ways round are as short.
        public static let ambiguousEdge = Code(rawValue: "ambiguousEdge")
        /// A rhumb line reaches a pole only along a meridian.
        public static let rhumbToPole = Code(rawValue: "rhumbToPole")
        /// All vertices of a part are the same place.
        public static let noLength = Code(rawValue: "noLength")
    }

    /// The kind of fault.
    public let code: Code
    /// The part at fault, counted from 0.
    public let part: Int?
    /// The vertex at fault within its part, counted from 0.
    public let vertex: Int?
    /// The position at fault.
    public let found: Coordinate?

    init(_ code: Code, part: Int? = nil, vertex: Int? = nil, found: Coordinate? = nil) {
        self.code = code
        self.part = part
        self.vertex = vertex
        self.found = found
    }
}

extension LineGeometryError: CustomStringConvertible {
    /// The sentence for a person, with the place of the fault; parts and vertices are counted from 1.
    public var description: String {
        let place =
            part.map { "part \($0 + 1)" + (vertex.map { ", vertex \($0 + 1)" } ?? "") + ": " } ?? ""
        let shown = found.map { "[\($0.longitude), \($0.latitude)]" } ?? ""
        let sentence =
            switch code {
            case .empty: "a line needs at least one part"
            case .tooFewVertices: "a line needs at least two vertices"
            case .notOnGlobe:
                "\(shown) is not on the globe: longitude is -180 to 180, latitude -90 to 90, "
                    + "longitude first" + (found?.offGlobeHint ?? "")
            case .ambiguousEdge:
                "the edge to \(shown) spans exactly 180 degrees, so that the way round is "
                    + "ambiguous; add a vertex between"
            case .rhumbToPole:
                "a rhumb line reaches a pole only along a meridian; give both ends of the edge "
                    + "the same longitude or use geodesic edges"
            case .noLength:
                "all vertices are the same place \(shown), so that the line has no length"
            default: code.rawValue
            }
        return place + sentence
    }
}
