import Geodesy

extension ZoneModel {
    /// Which zones all places within `radius` metres of a position leave open, each of them by itself, because
    /// an object that may be `bound` metres off, or a source's accuracy, does so; 64 to a word.
    ///
    /// What is open for the position with less room, by the radius, is open for all places within it; but for
    /// zones of which another source, with less room, has more than one state there.
    package func doubtfulZones(
        at position: Coordinate, within radius: Double, bound: Double
    ) -> [UInt64] {
        let rest = bound - radius
        guard rest + greatestAccuracy >= 0, bound + greatestAccuracy > 0 else { return [] }
        let model = rest >= 0 ? self : ZoneModel(self, narrowedBy: -rest)
        let open = ZoneBits(model.memberships(of: position, within: .metres(max(0, rest))))
            .undeterminable
        guard open.contains(where: { $0 != 0 }) else { return [] }
        return exceptOfTightSources(open, at: position, within: radius, bound: bound)
    }

    /// Leaves out zones of a source that has no room for all of a disc, and is not alike in all of it.
    private func exceptOfTightSources(
        _ zones: [UInt64], at position: Coordinate, within radius: Double, bound: Double
    ) -> [UInt64] {
        var zones = zones
        for source in sources.indices where room(of: source) + bound < radius {
            let own = zonesOfSource[source].filter { zones[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
            if own.isEmpty { continue }
            let within = radius + bound
            let reading = reading(of: position, within: within, source: source)
            if states(of: source, reading, within: within).isCertain { continue }
            for zone in own { zones[zone >> 6] &= ~(1 << UInt64(zone & 63)) }
        }
        return zones
    }

    /// How far a source may be from where it is given, in metres; of two the lesser.
    private func room(of source: Int) -> Double {
        guard case .pair(let first, let second, _) = sources[source] else {
            return sources[source].accuracy
        }
        return min(sources[first].accuracy, sources[second].accuracy)
    }

    /// The greatest of the sources' accuracies in metres.
    private var greatestAccuracy: Double { sources.map(\.accuracy).max() ?? 0 }

    /// How a footprint with a level lies to all zones by a model: certain is what has the model's certainty.
    ///
    /// - Parameter judge: answers for discs.
    package func answer(
        of shape: any WeighedShape, within bound: Double, under model: PositionModel,
        by judge: ProbabilitySearch.Judge
    ) -> FootprintAnswer {
        let found = ProbabilitySearch.masses(
            shape, within: bound, zoneCount: zoneCount, certainAt: model.certainAt,
            wantsNumbers: false, by: judge
        ) { doubtfulZones(at: $0, within: $1, bound: bound) }
        return FootprintAnswer(ZoneBits(found.map { $0.answer(certainAt: model.certainAt) }))
    }

    /// How likely an object is in each zone by a model, by the definitions alone.
    ///
    /// - Returns: `nil` where the model says nothing of such a footprint, or the bound is no length.
    package func probabilities(
        of footprint: Footprint, within bound: Distance, under model: PositionModel
    ) -> [ProbabilityRange]? {
        guard bound.metres >= 0, bound.metres.isFinite, let shape = footprint.shape(under: model)
        else { return nil }
        return probabilities(of: shape, within: bound.metres) {
            ZoneBits(memberships(of: $0, within: .metres($1)))
        }
    }

    /// How likely an object is in each zone.
    ///
    /// - Parameter judge: answers for discs.
    package func probabilities(
        of shape: any WeighedShape, within bound: Double, by judge: ProbabilitySearch.Judge
    ) -> [ProbabilityRange] {
        ProbabilitySearch.masses(
            shape, within: bound, zoneCount: zoneCount, certainAt: nil, wantsNumbers: true,
            by: judge
        ) { doubtfulZones(at: $0, within: $1, bound: bound) }.map(\.range)
    }
}
