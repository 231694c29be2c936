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
    /// The sides on which the report may be; both where no zone asks.
    var sides = LineSides.both

    /// Beyond every threshold.
    static let far = UncertainOutcome(low: .max, high: .max, side: nil)

    private static let bits = 13

    /// The same as a number.
    var code: SourceOutcome {
        let side: UInt32 = side.map { $0 == .left ? 1 : 2 } ?? 0
        let thresholds = UInt32(low) << Self.bits | UInt32(high)
        return SourceOutcome(
            bitPattern: (thresholds << 2 | UInt32(sides.rawValue)) << 2 | side)
    }

    init(code: SourceOutcome) {
        let bits = UInt32(bitPattern: code)
        low = Int(bits >> (4 + UInt32(Self.bits)))
        high = Int(bits >> 4 & (1 << UInt32(Self.bits) - 1))
        sides = LineSides(rawValue: UInt8(bits >> 2 & 3))
        side = [nil, .left, .right, nil][Int(bits & 3)]
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
