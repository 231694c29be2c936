import Geodesy
import TestSupport
import ZoneIndexing

/// A zone about line 0, and membership in it worked out from the oracle's answer.
struct LineZone: CustomStringConvertible {
    var left: ClosedRange<Double>?
    var right: ClosedRange<Double>?
    var flatEnds = false
    var isBand = false

    /// Each kind of zone at each limit.
    static let all: [LineZone] = {
        var zones: [LineZone] = []
        var nearer = 1000.0
        for limit in LimitPositions.limits.map(\.metres) {
            for flatEnds in [false, true] {
                let (whole, band) = (0...limit, nearer...limit)
                zones += [
                    LineZone(left: whole, right: whole, flatEnds: flatEnds),
                    LineZone(left: whole, flatEnds: flatEnds),
                    LineZone(right: whole, flatEnds: flatEnds),
                    LineZone(left: band, right: band, flatEnds: flatEnds, isBand: true),
                    LineZone(right: band, flatEnds: flatEnds, isBand: true),
                ]
            }
            zones.append(LineZone(left: 0...nearer, right: 0...limit))
            nearer = limit
        }
        return zones
    }()

    var shape: ZoneShape {
        guard isBand, let band = right else {
            return .within(
                left: left.map { .metres($0.upperBound) },
                right: right.map { .metres($0.upperBound) }, line: 0, flatEnds: flatEnds)
        }
        return .between(
            from: .metres(band.lowerBound), to: .metres(band.upperBound),
            sides: left == nil ? .right : .both, line: 0, flatEnds: flatEnds)
    }

    var description: String {
        "\(isBand ? "between" : "within") \(left.map(\.description) ?? "-"), "
            + "\(right.map(\.description) ?? "-")\(flatEnds ? ", flat" : "")"
    }

    /// Whether the position is in the zone; `nil` within what the rule's micrometre and the
    /// oracle's arithmetic leave open.
    func contains(_ truth: OracleAnswer, endsOnItself: Bool) -> Bool? {
        if flatEnds, truth.beyond > 0 {
            guard truth.beyond > 2e-6, truth.segmentMargin > 2e-6, !endsOnItself else { return nil }
            return false
        }
        let (onLeft, onRight) = (isIn(left, truth.distance), isIn(right, truth.distance))
        if onLeft == onRight { return onLeft }
        guard truth.isSideCertain else { return nil }
        switch truth.side {
        case .left: return onLeft
        case .right: return onRight
        case .on, .none: return onLeft == true || onRight == true ? true : nil
        }
    }

    private func isIn(_ range: ClosedRange<Double>?, _ distance: Double) -> Bool? {
        guard let range else { return false }
        for limit in [range.upperBound] + (isBand ? [range.lowerBound] : []) {
            // On the limit counts, at half a micrometre; what is left open begins there.
            if (0.5e-6...2e-6).contains((distance - limit).magnitude) { return nil }
        }
        return distance <= range.upperBound + 1e-6
            && (!isBand || distance >= range.lowerBound - 1e-6)
    }
}

extension OracleAnswer {
    /// Whether the oracle's arithmetic and the rule's micrometre leave one side only.
    var isSideCertain: Bool {
        let open = 0.5e-6...2e-6
        return !open.contains(distance) && !open.contains(Double(sideMargin))
    }
}
