import Geodesy

/// A plan taken apart into sources, conditions on them, and how zones are made of these.
struct ZoneTerms: Sendable {
    private(set) var sources: [ZoneSource] = []
    private(set) var atoms: [ZoneAtom] = []
    /// The steps of each zone.
    private(set) var zones: [[ZoneStep]] = []
    /// The source of each line of the plan; lines come first among the sources.
    let lineCount: Int
    /// The conditions on each source.
    private(set) var atomsOfSource: [[Int]] = []
    /// Whether conditions ask for the distance to the border of an area.
    private(set) var usesBorder: [Bool] = []
    private var areas: [PolygonGeometry: Int] = [:]
    private var points: [Coordinate: Int] = [:]

    init(_ plan: ZonePlan) throws(ZoneIndexError) {
        lineCount = plan.lines.count
        for (number, line) in plan.lines.enumerated() {
            try Self.check(line.accuracy, "the accuracy of line \(number)", zone: nil)
            sources.append(
                .line(
                    LineSource(
                        locator: LineLocator(line.geometry), accuracy: line.accuracy.metres,
                        number: line.tellsSide ? number : nil)))
        }
        for (number, shape) in plan.zones.enumerated() {
            var steps: [ZoneStep] = []
            try append(shape, of: number, to: &steps)
            zones.append(steps)
        }
        (areas, points) = ([:], [:])
        atomsOfSource = Array(repeating: [], count: sources.count)
        usesBorder = Array(repeating: false, count: sources.count)
        for (number, atom) in atoms.enumerated() {
            atomsOfSource[atom.source].append(number)
            if case .aroundArea(let source, _) = atom { usesBorder[source] = true }
        }
    }

    private mutating func append(
        _ shape: ZoneShape, of zone: Int, to steps: inout [ZoneStep]
    ) throws(ZoneIndexError) {
        switch shape {
        case .within(let left, let right, let line, let flatEnds):
            for distance in [left, right] {
                if let distance { try Self.check(distance, "a width", zone: zone) }
            }
            try append(
                line, left: left.map { .upTo($0.metres) } ?? .nothing,
                right: right.map { .upTo($0.metres) } ?? .nothing, flatEnds, of: zone, to: &steps)
        case .between(let from, let to, let sides, let line, let flatEnds):
            try Self.check(from, "a limit", zone: zone)
            try Self.check(to, "a limit", zone: zone)
            let band = DistanceBand.between(from.metres, to.metres)
            try append(
                line, left: sides.contains(.left) ? band : .nothing,
                right: sides.contains(.right) ? band : .nothing, flatEnds, of: zone, to: &steps)
        case .aroundPoint(let radius, let centre):
            try Self.check(radius, "a radius", zone: zone)
            guard centre.isValid else {
                throw ZoneIndexError(
                    .notOnGlobe, zone: zone, "the centre \(centre) is not on the globe")
            }
            steps.append(add(.point(source(of: centre), .upTo(radius.metres))))
        case .aroundArea(let distance, let area, let includingArea):
            try Self.check(distance, "a distance", zone: zone)
            let band = DistanceBand(
                from: includingArea ? -.infinity : 0, to: distance.metres)
            steps.append(add(.aroundArea(source(of: area), band)))
        case .area(let area):
            steps.append(add(.area(source(of: area))))
        case .union(let shapes):
            steps.append(.constant(.outside))
            for shape in shapes {
                try append(shape, of: zone, to: &steps)
                steps.append(.union)
            }
        case .intersection(let shapes):
            steps.append(.constant(.inside))
            for shape in shapes {
                try append(shape, of: zone, to: &steps)
                steps.append(.intersection)
            }
        case .difference(let shape, let other):
            try append(shape, of: zone, to: &steps)
            try append(other, of: zone, to: &steps)
            steps += [.complement, .intersection]
        case .zone(let other):
            guard (0..<zone).contains(other) else {
                throw ZoneIndexError(
                    .unknownZone, zone: zone,
                    "it is made of zone \(other), which does not come before it")
            }
            steps.append(.zone(other))
        }
    }

    private mutating func append(
        _ line: Int, left: DistanceBand, right: DistanceBand, _ flatEnds: Bool, of zone: Int,
        to steps: inout [ZoneStep]
    ) throws(ZoneIndexError) {
        guard (0..<lineCount).contains(line), case .line(var source) = sources[line] else {
            throw ZoneIndexError(
                .unknownLine, zone: zone,
                "it is measured from line \(line), and the plan has \(lineCount)")
        }
        let farthest = max(left.to, right.to)
        source.limit = max(source.limit, farthest)
        if left != right { source.reach.ofSides = max(source.reach.ofSides, farthest) }
        if flatEnds { source.reach.ofFlatEnds = max(source.reach.ofFlatEnds, farthest) }
        sources[line] = .line(source)
        steps.append(add(.line(line, left: left, right: right, flatEnds: flatEnds)))
    }

    private mutating func add(_ atom: ZoneAtom) -> ZoneStep {
        atoms.append(atom)
        return .atom(atoms.count - 1)
    }

    private mutating func source(of area: PolygonGeometry) -> Int {
        if let known = areas[area] { return known }
        sources.append(.area(AreaLocator(area)))
        areas[area] = sources.count - 1
        return sources.count - 1
    }

    private mutating func source(of point: Coordinate) -> Int {
        if let known = points[point] { return known }
        sources.append(.point(point))
        points[point] = sources.count - 1
        return sources.count - 1
    }

    private static func check(
        _ distance: Distance, _ what: String, zone: Int?
    ) throws(ZoneIndexError) {
        guard distance >= .zero, distance <= ZoneIndex.greatestDistance else {
            throw ZoneIndexError(
                .distanceOutOfRange, zone: zone,
                "\(what) is \(distance); possible are 0 to \(ZoneIndex.greatestDistance)")
        }
    }
}
