import Geodesy
import TestSupport
import Testing

/// How far an answer may be from the oracle's, and whether it is.
struct OracleComparison {
    let oracle: OracleLine
    /// Whether the line has an end that lies on another of its places.
    ///
    /// That is no end of what is near, which the oracle does not look for; `LineLocatorEndTests`
    /// has the case.
    var hasEndOnItself = false
    /// Metres by which a distance may differ.
    var tolerance: Double { oracle.line.edges == .planar ? 1e-4 : 1e-6 }

    /// What is wrong with an answer, in words, or `nil`.
    func fault(in found: NearestPlace, against truth: OracleAnswer) -> String? {
        let distance = found.distance.metres
        guard (distance - truth.distance).magnitude <= tolerance else {
            return "distance \(distance), oracle \(truth.distance)"
        }
        // Whatever place was chosen, it must lie where it says and as far as it says.
        guard oracle.line.parts.indices.contains(found.part),
            found.segment >= 0, found.segment < oracle.line.parts[found.part].count - 1,
            found.fraction >= 0, found.fraction <= 1
        else { return "part \(found.part), segment \(found.segment), fraction \(found.fraction)" }
        let claimed = oracle.place(
            part: found.part, segment: found.segment, fraction: found.fraction
        ).0
        let gap = Exact.distance(claimed, found.place)
        guard gap <= tolerance else { return "place is \(gap) m from its segment and fraction" }
        let own = Exact.distance(truth.position, found.place)
        guard (own - distance).magnitude <= 1e-7 else { return "place is \(own) m away" }
        return placeFault(in: found, against: truth) ?? sideFault(in: found, against: truth)
            ?? endFault(in: found, against: truth)
    }

    private func placeFault(in found: NearestPlace, against truth: OracleAnswer) -> String? {
        guard truth.segmentMargin > Float(2 * tolerance) else { return nil }
        guard found.part == truth.part else { return "part \(found.part), oracle \(truth.part)" }
        let place = oracle.place(
            part: Int(truth.part), segment: Int(truth.segment), fraction: truth.fraction
        ).0
        let shift = Exact.distance(place, found.place)
        // A vertex may also count as the end of the segment before; nothing else is certain about
        // the segment than that the places agree.
        guard found.segment == truth.segment || (truth.isVertex && shift <= tolerance) else {
            return "segment \(found.segment), oracle \(truth.segment)"
        }
        // Where the line bends about the position the nearest place is poorly defined: positions
        // themselves are good to some nanometres.
        let allowed = max(1e-6, 2e-8 * Double(truth.sensitivity)) + (tolerance - 1e-6)
        guard shift <= allowed || truth.sensitivity > 1e6 else {
            return "place is \(shift) m from the oracle's (sensitivity \(truth.sensitivity))"
        }
        return nil
    }

    private func sideFault(in found: NearestPlace, against truth: OracleAnswer) -> String? {
        let expected = truth.side
        // Within a fifth of the rule's own micrometre either answer stands.
        let nearOne = (0.8e-6...1.2e-6)
        if nearOne.contains(truth.distance) || nearOne.contains(Double(truth.sideMargin)) {
            return nil
        }
        guard found.side == expected else {
            return "side \(found.side), oracle \(expected) (margin \(truth.sideMargin))"
        }
        return nil
    }

    private func endFault(in found: NearestPlace, against truth: OracleAnswer) -> String? {
        guard truth.segmentMargin > 2e-6 else { return nil }
        let certain = truth.beyond > 2e-6 && !hasEndOnItself
        if certain && found.beyondEnd == nil { return "beyondEnd nil, oracle \(truth.beyond)" }
        if truth.beyond < 0.5e-6, let beyond = found.beyondEnd {
            return "beyondEnd \(beyond), oracle none"
        }
        return nil
    }
}

/// Faults found, of which a few are shown.
struct Faults {
    private(set) var count = 0
    private(set) var shown: [String] = []

    mutating func add(_ fault: String) {
        count += 1
        if shown.count < 5 { shown.append(fault) }
    }

    var text: String { "\(count) faults, such as:\n" + shown.joined(separator: "\n") }
}
