import Geodesy

/// Finds labels in an index; for one worker or batch, and so with rare labels of its own.
package struct Lookup {
    let index: ZoneIndex
    var labels: ZoneLabels
    /// How uncertain reports lay to the sources, and the labels that they had then.
    var outcomes = OutcomeTrie()
    var labelOfOutcomes: [Int32: UInt32] = [:]

    package init(_ index: ZoneIndex) {
        self.index = index
        labels = index.labels
    }

    /// The label of one position.
    package mutating func label(_ position: Coordinate, uncertainty: Double) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        if uncertainty > 0 { return label(position, within: uncertainty) }
        guard let grid = index.grid,
            let place = grid.value.frame.place(
                longitude: position.longitude, latitude: position.latitude)
        else { return index.farLabel }
        let entry = grid.value.entry(column: place.column, row: place.row)
        if entry.isLabel { return entry.number }
        return label(position, entry, grid.value, column: place.column, row: place.row)
    }

    /// The verdict that a label found here stands for.
    package func verdict(ofLabel label: UInt32) -> ZoneVerdict {
        ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
    }
}
