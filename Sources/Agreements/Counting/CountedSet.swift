/// A set of reports that something is counted of.
package enum CountedSet: Hashable, Sendable {
    /// What counts towards a rule's cap, by their places in the agreement.
    case cap(rule: Int, cap: Int)
    /// Whatever is in the area of a site, by which it is known to have been visited.
    case visit(site: Int)
    /// What is in a site of an item of its inventory.
    case item(site: Int, item: Int)
    /// Acts by which an obligation is met, in the zone of a place in its list, which is 0 where it has none.
    case act(obligation: Int, zone: Int)
    /// Events by which an obligation arises.
    case event(obligation: Int, zone: Int)
}

/// That a report is in a set of reports, or may be.
package struct CountedIn: Hashable, Sendable {
    /// The place of the set among `CompiledAgreement.countedSets`.
    package let set: Int
    /// Whether it certainly is.
    package let isCertain: Bool
    /// Whether that is known of some of what it covers only, so that of several objects one is certain.
    package var isOfSome = false
}

/// What missions tell of objects that agreements have withdrawn and stored.
package enum StorageClass: String, CaseIterable, Hashable, Sendable {
    /// Where a rule to withdraw it is contradicted.
    case inViolation = "in_violation_of_withdrawal_lines"
    /// Far enough away, and not in a site.
    case outsideStorage = "beyond_withdrawal_lines_but_outside_storage"
    /// Where it may be for now: a rule to withdraw it is not due yet, exempts it or is suspended.
    case notOwed = "not_due_exempt_or_suspended"
    /// In a site.
    case atSite = "at_the_site"
    /// It cannot be told.
    case notVerified = "could_not_be_verified"
}
