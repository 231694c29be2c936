import Geodesy

extension ZoneModel {
    /// How a footprint lies to all zones, by the definitions alone.
    ///
    /// - Parameters:
    ///   - footprint: the region.
    ///   - bound: how far beyond it the object may be.
    ///   - model: what footprints with a level are judged by; without one they say nothing for certain.
    package func answer(
        of footprint: Footprint, within bound: Distance = .zero, under model: PositionModel? = nil
    ) -> FootprintAnswer {
        let everything = [Answer](repeating: .undeterminable, count: zones.count)
        guard bound.metres >= 0, bound.metres.isFinite else {
            return FootprintAnswer(ZoneBits(everything))
        }
        if footprint.level != .bound {
            guard let model, let shape = footprint.shape(under: model) else {
                return FootprintAnswer(ZoneBits(everything))
            }
            return answer(of: shape, within: bound.metres, under: model) {
                ZoneBits(memberships(of: $0, within: .metres($1)))
            }
        }
        return FootprintSearch.answer(
            footprint.shape, within: bound.metres, footprint.meaning
        ) { position, radius in
            ZoneBits(memberships(of: position, within: .metres(radius)))
        }
    }

    /// How a report at a position, with a bound, lies to all zones, by the definitions alone.
    ///
    /// - Boundary: as `memberships(of:within:)`, of which this is the answer where it leaves no zone open.
    package func answer(
        of position: Coordinate, within bound: Distance = .zero
    ) -> FootprintAnswer {
        let first = ZoneBits(memberships(of: position, within: bound))
        guard Self.isUsable(position, within: bound.metres), bound > .zero,
            bound <= Footprint.greatestReach
        else { return FootprintAnswer(first) }
        let disc = RoundShape(
            position, along: bound.metres, across: bound.metres, azimuth: 0)
        return FootprintSearch.answer(disc, within: 0, .somewhere, first: first) {
            ZoneBits(memberships(of: $0, within: .metres($1)))
        }
    }
}
