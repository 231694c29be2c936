/// Whether a reported position is in a zone, as far as the data can decide.
public enum Membership: String, CaseIterable, Hashable, Sendable {
    /// Every place where the reported object may be is in the zone.
    case inside
    /// No place where the reported object may be is in the zone.
    case outside
    /// The zone's limit runs through the region where the reported object may be.
    case undeterminable
}

/// Kleene's three-valued logic.
extension Membership {
    /// Membership in both of two areas.
    package func intersection(_ other: Membership) -> Membership {
        if self == .outside || other == .outside { return .outside }
        return self == .inside && other == .inside ? .inside : .undeterminable
    }

    /// Membership in at least one of two areas.
    package func union(_ other: Membership) -> Membership {
        if self == .inside || other == .inside { return .inside }
        return self == .outside && other == .outside ? .outside : .undeterminable
    }

    /// Membership in everything outside the area.
    package var complement: Membership {
        switch self {
        case .inside: .outside
        case .undeterminable: .undeterminable
        case .outside: .inside
        }
    }

    /// What is certain when either of two may be the case.
    func orElse(_ other: Membership) -> Membership { self == other ? self : .undeterminable }
}
