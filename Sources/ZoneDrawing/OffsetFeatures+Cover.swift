import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells quickly that stretches of the offset curves are covered by vertices near by along the
/// line, so that the exact distance need not be asked there.
///
/// Works in the plane that touches the ellipsoid at the curve's own vertex. Against the sphere the
/// law of cosines of the plane errs by about (d/R)^2 / 3 of the squares compared, less than 1 in 400
/// up to 500 km, for which a margin of 1 in 50 is kept; beyond that nothing is said.
struct CoverHints {
    private let features: OffsetFeatures
    private let starts: [SIMD3<Double>]
    private let isUseful: Bool
    /// What is near the curve looked at: ahead of the origin and to the curve's side, in metres.
    private var near: [(along: Double, outward: Double)] = []
    private var feature: OffsetFeatures.Feature = -1

    private static let offsets = [
        1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256,
        384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192,
    ]

    init(_ features: OffsetFeatures) {
        self.features = features
        isUseful = features.distance < 500_000
        starts = features.courses.map { Self.point($0.start) }
    }

    private static func point(_ place: Coordinate) -> SIMD3<Double> {
        place.earthCentred
    }

    /// The first parameter from `s` on that is not known to be covered; at least `s`.
    mutating func firstOpen(_ feature: OffsetFeatures.Feature, from s: Double) -> Double {
        guard isUseful, !features.isBent(feature) else { return s }
        if feature != self.feature { load(feature) }
        let length = features.length(feature)
        let isArc = !OffsetFeatures.isParallel(feature)
        var s = s
        var moved = true
        while moved, s < length {
            moved = false
            for place in near {
                let end = isArc ? arcEnd(place, s) : parallelEnd(place, s)
                if end > s {
                    s = end
                    moved = true
                }
            }
        }
        return s
    }

    /// Where the cover by a place ends that covers the parallel at `s`.
    private func parallelEnd(_ place: (along: Double, outward: Double), _ s: Double) -> Double {
        let squared =
            0.98 * (2 * features.distance * place.outward) - 1.02 * place.outward * place.outward
            - 1
        guard squared > 0 else { return s }
        let reach = squared.squareRoot() * 0.99
        let x = s / features.scale(feature)
        guard (x - place.along).magnitude < reach else { return s }
        return (place.along + reach) * features.scale(feature)
    }

    /// Where the cover by a place ends that covers the arc at `s`; the axes are those of the arc's
    /// beginning.
    private func arcEnd(_ place: (along: Double, outward: Double), _ s: Double) -> Double {
        let squared = place.along * place.along + place.outward * place.outward
        let ratio = squared.squareRoot() / (2 * features.distance) * 1.02 + 1e-3
        guard ratio < 1, squared > 1 else { return s }
        let half = acos(ratio)
        let centre = atan2(place.along, place.outward)
        let angle = s / features.arcScale
        let off = (angle - centre).remainder(dividingBy: 2 * .pi)
        guard off.magnitude < half else { return s }
        return (angle - off + half) * features.arcScale
    }

    private mutating func load(_ feature: OffsetFeatures.Feature) {
        self.feature = feature
        near.removeAll(keepingCapacity: true)
        let edge = OffsetFeatures.edge(of: feature)
        let course = features.courses[edge]
        let kind = OffsetFeatures.kind(of: feature)
        let place: Coordinate
        let azimuth: Double
        switch kind {
        case .right: (place, azimuth) = (course.start, course.startAzimuth + 90)
        case .left: (place, azimuth) = (course.end, course.endAzimuth - 90)
        case .end, .start:
            (place, azimuth) = (features.vertex(feature), features.startAzimuth(feature))
        }
        let (east, north) = place.tangents
        let turn = azimuth * (.pi / 180)
        let outward = east * sin(turn) + north * cos(turn)
        // Along the curve at its beginning, the zone on its left hand: a quarter turn to the left.
        let along = north * sin(turn) - east * cos(turn)
        let origin = Self.point(place)
        let count = starts.count
        for offset in Self.offsets where offset <= count {
            for other in [edge + offset, edge + 1 - offset] where other >= 0 && other < count {
                let way = starts[other] - origin
                near.append(((way * along).sum(), (way * outward).sum()))
            }
        }
    }
}
