import Geodesy

/// What was found when drawn polygons were held against the definition of their zone.
public struct DrawingAudit: Hashable, Sendable {
    /// The greatest distance between an edge and the limit that it stands for, over all samples.
    public internal(set) var maxDeviation: Distance = .zero
    /// How many places on edges were measured.
    public internal(set) var samples = 0
    /// How many positions near the limit were decided by the definition and by the polygons.
    public internal(set) var positions = 0
    /// For how many of these, farther than the tolerance from the limit, the two differed.
    public internal(set) var mismatches = 0
    /// Some of these, for a drawing that looks there for border that it has missed.
    var missed: [Coordinate] = []
    /// Where the first of them was.
    public internal(set) var firstMismatch: Coordinate?
    /// Why the geometry library holds the polygons invalid; `nil` when they are valid.
    public internal(set) var invalidity: String?

    /// Whether the polygons are valid and within a tolerance of the limit everywhere they were
    /// tried.
    public func isGood(within tolerance: Distance) -> Bool {
        maxDeviation <= tolerance && mismatches == 0 && invalidity == nil
    }
}
