import Geodesy

/// Walks over the tree.
extension Region {
    /// The parts that the region is put together from directly; none of a region that measures.
    package var parts: [Region] {
        switch self {
        case .beside, .stretches, .nearer, .around, .inside, .outward, .between, .zone: []
        case .union(let regions), .intersection(let regions): regions
        case .difference(let region, let other): [region, other]
        }
    }

    /// All regions in the tree that measure or name something, in the order in which they are written.
    package var leaves: [Region] {
        let parts = parts
        if !parts.isEmpty { return parts.flatMap(\.leaves) }
        switch self {
        case .union, .intersection, .difference: return []
        case .beside, .stretches, .nearer, .around, .inside, .outward, .between, .zone:
            return [self]
        }
    }

    /// The same tree with other leaves.
    package func replacingLeaves<Failure: Error>(
        _ replace: (Region) throws(Failure) -> Region
    ) throws(Failure) -> Region {
        func all(_ regions: [Region]) throws(Failure) -> [Region] {
            var replaced: [Region] = []
            for region in regions { replaced.append(try region.replacingLeaves(replace)) }
            return replaced
        }
        switch self {
        case .beside, .stretches, .nearer, .around, .inside, .outward, .between, .zone:
            return try replace(self)
        case .union(let regions): return .union(try all(regions))
        case .intersection(let regions): return .intersection(try all(regions))
        case .difference(let region, let other):
            return .difference(
                try region.replacingLeaves(replace), try other.replacingLeaves(replace))
        }
    }

    /// The same region as given: areas, routes and points without accuracies.
    package var asGiven: Region {
        replacingLeaves { leaf in
            switch leaf {
            case .beside(.route(let route, _), let left, let right, let ends):
                .beside(.route(route, accuracy: .zero), left: left, right: right, ends: ends)
            case .around(let centre, let band, _): .around(centre, band)
            case .inside(let area): .area(area.geometry, edges: area.edges)
            case .outward(let area, let band):
                .outward(Area(area.geometry, edges: area.edges), band)
            default: leaf
            }
        }
    }

    /// The names of the lines that the region is measured from, each once.
    public var lines: [LineName] {
        Self.unique(
            leaves.flatMap { leaf -> [LineName] in
                switch leaf {
                case .beside(.line(let line), _, _, _): [line]
                case .stretches(let line, _, _, _): [line]
                case .between(let first, let second, _), .nearer(let first, let second):
                    [first, second]
                default: []
                }
            })
    }

    /// The names of the zones that the region is put together from, each once.
    public var zones: [ZoneName] {
        Self.unique(leaves.compactMap { if case .zone(let zone) = $0 { zone } else { nil } })
    }

    private static func unique<Name: Hashable>(_ names: [Name]) -> [Name] {
        var seen: Set<Name> = []
        return names.filter { seen.insert($0).inserted }
    }

}
