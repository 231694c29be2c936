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
            if value.magnitude < 1e-7 { return s }
            if value > 0 {
                (low, excessLow) = (s, value)
                if side == 1 { excessHigh *= 0.5 }
                side = 1
            } else {
                (high, excessHigh) = (s, value)
                if side == -1 { excessLow *= 0.5 }
                side = -1
            }
            if high - low < 1e-8 { break }
        }
        return low
    }
}
