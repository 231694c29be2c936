import Foundation
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Footprints against places drawn from them, in random plans.
///
/// What is said of all of a region must hold for every place in it, wherever a line known to some metres may
/// be; and what is left open must be so: where many places of a slightly larger region have one answer, that
/// is the footprint's.
@Suite("Footprints in random plans")
struct FootprintPlansTests {
    @Test("A sample", arguments: 1...6)
    func sample(seed: Int) throws {
        let found = try Self.run(seed: UInt64(seed), footprints: 12, draws: 40, search: 500)
        #expect(found.draws > 0 && found.contradictions == 0, "\(found)")
        #expect(found.lazy == 0, "\(found)")
        #expect(found.differences == 0, "\(found)")
    }

    @Test(
        "The whole", .enabled(if: ProcessInfo.processInfo.environment["DMZ_LONG"] != nil),
        arguments: 1_000...1_199)
    func whole(seed: Int) throws {
        let found = try Self.run(seed: UInt64(seed), footprints: 250, draws: 250, search: 10_000)
        print("footprints: \(found)")
        #expect(found.contradictions == 0 && found.lazy == 0 && found.differences == 0, "\(found)")
    }

    struct Found: CustomStringConvertible {
        var seed: UInt64
        var answers = 0
        var undeterminable = 0
        var partly = 0
        var draws = 0
        var contradictions = 0
        var lazy = 0
        var differences = 0
        var first: String?

        var description: String {
            "seed \(seed), \(answers) answers, \(undeterminable) undeterminable, \(partly) partly, "
                + "\(draws) draws, \(contradictions) contradictions, \(lazy) needless, "
                + "\(differences) unlike the definitions" + (first.map { ": " + $0 } ?? "")
        }
    }

    static func run(
        seed: UInt64, footprints: Int, draws: Int, search: Int
    ) throws -> Found {
        var plan = try RandomPlan(seed: seed)
        let index = try ZoneIndex(plan.plan, detail: .coarse)
        let model = index.model
        var random = SeededGenerator(seed: seed &* 7919)
        var found = Found(seed: seed)
        for (position, _) in plan.reports(footprints) where position.isValid {
            let kind = DrawnFootprint.Kind.allCases.randomElement(using: &random) ?? .bound
            let size = random.logarithmic(0.2, 0.2 * plan.size * 111_000)
            // Rings round a pole are none.
            guard let drawn = try? DrawnFootprint(kind, at: position, size: size, &random) else {
                continue
            }
            let verdict: ZoneVerdict
            let exact: ZoneVerdict
            if kind == .bound {
                verdict = index.classify(position, uncertainty: .metres(size))
                exact = index.exactVerdict(drawn.footprint)
            } else {
                verdict = index.classify(drawn.footprint, uncertainty: .metres(drawn.bound))
                exact = index.exactVerdict(drawn.footprint, uncertainty: .metres(drawn.bound))
            }
            if verdict != exact {
                found.differences += 1
                found.first = found.first ?? "\(kind) at \(position)"
            }
            try check(verdict, drawn, kind, model, draws, search, &random, &found)
        }
        return found
    }

    private static func check(
        _ verdict: ZoneVerdict, _ drawn: DrawnFootprint, _ kind: DrawnFootprint.Kind,
        _ model: ZoneModel, _ draws: Int, _ search: Int, _ random: inout SeededGenerator,
        _ found: inout Found
    ) throws {
        let answer = verdict.answer
        var open = Set((0..<model.zoneCount).filter { answer.whole[$0] == .undeterminable })
        found.answers += model.zoneCount
        found.undeterminable += open.count
        for zone in open where answer.isPartly(in: zone) { found.partly += 1 }
        var (anyYes, anyNo) = (Set<Int>(), Set<Int>())
        for _ in 0..<draws {
            let place = drawn.draw(0, &random)
            found.draws += 1
            for (zone, truth) in model.memberships(of: place).enumerated() {
                if truth == .yes { anyYes.insert(zone) }
                if truth == .no { anyNo.insert(zone) }
                let isWrong =
                    (answer.whole[zone] == .yes && truth == .no)
                    || (answer.whole[zone] == .no && truth == .yes)
                if isWrong {
                    found.contradictions += 1
                    found.first =
                        found.first ?? "\(kind) \(drawn.footprint), zone \(zone), \(place)"
                }
            }
        }
        // What has both kinds of places is open, and so is what has a place that cannot be told.
        open.subtract(anyYes.intersection(anyNo))
        open = open.filter { !answer.isPartly(in: $0) }
        let room = max(1, drawn.size / 100)
        var seen = [Int: Answer]()
        for _ in 0..<search where !open.isEmpty {
            let place = drawn.draw(room, &random)
            for (zone, truth) in model.memberships(of: place).enumerated() where open.contains(zone)
            {
                if truth == .undeterminable || seen[zone, default: truth] != truth {
                    open.remove(zone)
                }
                seen[zone] = truth
            }
        }
        found.lazy += open.count
        if let zone = open.min() {
            found.first =
                found.first
                ?? "\(kind) \(drawn.footprint) by \(drawn.bound) m open in \(zone)"
        }
    }
}
