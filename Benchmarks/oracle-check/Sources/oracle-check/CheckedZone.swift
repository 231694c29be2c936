import Geodesy
import ZoneIndexing
import Zones

/// A zone about line 0, and membership in it worked out from what is true of a position.
struct CheckedZone {
    /// Metres from the line on each side; `nil` where the zone is not.
    let left: ClosedRange<Double>?
    let right: ClosedRange<Double>?
    let flatEnds: Bool
    /// Whether the zone is written as a band, with its lower limit.
    let isBand: Bool

    var shape: Region<LineNumber, ZoneNumber> {
        guard isBand else {
            return .within(
                left: left.map { .metres($0.upperBound) },
                right: right.map { .metres($0.upperBound) }, of: 0, ends: flatEnds ? .flat : .round)
        }
        let band = left ?? right ?? 0...0
        return .between(
            from: .metres(band.lowerBound), to: .metres(band.upperBound),
            sides: left == nil ? .right : right == nil ? .left : .both, of: 0,
            ends: flatEnds ? .flat : .round)
    }

    var name: String {
        let kind = isBand ? "band" : "within"
        return "\(kind) left \(left.map(\.description) ?? "-") right "
            + "\(right.map(\.description) ?? "-")\(flatEnds ? " flat" : "")"
    }

    /// Whether the position is in the zone; `nil` where the rule leaves it open.
    ///
    /// What lies beyond the end of the nearest part may still be beside another, of which the records do
    /// not tell.
    func contains(_ truth: TruthRecord, tolerance: Double, hasParts: Bool) -> Bool? {
        if truth.distance.isNaN { return false }
        if flatEnds && truth.beyondInDoubt { return nil }
        if flatEnds && truth.isBeyondEnd { return hasParts ? nil : false }
        let (onLeft, onRight) = (
            isIn(left, truth.distance, tolerance), isIn(right, truth.distance, tolerance)
        )
        if onLeft == onRight { return onLeft }
        if truth.sideInDoubt { return nil }
        switch truth.side {
        case .left: return onLeft
        case .right: return onRight
        case .on, .none: return onLeft == true || onRight == true ? true : nil
        }
    }

    /// A position within a micrometre of a limit is on it; from half of one to two it is not asked.
    private func isIn(
        _ range: ClosedRange<Double>?, _ distance: Double, _ tolerance: Double
    ) -> Bool? {
        guard let range else { return false }
        let limits = isBand ? [range.lowerBound, range.upperBound] : [range.upperBound]
        for limit in limits {
            let gap = (distance - limit).magnitude
            if gap < 0.5e-6, tolerance <= 2e-6 { continue }
            if gap < tolerance { return nil }
        }
        let low = isBand ? range.lowerBound - 1e-6 : -.infinity
        return distance >= low && distance <= range.upperBound + 1e-6
    }
}

extension CheckedZone {
    /// All kinds of zones at each limit; more than 64 with seven limits.
    static func all(_ limits: [Double]) -> [CheckedZone] {
        var zones: [CheckedZone] = []
        for (number, limit) in limits.enumerated() {
            let whole = 0...limit
            let band = (number == 0 ? limit / 2 : limits[number - 1])...limit
            for flatEnds in [false, true] {
                for (left, right) in [(true, true), (true, false), (false, true)] {
                    for isBand in [false, true] {
                        let range = isBand ? band : whole
                        zones.append(
                            CheckedZone(
                                left: left ? range : nil, right: right ? range : nil,
                                flatEnds: flatEnds, isBand: isBand))
                    }
                }
            }
            if number > 0 {
                zones.append(
                    CheckedZone(
                        left: 0...limits[number - 1], right: whole, flatEnds: number % 2 == 0,
                        isBand: false))
            }
        }
        return zones
    }

    /// One zone to both sides at each limit.
    static func simple(_ limits: [Double]) -> [CheckedZone] {
        limits.map { CheckedZone(left: 0...$0, right: 0...$0, flatEnds: false, isBand: false) }
    }
}
