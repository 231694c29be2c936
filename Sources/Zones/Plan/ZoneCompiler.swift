import Geodesy

/// Takes regions apart into conditions on sources, and finds sources that are the same.
struct ZoneCompiler {
    private(set) var sources: [Source] = []
    private(set) var conditions: [Condition] = []
    private(set) var sourceOfCondition: [Int] = []
    private(set) var zones: [Formula] = []
    private(set) var sourcesOfZones: [[Int]] = []

    private let lines: [ZonePlan.Line]
    private var lineCount: Int { lines.count }
    private var areas: [ZoneArea: Int] = [:]
    private var points: [PointSource: Int] = [:]
    private var routes: [Course<LineNumber>: Int] = [:]
    /// The chains of lines that have several with open ends.
    private var chains: [Int: [Int]] = [:]
    /// The sources of borders between two lines, and those of the lines' differences; by the lines'
    /// numbers in ascending order.
    private var borders: [[Int]: Int] = [:]
    private var pairs: [[Int]: Int] = [:]
    private var known: [Key: Int] = [:]
    /// Whether zones beside lines may go on without end.
    private let allowsEndless: Bool
    /// The zone being added.
    private var zone = 0

    private struct Key: Hashable {
        let source: Int
        let condition: Condition
    }

    init(_ lines: [ZonePlan.Line], allowsEndless: Bool) throws(ZonePlanError) {
        self.lines = lines
        self.allowsEndless = allowsEndless
        for (number, line) in lines.enumerated() {
            guard line.accuracy.isLength else {
                throw ZonePlanError(
                    .distanceOutOfRange,
                    "the accuracy of line \(number) is \(line.accuracy); it is a finite length not "
                        + "below zero")
            }
            if case .within(let gap) = line.geometry.joins, !gap.isLength {
                throw ZonePlanError(
                    .distanceOutOfRange,
                    "line \(number) bridges gaps up to \(gap); that is a finite length not below zero"
                )
            }
            sources.append(
                .line(
                    LineSource(
                        locator: LineLocator(line.geometry, accuracy: line.accuracy),
                        accuracy: line.accuracy.metres,
                        number: line.tellsSide ? number : nil, isForNearest: line.isForNearest)))
        }
    }

    mutating func add(_ region: Region<LineNumber, ZoneNumber>, number: Int) throws(ZonePlanError) {
        zone = number
        let formula = try formula(region)
        zones.append(formula)
        var (own, others) = (Set<Int>(), Set<Int>())
        formula.collect(conditions: &own, zones: &others)
        var all = Set(own.map { sourceOfCondition[$0] })
        for other in others { all.formUnion(sourcesOfZones[other]) }
        sourcesOfZones.append(all.sorted())
    }

    private mutating func formula(_ region: Region<LineNumber, ZoneNumber>) throws(ZonePlanError)
        -> Formula
    {
        switch region {
        case .beside(let course, let left, let right, let ends):
            for band in [left, right].compactMap({ $0 }) {
                let isEndless = allowsEndless && band.to.metres == .infinity
                if isEndless {
                    try checkKnown(band, "a width")
                    if let from = band.from { try check(from, "a width") }
                } else {
                    try check(band, "a width")
                }
            }
            let source = try self.source(of: course)
            return switch ends {
            case .flat: flat(source, left: left, right: right)
            case .flatWhereNearest:
                condition(source, .line(left: left, right: right, ends: .flat))
            case .round: condition(source, .line(left: left, right: right, ends: .round))
            }
        case .stretches:
            throw ZonePlanError(
                .unknownLine, zone: zone,
                "stretches of a line are for agreements, whose lines have markers; a plan has a line for each"
            )
        case .nearer(let near, let far):
            let own = [try source(of: .line(near)), try source(of: .line(far))].sorted()
            guard own[0] != own[1] else { return .all([]) }
            let pair = try pair(own, border: nil)
            return condition(pair, .nearer(toFirst: near.rawValue == own[0]))
        case .around(let centre, let band, let accuracy):
            try check(band, "a radius")
            try check(accuracy, "an accuracy")
            guard centre.isValid else {
                throw ZonePlanError(
                    .notOnGlobe, zone: zone, "the centre \(centre) is not on the globe")
            }
            let point = PointSource(centre: centre, accuracy: accuracy.metres)
            return condition(source(of: point), .point(band))
        case .inside(let area):
            let source = try self.source(of: area)
            // A closed line has all of the area on its left, and itself on both sides.
            return area.edges == .planar
                ? condition(source, .inside)
                : condition(source, .line(left: .everything, right: nil, ends: .round))
        case .outward(let area, let band):
            try check(band, "a distance")
            let source = try self.source(of: area)
            if area.edges == .planar { return condition(source, .outward(band)) }
            let isWith = band.from == nil
            let outer = band.from.map { DistanceBand.between($0, band.to) } ?? band
            return condition(
                source, .line(left: isWith ? .everything : nil, right: outer, ends: .round))
        case .between(let first, let second, let half):
            return try between(first, second, half: half)
        case .union(let regions): return .any(try formulas(regions))
        case .intersection(let regions): return .all(try formulas(regions))
        case .difference(let region, let other):
            return .all([try formula(region), .not(try formula(other))])
        case .zone(let other):
            guard (0..<zone).contains(other.rawValue) else {
                throw ZonePlanError(
                    .unknownZone, zone: zone,
                    "it is made of zone \(other), which does not come before it")
            }
            return .zone(other.rawValue)
        }
    }

    private mutating func formulas(_ regions: [Region<LineNumber, ZoneNumber>])
        throws(ZonePlanError) -> [Formula]
    {
        var formulas: [Formula] = []
        for region in regions { formulas.append(try formula(region)) }
        return formulas
    }

    /// A zone that ends flat.
    ///
    /// It is what is within its distances, where a part of the line that reaches so
    /// far is not left behind by its end. Parts that join are one.
    private mutating func flat(
        _ source: Int, left: DistanceBand?, right: DistanceBand?
    ) -> Formula {
        let chains = chains(of: source)
        guard chains.count > 1 else {
            return condition(source, .line(left: left, right: right, ends: .flat))
        }
        var sides: [Formula] = []
        for (band, own) in [(left, (left, DistanceBand?.none)), (right, (nil, right))] {
            guard let band else { continue }
            // On both sides alike, one condition does.
            let isBoth = left == right
            let whole = condition(
                source,
                .line(
                    left: isBoth ? left : own.0, right: isBoth ? right : own.1, ends: .round))
            let reached = chains.map { chain in
                let near = DistanceBand.upTo(band.to)
                return condition(chain, .line(left: near, right: near, ends: .flat))
            }
            sides.append(.all([whole, .any(reached)]))
            if isBoth { break }
        }
        return .any(sides)
    }

    /// A source for each chain of parts that join, when a line has several.
    private mutating func chains(of source: Int) -> [Int] {
        if let known = chains[source] { return known }
        guard case .line(let line) = sources[source] else { return [source] }
        let locators = line.locator.chains
        guard locators.count > 1 else {
            chains[source] = [source]
            return [source]
        }
        let numbers = locators.map { locator in
            sources.append(
                .line(
                    LineSource(
                        locator: locator, accuracy: line.accuracy, number: nil, isForNearest: false)
                ))
            return sources.count - 1
        }
        chains[source] = numbers
        return numbers
    }

    /// The area between two lines, or the half of it that is nearer to one.
    private mutating func between(
        _ first: LineNumber, _ second: LineNumber, half: LineNumber?
    ) throws(ZonePlanError) -> Formula {
        let own = [try source(of: .line(first)), try source(of: .line(second))].sorted()
        guard own[0] != own[1], half.map({ own.contains($0.rawValue) }) != false else {
            throw ZonePlanError(
                .noAreaBetween, zone: zone,
                "it lies between two lines, and its half is one of these")
        }
        let border = try border(own)
        let area = condition(border, .line(left: .everything, right: nil, ends: .round))
        guard let half else { return area }
        let pair = try pair(own, border: border)
        return .all([area, condition(pair, .nearer(toFirst: half.rawValue == own[0]))])
    }

    /// The source that the difference of two lines' distances is.
    private mutating func pair(_ own: [Int], border: Int?) throws(ZonePlanError) -> Int {
        let key = own + (border.map { [$0] } ?? [])
        if let known = pairs[key] { return known }
        sources.append(.pair(first: own[0], second: own[1], border: border))
        pairs[key] = sources.count - 1
        return sources.count - 1
    }

    /// The source that the border between two lines is.
    private mutating func border(_ own: [Int]) throws(ZonePlanError) -> Int {
        if let known = borders[own] { return known }
        let (first, second) = (lines[own[0]], lines[own[1]])
        let accuracy = max(first.accuracy, second.accuracy)
        do throws(AreaBetweenError) {
            let area = try AreaBetween(first.geometry, second.geometry, accuracy: accuracy)
            add(area.border, accuracy, enclosed: area.reach)
            borders[own] = sources.count - 1
            return sources.count - 1
        } catch {
            throw ZonePlanError(.noAreaBetween, zone: zone, "\(error)")
        }
    }

    private mutating func condition(_ source: Int, _ condition: Condition) -> Formula {
        let key = Key(source: source, condition: condition)
        if let number = known[key] { return .condition(number) }
        conditions.append(condition)
        sourceOfCondition.append(source)
        known[key] = conditions.count - 1
        return .condition(conditions.count - 1)
    }

    private mutating func source(of course: Course<LineNumber>) throws(ZonePlanError) -> Int {
        switch course {
        case .line(let line):
            guard (0..<lineCount).contains(line.rawValue) else {
                throw ZonePlanError(
                    .unknownLine, zone: zone,
                    "it is measured from line \(line), and the plan has \(lineCount)")
            }
            return line.rawValue
        case .route(let route, let accuracy):
            if let known = routes[course] { return known }
            try check(accuracy, "an accuracy")
            add(LineLocator(route, accuracy: accuracy), accuracy)
            routes[course] = sources.count - 1
            return sources.count - 1
        }
    }

    private mutating func source(of area: ZoneArea) throws(ZonePlanError) -> Int {
        if let known = areas[area] { return known }
        try check(area.accuracy, "an accuracy")
        if area.edges == .planar {
            if let fault = area.fault {
                throw ZonePlanError(.badArea, zone: zone, fault.description)
            }
            sources.append(.area(AreaLocator(area.geometry, accuracy: area.accuracy)))
        } else {
            do throws(PolygonGeometryError) {
                let border = try CurvedBorder(area.geometry, edges: area.edges)
                add(
                    LineLocator(border.line, accuracy: area.accuracy), area.accuracy,
                    enclosed: border.reach)
            } catch {
                throw ZonePlanError(.badArea, zone: zone, error.description)
            }
        }
        areas[area] = sources.count - 1
        return sources.count - 1
    }

    /// Adds a line that has no number in the plan.
    private mutating func add(
        _ locator: LineLocator, _ accuracy: Distance, enclosed: Distance? = nil
    ) {
        sources.append(
            .line(
                LineSource(
                    locator: locator, accuracy: accuracy.metres, number: nil,
                    isForNearest: false, enclosed: enclosed?.metres)))
    }

    private mutating func source(of point: PointSource) -> Int {
        if let known = points[point] { return known }
        sources.append(.point(point))
        points[point] = sources.count - 1
        return sources.count - 1
    }

    private func check(_ band: DistanceBand, _ what: String) throws(ZonePlanError) {
        try checkKnown(band, what)
        for distance in [band.from, band.to].compactMap({ $0 }) { try check(distance, what) }
    }

    private func checkKnown(_ band: DistanceBand, _ what: String) throws(ZonePlanError) {
        guard band.certainty == .known else {
            throw ZonePlanError(
                .distanceOutOfRange, zone: zone,
                "\(what) is only known to be up to \(band.to); a plan has a zone for the least that it may be, "
                    + "and one for the greatest")
        }
    }

    private func check(_ distance: Distance, _ what: String) throws(ZonePlanError) {
        guard distance.isLength else {
            throw ZonePlanError(
                .distanceOutOfRange, zone: zone,
                "\(what) is \(distance); it is a finite length not below zero")
        }
    }
}
