import Geodesy

extension Lookup {
    /// Finds labels and nearest places of reports with bounds in metres, in their order.
    ///
    /// Distances are exact where the fast distance's error could change the third decimal of their
    /// metres. Unusable reports have no place, nor has any when no line's side is told.
    package mutating func look(
        at positions: UnsafeBufferPointer<Coordinate>, within bounds: UnsafeBufferPointer<Double>,
        labels found: UnsafeMutableBufferPointer<UInt32>,
        places: UnsafeMutableBufferPointer<LinePlace?>
    ) {
        guard let grid = index.grid, let sole, index.toldLines.count == 1,
            index.toldLines[0].number == sole.source
        else {
            for i in positions.indices {
                let isUsable = isUsable(positions[i], bounds[i])
                found[i] = label(positions[i], uncertainty: bounds[i])
                places[i] =
                    isUsable ? index.nearest(to: positions[i], sureToMillimetres: true) : nil
            }
            return
        }
        let line = index.toldLines[0]
        withUnsafeTemporaryAllocation(of: QuickFoot?.self, capacity: Self.run) { feet in
            feet.initialize(repeating: nil)
            for first in stride(from: 0, to: positions.count, by: Self.run) {
                let end = min(first + Self.run, positions.count)
                // The same nearest places serve labels and distances.
                line.quick.feet(
                    of: UnsafeBufferPointer(rebasing: positions[first..<end]), into: feet)
                for i in first..<end {
                    let (position, bound) = (positions[i], bounds[i])
                    guard isUsable(position, bound) else {
                        (found[i], places[i]) = (ZoneLabels.unusable, nil)
                        continue
                    }
                    let known = FoundFoot(source: sole.source, foot: feet[i - first])
                    found[i] =
                        bound > 0
                        ? label(position, within: bound, grid, known)
                        : label(position, grid, known)
                    places[i] = ZoneIndex.place(
                        position, known.foot, line, sureToMillimetres: true)
                }
            }
        }
    }

    private func isUsable(_ position: Coordinate, _ bound: Double) -> Bool {
        position.isValid && bound >= 0 && bound.isFinite
    }
}
