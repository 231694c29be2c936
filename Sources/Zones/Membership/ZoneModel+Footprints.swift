import Geodesy

extension ZoneModel {
    /// How a footprint lies to all zones, by the definitions alone.
    ///
    /// - Parameters:
    ///   - footprint: the region.
    ///   - bound: how far beyond it the object may be.
    package func answer(
        of footprint: Footprint, within bound: Distance = .zero
    ) -> FootprintAnswer {
        let everything = [Answer](repeating: .undeterminable, count: zones.count)
        guard bound.metres >= 0, bound.metres.isFinite else {
            return FootprintAnswer(ZoneBits(everything))
        }
        return FootprintSearch.answer(
            footprint.shape, within: bound.metres, footprint.meaning
        ) { position, radius in
            ZoneBits(memberships(of: position, within: .metres(radius)))
        }
    }
}
