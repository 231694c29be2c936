import Foundation
import Geodesy
import TestSupport
import ZoneIndexing
import Zones

/// Footprints of all kinds that just reach or just miss a limit of a random plan, held against their places.
struct FootprintSimulation {
    /// How much is drawn.
    struct Effort: Sendable {
        /// Regions of each kind that are aimed at a limit.
        var regions: Int
        /// Spots by which each is aimed.
        var spots: Int
        /// Places of each footprint.
        var draws: Int
        /// Places of a larger region, where an answer is open and none of both kinds were found; with none
        /// nothing is called needless.
        var search: Int
    }

    /// How much larger than to the limit footprints are made.
    private static let factors = [0.97, 0.999, 1.001, 1.03]

    private let model: ZoneModel
    private let index: ZoneIndex
    private let others: [ZoneModel]
    private let places: [Coordinate]
    private let scale: Double
    /// No region is smaller, in metres, where its kind allows that.
    private let least: Double
    private let effort: Effort
    private var random: SeededGenerator
    private var tallies: [RegionKind: RegionTally] = [:]
    private let seed: UInt64

    /// What was found in the plan of a seed.
    static func run(seed: UInt64, _ effort: Effort) throws -> [RegionKind: RegionTally] {
        var plan = try RandomPlan(seed: seed)
        let places = plan.reports(200).map(\.position).filter(\.isValid)
        return try run(plan.plan, places, scale: plan.size * 111_000, least: 0, seed, effort)
    }

    /// What was found among the islands of a seed.
    static func islands(seed: UInt64, _ effort: Effort) throws -> [RegionKind: RegionTally] {
        let plan = try IslandPlan(seed: seed)
        var effort = effort
        // What is so small is found by the search, and not by places drawn anywhere.
        effort.search = 0
        return try run(plan.plan, plan.places, scale: plan.scale, least: 30, seed, effort)
    }

    private static func run(
        _ plan: ZonePlan, _ places: [Coordinate], scale: Double, least: Double, _ seed: UInt64,
        _ effort: Effort
    ) throws -> [RegionKind: RegionTally] {
        var simulation = try FootprintSimulation(plan, places, scale, least, seed, effort)
        for kind in RegionKind.allCases {
            // Shapes of which corners are looked at first are met by their edges in some places only.
            let count = least > 0 && kind.hasEdges ? 3 * effort.regions : effort.regions
            for _ in 0..<count { try simulation.aim(kind) }
        }
        return simulation.tallies
    }

    private init(
        _ plan: ZonePlan, _ places: [Coordinate], _ scale: Double, _ least: Double,
        _ seed: UInt64, _ effort: Effort
    ) throws {
        (self.places, self.scale, self.least, self.seed, self.effort) = (
            places, scale, least, seed, effort
        )
        index = try ZoneIndex(plan, detail: .coarse)
        model = index.model
        others = try (0..<4).map { try DisplacedPlan.model(plan, seed: seed &* 31 &+ $0) }
        random = SeededGenerator(seed: seed &* 7919)
    }

    /// Draws a region near a limit and looks at footprints as large as to there, and a little more and less.
    private mutating func aim(_ kind: RegionKind) throws {
        for _ in 0..<20 {
            let sizes = kind.sizes(scale)
            let size = random.logarithmic(
                max(sizes.lowerBound, min(least, sizes.upperBound / 2)), sizes.upperBound)
            guard let centre = centre(size) else { continue }
            let region = DrawnRegion(kind, at: centre, size: size, &random)
            guard let aim = Aim(region, model, spots: effort.spots, &random) else { continue }
            for factor in Self.factors {
                try look(aim.region.scaled(factor), at: aim)
            }
            // Far across, on both sides of whatever is there.
            try look(region, at: aim)
            return
        }
    }

    /// A place about as far from a limit as a region is large; now and then on it, or at a vertex.
    private mutating func centre(_ size: Double) -> Coordinate? {
        guard var (a, b) = pair() else { return nil }
        let vertex = places[5 * Int.random(in: 0..<places.count / 5, using: &random)]
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return vertex
        case 1: return vertex.moved(size * .random(in: 0...1, using: &random), &random)
        default: break
        }
        let first = model.memberships(of: a)
        for _ in 0..<40 {
            let (distance, azimuth) = Self.way(a, b)
            if distance < 1e-3 * size { break }
            let middle = DrawnRegion.ahead(a, azimuth, distance / 2)
            if model.memberships(of: middle) == first { a = middle } else { b = middle }
        }
        return a.moved(size * .random(in: 0.05...0.9, using: &random), &random)
    }

    /// Two places with different answers.
    private mutating func pair() -> (Coordinate, Coordinate)? {
        for _ in 0..<20 {
            guard let a = places.randomElement(using: &random),
                let b = places.randomElement(using: &random)
            else { return nil }
            if model.memberships(of: a) != model.memberships(of: b) { return (a, b) }
        }
        return nil
    }

    private static func way(_ a: Coordinate, _ b: Coordinate) -> (Double, Double) {
        let way = Geodesic.inverse(from: a, to: b)
        return (way.distance.metres, way.azimuthAtStart.degrees)
    }
}

extension FootprintSimulation {
    /// Asks about a footprint, and draws places of it.
    private mutating func look(_ region: DrawnRegion, at aim: Aim) throws {
        // Some are none at poles.
        guard let footprint = try? region.footprint() else { return }
        var tally = RegionTally()
        let bound = Distance.metres(region.bound)
        let answer: FootprintAnswer
        let exact: FootprintAnswer
        if region.kind == .circleAsBound {
            let radius = Distance.metres(region.size)
            answer = index.classify(region.centre, uncertainty: radius).answer
            exact = model.answer(of: region.centre, within: radius)
        } else {
            answer = index.classify(footprint, uncertainty: bound).answer
            exact = model.answer(of: footprint, within: bound)
        }
        tally.footprints = 1
        tally.answers = model.zoneCount
        func note(_ what: String) {
            if tally.faults.count < 2 {
                tally.faults.append(
                    "\(what): seed \(seed), \(region.kind.rawValue), \(footprint) about "
                        + "[\(region.centre)], by \(region.bound) m")
            }
        }
        if answer != exact {
            tally.differences += 1
            note("index \(answer), definitions \(exact)")
        }
        var seen = Seen(count: model.zoneCount)
        func draw(_ spot: Spot, _ other: ZoneModel?) {
            let place = region.place(spot)
            tally.draws += 1
            let truths = (other ?? model).memberships(of: place)
            for (zone, truth) in truths.enumerated() {
                if other == nil { seen.add(zone, truth) }
                guard Self.contradicts(answer.whole[zone], truth) else { continue }
                // By less than 0.1 mm, nobody knows where the place is.
                let near = (other ?? model).memberships(of: place, within: .metres(1e-4))
                guard near[zone] != .undeterminable else { continue }
                tally.contradictions += 1
                note(
                    "zone \(zone) \(answer.whole[zone]), \(truth) at [\(place)]"
                        + (other == nil ? "" : " of a displaced line"))
            }
        }
        for corner in region.corners { draw(corner, nil) }
        for number in 0..<effort.draws {
            draw(spot(region, aim, number), number % 8 == 7 ? others[number / 8 % 4] : nil)
        }
        var open: Set<Int> = []
        for zone in 0..<model.zoneCount where answer.whole[zone] == .undeterminable {
            tally.undeterminable += 1
            let (isTouched, isPartly) = (answer.touches(zone) == .yes, answer.isPartly(in: zone))
            if isPartly { tally.partly += 1 }
            for number in 0..<4_000
            where (isTouched && !seen.yes(zone)) || (isPartly && !seen.no(zone)) {
                draw(spot(region, aim, number), nil)
            }
            // Among islands places drawn anywhere find none.
            let isUnseen = (isTouched && !seen.yes(zone)) || (isPartly && !seen.no(zone))
            if isUnseen, effort.search > 0, !isLimitNear(zone, region, aim, 0, &seen) {
                tally.contradictions += 1
                note("zone \(zone) touched or partly, and no place is")
            }
            if !isPartly, !seen.isMixed(zone) { open.insert(zone) }
        }
        // A larger region, for what is open.
        let room = max(1, 0.01 * region.size * (1 + region.boundShare))
        for number in 0..<effort.search where !open.isEmpty {
            let place = region.place(spot(region, aim, number), room: room)
            tally.draws += 1
            let truths = model.memberships(of: place)
            for zone in open {
                seen.add(zone, truths[zone])
                if seen.isMixed(zone) { open.remove(zone) }
            }
        }
        for zone in open where effort.search > 0 {
            if isLimitNear(zone, region, aim, room, &seen) { continue }
            tally.needless += 1
            note("zone \(zone) open, and all places are \(seen.yes(zone) ? "in" : "out")")
        }
        tallies[region.kind, default: RegionTally()].add(tally)
    }

    /// Whether a place of the region, so much larger, has the other answer for a zone, or is a millimetre from one that
    /// has: what reaches beyond a limit by a corner is rarely drawn, so that it is walked to, always nearer to where the
    /// zone's answer ends.
    private mutating func isLimitNear(
        _ zone: Int, _ region: DrawnRegion, _ aim: Aim, _ room: Double, _ seen: inout Seen
    ) -> Bool {
        let starts =
            [aim.spot] + region.corners
            + (0..<24).map { _ in
                var spot = Spot.anywhere(parts: region.parts, &random)
                spot.off = 1
                return spot
            }
        for start in starts {
            var best = start
            var least = Double.infinity
            for step in 0..<300 {
                let reach = 0.3 * pow(0.97, Double(step))
                let next = step == 0 ? best : best.near(reach, &random)
                let place = region.place(next, room: room)
                seen.add(zone, model.memberships(of: place)[zone])
                if seen.isMixed(zone) { return true }
                let clear = clearance(of: place, zone, upTo: least)
                if room > 0, clear < 1e-3 { return true }
                if clear < least { (least, best) = (clear, next) }
            }
        }
        return false
    }

    /// The radius in metres of about the largest disc about a place that has one answer for a zone.
    private func clearance(of place: Coordinate, _ zone: Int, upTo most: Double) -> Double {
        func isOpen(_ radius: Double) -> Bool {
            model.memberships(of: place, within: .metres(radius))[zone] == .undeterminable
        }
        var (low, high) = (0.0, min(most, scale))
        guard isOpen(high) else { return most }
        for _ in 0..<20 {
            let middle = (low + high) / 2
            if isOpen(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// A spot anywhere, or near the one that the region is aimed with.
    private mutating func spot(_ region: DrawnRegion, _ aim: Aim, _ number: Int) -> Spot {
        number % 2 == 0
            ? .anywhere(parts: region.parts, &random)
            : aim.spot.near(random.logarithmic(1e-5, 0.3), &random)
    }

    private static func contradicts(_ said: Answer, _ truth: Answer) -> Bool {
        (said == .yes && truth == .no) || (said == .no && truth == .yes)
    }

    /// Which answers places had.
    private struct Seen {
        private var found: [(yes: Bool, no: Bool)]

        init(count: Int) { found = Array(repeating: (false, false), count: count) }

        mutating func add(_ zone: Int, _ truth: Answer) {
            // A place that cannot be told may be both; that it cannot is tested elsewhere.
            if truth != .no { found[zone].yes = true }
            if truth != .yes { found[zone].no = true }
        }

        func yes(_ zone: Int) -> Bool { found[zone].yes }
        func no(_ zone: Int) -> Bool { found[zone].no }
        func isMixed(_ zone: Int) -> Bool { found[zone].yes && found[zone].no }
    }
}
