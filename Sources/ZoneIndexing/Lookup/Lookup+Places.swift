import Geodesy

extension Lookup {
    /// Nearest places are found for so many reports together.
    private static let placesTogether = 256

    /// Finds labels of the discs of reports with bounds, and nearest places, in their order.
    ///
    /// Labels are what the definitions say of the discs as a whole, some marked as astride; `search` goes on where
    /// these leave zones open, and takes the marks away.
    ///
    /// Distances are exact where the fast distance's error could change the third decimal of their
    /// metres. Positions off the globe have no place, nor has any when no line's side is told; a bound that
    /// cannot be used leaves the place as it is.
    package mutating func look(
        at positions: UnsafeBufferPointer<Coordinate>,
        within bounds: UnsafeBufferPointer<Distance>,
        labels found: UnsafeMutableBufferPointer<UInt32>,
        places: UnsafeMutableBufferPointer<LinePlace?>
    ) {
        guard let grid = index.grid else {
            for i in positions.indices {
                found[i] = discLabel(positions[i], within: bounds[i].metres)
                places.initializeElement(
                    at: i,
                    to: positions[i].isValid
                        ? index.nearest(to: positions[i], sureToMillimetres: true) : nil)
            }
            return
        }
        for first in stride(from: 0, to: positions.count, by: Self.placesTogether) {
            let some = first..<min(first + Self.placesTogether, positions.count)
            UnsafeBufferPointer(rebasing: bounds[some]).withMemoryRebound(to: Double.self) {
                look(
                    at: UnsafeBufferPointer(rebasing: positions[some]), within: $0, grid,
                    labels: UnsafeMutableBufferPointer(rebasing: found[some]),
                    places: UnsafeMutableBufferPointer(rebasing: places[some]))
            }
        }
    }

    /// The same of some reports: labels by cells where these tell them, else by the nearest places that
    /// are found for the distances anyway.
    private mutating func look(
        at positions: UnsafeBufferPointer<Coordinate>, within bounds: UnsafeBufferPointer<Double>,
        _ grid: VerdictGrid, labels found: UnsafeMutableBufferPointer<UInt32>,
        places: UnsafeMutableBufferPointer<LinePlace?>
    ) {
        let count = positions.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 1) { pending in
            guard let metres = bounds.baseAddress, let to = found.baseAddress,
                let room = pending.baseAddress
            else { return }
            let left = grid.label(positions, within: metres, into: to, pending: room)
            // Most agreements have one line, which need not be looked for at every position.
            let lone = index.toldLines.count == 1 ? index.toldLines.first : nil
            for number in pending[..<left] { found[Int(number)] = ZoneLabels.none }
            withFeet(of: positions, within: bounds, forNearest: true) { lookup, k, feet in
                let (position, bound) = (positions[k], bounds[k])
                let isUsable = Self.isUsable(position, bound)
                if !isUsable {
                    found[k] = ZoneLabels.unusable
                } else if found[k] == ZoneLabels.none {
                    found[k] = lookup.labelInOpenCell(position, within: bound, grid, feet)
                }
                guard isUsable else {
                    return places.initializeElement(
                        at: k,
                        to: position.isValid
                            ? lookup.index.nearest(to: position, sureToMillimetres: true) : nil)
                }
                if let lone, let foot = feet.foot(onSource: Int(lone.number)) {
                    places.initializeElement(
                        at: k,
                        to: ZoneIndex.place(position, foot, lone, sureToMillimetres: true))
                } else {
                    places.initializeElement(
                        at: k,
                        to: lookup.index.nearest(to: position, sureToMillimetres: true, feet))
                }
            }
            if !index.settledZones.isEmpty { Self.unmark(found) }
            settle(positions, found) { bounds[$0] }
        }
    }

    private static func isUsable(_ position: Coordinate, _ bound: Double) -> Bool {
        position.isValid && bound >= 0 && bound.isFinite
    }
}
