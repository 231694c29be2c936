import Geodesy
import Zones

extension Lookup {
    /// The labels of objects in footprints, or as far beyond them as bounds say, in their order.
    package mutating func label(of footprints: [Footprint], within bounds: [Distance]) -> [UInt32] {
        if footprints.isEmpty { return [] }
        return [UInt32](unsafeUninitializedCapacity: footprints.count) { found, count in
            label(of: footprints, within: bounds, into: found)
            count = footprints.count
        }
    }

    /// The labels of objects in footprints, or as far beyond them as bounds say, in their order.
    mutating func label(
        of footprints: [Footprint], within bounds: [Distance]?,
        into found: UnsafeMutableBufferPointer<UInt32>
    ) {
        let discs = footprints.map { $0.enclosingDisc(under: positionModel) }
        let radii = discs.indices.map { k in
            Distance.metres(discs[k].radius + (bounds?[k].metres ?? 0))
        }
        discs.map(\.centre).withUnsafeBufferPointer { positions in
            radii.withUnsafeBufferPointer {
                discLabels(positions, uncertainties: $0, into: found)
            }
        }
        search(
            footprints.lazy.enumerated().map { ($0, $1, bounds?[$0].metres ?? 0) }, found)
    }

    /// The labels of objects in footprints, of which those of the discs about them are known.
    mutating func search(
        _ footprints: some Sequence<(number: Int, footprint: Footprint, bound: Double)>,
        _ found: UnsafeMutableBufferPointer<UInt32>
    ) {
        for (number, footprint, bound) in footprints {
            if footprint.level != .bound {
                found[number] = label(found[number], byLevelOf: footprint, within: bound)
            } else if leavesOpen(found[number]) {
                found[number] = searched(
                    found[number], footprint.shape, within: bound, footprint.meaning)
            }
        }
    }

    /// The label of an object of which a model says how likely it is where, and that of the disc about all of
    /// it is known.
    private mutating func label(
        _ label: UInt32, byLevelOf footprint: Footprint, within bound: Double
    ) -> UInt32 {
        guard let positionModel, let shape = footprint.shape(under: positionModel) else {
            return ZoneLabels.unusable
        }
        guard label != ZoneLabels.unusable, leavesOpen(label) else { return label }
        let row = labels.row(label)
        let answer = index.model.answer(of: shape, within: bound, under: positionModel) {
            bits(of: $0, within: $1)
        }
        return labels.label(for: ZoneRow(answer, sides: row.sides))
    }

    /// How likely an object is in each zone of the model, by what is assumed of positions; `nil` where nothing
    /// is assumed of such a footprint.
    ///
    /// - Parameters:
    ///   - footprint: the region; of a report without one the circle of its bound.
    ///   - bound: how far beyond it the object may be, in metres.
    package mutating func probabilities(
        of footprint: Footprint, within bound: Double
    ) -> [ProbabilityRange]? {
        guard let positionModel, bound >= 0, bound.isFinite,
            let shape = footprint.shape(under: positionModel)
        else { return nil }
        return index.model.probabilities(of: shape, within: bound) {
            bits(of: $0, within: $1)
        }
    }

    private mutating func bits(of position: Coordinate, within radius: Double) -> ZoneBits {
        // Looking up may make labels.
        let label = discLabel(position, within: radius)
        return labels.row(label).zones
    }

    /// The labels of reports with bounds, of which those of whole discs are known: where these leave zones
    /// open, the discs are searched.
    package mutating func search(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ found: UnsafeMutableBufferPointer<UInt32>, within bounds: UnsafeBufferPointer<Distance>
    ) {
        for k in positions.indices where leavesOpen(found[k]) {
            found[k] = searched(found[k], positions[k], within: bounds[k].metres)
        }
    }

    /// The label of a report with a bound, of which that of the whole disc is known.
    mutating func searched(
        _ label: UInt32, _ position: Coordinate, within bound: Double
    ) -> UInt32 {
        guard Self.isSearched(bound), leavesOpen(label) else { return label }
        let disc = RoundShape(position, along: bound, across: bound, azimuth: 0)
        return searched(label, disc, within: 0, .somewhere)
    }

    /// Whether a disc of that radius in metres has more to it than its centre, and is no share of the globe.
    static func isSearched(_ bound: Double) -> Bool {
        bound > 0 && bound <= Footprint.greatestReach.metres
    }

    private mutating func searched(
        _ label: UInt32, _ shape: any TiledShape, within bound: Double,
        _ meaning: Footprint.Meaning
    ) -> UInt32 {
        guard label != ZoneLabels.unusable, leavesOpen(label) else { return label }
        let row = labels.row(label)
        let answer = FootprintSearch.answer(
            shape, within: bound, meaning, first: row.zones
        ) { bits(of: $0, within: $1) }
        return labels.label(for: ZoneRow(answer, sides: row.sides))
    }

    /// Looks at a label once, and remembers whether zones are undeterminable by it.
    private mutating func leavesOpen(_ label: UInt32) -> Bool {
        let number = Int(label)
        if number >= openLabels.count {
            openLabels += [Bool?](
                repeating: nil, count: max(labels.count, number + 1) - openLabels.count)
        }
        if let known = openLabels[number] { return known }
        let found = label != ZoneLabels.unusable && !labels.row(label).zones.isCertain
        openLabels[number] = found
        return found
    }
}
