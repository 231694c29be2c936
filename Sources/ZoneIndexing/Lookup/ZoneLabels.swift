import Geodesy

/// The verdicts that labels stand for.
///
/// Row `k` says for label `k` which zones contain a position, which may contain it, and on which
/// side of each line it lies.
struct ZoneLabels: Sendable {
    /// The label of a position that is not on the globe, or whose uncertainty is no length.
    static let unusable: UInt32 = 0

    let zoneCount: Int
    let lineCount: Int
    /// How many words hold one bit for each zone.
    let width: Int
    /// Each row's bits of the zones that contain it, then those of the zones that may.
    private(set) var words: [UInt64] = []
    /// Each row's side of each line.
    private(set) var sides: [LineSide?] = []
    private var known: [ZoneRow: UInt32] = [:]

    init(zoneCount: Int, lineCount: Int) {
        self.zoneCount = zoneCount
        self.lineCount = lineCount
        width = (zoneCount + 63) / 64
        _ = label(
            for: ZoneRow(
                Array(repeating: .undeterminable, count: zoneCount),
                sides: Array(repeating: nil, count: lineCount)))
    }

    /// How many labels there are.
    var count: Int { known.count }

    /// The label of a verdict, a new one where there is none yet.
    mutating func label(for row: ZoneRow) -> UInt32 {
        if let label = known[row] { return label }
        let label = UInt32(known.count)
        known[row] = label
        words += row.inside
        words += row.undeterminable
        sides += row.sides
        return label
    }

    func isInside(_ label: UInt32, zone: Int) -> Bool { bit(zone, in: 2 * Int(label) * width) }

    func isUndeterminable(_ label: UInt32, zone: Int) -> Bool {
        bit(zone, in: (2 * Int(label) + 1) * width)
    }

    func side(_ label: UInt32, line: Int) -> LineSide? { sides[Int(label) * lineCount + line] }

    private func bit(_ zone: Int, in first: Int) -> Bool {
        precondition(zone >= 0 && zone < zoneCount, "there is no zone \(zone)")
        return words[first + zone >> 6] >> UInt64(zone & 63) & 1 == 1
    }
}

/// One verdict in full.
struct ZoneRow: Hashable, Sendable {
    private(set) var inside: [UInt64]
    private(set) var undeterminable: [UInt64]
    let sides: [LineSide?]

    init(_ memberships: [Membership], sides: [LineSide?]) {
        let width = (memberships.count + 63) / 64
        inside = Array(repeating: 0, count: width)
        undeterminable = inside
        self.sides = sides
        for (zone, membership) in memberships.enumerated() {
            let bit: UInt64 = 1 << UInt64(zone & 63)
            switch membership {
            case .inside: inside[zone >> 6] |= bit
            case .undeterminable: undeterminable[zone >> 6] |= bit
            case .outside: break
            }
        }
    }
}
