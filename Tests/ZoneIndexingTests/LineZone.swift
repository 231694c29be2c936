import Geodesy
import TestSupport
import ZoneIndexing
import Zones

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

    var shape: Region<LineNumber, ZoneNumber> {
        guard isBand, let band = right else {
            return .within(
                left: left.map { .metres($0.upperBound) },
                right: right.map { .metres($0.upperBound) }, of: 0, ends: flatEnds ? .flat : .round)
        }
        return .between(
            from: .metres(band.lowerBound), to: .metres(band.upperBound),
            sides: left == nil ? .right : .both, of: 0, ends: flatEnds ? .flat : .round)
    }

    var description: String {
        "\(isBand ? "between" : "within") \(left.map(\.description) ?? "-"), "
            + "\(right.map(\.description) ?? "-")\(flatEnds ? ", flat" : "")"
    }

    /// Whether the position is in the zone; `nil` within what the rule's micrometre and the
    /// oracle's arithmetic leave open.
    ///
    /// `parts` has the oracle's answer for each part of a line of several by itself: a flat end cuts off
    /// only what no other part reaches.
    func contains(
        _ truth: OracleAnswer, parts: [OracleAnswer] = [], endsOnItself: Bool
    ) -> Bool? {
        let parts = parts.isEmpty ? [truth] : parts
        func isIn(_ range: ClosedRange<Double>?) -> Bool? {
            guard let range else { return false }
            let isNear = self.isIn(range, truth.distance)
            guard flatEnds, isNear != false else { return isNear }
            let reached = parts.map { isReached(by: $0, limit: range.upperBound, endsOnItself) }
            if reached.contains(true) { return isNear }
            return reached.contains(nil) ? nil : false
        }
        let (onLeft, onRight) = (isIn(left), isIn(right))
        if onLeft == onRight { return onLeft }
        guard truth.isSideCertain else { return nil }
        switch truth.side {
        case .left: return onLeft
        case .right: return onRight
        case .on, .none: return onLeft == true || onRight == true ? true : nil
        }
    }

    /// Whether a part is so near, and not left behind by its end.
    private func isReached(
        by part: OracleAnswer, limit: Double, _ endsOnItself: Bool
    ) -> Bool? {
        if part.beyond > 0 {
            let isCertain = part.beyond > 2e-6 && part.segmentMargin > 2e-6 && !endsOnItself
            return isCertain ? false : nil
        }
        if (0.5e-6...2e-6).contains((part.distance - limit).magnitude) { return nil }
        return part.distance <= limit + 1e-6
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

extension LineZone {
    /// An oracle for each part of a line by itself.
    static func oracles(ofPartsOf line: LineGeometry) throws -> [OracleLine] {
        try line.parts.map { OracleLine(try LineGeometry($0, edges: line.edges)) }
    }
}

extension OracleAnswer {
    /// Whether the oracle's arithmetic and the rule's micrometre leave one side only.
    var isSideCertain: Bool {
        let open = 0.5e-6...2e-6
        return !open.contains(distance) && !open.contains(Double(sideMargin))
    }
}
