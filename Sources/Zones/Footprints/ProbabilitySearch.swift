import Geodesy

/// Finds how likely an object is in zones, by discs, of which each can be asked.
///
/// The tile that is the likeliest of all that leave a zone open is halved, until half of what is left open
/// is less than the tolerance. Nothing is drawn at random: the same footprint has the same numbers everywhere.
package struct ProbabilitySearch {
    /// At most so many discs are asked.
    package static let mostDiscs = 32_768

    /// Who says how all places within so many metres of a position lie to all zones.
    package typealias Judge = FootprintSearch.Judge
    /// Who says which zones all places within so many metres of a position leave open, because something
    /// besides them is known by a bound only; nothing where everything else is exact.
    package typealias Doubt = (Coordinate, Double) -> [UInt64]

    private struct OpenTile {
        let tile: Tile
        let share: Double
        let zones: [UInt64]
        /// Of equal shares the first.
        let number: Int
    }

    private let shape: any WeighedShape
    private let bound: Double
    private let certainAt: Double?
    private let wantsNumbers: Bool
    private var masses: [ZoneMass]
    private var tiles = Heap<OpenTile> {
        $0.share > $1.share || ($0.share == $1.share && $0.number < $1.number)
    }
    private var count = 0

    /// How much of a footprint is in each of `zoneCount` zones.
    ///
    /// - Parameters:
    ///   - shape: the region.
    ///   - bound: how far beyond it the object may be, in metres.
    ///   - certainAt: the probability that is to be told from less, where answers are wanted.
    ///   - wantsNumbers: whether numbers are wanted to the tolerance, and not answers alone.
    ///   - judge: answers for discs.
    ///   - doubt: zones that bounds leave open.
    package static func masses(
        _ shape: any WeighedShape, within bound: Double, zoneCount: Int, certainAt: Double?,
        wantsNumbers: Bool, by judge: Judge, doubt: Doubt
    ) -> [ZoneMass] {
        var search = ProbabilitySearch(
            shape, bound, zoneCount, certainAt: certainAt, wantsNumbers: wantsNumbers)
        search.run(judge, doubt)
        return search.masses
    }

    private init(
        _ shape: any WeighedShape, _ bound: Double, _ zoneCount: Int, certainAt: Double?,
        wantsNumbers: Bool
    ) {
        (self.shape, self.bound, self.certainAt, self.wantsNumbers) = (
            shape, bound, certainAt, wantsNumbers
        )
        masses = Array(repeating: ZoneMass(), count: zoneCount)
    }

    private mutating func run(_ judge: Judge, _ doubt: Doubt) {
        let words = (masses.count + 63) / 64
        let all = [UInt64](repeating: .max, count: words)
        for tile in shape.cover { look(at: tile, all, judge, doubt) }
        while let next = tiles.popFirst() {
            let open = unsettled(next.zones)
            guard open.contains(where: { $0 != 0 }), count < Self.mostDiscs else { continue }
            let halves = shape.halves(of: next.tile)
            look(at: halves.0, open, judge, doubt)
            look(at: halves.1, open, judge, doubt)
        }
    }

    /// Counts a tile for the zones that it decides, of those that are asked, and keeps it for the others.
    private mutating func look(
        at tile: Tile, _ asked: [UInt64], _ judge: Judge, _ doubt: Doubt
    ) {
        let share = shape.share(of: tile)
        guard share > 0, let disc = shape.disc(of: tile) else { return }
        count += 1
        let bits = judge(disc.centre, disc.radius + bound)
        var open = asked
        for word in open.indices {
            open[word] &= bits.undeterminable[word]
            add(share, asked[word] & bits.inside[word], word) { $0.inside += $1 }
            add(share, asked[word] & ~bits.inside[word] & ~bits.undeterminable[word], word) {
                $0.outside += $1
            }
        }
        if open.contains(where: { $0 != 0 }) {
            let doubtful = doubt(disc.centre, disc.radius)
            for word in open.indices where doubtful.count > word {
                add(share, open[word] & doubtful[word], word) { $0.doubtful += $1 }
                open[word] &= ~doubtful[word]
            }
        }
        guard open.contains(where: { $0 != 0 }) else { return }
        tiles.insert(OpenTile(tile: tile, share: share, zones: open, number: count))
    }

    @inline(__always)
    private mutating func add(
        _ share: Double, _ zones: UInt64, _ word: Int, _ put: (inout ZoneMass, Double) -> Void
    ) {
        var rest = zones
        while rest != 0 {
            let zone = word << 6 + rest.trailingZeroBitCount
            rest &= rest - 1
            if zone < masses.count { put(&masses[zone], share) }
        }
    }

    /// Of some zones those of which more must become known.
    private func unsettled(_ zones: [UInt64]) -> [UInt64] {
        var zones = zones
        for word in zones.indices {
            var rest = zones[word]
            while rest != 0 {
                let zone = word << 6 + rest.trailingZeroBitCount
                rest &= rest - 1
                if zone >= masses.count || isSettled(masses[zone]) {
                    zones[word] &= ~(1 << UInt64(zone & 63))
                }
            }
        }
        return zones
    }

    private func isSettled(_ mass: ZoneMass) -> Bool {
        if wantsNumbers, mass.open > ZoneMass.greatestOpen { return false }
        guard let certainAt else { return true }
        // Neither side can reach what is wanted any more, or one has.
        return mass.answer(certainAt: certainAt) != .undeterminable
            || max(mass.inside, mass.outside) + mass.open < certainAt
    }
}
