import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Zones between two lines and their halves.
@Suite struct BetweenLinesTests {
    /// A plan of the area (zone 0), the halves of the first and the second line (1, 2), both together
    /// (3), and the area without the first half (4).
    private static func plan(
        _ pair: LinePair, accuracies: [Distance] = [.zero, .zero], isSwapped: Bool = false
    ) -> ZonePlan {
        var plan = ZonePlan()
        let a = plan.addLine(pair.first, accuracy: accuracies[0])
        let b = plan.addLine(pair.second, accuracy: accuracies[1])
        let (one, other) = isSwapped ? (b, a) : (a, b)
        plan.addZone(.between(one, other, half: nil))
        plan.addZone(.between(one, other, half: a))
        plan.addZone(.between(other, one, half: b))
        plan.addZone(.union([.zone(1), .zone(2)]))
        plan.addZone(.difference(.zone(0), .zone(1)))
        return plan
    }

    private static func isGood(_ pair: LinePair) -> Bool {
        (try? ZoneModel(plan(pair))) != nil
    }

    @Test("A half is where its line is at least as near, by the oracle", arguments: 1...40)
    func halves(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        guard Self.isGood(pair) else { return }
        let models = try [false, true].map { try ZoneModel(Self.plan(pair, isSwapped: $0)) }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let position = pair.position(&random)
            let (first, second, border) = pair.distances(from: position)
            guard border > 1, (first - second).magnitude > 1e-3 else { continue }
            let isInside = pair.contains(position)
            let expected = [
                isInside, isInside && first < second, isInside && second < first, isInside,
                isInside && second < first,
            ]
            for model in models {
                #expect(
                    model.memberships(of: position) == expected.map { Answer($0) }, "\(position)")
            }
        }
    }

    @Test("What is certain of a report holds wherever it may be", arguments: 1...20)
    func certainty(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        guard Self.isGood(pair) else { return }
        let model = try ZoneModel(Self.plan(pair))
        let blurred = try ZoneModel(Self.plan(pair, accuracies: [.metres(300), .metres(40)]))
        var random = SeededGenerator(seed: seed)
        var open = 0
        for _ in 0..<60 {
            let position = pair.position(&random)
            let bound = Double.random(in: 1...20_000, using: &random)
            let answers = model.memberships(of: position, within: .metres(bound))
            let wider = blurred.memberships(of: position, within: .metres(bound))
            if answers[1] == .undeterminable { open += 1 }
            // In one half or the other is certain where the area is.
            #expect(answers[3] == answers[0])
            for _ in 0..<8 {
                let place = position.moved(
                    .random(in: 0...bound, using: &random), &random)
                let exact = model.memberships(of: place)
                for zone in exact.indices {
                    #expect([exact[zone], .undeterminable].contains(answers[zone]))
                    #expect([answers[zone], .undeterminable].contains(wider[zone]))
                }
            }
        }
        #expect(open > 0 && open < 60)
    }

    @Test("The index says what the definitions say", arguments: 1...24)
    func index(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        guard Self.isGood(pair) else { return }
        var random = SeededGenerator(seed: seed)
        var plan = Self.plan(
            pair,
            accuracies: seed % 2 == 0
                ? [.zero, .zero] : [.metres(.random(in: 0...500, using: &random)), .metres(80)])
        plan.addZone(.within(.kilometres(7), of: 0))
        plan.addZone(
            .intersection([.zone(2), .aroundPoint(radius: .kilometres(40), centre: pair.middle)]))
        let index = try ZoneIndex(plan, detail: .rough)
        var positions = (0..<120).map { _ in pair.position(&random) }
        // Near the lines, and near the middle between them.
        for line in [pair.first, pair.second] {
            positions += line.parts[0].map {
                $0.moved(.random(in: 0...200, using: &random), &random)
            }
        }
        let bounds = positions.map { _ in
            Distance.metres(
                Bool.random(using: &random) ? 0 : .random(in: 0...3000, using: &random))
        }
        let plain = index.classify(positions)
        let bounded = index.discVerdicts(positions, uncertainties: bounds)
        for (number, position) in positions.enumerated() {
            let exact = index.exactVerdict(position)
            #expect(plain[number] == exact, "\(position)")
            #expect(index.classify(position) == exact, "\(position)")
            let possible = index.exactVerdict(position, uncertainty: bounds[number])
            #expect(bounded[number] == possible, "\(position) within \(bounds[number])")
            #expect(index.discVerdict(position, uncertainty: bounds[number]) == possible)
            let definition = index.model.memberships(of: position, within: bounds[number])
            #expect(definition.indices.map { possible.membership(inZone: $0) } == definition)
        }
    }

    @Test("A plan whose lines bound no area is refused")
    func refused() throws {
        var plan = ZonePlan()
        plan.addLine(try LineGeometry([.at(0, 0), .at(0, 1)]))
        plan.addLine(try LineGeometry([.at(1, 0), .at(-1, 0.5), .at(1, 1)]))
        plan.addLine(try LineGeometry([.at(1, 0), .at(1, 1)]))
        for (first, second, half) in [(0, 1, nil), (0, 0, nil), (0, 2, 1)]
            as [(LineNumber, LineNumber, LineNumber?)]
        {
            var plan = plan
            plan.addZone(.between(first, second, half: half))
            #expect {
                try ZoneModel(plan)
            } throws: {
                ($0 as? ZonePlanError)?.code == .noAreaBetween
            }
        }
    }

    @Test("Ends that accuracies let pair either way make no area", arguments: [0.0, 1, 100])
    func unsurePairing(accuracy: Double) throws {
        // The two sums of ways differ by some 20 m.
        func line(_ places: [(Double, Double)]) throws -> LineGeometry {
            try LineGeometry(
                parts: [.vertices(places)],
                edges: .geodesic)
        }
        let first = try line([(10, 20), (10.1, 20)])
        let second = try line([(10.0501, 20.05), (10.0501, 20.15)])
        let area = Result(catching: {
            try AreaBetween(first, second, accuracy: .metres(accuracy))
        })
        if accuracy == 100 {
            #expect(throws: AreaBetweenError.self) { try area.get() }
        } else {
            #expect(throws: Never.self) { try area.get() }
        }
    }
}
