/// Which places of a zone are drawn, where lines, points and areas are known to an accuracy only.
public enum ZoneExtent: String, CaseIterable, Hashable, Sendable {
    /// The zone of what it is measured from as given.
    case asGiven = "as-given"
    /// What is in the zone for every line, point and area within its accuracy.
    case certain
    /// What is in the zone for some line, point or area within its accuracy.
    case possible
}
