import Geodesy

extension ZoneModel {
    /// Which zones all places within `radius` metres of a position leave open, each of them by itself, because
    /// an object that may be `bound` metres off, or a source's accuracy, does so; 64 to a word.
    ///
    /// What is open for the position with less room, by the radius, is open for all places within it.
    package func doubtfulZones(
        at position: Coordinate, within radius: Double, bound: Double
    ) -> [UInt64] {
        let rest = bound - radius
        guard rest + greatestAccuracy >= 0, bound + greatestAccuracy > 0 else { return [] }
        let model = rest >= 0 ? self : ZoneModel(self, narrowedBy: -rest)
        return ZoneBits(model.memberships(of: position, within: .metres(max(0, rest))))
            .undeterminable
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
