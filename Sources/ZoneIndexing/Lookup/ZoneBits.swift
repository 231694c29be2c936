import Zones

/// Memberships in all zones, two bits for each.
struct ZoneBits: Hashable, Sendable {
    /// One bit for each zone that contains the position, 64 to a word.
    private(set) var inside: [UInt64]
    /// One bit for each zone that may or may not.
    private(set) var undeterminable: [UInt64]

    init(_ memberships: [Answer]) {
        inside = Array(repeating: 0, count: (memberships.count + 63) / 64)
        undeterminable = inside
        for (zone, membership) in memberships.enumerated() { set(zone, membership) }
    }

    mutating func set(_ zone: Int, _ membership: Answer) {
        let (word, bit) = (zone >> 6, UInt64(1) << UInt64(zone & 63))
        inside[word] &= ~bit
        undeterminable[word] &= ~bit
        switch membership {
        case .yes: inside[word] |= bit
        case .undeterminable: undeterminable[word] |= bit
        case .no: break
        }
    }

    subscript(zone: Int) -> Answer {
        let (word, bit) = (zone >> 6, UInt64(1) << UInt64(zone & 63))
        return inside[word] & bit != 0
            ? .inside : undeterminable[word] & bit != 0 ? .undeterminable : .outside
    }
}
