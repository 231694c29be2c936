import Geodesy

extension FaceMap {
    /// A position inside a face, well away from its border where there is room: of the middles of its widest
    /// stretches along some parallels the one that is farthest from the border, in degrees.
    ///
    /// A line's edge as drawn may lie a little beside the line, so that positions very near to it show the
    /// wrong side.
    ///
    /// - Returns: `nil` for a face of no height.
    static func placeInside(_ face: [[Coordinate]]) -> Coordinate? {
        let edges = face.flatMap { zip($0, $0.dropFirst()) }
        let latitudes = face.first?.map(\.latitude) ?? []
        guard let south = latitudes.min(), let north = latitudes.max() else { return nil }
        let count = 13
        var best: (place: Coordinate, clearance: Double)?
        for k in 0..<count {
            let latitude = south + (north - south) * (Double(k) + 0.47) / Double(count)
            let middle = middleOfWidest(at: latitude, edges)
            guard let place = middle.map({ Coordinate(longitude: $0, latitude: latitude) }) else {
                continue
            }
            let clearance = edges.map { squaredDistance(from: place, to: $0) }.min() ?? 0
            if clearance > best?.clearance ?? 0 { best = (place, clearance) }
        }
        return best?.place
    }

    /// The longitude in the middle of the widest stretch of a face along a parallel.
    private static func middleOfWidest(
        at latitude: Double, _ edges: [(Coordinate, Coordinate)]
    ) -> Double? {
        let crossings = edges.compactMap { from, to -> Double? in
            guard (from.latitude > latitude) != (to.latitude > latitude) else { return nil }
            let share = (latitude - from.latitude) / (to.latitude - from.latitude)
            return from.longitude + share * (to.longitude - from.longitude)
        }.sorted()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map {
            (from: crossings[$0], to: crossings[$0 + 1])
        }
        return stretches.max { $0.to - $0.from < $1.to - $1.from }
            .map { 0.5 * ($0.from + $0.to) }
    }

    private static func squaredDistance(
        from place: Coordinate, to edge: (Coordinate, Coordinate)
    ) -> Double {
        let from = SIMD2(edge.0.longitude, edge.0.latitude)
        let way = SIMD2(edge.1.longitude, edge.1.latitude) - from
        let off = SIMD2(place.longitude, place.latitude) - from
        let length = (way * way).sum()
        let t = length > 0 ? max(0, min(1, (way * off).sum() / length)) : 0
        let rest = off - t * way
        return (rest * rest).sum()
    }
}
