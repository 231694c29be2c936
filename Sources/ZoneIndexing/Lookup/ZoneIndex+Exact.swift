import Geodesy
import Zones

extension ZoneIndex {
    /// The label of a disc by the definitions alone, as every other way must find it.
    func exactDiscLabel(
        _ position: Coordinate, within uncertainty: Double, _ labels: inout ZoneLabels
    ) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        var states = RowStates(rows)
        for source in model.sources.indices {
            states.set(
                source, model.reading(of: position, within: uncertainty, source: source),
                within: uncertainty)
        }
        return labels.label(for: states.takeRow())
    }
}
