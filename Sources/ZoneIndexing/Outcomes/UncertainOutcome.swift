import Geodesy
import Zones

/// How a report that may be off lies to the limits measured from one source.
struct UncertainOutcome: Hashable, Sendable {
    /// How many thresholds are below the least distance that the report may have, and below the
    /// greatest.
    let low: UInt16
    let high: UInt16
    // Numbers, as outcomes are compared for every report.
    private var toldSide: UInt8
    private var possibleSides = LineSides.both.rawValue

    /// The side that verdicts tell.
    var side: LineSide? {
        get { toldSide == 1 ? .left : toldSide == 2 ? .right : nil }
        set { toldSide = newValue.map { $0 == .left ? 1 : 2 } ?? 0 }
    }
    /// The sides on which the report may be; both where no zone asks.
    var sides: LineSides {
        get { LineSides(rawValue: possibleSides) }
        set { possibleSides = newValue.rawValue }
    }

    /// Beyond every threshold.
    static let far = UncertainOutcome(low: .max, high: .max, side: nil)

    /// Of sources with more thresholds the definitions are asked.
    private static let mostThresholds = 8191

    init(low: UInt16, high: UInt16, side: LineSide?) {
        (self.low, self.high, toldSide) = (low, high, 0)
        self.side = side
    }

    /// The outcome at a distance.
    ///
    /// All in metres; `nil` where the distance's error, or too many thresholds, leave it open.
    @inline(__always)
    init?(at distance: Double, error: Double, uncertainty: Double, _ thresholds: Thresholds) {
        guard error.isFinite, thresholds.values.count <= Self.mostThresholds else { return nil }
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
            ? .far : UncertainOutcome(low: UInt16(low), high: UInt16(high), side: nil)
    }

    /// A number by which outcomes met last are found again.
    var slot: Int { Int(low) &* 64 &+ Int(high) &* 16 &+ Int(possibleSides) }
}
