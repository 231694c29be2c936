internal import CKernels
import Geodesy
import LineSearch
import Zones

/// A line that is all that a plan measures from, and of which zones ask for nothing but the distance.
struct LoneLine: Sendable {
    private let thresholds: Thresholds
    private let toldReach: Double
    private let tellsSide: Bool
    private let parts: [[Coordinate]]
    /// The label of each outcome by its number, marked where all that it leaves open differs between its distances.
    private let labels: [UInt32]

    /// Of lines with more, outcomes are looked up one by one: there are too many to have them all at hand.
    private static let mostThresholds = 16

    /// `nil` where the sources are something else.
    ///
    /// - Parameters:
    ///   - rows: what verdicts are made of.
    ///   - labels: takes those of all outcomes.
    init?(_ rows: VerdictRows, _ labels: inout ZoneLabels) {
        guard rows.model.sources.count == 1, case .line(let line) = rows.model.sources[0],
            let own = rows.sources.lines[0], !own.asksSides,
            own.thresholds.values.count <= Self.mostThresholds
        else { return nil }
        thresholds = own.thresholds
        toldReach = own.toldReach
        tellsSide = line.number != nil
        parts = line.locator.line.parts
        let count = own.thresholds.values.count
        var possible = RowStates(rows)
        func row(_ low: Int, _ high: Int, _ side: LineSide?) -> ZoneRow {
            // Beyond all thresholds is as far from everything.
            if low < count {
                possible.set(
                    0, UncertainOutcome(low: UInt16(low), high: UInt16(high), side: side))
            }
            return possible.takeRow()
        }
        let at = (0...count).map { row($0, $0, nil).zones }
        var known: [UInt32] = []
        for low in 0...count {
            for high in 0...count {
                for side in [nil, LineSide.left, .right] {
                    guard low <= high else {
                        known.append(ZoneLabels.none)
                        continue
                    }
                    let found = row(low, high, side)
                    let isAstride = found.zones.isOpen(between: Array(at[low...high]))
                    known.append(labels.label(for: found) | (isAstride ? DMZ_ASTRIDE : 0))
                }
            }
        }
        self.labels = known
    }

    /// The label of an outcome, with its mark.
    @inline(__always)
    func label(of outcome: UncertainOutcome) -> UInt32 {
        let count = thresholds.values.count
        let (low, high) =
            outcome == .far ? (count, count) : (Int(outcome.low), Int(outcome.high))
        let side = outcome.side.map { $0 == .left ? 1 : 2 } ?? 0
        return labels[3 * (low * (count + 1) + high) + side]
    }

    /// Whether the report's disc has places on both sides of each threshold that lies between its least distance
    /// and its greatest.
    ///
    /// Towards the line the disc reaches as far as its radius. Away from it perhaps not, where the line turns about
    /// the disc; so it is asked that the centre itself is beyond the thresholds.
    @inline(__always)
    func isAstride(_ foot: FastFoot, uncertainty: Double) -> Bool {
        thresholds.values.allSatisfy { threshold in
            let off = foot.distance - threshold
            return off > foot.error || off < -uncertainty - foot.error
        }
    }

    /// The label at the least distance that an outcome allows.
    func nearestLabel(of outcome: UncertainOutcome) -> UInt32 {
        label(of: UncertainOutcome(low: outcome.low, high: outcome.low, side: outcome.side))
            & ~DMZ_ASTRIDE
    }

    /// About the direction from the nearest place on the line to a position: how much of it is to the north and to
    /// the east; `nil` where the position is on the line, or the place on a bridge between two parts.
    func way(from foot: FastFoot, to position: Coordinate) -> SIMD2<Double>? {
        let (number, segment) = (Int(foot.part), Int(foot.segment))
        guard parts.indices.contains(number), parts[number].indices.contains(segment + 1),
            segment >= 0
        else { return nil }
        let part = parts[number]
        let parallel = sineAndCosine(degrees: position.latitude).cosine
        func way(from vertex: Coordinate) -> SIMD2<Double> {
            let east = (position.longitude - vertex.longitude).remainder(dividingBy: 360)
            return SIMD2(position.latitude - vertex.latitude, parallel * east)
        }
        let (start, end) = (way(from: part[segment]), way(from: part[segment + 1]))
        let along = start - end
        let share = (start * along).sum() / max((along * along).sum(), .leastNormalMagnitude)
        let away = start - min(max(share, 0), 1) * along
        let length = (away * away).sum().squareRoot()
        return length > 0 ? away / length : nil
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
