import Geodesy
import ZoneIndexing

/// A zone with everything ready that membership in it needs.
struct CompiledZone: Sendable {
    /// What is measured from, and the distances at which the zone lies.
    enum Measure: Sendable {
        case line(Int, left: DistanceBand, right: DistanceBand)
        case route(LineLocator, DistanceBand)
        case point(Coordinate, DistanceBand)
        /// By the distance to the border, negative inside.
        case aroundArea(AreaLocator, DistanceBand)
        case area(AreaLocator)
    }

    let measure: Measure
    let hasFlatEnds: Bool
    let clip: AreaLocator?
    let except: [Int]

    /// A zone of an agreement whose lines and zones are numbered.
    init(_ zone: Zone, lines: [ReferenceLine.ID: Int], zones: [Zone.ID: Int]) {
        func number(ofLine id: ReferenceLine.ID) -> Int { lines[id] ?? 0 }
        switch zone.definition {
        case .within(let left, let right, let line):
            measure = .line(
                number(ofLine: line),
                left: left.map { .upTo($0.metres) } ?? .nothing,
                right: right.map { .upTo($0.metres) } ?? .nothing)
        case .between(let from, let to, let sides, let line):
            let band = DistanceBand.between(from.metres, to.metres)
            measure = .line(
                number(ofLine: line), left: sides == .right ? .nothing : band,
                right: sides == .left ? .nothing : band)
        case .along(let route, let halfWidth):
            measure = .route(LineLocator(route), .upTo(halfWidth.metres))
        case .aroundPoint(let radius, let centre):
            measure = .point(centre, .upTo(radius.metres))
        case .aroundArea(let distance, let area, let includingArea):
            measure = .aroundArea(
                AreaLocator(area),
                includingArea
                    ? .upTo(distance.metres) : DistanceBand(from: 0, to: distance.metres))
        case .area(let area):
            measure = .area(AreaLocator(area))
        }
        hasFlatEnds = zone.ends == .flat
        clip = zone.clip.map { AreaLocator($0) }
        except = zone.except.compactMap { zones[$0] }
    }

    /// How far the zone asks for the side and the ends of a line.
    func reach(ofLine number: Int) -> LineReading.Reach {
        var reach = LineReading.Reach()
        guard case .line(number, let left, let right) = measure else { return reach }
        if left != right { reach.ofSides = max(left.to, right.to) }
        if hasFlatEnds { reach.ofFlatEnds = max(left.to, right.to) }
        return reach
    }
}
