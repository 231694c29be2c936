import Geodesy

/// Finds how a region lies to zones by discs, of which each can be asked.
///
/// The region is covered by discs, and those that leave a zone open are halved until every zone is
/// decided: all discs inside, or all outside, or a place that is inside and one that is outside. The
/// order is fixed, so that the same region has the same answer everywhere.
package struct FootprintSearch {
    /// At most so many discs are asked, of all zones together or else of each.
    package static let mostDiscs = 4_096
    /// Discs are not halved below this radius in metres, or below this share of the region's.
    private static let leastRadius = 0.01
    private static let leastShare = 1e-3

    /// Who says how all places within so many metres of a position lie to all zones.
    package typealias Judge = (Coordinate, Double) -> ZoneBits

    private let shape: any TiledShape
    /// How far beyond the shape the object may be, in metres.
    private let bound: Double
    private let meaning: Footprint.Meaning
    /// Zones that are not decided yet.
    private var open: [UInt64]
    private var touched: [UInt64]
    private var missed: [UInt64]
    /// Zones of which a single place of the region cannot be told.
    private var doubtful: [UInt64]
    /// Zones of which some disc was wholly inside, some wholly outside, some neither.
    private var anyInside: [UInt64]
    private var anyOutside: [UInt64]
    private var anyOpen: [UInt64]

    /// How the object lies to all zones.
    ///
    /// - Parameters:
    ///   - shape: the region.
    ///   - bound: how far beyond it the object may be, in metres.
    ///   - meaning: whether the object is somewhere in the region or covers it.
    ///   - judge: answers for discs; with 0 m for a position.
    package static func answer(
        _ shape: any TiledShape, within bound: Double, _ meaning: Footprint.Meaning,
        by judge: Judge
    ) -> FootprintAnswer {
        let disc = shape.enclosingDisc
        return answer(
            shape, within: bound, meaning, first: judge(disc.centre, disc.radius + bound), by: judge
        )
    }

    /// The same where the answer for the enclosing disc is known.
    package static func answer(
        _ shape: any TiledShape, within bound: Double, _ meaning: Footprint.Meaning,
        first: ZoneBits, by judge: Judge
    ) -> FootprintAnswer {
        if first.isCertain { return FootprintAnswer(first) }
        if bound > 0, meaning == .somewhere, let whole = shape.widened(by: bound) {
            return answer(whole, within: 0, meaning, first: first, by: judge)
        }
        if meaning == .somewhere, bound == 0, isOpenByCorners(shape, first, judge) {
            return FootprintAnswer(first)
        }
        var search = FootprintSearch(shape, bound, meaning, open: first.undeterminable)
        search.lookAtCorners(judge)
        search.decide(judge)
        return search.found(first)
    }

    /// The answer for an object somewhere in a shape of which the corners were looked at.
    package static func answer(
        _ shape: any TiledShape, first: ZoneBits, seen: CornersSeen, by judge: Judge
    ) -> FootprintAnswer {
        var search = FootprintSearch(shape, 0, .somewhere, open: first.undeterminable)
        search.touched[0] = seen.touched & search.open[0]
        search.missed[0] = seen.missed & search.open[0]
        search.settle()
        search.decide(judge)
        return search.found(first)
    }

    /// Whether corners alone show that all that is open for a disc is open for the shape: most shapes that lie
    /// across a limit have some on either side.
    private static func isOpenByCorners(
        _ shape: any TiledShape, _ first: ZoneBits, _ judge: Judge
    ) -> Bool {
        guard first.inside.count == 1 else { return false }
        var seen = CornersSeen(asked: first.undeterminable[0])
        return (0..<shape.cornerCount).contains { number in
            let bits = judge(shape.corner(number), 0)
            return seen.take(inside: bits.inside[0], undeterminable: bits.undeterminable[0])
        }
    }

    private init(
        _ shape: any TiledShape, _ bound: Double, _ meaning: Footprint.Meaning, open: [UInt64]
    ) {
        (self.shape, self.bound, self.meaning, self.open) = (shape, bound, meaning, open)
        touched = Array(repeating: 0, count: open.count)
        (missed, doubtful, anyInside, anyOutside, anyOpen) =
            (touched, touched, touched, touched, touched)
    }

    private var isDone: Bool { open.allSatisfy { $0 == 0 } }

    private mutating func lookAtCorners(_ judge: Judge) {
        for number in 0..<shape.cornerCount where !isDone {
            look(at: shape.corner(number), judge)
            settle()
        }
    }

    /// Decides zones together; where the discs do not do for that, each alone, so that none takes another one's.
    private mutating func decide(_ judge: Judge) {
        let isAlone = open.reduce(0) { $0 + $1.nonzeroBitCount } == 1
        if run(judge) { return }
        if isAlone { return leaveOpen(open) }
        for word in open.indices {
            var rest = open[word]
            while rest != 0 {
                let zone = rest & ~(rest - 1)
                rest &= ~zone
                var only = [UInt64](repeating: 0, count: open.count)
                only[word] = zone
                var alone = FootprintSearch(shape, bound, meaning, open: only)
                alone.lookAtCorners(judge)
                if !alone.run(judge) { alone.leaveOpen(alone.open) }
                take(zone, word, of: alone)
            }
        }
    }

    /// Takes what another search found of a zone.
    private mutating func take(_ zone: UInt64, _ word: Int, of other: FootprintSearch) {
        for found in [
            \Self.touched, \.missed, \.doubtful, \.anyInside, \.anyOutside, \.anyOpen,
        ] {
            self[keyPath: found][word] &= ~zone
            self[keyPath: found][word] |= other[keyPath: found][word] & zone
        }
    }

    /// Halves discs until zones are decided; whether the discs did for that.
    private mutating func run(_ judge: Judge) -> Bool {
        let reach = shape.enclosingDisc.radius
        // Beyond the bound that comes on top, smaller discs tell little more.
        let least = max(Self.leastRadius, Self.leastShare * reach, 0.01 * bound)
        var tiles = shape.cover
        var left = Self.mostDiscs
        while !tiles.isEmpty, !isDone {
            var next: [Tile] = []
            for tile in tiles {
                guard let disc = shape.disc(of: tile) else { continue }
                guard left > 0 else { return false }
                left -= 1
                let bits = judge(disc.centre, disc.radius + bound)
                take(bits, shape.place(in: tile), judge)
                guard isOpen(bits) else { continue }
                if disc.radius <= least {
                    leaveOpen(bits.undeterminable)
                } else {
                    let halves = shape.halves(of: tile)
                    next.append(halves.0)
                    next.append(halves.1)
                }
            }
            settle()
            tiles = next
        }
        return true
    }

    /// Whether a disc leaves open what is open.
    private func isOpen(_ bits: ZoneBits) -> Bool {
        open.indices.contains { open[$0] & bits.undeterminable[$0] != 0 }
    }

    /// Leaves zones open for good in a part of the region.
    private mutating func leaveOpen(_ bits: [UInt64]) {
        for word in open.indices { anyOpen[word] |= bits[word] & open[word] }
    }

    /// Takes the answer for a disc, and looks at a place of the region in it where that is open.
    private mutating func take(_ bits: ZoneBits, _ place: Coordinate?, _ judge: Judge) {
        for word in open.indices {
            let certain = open[word] & ~bits.undeterminable[word]
            let inside = certain & bits.inside[word]
            anyInside[word] |= inside
            anyOutside[word] |= certain & ~inside
            if place != nil {
                touched[word] |= inside
                missed[word] |= certain & ~inside
            }
        }
        if let place, isOpen(bits) { look(at: place, judge) }
    }

    /// Looks at a place of the region, and at others about it where the object may be.
    private mutating func look(at place: Coordinate, _ judge: Judge) {
        guard meaning == .somewhere else {
            // Wherever within the bound the place of the object is.
            return take(judge(place, bound), ofPlace: true)
        }
        take(judge(place, 0), ofPlace: true)
        guard bound > 0 else { return }
        for azimuth in stride(from: 0.0, to: 360, by: 90) {
            let moved = Geodesic.direct(
                from: place, azimuth: Azimuth(degrees: azimuth), distance: .metres(bound))
            take(judge(moved.position, 0), ofPlace: true)
        }
    }

    private mutating func take(_ bits: ZoneBits, ofPlace: Bool) {
        for word in open.indices {
            let certain = ~bits.undeterminable[word]
            touched[word] |= open[word] & certain & bits.inside[word]
            missed[word] |= open[word] & certain & ~bits.inside[word]
            doubtful[word] |= open[word] & bits.undeterminable[word]
        }
    }

    /// Closes zones of which no more can become known.
    private mutating func settle() {
        for word in open.indices {
            var settled = touched[word] & missed[word]
            if meaning == .somewhere { settled |= doubtful[word] | anyOpen[word] }
            anyOpen[word] |= settled & open[word]
            open[word] &= ~settled
        }
    }

    private func found(_ first: ZoneBits) -> FootprintAnswer {
        var (inside, undeterminable) = (first.inside, first.undeterminable)
        for word in inside.indices {
            let asked = first.undeterminable[word]
            let isMixed = anyOpen[word] | (anyInside[word] & anyOutside[word])
            let isInside = asked & ~isMixed & ~anyOutside[word] & anyInside[word]
            let isOutside = asked & ~isMixed & ~anyInside[word] & anyOutside[word]
            inside[word] |= isInside
            undeterminable[word] = asked & ~isInside & ~isOutside
        }
        let isWhole = meaning == .somewhere
        return FootprintAnswer(
            whole: ZoneBits(inside: inside, undeterminable: undeterminable),
            touched: zip(touched, undeterminable).map { isWhole ? 0 : $0 & $1 },
            missed: zip(missed, undeterminable).map { isWhole ? 0 : $0 & $1 })
    }
}
