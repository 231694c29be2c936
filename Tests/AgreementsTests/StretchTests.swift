import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Widths and accuracies that differ along a line, held against distances by GeographicLib from the parts, which are cut
/// by hand at vertices.
@Suite struct StretchTests {
    /// A line of random vertices, markers at some of them, and what holds between these.
    private struct Setting {
        var vertices: [Coordinate] = []
        /// Numbers of the vertices at which stretches meet.
        var cuts: [Int] = []
        var left: [Double] = []
        var right: [Double] = []
        var accuracies: [Double] = []

        init(_ random: inout SeededGenerator) {
            var place = Coordinate(longitude: 34, latitude: 47)
            var heading = Double.random(in: 0..<360, using: &random)
            for _ in 0..<9 {
                vertices.append(place)
                heading += Double.random(in: -100...100, using: &random)
                place =
                    Geodesic.direct(
                        from: place, azimuth: Azimuth(degrees: heading),
                        distance: .metres(random.logarithmic(500, 20_000))
                    ).position
            }
            cuts = [0] + [2, 4, 5].filter { _ in Bool.random(using: &random) } + [8]
            for _ in cuts.dropLast() {
                left.append([3_000, 7_000, 12_000].randomElement(using: &random) ?? 0)
                right.append(
                    Bool.random(using: &random)
                        ? left[left.count - 1]
                        : [2_000.0, 9_000].randomElement(using: &random) ?? 0)
                accuracies.append([0.0, 50, 700].randomElement(using: &random) ?? 0)
            }
        }

        var stretchCount: Int { cuts.count - 1 }

        func mark(_ k: Int) -> LineMark {
            k == 0 ? .start : k == stretchCount ? .end : .marker("\(cuts[k])")
        }

        func agreement(hasAccuracies: Bool, meeting: StretchMeeting = .nearest) throws -> Agreement
        {
            var line = ReferenceLine(
                id: "line", geometry: try LineGeometry(vertices), left: "a", right: "b",
                accuracy: .metres(hasAccuracies ? accuracies.max() ?? 0 : 0))
            line.markers = cuts.map { LineMarker(id: "\($0)", position: vertices[$0]) }
            if hasAccuracies {
                line.accuracies = (0..<stretchCount).map {
                    LineInterval(.metres(accuracies[$0]), from: mark($0), to: mark($0 + 1))
                }
            }
            let stretches = (0..<stretchCount).map {
                LineStretch(
                    from: mark($0), to: mark($0 + 1), left: .upTo(.metres(left[$0])),
                    right: .upTo(.metres(right[$0])))
            }
            return Agreement(
                parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")], lines: [line],
                zones: [
                    Zone(
                        id: "stretches",
                        .stretches("line", stretches, ends: .round, meeting: meeting)),
                    Zone(id: "even", .within(.metres(5_000), of: "line")),
                    Zone(
                        id: "band", .between(from: .metres(1_000), to: .metres(6_000), of: "line")),
                ],
                rules: [
                    Rule(
                        id: "behind",
                        .withdraw(
                            [CategoryCondition("tank")], behind: .distance(.metres(4_000)),
                            of: "line"), parties: ["a"])
                ])
        }

        /// The stretches, each for the oracle.
        func parts() throws -> [OracleLine] {
            try (0..<stretchCount).map {
                OracleLine(try LineGeometry(Array(vertices[cuts[$0]...cuts[$0 + 1]])))
            }
        }

        func places(_ random: inout SeededGenerator) -> [Coordinate] {
            (0..<60).map { _ in
                let vertex = vertices.randomElement(using: &random) ?? vertices[0]
                return Geodesic.direct(
                    from: vertex, azimuth: Azimuth(degrees: .random(in: 0..<360, using: &random)),
                    distance: .metres(random.logarithmic(10, 20_000))
                ).position
            }
        }
    }

    @Test(
        "The nearest place picks the width, and of several the widest",
        arguments: 1...UInt64(LongRuns.count(4, inGate: 2)))
    func nearest(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let setting = Setting(&random)
        let compiled = try CompiledAgreement(setting.agreement(hasAccuracies: false))
        let indexed = try compiled.indexed()
        let alone = try CompiledAgreement(
            setting.agreement(hasAccuracies: false, meeting: .union))
        let parts = try setting.parts()
        let whole = OracleLine(try LineGeometry(setting.vertices))
        var inside = 0
        for place in setting.places(&random) {
            let report = Report(position: place)
            let distances = parts.map { $0.nearest(to: place).distance }
            let least = distances.min() ?? 0
            let side = whole.nearest(to: place).side
            func width(_ k: Int, _ side: LineSide) -> Double {
                switch side {
                case .left: setting.left[k]
                case .right: setting.right[k]
                case .on, .none: max(setting.left[k], setting.right[k])
                }
            }
            let near = distances.indices.filter { distances[$0] - least < 1e-6 }
            let expected = near.contains { distances[$0] <= width($0, side) }
            let found = compiled.judge(report)
            #expect(found.zonesInside.contains("stretches") == expected, "\(place)")
            #expect(!found.zonesUndeterminable.contains("stretches"))
            #expect(indexed.judge(report).zonesInside == found.zonesInside)
            inside += expected ? 1 : 0
            let own = parts.indices.contains {
                distances[$0] <= width($0, parts[$0].nearest(to: place).side)
            }
            #expect(alone.judge(report).zonesInside.contains("stretches") == own, "\(place)")
        }
        #expect(inside > 5)
    }

    @Test(
        "Each stretch is as well known as its own accuracy",
        arguments: 1...UInt64(LongRuns.count(4, inGate: 2)))
    func accuracies(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 100)
        let setting = Setting(&random)
        let compiled = try CompiledAgreement(setting.agreement(hasAccuracies: true))
        let indexed = try compiled.indexed()
        let parts = try setting.parts()
        for place in setting.places(&random) {
            let report = Report(position: place, category: "tank", party: "a")
            let distances = parts.map { $0.nearest(to: place).distance }
            // The line is as near as the nearest of its parts, each of which may be off by its own accuracy.
            let least = distances.indices.map { distances[$0] - setting.accuracies[$0] }.min() ?? 0
            let most = distances.indices.map { distances[$0] + setting.accuracies[$0] }.min() ?? 0
            func certain(_ low: Double, _ high: Double) -> Bool? {
                // Of what is measured one by one the parts decide.
                if distances.indices.contains(where: {
                    distances[$0] + setting.accuracies[$0] <= high
                }), least >= low {
                    return true
                }
                return most < low || least > high ? false : nil
            }
            let found = compiled.judge(report)
            for (zone, low, high) in [("even", -Double.infinity, 5_000.0), ("band", 1_000, 6_000)] {
                let expected = certain(low, high)
                let answer: Bool? =
                    found.zonesUndeterminable.contains(zone)
                    ? nil : found.zonesInside.contains(zone)
                #expect(answer == expected, "\(zone) at \(place)")
            }
            #expect(indexed.judge(report).zonesInside == found.zonesInside)
            #expect(indexed.judge(report).zonesUndeterminable == found.zonesUndeterminable)
            // Never less than 4 km behind is never a breach, where the line is certain to be so far.
            if least > 4_000 || found.rules.isEmpty { continue }
            #expect(found.rules[0].finding != .compliant || most >= 4_000)
        }
    }

    @Test("What is certain of a bound holds wherever the object is", arguments: 1...2)
    func bounds(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 200)
        let setting = Setting(&random)
        let compiled = try CompiledAgreement(setting.agreement(hasAccuracies: false))
        let indexed = try compiled.indexed()
        var (certain, open) = (0, 0)
        for place in setting.places(&random) {
            let bound = random.logarithmic(50, 8_000)
            let answer = compiled.memberships(of: place, uncertainty: .metres(bound))[0]
            #expect(
                indexed.memberships(of: place, uncertainty: .metres(bound))[0] == answer, "\(place)"
            )
            guard answer != .undeterminable else {
                open += 1
                continue
            }
            certain += 1
            for _ in 0..<20 {
                let other = Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: .random(in: 0..<360, using: &random)),
                    distance: .metres(bound * .random(in: 0...1, using: &random)))
                #expect(compiled.memberships(of: other.position)[0] == answer, "\(place) \(bound)")
            }
        }
        #expect(certain > 30 && open > 0)
    }

    @Test("A line drawn the other way has the same stretches")
    func reversed() throws {
        var random = SeededGenerator(seed: 7)
        let setting = Setting(&random)
        var other = setting
        other.vertices.reverse()
        other.cuts = setting.cuts.map { 8 - $0 }.reversed()
        (other.left, other.right) = (setting.right.reversed(), setting.left.reversed())
        let compiled = try CompiledAgreement(setting.agreement(hasAccuracies: false))
        let back = try CompiledAgreement(other.agreement(hasAccuracies: false))
        for place in setting.places(&random) {
            #expect(back.memberships(of: place)[0] == compiled.memberships(of: place)[0])
        }
    }

    @Test("A ring may be cut past where it begins")
    func ring() throws {
        let ring = [(34.0, 47.0), (35, 47), (35, 48), (34, 48), (34, 47)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let cut = try #require(LineCut(try LineGeometry(ring)))
        let (first, last) = (
            cut.place(nearestTo: ring[3]).place, cut.place(nearestTo: ring[1]).place
        )
        #expect(cut.isClosed)
        #expect(cut.stretches([(first, last)])?.parts.map(\.count) == [2, 2])
        #expect(cut.rest(of: [(first, last)])?.parts == [[ring[1], ring[2], ring[3]]])
        #expect(cut.rest(of: [(cut.start, cut.end)]) == nil)
        let broken = try LineGeometry(parts: [[ring[0], ring[1]], [ring[2], ring[3]]])
        #expect(LineCut(broken) == nil)
    }

    @Test("Stretches that are none, run backwards or overlap are faults")
    func faults() throws {
        let line = try LineGeometry([
            Coordinate(longitude: 34, latitude: 47), Coordinate(longitude: 35, latitude: 47),
        ])
        func faults(_ stretches: [(LineMark, LineMark)]) -> [String] {
            var own = ReferenceLine(id: "line", geometry: line)
            own.markers = [
                LineMarker(id: "m", position: Coordinate(longitude: 34.5, latitude: 47))
            ]
            let agreement = Agreement(
                lines: [own],
                zones: [
                    Zone(
                        id: "z",
                        .stretches(
                            "line",
                            stretches.map {
                                LineStretch(
                                    from: $0.0, to: $0.1, left: .upTo(.kilometres(1)), right: nil)
                            }, ends: .round))
                ])
            return agreement.faults.map(\.reason)
        }
        #expect(faults([(.start, .marker("m")), (.marker("m"), .end)]).isEmpty)
        #expect(faults([(.marker("m"), .start)])[0].contains("runs backwards"))
        #expect(faults([(.marker("m"), .marker("m"))])[0].contains("it is none"))
        #expect(faults([(.start, .end), (.marker("m"), .end)])[0].contains("overlap"))
        #expect(faults([(.start, .marker("k"))])[0].contains("no marker 'k'"))
    }
}
