/// Memberships in all zones, two bits for each.
package struct ZoneBits: Hashable, Sendable {
    /// One bit for each zone that contains the position, 64 to a word.
    package private(set) var inside: [UInt64]
    /// One bit for each zone that may or may not.
    package private(set) var undeterminable: [UInt64]

    package init(_ memberships: [Answer]) {
        inside = Array(repeating: 0, count: (memberships.count + 63) / 64)
        undeterminable = inside
        for (zone, membership) in memberships.enumerated() { set(zone, membership) }
    }

    /// From the words of both.
    init(inside: [UInt64], undeterminable: [UInt64]) {
        (self.inside, self.undeterminable) = (inside, undeterminable)
    }

    package mutating func set(_ zone: Int, _ membership: Answer) {
        let (word, bit) = (zone >> 6, UInt64(1) << UInt64(zone & 63))
        inside[word] &= ~bit
        undeterminable[word] &= ~bit
        switch membership {
        case .yes: inside[word] |= bit
        case .undeterminable: undeterminable[word] |= bit
        case .no: break
        }
    }

    package subscript(zone: Int) -> Answer {
        let (word, bit) = (zone >> 6, UInt64(1) << UInt64(zone & 63))
        return inside[word] & bit != 0
            ? .inside : undeterminable[word] & bit != 0 ? .undeterminable : .outside
    }

    /// Whether each zone that is undeterminable here has a place inside and one outside among some places, as it
    /// has where one of them is undeterminable itself.
    package func isOpen(between places: [ZoneBits]) -> Bool {
        undeterminable.indices.allSatisfy { word in
            let touched = places.reduce(0) { $0 | $1.inside[word] | $1.undeterminable[word] }
            let missed = places.reduce(0) { $0 | ~$1.inside[word] }
            return undeterminable[word] & ~(touched & missed) == 0
        }
    }

    /// Whether all zones are certain.
    package var isCertain: Bool { undeterminable.allSatisfy { $0 == 0 } }
}
