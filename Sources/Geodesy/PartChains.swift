/// Which part of a line goes on from which.
struct PartChains {
    /// The part that goes on from each, or -1 at an open end; a closed part goes on from itself.
    private(set) var next: [Int]
    /// The part that each goes on from, or -1 at an open start.
    private(set) var previous: [Int]
    /// Whether there is a gap between a part and the one that goes on from it.
    private(set) var isBridged: [Bool]

    /// - Complexity: about linear in the parts; with bridges, n log n and linear in the pairs of
    ///   ends and beginnings that are within the distance of each other.
    init(_ line: LineGeometry) {
        next = line.parts.indices.map { line.isClosed(part: $0) ? $0 : -1 }
        previous = next
        isBridged = Array(repeating: false, count: next.count)
        guard line.parts.count > 1 || line.joins.gap > 0, line.joins != .asDrawn else { return }
        let meetings = EndMeetings(line)
        for p in line.parts.indices where next[p] < 0 {
            guard let last = line.parts[p].last, let meeting = meetings[last],
                meeting.ends.count == 1, meeting.beginnings.count == 1
            else { continue }
            link(p, meeting.beginnings[0])
        }
        if line.joins.gap > 0 { bridge(line) }
    }

    /// The parts in an order in which each comes after the one that it goes on from, but for the first of
    /// a ring.
    var order: [Int] {
        var order: [Int] = []
        var isPlaced = [Bool](repeating: false, count: next.count)
        for first in next.indices.filter({ previous[$0] < 0 }) + next.indices {
            var part = first
            while part >= 0, !isPlaced[part] {
                isPlaced[part] = true
                order.append(part)
                part = next[part]
            }
        }
        return order
    }

    private mutating func link(_ part: Int, _ following: Int) {
        next[part] = following
        previous[following] = part
    }

    /// Joins what is still open over gaps.
    private mutating func bridge(_ line: LineGeometry) {
        let gaps = PartGaps(line, ends: next.indices.filter { next[$0] < 0 })
            .pairs(beginnings: previous.indices.filter { previous[$0] < 0 })
        var chains = ChainLengths(line, next: next, previous: previous)
        var accepted: [PartGaps.Gap] = []
        for gap in gaps where next[gap.end] < 0 && previous[gap.beginning] < 0 {
            guard chains.join(gap.end, gap.beginning, by: gap.distance) else { continue }
            link(gap.end, gap.beginning)
            accepted.append(gap)
        }
        // One that stays open and could be joined as well leaves in doubt which was meant.
        // Short parts in a row have many ends near each other, which are those of one chain.
        var isContested = Array(repeating: false, count: 2 * next.count)
        let starts = chains.starts(next: next, previous: previous)
        for gap in gaps where (next[gap.end] < 0) != (previous[gap.beginning] < 0) {
            guard starts[gap.end] != starts[gap.beginning] else { continue }
            if next[gap.end] < 0 {
                isContested[2 * gap.beginning + 1] = true
            } else {
                isContested[2 * gap.end] = true
            }
        }
        for gap in accepted {
            if isContested[2 * gap.end] || isContested[2 * gap.beginning + 1] {
                next[gap.end] = -1
                previous[gap.beginning] = -1
            } else {
                isBridged[gap.end] = true
            }
        }
    }
}

extension LineGeometry.Joins {
    /// The widest gap in metres that is bridged.
    var gap: Double {
        if case .within(let distance) = self, distance.metres > 0 { return distance.metres }
        return 0
    }
}

/// How long chains of parts are, as they are joined.
private struct ChainLengths {
    /// The first part of a chain by its last, and the last by its first.
    private var first: [Int]
    private var last: [Int]
    /// In metres, by the first part of the chain.
    private var length: [Double]

    init(_ line: LineGeometry, next: [Int], previous: [Int]) {
        first = Array(next.indices)
        last = first
        length = line.parts.map { part in
            zip(part, part.dropFirst()).reduce(0) {
                $0 + WGS84.inverse($1.0, $1.1).distance
            }
        }
        for start in next.indices where previous[start] < 0 {
            var part = start
            while next[part] >= 0 {
                part = next[part]
                length[start] += length[part]
            }
            last[start] = part
            first[part] = start
        }
    }

    /// The first part of the chain that each part belongs to; -1 in rings.
    func starts(next: [Int], previous: [Int]) -> [Int] {
        var starts = Array(repeating: -1, count: next.count)
        for start in next.indices where previous[start] < 0 {
            var part = start
            while part >= 0 {
                starts[part] = start
                part = next[part]
            }
        }
        return starts
    }

    /// Joins the chain that ends with a part to the one that another part begins; `false` where
    /// that would close a ring by a bridge that is no shorter than half of it.
    mutating func join(_ end: Int, _ beginning: Int, by bridge: Double) -> Bool {
        let start = first[end]
        if start == beginning { return 2 * bridge < length[start] }
        length[start] += bridge + length[beginning]
        last[start] = last[beginning]
        first[last[beginning]] = start
        return true
    }
}
