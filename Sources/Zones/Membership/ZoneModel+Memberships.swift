import Geodesy

/// Membership in zones.
extension ZoneModel {
    /// So many combinations of states are looked at for one zone; with more, what the conditions say
    /// one by one stands, which may be undeterminable too often and is never wrong.
    private static let mostCombinations = 4096

    /// Membership in every zone by the definitions alone.
    ///
    /// - Boundary: a position that is not on the globe, or a bound that is negative or no number,
    ///   leaves every zone undeterminable.
    package func memberships(
        of position: Coordinate, within bound: Distance = .zero
    ) -> [Answer] {
        guard Self.isUsable(position, within: bound.metres) else {
            return Array(repeating: .undeterminable, count: zones.count)
        }
        return memberships(
            sources.indices.map { source in
                isFar(position, from: source, beyond: bound.metres)
                    ? nil
                    : states(
                        of: source,
                        reading(of: position, within: bound.metres, source: source),
                        within: bound.metres)
            })
    }

    /// Whether a report has a position on the globe and a bound that is a length.
    package static func isUsable(_ position: Coordinate, within bound: Double) -> Bool {
        position.isValid && bound >= 0 && bound.isFinite
    }

    /// Membership in every zone, from the states that are possible of each source; `nil` where no
    /// condition holds.
    package func memberships(_ states: [SourceStates?]) -> [Answer] {
        var found: [Answer] = []
        found.reserveCapacity(zones.count)
        for zone in zones.indices {
            found.append(membership(inZone: zone, states, earlier: found))
        }
        return found
    }

    /// Membership in one zone, from the states that are possible of each source and the memberships in the
    /// zones before it.
    package func membership(
        inZone zone: Int, _ states: [SourceStates?], earlier: [Answer]
    ) -> Answer {
        let formula = zones[zone]
        let answer = formula.answer(
            condition: { states[sourceOfCondition[$0]]?.answer(placeOfCondition[$0]) ?? .no },
            zone: { earlier[$0] })
        guard answer == .undeterminable, !formula.isSingle else { return answer }
        return together(zone: zone, states) ?? answer
    }

    /// Membership in a zone that is measured from one source only.
    package func membership(
        inZone zone: Int, ofSource source: Int, _ states: SourceStates
    ) -> Answer {
        let formula = zones[zone]
        let answer = formula.answer(
            condition: { states.answer(placeOfCondition[$0]) },
            zone: { membership(inZone: $0, ofSource: source, states) })
        guard answer == .undeterminable, !formula.isSingle,
            states.truths.count <= Self.mostCombinations
        else { return answer }
        let holds = states.truths.map { truth in
            formula.holds(in: zones) { truth[placeOfCondition[$0]] }
        }
        return Answer(some: holds.contains(true), all: !holds.contains(false))
    }

    /// Membership in a zone when its sources' states are looked at together; `nil` for too many.
    private func together(zone: Int, _ states: [SourceStates?]) -> Answer? {
        let open = sourcesOfZone[zone].filter { states[$0]?.isCertain == false }
        var count = 1
        for source in open {
            count *= states[source]?.truths.count ?? 1
            if count > Self.mostCombinations { return nil }
        }
        var chosen = [Int](repeating: 0, count: sources.count)
        var (some, all) = (false, true)
        for combination in 0..<count {
            var rest = combination
            for source in open {
                let ways = states[source]?.truths.count ?? 1
                chosen[source] = rest % ways
                rest /= ways
            }
            let holds = zones[zone].holds(in: zones) { condition in
                let source = sourceOfCondition[condition]
                return states[source]?.truths[chosen[source]][placeOfCondition[condition]] ?? false
            }
            some = some || holds
            all = all && holds
            if some, !all { return .undeterminable }
        }
        return Answer(some: some, all: all)
    }

    /// Whether a position is so far from a source, in a straight line through the earth, that none of
    /// its conditions holds within so many metres.
    private func isFar(_ position: Coordinate, from source: Int, beyond bound: Double) -> Bool {
        guard case .point(let point) = sources[source] else { return false }
        let way = position.earthCentred - point.centre.earthCentred
        let farthest = reach[source] + bound + point.accuracy + 1e-3
        return (way * way).sum() > farthest * farthest
    }
}

/// Single zones.
extension ZoneModel {
    /// The conditions that a zone is put together from, by way of other zones as well, in their order.
    package func conditions(ofZone zone: Int) -> [Int] {
        var (found, open, seen) = (Set<Int>(), [zone], Set([zone]))
        while let next = open.popLast() {
            var others: Set<Int> = []
            zones[next].collect(conditions: &found, zones: &others)
            open += others.filter { seen.insert($0).inserted }
        }
        return found.sorted()
    }

    /// Whether a zone is one condition and nothing else.
    package func isOneCondition(_ zone: Int) -> Bool {
        if case .condition = zones[zone] { true } else { false }
    }

    /// Whether a position is in a zone, by the definition alone.
    package func membership(of position: Coordinate, inZone zone: Int) -> Answer {
        guard position.isValid else { return .undeterminable }
        var states = [SourceStates?](repeating: nil, count: sources.count)
        var isCertain = true
        for source in sourcesOfZone[zone] where !isFar(position, from: source, beyond: 0) {
            let own = self.states(
                of: source, reading(of: position, within: 0, source: source), within: 0)
            isCertain = isCertain && own.isCertain
            states[source] = own
        }
        if isCertain {
            return Answer(
                zones[zone].holds(in: zones) { condition in
                    states[sourceOfCondition[condition]]?.truths[0][placeOfCondition[condition]]
                        ?? false
                })
        }
        var earlier: [Answer] = []
        for number in 0...zone {
            earlier.append(membership(inZone: number, states, earlier: earlier))
        }
        return earlier[zone]
    }
}
