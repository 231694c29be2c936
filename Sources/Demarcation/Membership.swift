import ZoneIndexing

/// Whether a reported position is in a zone, as far as the data can decide.
public typealias Membership = ZoneIndexing.Membership
