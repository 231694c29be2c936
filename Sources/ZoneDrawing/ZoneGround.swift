import Geodesy
import PlanarGeometry
import Zones

/// What a zone's border may be made of: of each source that it is measured from the distances at which
/// its conditions change, and whether sides and ends matter.
struct ZoneGround {
    /// A source with what conditions ask of it.
    struct Part {
        let source: Source
        /// Metres, above zero, ascending.
        var levels: Set<Double> = []
        /// Whether what lies at distance 0 matters: an area's border.
        var hasZero = false
        /// Whether the line itself and the borders of its sides matter.
        var isSided = false
        var hasFlatEnds = false
        /// The curve between the halves of the area between two lines, by whose half has what is on it.
        var medians: [MedianBorders] = []
        /// The curves between what is nearer to a stretch of a line and what is nearer to the rest of it.
        var meetings: [MeetingBorders] = []
        /// How far what is measured from may be from where it is given, in metres; 0 where a zone is drawn as
        /// given.
        var accuracy: Double { source.accuracy }
        /// Whether the line encloses an area, so that its sides change on the line only.
        var isBorder: Bool {
            if case .line(let line) = source { line.enclosed != nil } else { false }
        }
    }

    private(set) var parts: [Part] = []
    /// Whether the zone is one condition that rings at its distances bound, whatever the side.
    let isPlain: Bool

    /// Metres between the closest two distances from one source at which conditions change.
    var leastWidth: Double {
        parts.flatMap { part in
            let levels = [0] + part.levels.sorted()
            return zip(levels, levels.dropFirst()).map { $1 - $0 }
        }.min() ?? .infinity
    }

    /// The ground of a zone of a model; with `sided` also of its halves along a line.
    init(_ model: ZoneModel, zone: Int, halvedAlong line: Int? = nil) {
        let conditions = model.conditions(ofZone: zone)
        var places: [Int: Int] = [:]
        for number in conditions {
            let source = model.sourceOfCondition[number]
            if places[source] == nil {
                places[source] = parts.count
                parts.append(Part(source: model.sources[source]))
            }
            parts[places[source] ?? 0].add(model.conditions[number])
            if case .nearer(let toFirst) = model.conditions[number],
                case .pair(let first, let second, let border) = model.sources[source]
            {
                guard let border, case .line(let border) = model.sources[border] else {
                    parts[places[source] ?? 0].meetings.append(
                        toFirst
                            ? MeetingBorders(model.line(first), model.line(second), isClosed: true)
                            : MeetingBorders(
                                model.line(second), model.line(first), isClosed: true))
                    continue
                }
                parts[places[source] ?? 0].medians.append(
                    contentsOf: MedianBorders.all(
                        model.line(first), model.line(second), border: border,
                        isClosedToFirst: toFirst))
            }
        }
        if let line, let place = places[line] { parts[place].isSided = true }
        let only = conditions.count == 1 ? parts.first : nil
        isPlain = model.isOneCondition(zone) && only?.isPlain == true
    }
}

extension ZoneGround.Part {
    fileprivate mutating func add(_ condition: Condition) {
        func add(_ band: DistanceBand?) {
            for limit in [band?.from, band?.to].compactMap({ $0?.metres })
            where limit > 0 && limit.isFinite {
                levels.insert(limit)
            }
        }
        switch condition {
        case .line(let left, let right, let ends):
            add(left)
            add(right)
            if left != right { isSided = true }
            if ends == .flat { hasFlatEnds = true }
        case .point(let band): add(band)
        case .inside: hasZero = true
        case .outward(let band):
            add(band)
            if band.from != nil { hasZero = true }
        // Of it `medians` and `meetings` tell.
        case .nearer: break
        }
    }

    /// Whether rings at the levels bound the zone by themselves.
    fileprivate var isPlain: Bool { !isSided && !hasFlatEnds && !hasZero && accuracy == 0 }

    /// The distances in metres at which answers may change, ascending and negative inside an area: where
    /// conditions change and, where the source is not known exactly, its accuracy before and behind.
    private var limits: [Double] {
        let levels = levels.sorted()
        guard accuracy > 0 else { return levels }
        let own = (isSided || hasZero ? [0] : []) + levels
        let isArea = if case .area = source { true } else { false }
        let limits = Set(own.flatMap { [$0 - accuracy, $0 + accuracy] })
        return limits.filter { isArea ? $0.magnitude > coincidence : $0 > coincidence }.sorted()
    }

    /// The line or border that the levels are measured from; `nil` for a point and a border of none.
    private var locator: LineLocator? {
        switch source {
        case .line(let line): line.locator
        case .point, .pair: nil
        case .area(let area): area.border
        }
    }

    /// Rings at the levels, inside on the left, the nearer of two limits the other way round.
    func rings(_ limit: LimitDrawing) throws(DrawingError) -> [[Coordinate]] {
        let farthest = limits.last ?? 0
        if case .point(let point) = source {
            return limits.map {
                let ring = limit.ring(around: point.centre, at: .metres($0))
                return $0 < farthest ? ring.reversed() : ring
            }
        }
        guard let locator else { return [] }
        var rings: [[Coordinate]] = []
        for level in limits {
            var drawn = try limit.rings(around: locator, at: .metres(level.magnitude))
            // Of an area's border only what lies outside it, or inside.
            if case .area(let area) = source {
                drawn.removeAll { area.contains($0[0]) != (level < 0) }
            }
            rings += level < farthest ? drawn.map { Array($0.reversed()) } : drawn
        }
        return rings
    }

    /// The farthest distance in metres at which answers may change.
    var reach: Double { limits.last ?? 0 }

    /// All curves that may be border, cut at the antimeridian.
    ///
    /// - Parameters:
    ///   - others: of other parts the rings.
    ///   - farthest: the farthest of all parts' distances.
    func curves(
        _ limit: LimitDrawing, among others: [[Coordinate]], within farthest: Double
    ) throws(DrawingError) -> [[Coordinate]] {
        let rings = try rings(limit)
        var curves = rings.flatMap { GlobeCut.chains(PlanarRing.closed($0)) }
        let reach = limits.last ?? 0
        if case .area(let area) = source, hasZero {
            curves += area.area.polygons.joined().flatMap {
                GlobeCut.chains($0, isRingOfArea: true)
            }
        }
        curves += medians.flatMap {
            $0.chains(tolerance: limit.tolerance).flatMap { GlobeCut.chains($0) }
        }
        curves += meetings.flatMap {
            $0.chains(
                limits: others, reach: farthest, tolerance: limit.tolerance, missed: limit.missed
            ).flatMap { GlobeCut.chains($0) }
        }
        guard case .line(let line) = source else { return curves }
        if isSided {
            curves += LineChains.chains(line.locator, tolerance: limit.tolerance)
                .flatMap { GlobeCut.chains($0) }
        }
        if isSided && !isBorder || hasFlatEnds {
            let borders = LineBorders(
                locator: line.locator, accuracy: accuracy, isSided: isSided && !isBorder,
                hasFlatEnds: hasFlatEnds,
                reach: reach, tolerance: limit.tolerance, missed: limit.missed)
            curves += borders.chains(limits: rings).flatMap { GlobeCut.chains($0) }
        }
        return curves
    }

    /// The same for the audit.
    var term: LimitTerms.Term? {
        if case .point(let point) = source { return .circles(point.centre, limits) }
        if let meeting = meetings.first {
            return .median(meeting.stretch, meeting.rest, meeting.differences)
        }
        if let median = medians.first {
            return .median(median.first, median.second, medians.map(\.difference))
        }
        let levels = (isSided || hasZero ? [0] : []) + limits.map(\.magnitude)
        return locator.map { .levels($0, levels) }
    }

    /// Places on the limits or inside, which know nothing of what was drawn.
    var seeds: [Coordinate] {
        if case .point(let point) = source {
            return stride(from: -180.0, to: 180, by: 5).flatMap { azimuth in
                limits.map {
                    Geodesic.direct(
                        from: point.centre, azimuth: Azimuth(degrees: azimuth),
                        distance: .metres($0)
                    ).position
                }
            }
        }
        guard let locator else { return [] }
        var random = AuditRandom()
        let courses = locator.courses
        return (0..<500).flatMap { _ in
            let (place, azimuth) = courses[random.index(courses.count)].evaluate(at: random.unit())
            let turn = random.unit() * 360
            return ([0] + limits.map(\.magnitude)).map {
                Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: azimuth + turn), distance: .metres($0)
                ).position
            }
        }
    }
}
