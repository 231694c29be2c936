import Geodesy

extension ZoneIndex {
    /// The verdict by the definitions alone, with nothing looked up.
    package func exactVerdict(_ position: Coordinate, uncertainty: Distance = .zero) -> ZoneVerdict
    {
        var labels = labels
        let label = exactLabel(position, uncertainty: uncertainty.metres, &labels)
        return ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
    }
}
