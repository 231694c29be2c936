import Geodesy

/// Finds labels in an index; for one worker or batch, and so with rare labels of its own.
package struct Lookup {
    package let index: ZoneIndex
    var labels: ZoneLabels
    /// Verdicts are made of these; few lookups make any, and all zones are gone through for them once.
    lazy var possible = RowStates(index.rows)
    /// How uncertain reports lay to the sources, and the labels that they had then.
    var states = StateTrie<ReportFact>()
    var labelOfState: [Int32: UInt32] = [:]

    /// The line, when the index has nothing else and zones ask only for distances from it.
    let lone: LoneLine?

    package init(_ index: ZoneIndex) {
        self.index = index
        lone = index.loneLine
        labels = index.labels
        labelWords = index.labelWords
    }

    /// Whether a label leaves open a zone that is settled by the definitions; `nil` where that was
    /// not looked at.
    private var knownOpen: [Bool?] = []
    /// What footprints with a level are judged by; without one they say nothing for certain.
    package var positionModel: PositionModel?
    /// What labels say, as far as that was looked at.
    var labelWords: LabelWords

    /// The label of a report that may be so many metres off.
    package mutating func label(_ position: Coordinate, uncertainty: Double) -> UInt32 {
        searched(
            discLabel(position, within: uncertainty), position, within: uncertainty)
    }

    /// What the definitions say of a disc as a whole, source by source.
    mutating func discLabel(_ position: Coordinate, within uncertainty: Double) -> UInt32 {
        settled(unsettledLabel(position, uncertainty: uncertainty), position, uncertainty)
    }

    private mutating func unsettledLabel(_ position: Coordinate, uncertainty: Double) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        guard let grid = index.grid else { return index.farLabel }
        if uncertainty > 0 { return label(position, within: uncertainty, grid) }
        return label(position, grid)
    }

    /// Decides by the definitions what labels leave open of such zones.
    mutating func settle(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ found: UnsafeMutableBufferPointer<UInt32>, within bound: (Int) -> Double
    ) {
        guard !index.settledZones.isEmpty else { return }
        for k in positions.indices { found[k] = settled(found[k], positions[k], bound(k)) }
    }

    private mutating func settled(
        _ label: UInt32, _ position: Coordinate, _ uncertainty: Double
    ) -> UInt32 {
        guard !index.settledZones.isEmpty, label != ZoneLabels.unusable else { return label }
        return isOpen(label)
            ? index.exactDiscLabel(position, within: uncertainty, &labels) : label
    }

    /// Looks at a label once, and remembers what it leaves open.
    private mutating func isOpen(_ label: UInt32) -> Bool {
        let number = Int(label)
        if number >= knownOpen.count {
            knownOpen += [Bool?](
                repeating: nil, count: max(labels.count, number + 1) - knownOpen.count)
        }
        if let known = knownOpen[number] { return known }
        let row = labels.row(label)
        let found = index.settledZones.contains { row.membership(inZone: $0) == .undeterminable }
        knownOpen[number] = found
        return found
    }

    /// The verdict that a label found here stands for.
    package func verdict(ofLabel label: UInt32) -> ZoneVerdict {
        ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
    }
}
