/// How much of what a model holds possible is in a zone.
package struct ZoneMass: Sendable {
    /// The share of places that are in the zone, that are not, and that only a bound leaves open.
    var inside = 0.0
    var outside = 0.0
    var doubtful = 0.0

    /// Less than this may be missing by rounding, and beyond what a distribution is followed.
    private static let nothing = 1e-7

    /// Half of what is not decided may be this much: the tolerance.
    static let greatestOpen = 2 * ProbabilityRange.tolerance

    /// The share of what is not decided.
    var open: Double {
        let rest = 1 - inside - outside - doubtful
        return rest > Self.nothing ? rest : 0
    }

    /// What is certain when so much probability is certainty.
    func answer(certainAt: Double) -> Answer {
        if inside + Self.nothing >= certainAt { return .yes }
        return outside + Self.nothing >= certainAt ? .no : .undeterminable
    }

    /// The least and the greatest probability; what is not decided counts by half either way, where that is within
    /// the tolerance, and else as if a bound left it open.
    var range: ProbabilityRange {
        if outside + doubtful + open == 0 { return .all }
        if inside + doubtful + open == 0 { return .none }
        if open > Self.greatestOpen {
            return ProbabilityRange(least: inside, greatest: min(1, 1 - outside))
        }
        let least = min(1, inside + open / 2)
        return ProbabilityRange(least: least, greatest: min(1, least + doubtful))
    }
}
