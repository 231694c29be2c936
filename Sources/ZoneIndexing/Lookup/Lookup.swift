import Geodesy

/// Finds labels in an index; for one worker or batch, and so with rare labels of its own.
package struct Lookup {
    let index: ZoneIndex
    var labels: ZoneLabels
    /// How uncertain reports lay to the sources, and the labels that they had then.
    var outcomes = OutcomeTrie()
    var labelOfOutcomes: [Int32: UInt32] = [:]

    /// The line, when the index has nothing else and zones ask only for distances from it, and the labels of
    /// its outcomes as far as they were met.
    let lone: LoneLine?
    var labelOfLoneOutcome: [UInt32] = []

    package init(_ index: ZoneIndex) {
        self.index = index
        lone = index.loneLine
        labels = index.labels
    }

    /// The label of one position.
    package mutating func label(_ position: Coordinate, uncertainty: Double) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        guard let grid = index.grid else { return index.farLabel }
        if uncertainty > 0 { return label(position, within: uncertainty, grid) }
        return label(position, grid)
    }

    /// The verdict that a label found here stands for.
    package func verdict(ofLabel label: UInt32) -> ZoneVerdict {
        ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
    }
}
