internal import CKernels
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
        footprints.withUnsafeBufferPointer { footprints in
            for first in stride(from: 0, to: footprints.count, by: Self.searchedTogether) {
                let some = first..<min(first + Self.searchedTogether, footprints.count)
                label(
                    of: UnsafeBufferPointer(rebasing: footprints[some]),
                    into: UnsafeMutableBufferPointer(rebasing: found[some])
                ) { bounds?[first + $0].metres ?? 0 }
            }
        }
    }

    /// The labels of some footprints: of the discs about them, then of those that leave zones open by what is in
    /// these.
    private mutating func label(
        of footprints: UnsafeBufferPointer<Footprint>,
        into found: UnsafeMutableBufferPointer<UInt32>, within bound: (Int) -> Double
    ) {
        var (places, radii) = ([Coordinate](), [Distance]())
        places.reserveCapacity(footprints.count)
        radii.reserveCapacity(footprints.count)
        for k in footprints.indices {
            let disc = footprints[k].enclosingDisc(under: positionModel)
            places.append(disc.centre)
            radii.append(.metres(disc.radius + bound(k)))
        }
        places.withUnsafeBufferPointer { places in
            radii.withUnsafeBufferPointer {
                discLabels(
                    places, uncertainties: $0, into: found,
                    marksAstride: footprints.contains { $0.isDisc })
            }
        }
        var (numbers, shapes) = ([Int](), [any TiledShape]())
        for k in footprints.indices {
            let isAstride = found[k] & DMZ_ASTRIDE != 0
            found[k] &= ~DMZ_ASTRIDE
            if footprints[k].level != .bound {
                found[k] = label(found[k], byLevelOf: footprints[k], within: bound(k))
            } else if leavesOpen(found[k]) {
                if isAstride, footprints[k].isDisc, footprints[k].meaning == .somewhere { continue }
                guard bound(k) == 0, footprints[k].meaning == .somewhere else {
                    found[k] = searched(
                        found[k], footprints[k].shape, within: bound(k), footprints[k].meaning)
                    continue
                }
                numbers.append(k)
                shapes.append(footprints[k].shape)
            }
        }
        let undecided = undecidedByCorners(
            numbers.map { found[$0] }, cornerCount: { shapes[$0].mostCorners },
            corner: { shapes[$0].corner($1) })
        for (k, seen) in undecided {
            found[numbers[k]] = searched(found[numbers[k]], shapes[k], seen: seen)
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

    /// So many reports are searched together.
    private static let searchedTogether = 8192

    /// The labels of reports with bounds, of which those of whole discs are known: where these leave zones
    /// open, the discs are searched.
    package mutating func search(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ found: UnsafeMutableBufferPointer<UInt32>, within bounds: UnsafeBufferPointer<Distance>
    ) {
        var (numbers, discs) = ([Int](), [RoundShape]())
        let most = min(Self.searchedTogether, positions.count)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most + 1) { room in
            for first in stride(from: 0, to: positions.count, by: Self.searchedTogether) {
                let end = min(first + Self.searchedTogether, positions.count)
                let some = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                numbers.removeAll(keepingCapacity: true)
                discs.removeAll(keepingCapacity: true)
                for number in room[..<labelWords.listOpen(some, into: room)] {
                    let k = first + Int(number)
                    if found[k] & DMZ_ASTRIDE != 0 {
                        // Places on both sides of a limit are known already.
                        found[k] &= ~DMZ_ASTRIDE
                        continue
                    }
                    guard leavesOpen(found[k]), Self.isSearched(bounds[k].metres) else { continue }
                    numbers.append(k)
                    discs.append(Self.disc(about: positions[k], bounds[k].metres))
                }
                let undecided = undecidedByCorners(
                    numbers.map { found[$0] }, cornerCount: { discs[$0].mostCorners },
                    corner: { discs[$0].corner($1) })
                for (k, seen) in undecided {
                    found[numbers[k]] = searched(found[numbers[k]], discs[k], seen: seen)
                }
            }
        }
    }

    /// The label of a report with a bound, of which that of the whole disc is known.
    mutating func searched(
        _ label: UInt32, _ position: Coordinate, within bound: Double
    ) -> UInt32 {
        guard Self.isSearched(bound), leavesOpen(label) else { return label }
        return searched(label, Self.disc(about: position, bound), within: 0, .somewhere)
    }

    static func disc(about position: Coordinate, _ radius: Double) -> RoundShape {
        RoundShape(position, along: radius, across: radius, azimuth: 0)
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

    /// The label of an object somewhere in a shape that leaves zones open, of which the corners were looked at.
    private mutating func searched(
        _ label: UInt32, _ shape: any TiledShape, seen: CornersSeen?
    ) -> UInt32 {
        guard let seen else { return searched(label, shape, within: 0, .somewhere) }
        let row = labels.row(label)
        let answer = FootprintSearch.answer(shape, first: row.zones, seen: seen) {
            bits(of: $0, within: $1)
        }
        return labels.label(for: ZoneRow(answer, sides: row.sides))
    }

    /// Whether zones are undeterminable by a label.
    private mutating func leavesOpen(_ label: UInt32) -> Bool {
        labelWords.isOpen(label, in: labels)
    }
}
