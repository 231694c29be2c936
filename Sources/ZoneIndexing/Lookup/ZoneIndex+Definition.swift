import Geodesy
import Zones

extension ZoneIndex {
    /// The verdict on a disc as a whole by the definitions alone, source by source, with nothing looked up.
    package func exactVerdict(
        _ position: Coordinate, uncertainty: Distance = .zero
    ) -> ZoneVerdict {
        var labels = labels
        let label = exactDiscLabel(position, within: uncertainty.metres, &labels)
        return ZoneVerdict(row: labels.row(label), zoneCount: labels.zoneCount)
    }

    /// The verdict on a footprint by the definitions alone, with nothing looked up.
    package func exactVerdict(
        _ footprint: Footprint, uncertainty: Distance = .zero
    ) -> ZoneVerdict {
        var labels = labels
        let disc = footprint.shape.enclosingDisc
        let bound = uncertainty.metres
        let label = exactDiscLabel(disc.centre, within: disc.radius + bound, &labels)
        let row = labels.row(label)
        guard label != ZoneLabels.unusable else {
            return ZoneVerdict(row: row, zoneCount: labels.zoneCount)
        }
        let answer = FootprintSearch.answer(
            footprint.shape, within: bound, footprint.meaning, first: row.zones
        ) { position, radius in
            let label = exactDiscLabel(position, within: radius, &labels)
            return labels.row(label).zones
        }
        return ZoneVerdict(row: ZoneRow(answer, sides: row.sides), zoneCount: labels.zoneCount)
    }

    /// The verdict on a disc as a whole, which must be that of `exactVerdict`.
    package func discVerdict(_ position: Coordinate, uncertainty: Distance) -> ZoneVerdict {
        var lookup = Lookup(self)
        let label = lookup.discLabel(position, within: uncertainty.metres)
        return lookup.verdict(ofLabel: label)
    }

    /// The verdicts on discs as wholes, as many as positions and bounds.
    package func discVerdicts(
        _ positions: [Coordinate], uncertainties: [Distance]
    ) -> ZoneVerdicts {
        var lookup = Lookup(self)
        let found = [UInt32](unsafeUninitializedCapacity: positions.count) { buffer, count in
            positions.withUnsafeBufferPointer { positions in
                uncertainties.withUnsafeBufferPointer {
                    lookup.discLabels(positions, uncertainties: $0, into: buffer)
                }
            }
            count = positions.count
        }
        return ZoneVerdicts(labels: found, table: lookup.labels)
    }
}
