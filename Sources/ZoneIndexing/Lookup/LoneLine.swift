import Geodesy
import LineSearch
import Zones

/// A line that is all that a plan measures from, and of which zones ask for nothing but the distance.
struct LoneLine: Sendable {
    private let thresholds: Thresholds
    private let toldReach: Double
    private let tellsSide: Bool

    /// `nil` where the sources are something else.
    init?(_ rows: VerdictRows) {
        guard rows.model.sources.count == 1, case .line(let line) = rows.model.sources[0],
            let own = rows.sources.lines[0], !own.asksSides, own.thresholds.values.count <= 64
        else { return nil }
        thresholds = own.thresholds
        toldReach = own.toldReach
        tellsSide = line.number != nil
    }

    /// How many outcomes there are.
    var outcomes: Int { 3 * (thresholds.values.count + 1) * (thresholds.values.count + 1) }

    /// The number of an outcome, below `outcomes`.
    @inline(__always)
    func number(of outcome: UncertainOutcome) -> Int {
        let count = thresholds.values.count
        if outcome == .far { return 3 * (count * (count + 1) + count) }
        let side = outcome.side.map { $0 == .left ? 1 : 2 } ?? 0
        return 3 * (Int(outcome.low) * (count + 1) + Int(outcome.high)) + side
    }

    /// How a report lies to the line; `nil` where the fast distance leaves it open.
    @inline(__always)
    func outcome(_ foot: FastFoot, uncertainty: Double) -> UncertainOutcome? {
        // The thresholds hold the line's accuracy already; the report's own comes on top.
        guard
            var outcome = UncertainOutcome(
                at: foot.distance, error: foot.error, uncertainty: uncertainty, thresholds)
        else { return nil }
        guard outcome != .far, tellsSide else { return outcome }
        guard (foot.distance - toldReach).magnitude > foot.error else { return nil }
        if foot.distance < toldReach {
            guard let isLeft = foot.isLeft else { return nil }
            outcome.side = isLeft ? .left : .right
        }
        return outcome
    }
}
