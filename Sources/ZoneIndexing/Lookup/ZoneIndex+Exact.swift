import Geodesy

extension ZoneIndex {
    /// The label of a position by the definitions alone, as every other way must find it.
    func exactLabel(
        _ position: Coordinate, uncertainty: Double, _ labels: inout ZoneLabels
    ) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        var parts = ZoneRowParts(terms)
        for source in terms.sources.indices {
            parts.set(
                source, terms.reading(of: position, uncertainty: uncertainty, source: source),
                uncertainty: uncertainty)
        }
        return labels.label(for: parts.row)
    }
}
