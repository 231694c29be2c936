/// What places of a region showed of the zones that are open for the disc about it.
///
/// Of up to 64 zones: of many the search itself keeps account.
package struct CornersSeen: Sendable {
    /// Of so many zones.
    package static let mostZones = 64

    private let asked: UInt64
    /// Zones that have a place inside, and a place outside; also zones of which a place cannot be told.
    private(set) var touched: UInt64 = 0
    private(set) var missed: UInt64 = 0

    /// Nothing seen yet; one bit in `asked` for each zone that is open.
    package init(asked: UInt64) { self.asked = asked }

    /// Takes the answer for one place, as bits of what it is inside and what is undeterminable.
    ///
    /// - Returns: whether all that is open is now known to stay so: each zone has a place inside and one outside.
    package mutating func take(inside: UInt64, undeterminable: UInt64) -> Bool {
        // A place that cannot be told is both.
        touched |= inside | undeterminable
        missed |= ~inside
        return touched & missed & asked == asked
    }
}
