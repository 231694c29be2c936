import Geodesy

extension Footprint {
    /// Whether an object that is in the footprint, or so many metres beyond it, is certainly on a side of a line.
    ///
    /// - Parameters:
    ///   - side: the side.
    ///   - bound: how far beyond the footprint the object may be, in metres.
    ///   - model: what a footprint with a level is judged by.
    ///   - certainSide: on which side all places within so many metres of a position are; `nil` where that is
    ///     not certain.
    package func isOnSide(
        _ side: LineSide, within bound: Double, under model: PositionModel?,
        _ certainSide: (Coordinate, Double) -> LineSide?
    ) -> Bool {
        guard side == .left || side == .right, bound >= 0, bound.isFinite else { return false }
        func judge(_ position: Coordinate, _ radius: Double) -> ZoneBits {
            ZoneBits([
                certainSide(position, radius).map { Answer($0 == side) } ?? .undeterminable
            ])
        }
        if level == .bound {
            return FootprintSearch.answer(shape, within: bound, .somewhere, by: judge).whole[0]
                == .yes
        }
        guard let model, let shape = shape(under: model) else { return false }
        let found = ProbabilitySearch.masses(
            shape, within: bound, zoneCount: 1, certainAt: model.certainAt, wantsNumbers: false,
            by: judge
        ) { _, _ in [] }
        return found[0].answer(certainAt: model.certainAt) == .yes
    }
}
