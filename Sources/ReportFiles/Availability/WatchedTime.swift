/// How much of some time was watched, and of how much that is known.
package struct WatchedTime: Hashable, Sendable {
    /// Seconds of which it is known.
    package private(set) var known: Int64 = 0
    /// Seconds that were watched, of those.
    package private(set) var watched = 0.0

    package init() {}

    /// The share of the time that is known, from 0 to 1; `nil` where nothing is known.
    package var share: Double? { known > 0 ? watched / Double(known) : nil }

    /// Adds so many seconds of which a share was watched.
    mutating func add(_ seconds: Int64, share: Double) {
        known += seconds
        watched += Double(seconds) * share
    }

    package static func += (sum: inout WatchedTime, other: WatchedTime) {
        sum.known += other.known
        sum.watched += other.watched
    }
}
