import Demarcation
import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Numbers for the texts by which rules tell reports apart, so that equal ones are made into strings
/// only once.
struct KindTable: ~Copyable {
    /// For each kind a report with its texts.
    private(set) var reports: [Report] = []
    /// Changes when kinds are numbered anew.
    private(set) var generation = 0

    private let attributes: [String]
    private var keys = ByteBuffer()
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    private var slots: [Int32]
    private var key = ByteBuffer()

    private static let most = 1 << 12

    init(attributes: [String]) {
        self.attributes = attributes
        slots = [Int32](repeating: -1, count: Self.most * 2)
    }

    /// Begins anew where there are too many kinds to remember.
    mutating func forgetIfMany() {
        guard reports.count > Self.most else { return }
        generation += 1
        reports = []
        keys.removeAll()
        ends = []
        hashes = []
        slots = [Int32](repeating: -1, count: Self.most * 2)
    }

    /// The number of what rules ask of a report besides its place and time.
    mutating func number(of report: Report) -> Int {
        begin()
        let texts = [report.category, report.party] + attributes.map { report.attributes[$0] }
        for text in texts {
            var text = text ?? ""
            text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
        }
        return number()
    }

    /// Begins the texts of a report: category, party, then the attributes.
    @inline(__always)
    mutating func begin() { key.removeAll() }

    /// Adds the next text; an empty one is as good as none.
    @inline(__always)
    mutating func add(_ text: UnsafeRawBufferPointer) {
        // In whole words, so that hashing need not look at single bytes.
        let room = key.reserve((text.count & ~7) + 16)
        room.storeBytes(of: text.count, as: Int.self)
        let words = (text.count + 7) / 8
        if words > 0, let start = text.baseAddress {
            room.storeBytes(of: 0, toByteOffset: words * 8, as: Int.self)
            (room + 8).copyMemory(from: start, byteCount: text.count)
        }
        key.advance(8 + words * 8)
    }

    /// The number of the kind whose texts were added.
    @inline(__always)
    mutating func number() -> Int {
        let hash = Self.hash(key.bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isKey(number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(hash, slot)
    }

    private func isKey(_ number: Int) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == key.count, let all = keys.bytes.baseAddress,
            let other = key.bytes.baseAddress
        else { return false }
        return memcmp(all + start, other, key.count) == 0
    }

    @inline(never)
    private mutating func add(_ hash: UInt64, _ slot: Int) -> Int {
        var report = Report(position: Coordinate(longitude: .nan, latitude: .nan))
        var texts: [String?] = []
        var i = 0
        while i < key.count {
            let count = key.bytes.loadUnaligned(fromByteOffset: i, as: Int.self)
            let text = key.bytes[part: i + 8..<i + 8 + count]
            texts.append(count == 0 ? nil : String(decoding: text, as: UTF8.self))
            i += 8 + (count + 7) / 8 * 8
        }
        report.category = texts[0]
        report.party = texts[1]
        for (name, text) in zip(attributes, texts.dropFirst(2)) { report.attributes[name] = text }
        reports.append(report)
        hashes.append(hash)
        keys.append(contentsOf: key)
        ends.append(keys.count)
        slots[slot] = Int32(reports.count - 1)
        if reports.count * 2 > slots.count { grow() }
        return reports.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    @inline(__always)
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0
        var i = 0
        while i < bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            i += 8
        }
        return hash
    }
}
