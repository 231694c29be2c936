/// All that a judgement depends on but its distance.
struct OutcomeKey: Hashable {
    /// Where the report lies, by the locator's number.
    let label: UInt32
    let kind: Int32
    /// How many of the numbers that caps name its own number is above; -1 where that is not known.
    let above: Int32
    /// How many of the times at which rules begin or end are past; -1 for no time, less for spans.
    let period: Int32
    /// The nearest line and the side of it; -1 for none.
    let place: Int32
}

/// The outcomes met last, by a hash of their keys.
struct RecentOutcomes {
    private var keys: [OutcomeKey]
    private var numbers: [Int32]

    private static let bits = 13

    init() {
        let none = OutcomeKey(label: 0, kind: -1, above: 0, period: 0, place: 0)
        keys = Array(repeating: none, count: 1 << Self.bits)
        numbers = Array(repeating: -1, count: 1 << Self.bits)
    }

    @inline(__always)
    private func slot(_ key: OutcomeKey) -> Int {
        let low =
            UInt64(key.label) | UInt64(UInt32(bitPattern: key.kind &+ key.above << 20)) << 32
        let high =
            UInt64(UInt32(bitPattern: key.place)) | UInt64(UInt32(bitPattern: key.period)) << 32
        let hash = (low &+ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(hash >> UInt64(64 - Self.bits))
    }

    /// The number of an outcome, if it was met a short while ago.
    @inline(__always)
    func number(of key: OutcomeKey) -> Int32? {
        let slot = slot(key)
        return keys[slot] == key ? numbers[slot] : nil
    }

    mutating func remember(_ number: Int32, of key: OutcomeKey) {
        let slot = slot(key)
        keys[slot] = key
        numbers[slot] = number
    }
}
