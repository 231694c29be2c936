import Geodesy
import Zones

/// How a report that may be off lies to the limits measured from one source.
struct UncertainOutcome: Equatable {
    /// How many thresholds are below the least distance that the report may have, and below the
    /// greatest.
    let low: Int
    let high: Int
    /// The side that verdicts tell.
    var side: LineSide?

    /// Beyond every threshold.
    static let far = UncertainOutcome(low: .max, high: .max, side: nil)

    /// The same number of thresholds is below both.
    init(within k: Int) { self.init(low: k, high: k, side: nil) }

    private static let bits = 14

    /// The same as a number.
    var code: SourceOutcome {
        let side: Int = side.map { $0 == .left ? 1 : 2 } ?? 0
        return SourceOutcome((low << Self.bits | high) << 2 | side)
    }

    init(code: SourceOutcome) {
        low = Int(code) >> (2 + Self.bits)
        high = Int(code) >> 2 & (1 << Self.bits - 1)
        side = [nil, .left, .right, nil][Int(code) & 3]
    }

    init(low: Int, high: Int, side: LineSide?) {
        (self.low, self.high, self.side) = (low, high, side)
    }

    /// The outcome at a distance.
    ///
    /// All in metres; `nil` where the distance's error, or too many thresholds, leave it open.
    @inline(__always)
    init?(at distance: Double, error: Double, uncertainty: Double, _ thresholds: Thresholds) {
        guard error.isFinite, thresholds.values.count < 1 << Self.bits else { return nil }
        var low = 0
        var high = 0
        for threshold in thresholds.values {
            let off = distance - threshold
            guard (off.magnitude - uncertainty).magnitude > error else { return nil }
            if off > uncertainty { low += 1 }
            if off > -uncertainty { high += 1 }
        }
        self =
            low == thresholds.values.count
            ? .far : UncertainOutcome(low: low, high: high, side: nil)
    }
}
