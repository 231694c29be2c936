import Geodesy

extension GlobeCut {
    /// A chain of vertices cut where it crosses the antimeridian.
    ///
    /// In the rings of areas an edge from -180 to 180 runs all the way along its parallel.
    static func chains(
        _ chain: [Coordinate], isRingOfArea: Bool = false
    ) -> [[Coordinate]] {
        guard let first = chain.first else { return [] }
        var pieces: [[Coordinate]] = [[first]]
        for (from, to) in zip(chain, chain.dropFirst()) {
            let span = to.longitude - from.longitude
            if span.magnitude > 180, !isRingOfArea || span.magnitude < 360 {
                let side = span < 0 ? 180.0 : -180
                let way = span < 0 ? span + 360 : span - 360
                let t = way == 0 ? 0 : (side - from.longitude) / way
                let latitude = from.latitude + t * (to.latitude - from.latitude)
                let cut = Coordinate(longitude: side, latitude: latitude)
                if from != cut { pieces[pieces.count - 1].append(cut) }
                pieces.append([Coordinate(longitude: -side, latitude: latitude)])
            }
            if pieces[pieces.count - 1].last != to { pieces[pieces.count - 1].append(to) }
        }
        return pieces.filter { $0.count > 1 }
    }
}
