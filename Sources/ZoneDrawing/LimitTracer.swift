import Geodesy

/// Finds the rings of the limit at a distance from a line by walking along it.
///
/// The walk follows one curve of `OffsetFeatures` as long as no other place of the line is nearer,
/// asking for the exact distance every `step` metres, and changes to the other curve at the place
/// where both are at the distance. Between two places of an arc of radius d that are L apart, a
/// curve that is not seen from either reaches at most L^2 / 8d beyond the arc; `step` is chosen for
/// that. Every curve is searched for places not yet walked, so that the outer ring and each real
/// hole are found and nothing else is: no projection and no polygon takes part.
struct LimitTracer {
    typealias Feature = OffsetFeatures.Feature

    let features: OffsetFeatures
    let step: Double
    /// Stretches of limit shorter than this may be missed.
    let seedStep: Double
    var hint: Int?
    private var hints: CoverHints
    var visits: [Feature: [Visit]] = [:]

    /// A stretch that has been walked.
    struct Visit {
        let from: Double
        let to: Double
        let walk: Int
        let stretch: Int
    }

    /// A place counts as covered when the line is nearer than the distance by more than this.
    static let cover = 1e-6

    init(_ features: OffsetFeatures, tolerance: Double) {
        self.features = features
        hints = CoverHints(features)
        step = (4.8 * features.arcScale * tolerance).squareRoot()
        seedStep = 2 * tolerance
    }

    mutating func nearest(_ position: Coordinate) -> NearestPlace {
        features.locator.nearest(to: position, hint: &hint)
    }

    /// How many walks have begun; some run into a ring that is there already.
    private var walks = 0

    /// All rings of the limit.
    mutating func rings() throws(DrawingError) -> [LimitRing] {
        var rings: [LimitRing] = []
        for edge in features.courses.indices {
            for kind in [OffsetFeatures.Kind.right, .end, .left, .start] {
                try search(OffsetFeatures.feature(edge, kind), &rings)
            }
        }
        return rings
    }

    /// Looks along a curve for limit not yet walked, and walks it.
    private mutating func search(
        _ feature: Feature, _ rings: inout [LimitRing]
    ) throws(DrawingError) {
        let length = features.length(feature)
        guard length > 0 else { return }
        var s = 0.0
        var tries = 0
        while s < length {
            if let visit = visits[feature]?.first(where: { $0.from <= s && $0.to > s }) {
                s = visit.to + seedStep
                continue
            }
            let open = hints.firstOpen(feature, from: s)
            if open > s {
                s = open
                continue
            }
            let position = features.point(feature, at: s).position
            let place = nearest(position)
            let depth = features.distance - place.distance.metres
            if depth > Self.cover {
                s = max(
                    coverEnd(of: feature, from: s, by: place.place, depth), s + seedStep)
                continue
            }
            guard isOwn(place, feature) else {
                // An edge that lies on an earlier one: what is limit here is found from that one.
                s += max(seedStep, length / 32)
                continue
            }
            tries += 1
            if tries > 1000 { throw DrawingError(.lost, at: position) }
            walks += 1
            if let stretches = try walk(from: feature, at: s, number: walks) {
                rings.append(LimitRing(stretches))
            }
            s += seedStep
        }
    }

    /// A parameter up to which a curve is covered by one place of the line, from `s` on, where it
    /// is covered by `depth` metres.
    ///
    /// What a place covers of an arc or a parallel is one stretch, so that the two ends tell.
    private func coverEnd(
        of feature: Feature, from s: Double, by place: Coordinate, _ depth: Double
    ) -> Double {
        func depthAt(_ s: Double) -> Double {
            features.distance
                - Geodesic.distance(from: features.point(feature, at: s).position, to: place).metres
        }
        // Distances change by no more than the way, which along a bent edge is known less well.
        let sure = features.isBent(feature) ? 0.6 : 0.99
        var low = (s: s + sure * depth, depth: depth)
        var high = (s: features.length(feature), depth: 0.0)
        guard low.s < high.s else { return low.s }
        high.depth = depthAt(high.s)
        if high.depth > Self.cover { return high.s }
        low.depth = depthAt(low.s)
        guard low.depth > Self.cover else { return s }
        for _ in 0..<8 where high.s - low.s > seedStep {
            let chord = (low.s * high.depth - high.s * low.depth) / (high.depth - low.depth)
            // The depth is nearly a straight function of an arc's angle and a concave one of a
            // parallel's length: the chord falls short of the end.
            let middle = chord > low.s && chord < high.s ? chord : 0.5 * (low.s + high.s)
            let value = depthAt(middle)
            if value > Self.cover { low = (middle, value) } else { high = (middle, value) }
            if low.depth < 0.05 * depth { break }
        }
        return low.s
    }

    /// Whether a nearest place is on the edge of the curve, or the vertex that it goes round; of
    /// edges that lie on each other, only the first has limit.
    private func isOwn(_ place: NearestPlace, _ feature: Feature) -> Bool {
        let edge = OffsetFeatures.edge(of: feature)
        let course = features.courses[edge]
        if course.part == place.part, course.segment == place.segment { return true }
        guard OffsetFeatures.isParallel(feature), place.fraction == 0 || place.fraction == 1 else {
            return false
        }
        return place.place == course.start || place.place == course.end
    }

    /// Walks along the limit until it closes.
    ///
    /// - Returns: the stretches, or `nil` when the walk runs into a ring that is there already: it
    ///   began on a bump too small to have been noticed.
    private mutating func walk(
        from first: Feature, at start: Double, number: Int
    ) throws(DrawingError) -> [LimitRing.Stretch]? {
        var stretches: [LimitRing.Stretch] = []
        var current = LimitRing.Stretch(feature: first, from: start, to: start, corner: 0)
        var idle = 0
        while true {
            let feature = current.feature
            let length = features.length(feature)
            let target = min(current.to + step, length)
            if let visit = visitAhead(feature, from: current.to, to: target) {
                current.to = max(current.to, visit.from)
                return close(stretches, current, at: visit, number)
            }
            let position = features.point(feature, at: target).position
            let place = nearest(position)
            let isCovered = place.distance.metres < features.distance - Self.cover
            if !isCovered, target < length {
                current.to = target
                if !isOwn(place, feature) {
                    // Edges that lie on each other: all walks take the first.
                    finish(&stretches, current, number)
                    let first = features.locate(position, nearest: place)
                    current = LimitRing.Stretch(
                        feature: first.feature, from: first.s, to: first.s, corner: 0)
                }
                continue
            }
            let before = current
            if isCovered {
                let corner = try corner(
                    on: feature, from: current.to, to: target, covered: position, by: place)
                current.to = corner.s
                finish(&stretches, current, number)
                current = LimitRing.Stretch(
                    feature: corner.other, from: corner.otherS, to: corner.otherS,
                    corner: corner.angle)
            } else {
                current.to = length
                goOn(&stretches, &current, number)
            }
            idle =
                before.from == current.from && before.feature == current.feature
                ? idle + 1
                : (stretches.last.map { $0.to - $0.from > 1e-6 } ?? true) ? 0 : idle + 1
            if idle > 30 { throw DrawingError(.lost, at: position) }
        }
    }

    /// Passes from the end of one curve to the next.
    private mutating func goOn(
        _ stretches: inout [LimitRing.Stretch], _ current: inout LimitRing.Stretch, _ walk: Int
    ) {
        let next = features.next(after: current.feature)
        var from = 0.0
        if OffsetFeatures.isParallel(current.feature), OffsetFeatures.isParallel(next) {
            // A turn so slight that the parallels overlap by less than the cover.
            let overlap = features.overlap(current.feature, next)
            current.to = max(current.from, current.to - overlap)
            from = min(overlap, features.length(next))
        }
        finish(&stretches, current, walk)
        current = LimitRing.Stretch(feature: next, from: from, to: from, corner: 0)
    }

    private mutating func finish(
        _ stretches: inout [LimitRing.Stretch], _ stretch: LimitRing.Stretch, _ walk: Int
    ) {
        visits[stretch.feature, default: []].append(
            Visit(from: stretch.from, to: stretch.to, walk: walk, stretch: stretches.count))
        stretches.append(stretch)
    }

    /// The first walked stretch of a curve that begins between two parameters or holds the first.
    private func visitAhead(_ feature: Feature, from: Double, to: Double) -> Visit? {
        guard let list = visits[feature] else { return nil }
        var found: Visit?
        for visit in list where visit.from <= to && visit.to >= from && visit.to > visit.from {
            if visit.to == from, visit.from < from { continue }
            if visit.from < found?.from ?? .infinity { found = visit }
        }
        return found
    }

    /// Closes a walk that has come to a stretch walked before.
    private func close(
        _ stretches: [LimitRing.Stretch], _ current: LimitRing.Stretch, at visit: Visit, _ walk: Int
    ) -> [LimitRing.Stretch]? {
        guard visit.walk == walk else { return nil }
        var result = Array(stretches[visit.stretch...])
        if current.feature == result[0].feature, result.count > 1, current.to >= current.from {
            // The walk began in the middle of a stretch: make it one again.
            if visit.from >= current.from {
                result[0].from = current.from
                result[0].corner = current.corner
            } else {
                result[0].from = current.to
                result[0].corner = current.corner
            }
        }
        return result
    }
}
