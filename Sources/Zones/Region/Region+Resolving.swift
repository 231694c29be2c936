import Geodesy

extension Region {
    /// The tree with other names, and with nothing in it that is not known: the least that the region may be,
    /// or the greatest.
    ///
    /// - Parameters:
    ///   - line: what a line may be. Of several the region is measured from each: what is in it for all of them,
    ///     or for one. Of none nothing is certain.
    ///   - stretch: the same of stretches of a line.
    ///   - zone: the least, or the greatest, that another zone may be.
    /// - Returns: `nil` where a name has none.
    package func resolved<OtherLine: Hashable & Sendable, OtherZone: Hashable & Sendable>(
        _ extent: KnownExtent, line: (LineName) -> [LineForms<OtherLine>]?,
        stretch: (LineName, [LineStretch]) -> [StretchForms<OtherLine>]? = { _, _ in nil },
        zone: (ZoneName, KnownExtent) -> OtherZone?
    ) -> Region<OtherLine, OtherZone>? {
        typealias Other = Region<OtherLine, OtherZone>
        func all(_ regions: [Region]) -> [Other]? {
            let resolved = regions.compactMap {
                $0.resolved(extent, line: line, stretch: stretch, zone: zone)
            }
            return resolved.count == regions.count ? resolved : nil
        }
        switch self {
        case .beside(let course, let left, let right, let ends):
            let bands = [left, right].map { $0?.resolved(extent) }
            guard bands.contains(where: { $0 != nil }) || (left == nil && right == nil) else {
                return .nowhere
            }
            switch course {
            case .line(let name):
                return line(name).map { lines in
                    .oneOf(
                        lines.map {
                            .beside($0, left: bands[0], right: bands[1], ends: ends)
                        }, extent)
                }
            case .route(let route, let accuracy):
                return .beside(
                    .route(route, accuracy: accuracy), left: bands[0], right: bands[1], ends: ends)
            }
        case .stretches(let name, let stretches, let ends, let meeting):
            var parts: [Other] = []
            guard let all = stretch(name, stretches) else { return nil }
            if ends == .round, meeting == .nearest {
                let bands = [
                    stretches.least(\.left, extent), stretches.least(\.right, extent),
                ]
                // So far it does not matter which stretch is the nearest.
                if bands.contains(where: { $0 != nil }), all.allSatisfy({ $0.rest == nil }) {
                    parts.append(
                        .oneOf(
                            all.map {
                                .beside($0.line, left: bands[0], right: bands[1], ends: ends)
                            }, extent))
                }
            }
            for group in stretches.groups(meeting) {
                let bands = [group[0].left, group[0].right].map { $0?.resolved(extent) }
                guard let forms = stretch(name, group) else { return nil }
                guard bands.contains(where: { $0 != nil }) else { continue }
                parts.append(
                    .oneOf(
                        forms.map {
                            .within(
                                $0, left: bands[0], right: bands[1], ends: ends, meeting: meeting)
                        }, extent))
            }
            return .union(parts)
        case .nearer(let near, let far):
            guard let nears = line(near), let fars = line(far) else { return nil }
            return .oneOf(
                nears.flatMap { a in fars.map { .nearer(a.whole, than: $0.whole) } }, extent)
        case .around(let centre, let band, let accuracy):
            return band.resolved(extent).map { .around(centre, $0, accuracy: accuracy) } ?? .nowhere
        case .inside(let area): return .inside(area)
        case .outward(let area, let band):
            return band.resolved(extent).map { .outward(area, $0) } ?? .nowhere
        case .between(let first, let second, let half):
            guard let firsts = line(first), let seconds = line(second) else { return nil }
            return .oneOf(
                firsts.flatMap { a in
                    seconds.map { b in
                        .between(
                            a.whole, b.whole, half: half.map { $0 == first ? a.whole : b.whole })
                    }
                }, extent)
        case .union(let regions): return all(regions).map { .union($0) }
        case .intersection(let regions): return all(regions).map { .intersection($0) }
        case .difference(let region, let other):
            guard let region = region.resolved(extent, line: line, stretch: stretch, zone: zone),
                let other = other.resolved(
                    extent.opposite, line: line, stretch: stretch, zone: zone)
            else { return nil }
            return .difference(region, other)
        case .zone(let name): return zone(name, extent).map { .zone($0) }
        }
    }

    /// No place.
    package static var nowhere: Region { .union([]) }

    /// All places.
    package static var everywhere: Region { .intersection([]) }

    /// What is in all of several regions, of which nobody knows which is meant, or in any of them.
    ///
    /// Of none nothing is certain.
    package static func oneOf(_ regions: [Region], _ extent: KnownExtent) -> Region {
        switch (regions.count, extent) {
        case (0, .least): nowhere
        case (0, .greatest): everywhere
        case (1, _): regions[0]
        case (_, .least): .intersection(regions)
        case (_, .greatest): .union(regions)
        }
    }
}

extension [LineStretch] {
    /// The least of the distances to one side; `nil` where a stretch has none there, or a nearer limit.
    fileprivate func least(
        _ side: KeyPath<LineStretch, DistanceBand?>, _ extent: KnownExtent
    ) -> DistanceBand? {
        let bands = compactMap { $0[keyPath: side]?.resolved(extent) }
        guard bands.count == count, bands.allSatisfy({ $0.from == nil }) else { return nil }
        return bands.map(\.to).min().map { .upTo($0) }
    }
}
