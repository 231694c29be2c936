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
        guard let grid = index.grid else {
            for i in positions.indices {
                let isUsable = Self.isUsable(positions[i], bounds[i])
                found[i] = label(positions[i], uncertainty: bounds[i])
                places[i] =
                    isUsable ? index.nearest(to: positions[i], sureToMillimetres: true) : nil
            }
            return
        }
        for first in stride(from: 0, to: positions.count, by: Self.placesTogether) {
            let some = first..<min(first + Self.placesTogether, positions.count)
            // The same nearest places serve labels and distances.
            withFeet(
                of: UnsafeBufferPointer(rebasing: positions[some]),
                within: UnsafeBufferPointer(rebasing: bounds[some])
            ) { lookup, k, feet in
                let i = first + k
                let (position, bound) = (positions[i], bounds[i])
                guard Self.isUsable(position, bound) else {
                    (found[i], places[i]) = (ZoneLabels.unusable, nil)
                    return
                }
                found[i] =
                    bound > 0
                    ? lookup.label(position, within: bound, grid, feet)
                    : lookup.label(position, grid, feet)
                places[i] = lookup.index.nearest(
                    to: position, sureToMillimetres: true, feet)
            }
        }
    }

    /// Nearest places are found for so many reports together.
    private static let placesTogether = 256

    private static func isUsable(_ position: Coordinate, _ bound: Double) -> Bool {
        position.isValid && bound >= 0 && bound.isFinite
    }
}
