/// What a file of availability says of a source from one moment to another.
package struct AvailabilitySpan: Hashable, Sendable {
    /// The time, as seconds since 1970-01-01T00:00:00Z; the end does not belong to it.
    package let time: Range<Int64>
    /// How much of it the source watched, from 0 to 1.
    package let share: Double
    /// The zones that it is said to watch; none where that is not said.
    package internal(set) var zones: [String]
    /// What is said of it, each text once.
    package internal(set) var notes: [String]

    package init(_ time: Range<Int64>, share: Double, zones: [String] = [], notes: [String] = []) {
        (self.time, self.share, self.zones, self.notes) = (time, share, zones, notes)
    }

    /// Whether another one says the same of the same time, be it of other zones or with another note.
    func isSame(as other: AvailabilitySpan) -> Bool {
        time == other.time && share == other.share
    }

    /// Takes the zones and notes of one that says the same.
    mutating func take(_ other: AvailabilitySpan) {
        // Where one does not say which, the other does.
        zones = (zones + other.zones).uniqued
        notes = (notes + other.notes).uniqued
    }
}
