import Geodesy

/// How the membership of a report in a zone came about, in the form of the zone's own tree.
package struct ZoneTrace: Sendable {
    /// What is certain of this part of the zone.
    package let answer: Answer
    package let part: Part

    /// A part of a zone.
    package indirect enum Part: Sendable {
        /// A condition on a source, by their numbers, with how the report lies to the source.
        case condition(Int, source: Int, SourceReading)
        /// An earlier zone.
        case zone(Int)
        case any([ZoneTrace])
        case all([ZoneTrace])
        case not(ZoneTrace)
    }

    /// All conditions in the trace, in their order.
    package var conditions: [ZoneTrace] {
        switch part {
        case .condition: [self]
        case .zone: []
        case .any(let parts), .all(let parts): parts.flatMap(\.conditions)
        case .not(let part): part.conditions
        }
    }
}

extension ZoneModel {
    /// How the memberships of a report in all zones come about, by the definitions alone; empty for a
    /// report without a usable position.
    package func traces(of position: Coordinate, within bound: Distance) -> [ZoneTrace] {
        guard Self.isUsable(position, within: bound.metres) else { return [] }
        let readings = sources.indices.map {
            reading(of: position, within: bound.metres, source: $0, isInFull: true)
        }
        let states = sources.indices.map { source -> SourceStates? in
            self.states(of: source, readings[source], within: bound.metres)
        }
        let memberships = self.memberships(states)
        return zones.indices.map { zone in
            let trace = self.trace(zones[zone], readings, states, memberships)
            return ZoneTrace(answer: memberships[zone], part: trace.part)
        }
    }

    private func trace(
        _ formula: Formula, _ readings: [SourceReading], _ states: [SourceStates?],
        _ memberships: [Answer]
    ) -> ZoneTrace {
        func all(_ formulas: [Formula]) -> [ZoneTrace] {
            formulas.map { trace($0, readings, states, memberships) }
        }
        switch formula {
        case .condition(let number):
            let source = sourceOfCondition[number]
            return ZoneTrace(
                answer: states[source]?.answer(placeOfCondition[number]) ?? .no,
                part: .condition(number, source: source, readings[source]))
        case .zone(let zone): return ZoneTrace(answer: memberships[zone], part: .zone(zone))
        case .any(let formulas):
            let parts = all(formulas)
            return ZoneTrace(
                answer: parts.reduce(.no) { $0 || $1.answer }, part: .any(parts))
        case .all(let formulas):
            let parts = all(formulas)
            return ZoneTrace(
                answer: parts.reduce(.yes) { $0 && $1.answer }, part: .all(parts))
        case .not(let formula):
            let part = trace(formula, readings, states, memberships)
            return ZoneTrace(answer: !part.answer, part: .not(part))
        }
    }
}
