import Geodesy

/// An area given by coordinates, with what joins these and how well they are known.
public struct ZoneArea: Hashable, Sendable {
    /// The rings.
    public let geometry: PolygonGeometry
    /// What joins two vertices.
    ///
    /// Whether a position lies between planar edges is decided exactly on the numbers as given; a ring
    /// of geodesic or rhumb edges encloses the smaller part of the globe.
    public let edges: EdgeKind
    /// A bound on how far the true border may be from the given one.
    public let accuracy: Distance

    /// An area.
    public init(
        _ geometry: PolygonGeometry, edges: EdgeKind = .planar, accuracy: Distance = .zero
    ) {
        self.geometry = geometry
        self.edges = edges
        self.accuracy = accuracy
    }

    /// Why the rings cannot have such edges; `nil` where they can.
    package var fault: PolygonGeometryError? { geometry.fault(edges: edges) }
}
