extension Region {
    /// The distances of a leaf.
    package var bands: [DistanceBand] {
        switch self {
        case .beside(_, let left, let right, _): [left, right].compactMap { $0 }
        case .stretches(_, let stretches, _, _):
            stretches.flatMap { [$0.left, $0.right] }.compactMap { $0 }
        case .around(_, let band, _), .outward(_, let band): [band]
        case .nearer, .inside, .between, .union, .intersection, .difference, .zone: []
        }
    }
}
