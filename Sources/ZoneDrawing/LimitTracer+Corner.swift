import Geodesy

extension LimitTracer {
    /// Where the limit leaves one curve for another.
    struct Corner {
        /// The parameter on the curve that is left.
        let s: Double
        let other: Feature
        /// The parameter on the curve that is entered.
        let otherS: Double
        /// The angle by which the limit turns to the right, in radians.
        let angle: Double
    }

    /// The first place after `s0` where a curve meets a place that is at the distance from another
    /// feature too, when the place at `s1` is covered.
    mutating func corner(
        on feature: Feature, from s0: Double, to s1: Double, covered: Coordinate,
        by place: NearestPlace
    ) throws(DrawingError) -> Corner {
        var high = s1
        var other = features.locate(covered, nearest: place).feature
        for _ in 0..<80 {
            if isOwnEdge(other, of: feature) {
                return selfCrossing(of: feature, from: s0, to: high)
            }
            let s = crossing(of: feature, from: s0, to: high, with: other)
            let (position, heading) = features.point(feature, at: s)
            let here = nearest(position)
            let isFree = here.distance.metres >= features.distance - Self.cover
            if !isFree { other = features.locate(position, nearest: here).feature }
            // Covered at once: the walk came here from a feature that ends here.
            if isFree || s <= s0 {
                let entered = features.landing(on: other, position)
                let onward = features.point(entered.feature, at: entered.s).heading
                let turn = (onward - heading).remainder(dividingBy: 360) * (.pi / 180)
                return Corner(
                    s: s, other: entered.feature, otherS: entered.s, angle: max(turn, 1e-9))
            }
            high = s
        }
        throw DrawingError(.lost, at: covered)
    }

    /// Whether a curve is the parallel of the edge that another runs along or whose end it goes round.
    private func isOwnEdge(_ other: Feature, of feature: Feature) -> Bool {
        guard OffsetFeatures.isParallel(other) else { return false }
        let (edge, own) = (OffsetFeatures.edge(of: other), OffsetFeatures.edge(of: feature))
        guard features.courses[edge].kind != .geodesic else { return false }
        return edge == own
            || (OffsetFeatures.kind(of: feature) == .end && features.courses[own].next == edge)
    }

    /// The corner where the parallel of an edge that bends, or the arc round its end, comes upon what the
    /// same edge covers: found by halving, as the distance from the edge is that from the curve's own
    /// place up to there.
    private mutating func selfCrossing(
        of feature: Feature, from s0: Double, to s1: Double
    ) -> Corner {
        var (low, high) = (s0, s1)
        var other = (feature: feature, s: s1)
        var s = s1
        repeat {
            let position = features.point(feature, at: s).position
            let here = nearest(position)
            if here.distance.metres < features.distance - Self.cover {
                other = features.locate(position, nearest: here)
                high = s
            } else {
                low = s
            }
            s = 0.5 * (low + high)
        } while high - low > 1e-8 && s > low && s < high
        let heading = features.point(feature, at: low).heading
        let onward = features.point(other.feature, at: other.s).heading
        let turn = (onward - heading).remainder(dividingBy: 360) * (.pi / 180)
        return Corner(s: low, other: other.feature, otherS: other.s, angle: max(turn, 1e-9))
    }

    /// The last parameter before `s1` at which a curve is at the distance from another feature, or
    /// `s0`.
    private func crossing(
        of feature: Feature, from s0: Double, to s1: Double, with other: Feature
    ) -> Double {
        func excess(_ s: Double) -> Double {
            features.distance(from: features.point(feature, at: s).position, to: other)
                - features.distance
        }
        var (low, high) = (s0, s1)
        var (excessLow, excessHigh) = (excess(s0), excess(s1))
        guard excessLow > 0, excessHigh < 0 else { return excessLow > 0 ? s1 : s0 }
        var side = 0
        for _ in 0..<100 {
            var s = (low * excessHigh - high * excessLow) / (excessHigh - excessLow)
            if !(s > low && s < high) { s = 0.5 * (low + high) }
            let value = excess(s)
            if value.magnitude < 1e-9 { return s }
            if value > 0 {
                (low, excessLow) = (s, value)
                if side == 1 { excessHigh *= 0.5 }
                side = 1
            } else {
                (high, excessHigh) = (s, value)
                if side == -1 { excessLow *= 0.5 }
                side = -1
            }
            if high - low < 1e-9 { break }
        }
        return low
    }
}
