/// Whether a reported position is in a zone, as far as the data can decide.
public enum Membership: String, CaseIterable, Hashable, Sendable {
    /// Every place where the reported object may be is in the zone.
    case inside
    /// No place where the reported object may be is in the zone.
    case outside
    /// The zone's limit runs through the region where the reported object may be.
    case undeterminable
}
