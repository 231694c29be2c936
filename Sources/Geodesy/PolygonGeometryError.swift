/// Why coordinates do not make an area.
public struct PolygonGeometryError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the fault.
        public let rawValue: String
        /// A fault by its name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// There are no polygons, or a polygon has no rings.
        public static let empty = Code(rawValue: "empty")
        /// A ring has fewer than four vertices, the closing one included.
        public static let tooFewVertices = Code(rawValue: "tooFewVertices")
        /// A longitude or latitude is outside its range, or not a number.
        public static let notOnGlobe = Code(rawValue: "notOnGlobe")
        /// The last vertex of a ring is not its first.
        public static let notClosed = Code(rawValue: "notClosed")
    }

    /// The kind of fault.
    public let code: Code
    /// The polygon at fault, counted from 0.
    public let polygon: Int?
    /// The ring at fault within its polygon, counted from 0; 0 is the outer ring.
    public let ring: Int?
    /// The vertex at fault within its ring, counted from 0.
    public let vertex: Int?
    /// The position at fault.
    public let found: Coordinate?

    init(
        _ code: Code, polygon: Int? = nil, ring: Int? = nil, vertex: Int? = nil,
        found: Coordinate? = nil
    ) {
        self.code = code
        self.polygon = polygon
        self.ring = ring
        self.vertex = vertex
        self.found = found
    }
}

extension PolygonGeometryError: CustomStringConvertible {
    /// The sentence for a person, with the place of the fault.
    public var description: String {
        let places = [
            polygon.map { "polygon \($0)" }, ring.map { "ring \($0)" },
            vertex.map { "vertex \($0)" },
        ].compactMap { $0 }
        let place = places.isEmpty ? "" : places.joined(separator: ", ") + ": "
        let shown = found.map { "[\($0.longitude), \($0.latitude)]" } ?? ""
        let sentence =
            switch code {
            case .empty: "a polygon needs at least one ring"
            case .tooFewVertices:
                "a ring needs at least four vertices, the last repeating the first"
            case .notOnGlobe:
                "\(shown) is not on the globe: longitude is -180 to 180, latitude -90 to 90, "
                    + "longitude first"
            case .notClosed: "the ring is not closed: its last vertex \(shown) is not its first"
            default: code.rawValue
            }
        return place + sentence
    }
}
