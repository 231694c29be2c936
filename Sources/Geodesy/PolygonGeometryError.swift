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
        /// Rings of a polygon cross themselves or each other; with geodesic or rhumb edges, rings cross
        /// or touch.
        public static let crossing = Code(rawValue: "crossing")
        /// Rings of a polygon run along themselves or each other, and the area does not lie on both
        /// sides.
        public static let overlap = Code(rawValue: "overlap")
        /// A hole lies outside its polygon or in another hole; with geodesic or rhumb edges also: a ring
        /// lies in another and is no hole of it.
        public static let nested = Code(rawValue: "nested")
        /// With geodesic or rhumb edges: a ring leaves about as much of the globe on either side.
        public static let halfGlobe = Code(rawValue: "halfGlobe")
        /// With geodesic or rhumb edges: an edge from -180 to 180 degrees of longitude.
        public static let wholeTurn = Code(rawValue: "wholeTurn")
        /// A ring encloses nothing.
        public static let noArea = Code(rawValue: "noArea")
        /// With geodesic or rhumb edges: two vertices are half a turn apart, so that both ways round
        /// are as short.
        public static let ambiguousEdge = Code(rawValue: "ambiguousEdge")
        /// A circle contains a pole, which no single ring in longitude and latitude does.
        public static let aroundPole = Code(rawValue: "aroundPole")
        /// A rhumb line reaches a pole only along a meridian.
        public static let rhumbToPole = Code(rawValue: "rhumbToPole")
    }

    /// The kind of fault.
    public let code: Code
    /// The polygon at fault, counted from 0.
    public let polygon: Int?
    /// The ring at fault within its polygon, counted from 0; 0 is the outer ring.
    public let ring: Int?
    /// The vertex at fault within its ring, counted from 0.
    public let vertex: Int?
    /// The position at fault: of edges that cross the place where they do, rounded.
    public let found: Coordinate?
    /// Of edges that cross or run along each other the second; the first goes out from `vertex`.
    public let other: Edge?

    /// An edge of a polygon.
    public struct Edge: Hashable, Sendable {
        /// The ring within the polygon, counted from 0; 0 is the outer ring.
        public let ring: Int
        /// The vertex from which the edge goes out, counted from 0.
        public let vertex: Int
    }

    init(
        _ code: Code, polygon: Int? = nil, ring: Int? = nil, vertex: Int? = nil,
        found: Coordinate? = nil, other: Edge? = nil
    ) {
        self.other = other
        self.code = code
        self.polygon = polygon
        self.ring = ring
        self.vertex = vertex
        self.found = found
    }

    /// What keeps a ring from being a line.
    init(_ error: LineGeometryError, polygon: Int?, ring: Int?) {
        let code = error.code == .noLength ? Code.noArea : Code(rawValue: error.code.rawValue)
        self.init(code, polygon: polygon, ring: ring, vertex: error.vertex, found: error.found)
    }
}

extension PolygonGeometryError: CustomStringConvertible {
    /// The sentence for a person, with the place of the fault; polygons, rings and vertices are counted
    /// from 1.
    public var description: String {
        let places = [
            polygon.map { "polygon \($0 + 1)" }, ring.map { "ring \($0 + 1)" },
            vertex.map { "vertex \($0 + 1)" },
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
                    + "longitude first" + (found?.offGlobeHint ?? "")
            case .notClosed: "the ring is not closed: its last vertex \(shown) is not its first"
            case .crossing where other != nil:
                "the edge from this vertex crosses \(otherInWords) at \(shown); put the vertices in the order "
                    + "in which the border runs, or draw the parts as polygons of their own"
            case .crossing:
                "rings with geodesic or rhumb edges cross or touch at \(shown); draw each so that it "
                    + "keeps clear of itself and of the others"
            case .overlap:
                "the edge from this vertex runs along \(otherInWords) about \(shown), with no area on either "
                    + "side or on one side only; leave out what runs back, and draw holes that share "
                    + "an edge as one, and those at the border as part of it"
            case .nested:
                "the ring at \(shown) lies in another and is no hole of it, or is a hole that does "
                    + "not lie in its polygon or lies in another hole; draw each polygon with its own "
                    + "holes"
            case .halfGlobe:
                "the ring at \(shown) has half the globe on either side, so that nobody can tell "
                    + "which of them is meant"
            case .wholeTurn:
                "the edge to \(shown) goes all the way round along its parallel, which only planar "
                    + "edges do; add vertices between"
            case .noArea:
                "the ring at \(shown) encloses nothing: a ring has at least three different vertices, "
                    + "not all on one straight line"
            case .aroundPole:
                "the circle about \(shown) contains a pole, which no single ring does; define the zone as "
                    + "a distance from the point and draw it"
            case .ambiguousEdge:
                "the edge to \(shown) spans exactly 180 degrees, so that the way round is "
                    + "ambiguous; add a vertex between"
            case .rhumbToPole:
                "a rhumb line reaches a pole only along a meridian; give both ends of the edge "
                    + "the same longitude or use geodesic edges"
            default: code.rawValue
            }
        return place + sentence
    }

    private var otherInWords: String {
        guard let other else { return "itself" }
        return "the edge from "
            + (other.ring == ring ? "" : "ring \(other.ring + 1), ") + "vertex \(other.vertex + 1)"
    }
}

extension PolygonGeometryError {
    /// The same with the vertex that lies at the place, where only the place is known.
    func located(in polygons: [[[Coordinate]]]) -> PolygonGeometryError {
        guard vertex == nil, let found else { return self }
        for (p, rings) in polygons.enumerated() where polygon == nil || polygon == p {
            for (r, vertices) in rings.enumerated() where ring == nil || ring == r {
                if let v = vertices.firstIndex(of: found) {
                    return PolygonGeometryError(
                        code, polygon: p, ring: r, vertex: v, found: found, other: other)
                }
            }
        }
        return self
    }
}
