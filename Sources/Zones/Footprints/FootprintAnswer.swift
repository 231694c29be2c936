/// What is certain of how a footprint lies to all zones.
package struct FootprintAnswer: Hashable, Sendable {
    /// Inside: all of the region is in the zone; outside: none of it.
    package var whole: ZoneBits
    /// One bit for each zone of which some place of the region is certainly inside, 64 to a word; only of
    /// undeterminable zones.
    package var touched: [UInt64]
    /// The same for zones of which some place is certainly outside.
    package var missed: [UInt64]

    /// An answer that holds for all of a region.
    package init(_ whole: ZoneBits) {
        self.whole = whole
        touched = Array(repeating: 0, count: whole.inside.count)
        missed = touched
    }

    init(whole: ZoneBits, touched: [UInt64], missed: [UInt64]) {
        (self.whole, self.touched, self.missed) = (whole, touched, missed)
    }

    /// Whether some place of the region is certainly in a zone, and none can be.
    package func touches(_ zone: Int) -> Answer {
        let answer = whole[zone]
        if answer != .undeterminable { return answer }
        return Self.has(touched, zone) ? .yes : .undeterminable
    }

    /// Whether a zone certainly holds some of the region and certainly not all of it.
    package func isPartly(in zone: Int) -> Bool {
        whole[zone] == .undeterminable && Self.has(touched, zone) && Self.has(missed, zone)
    }

    private static func has(_ words: [UInt64], _ zone: Int) -> Bool {
        words[zone >> 6] >> UInt64(zone & 63) & 1 == 1
    }
}
