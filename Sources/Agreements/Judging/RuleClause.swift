import Geodesy
import Zones

/// One thing that a rule contradicts: what is of a kind, or of none of several kinds, somewhere.
struct RuleClause: Sendable {
    /// The kinds of which it speaks.
    let conditions: [CompiledCondition]
    /// Whether it speaks of what is of none of them.
    let isOfOthers: Bool
    /// The party of which it speaks, folded; `nil` for all whom the rule binds.
    let party: String?
    /// Where it is contradicted.
    let region: ZoneForms
    /// Where it says something; `nil` where it speaks of all places.
    var cover: ZoneForms?
    /// Kinds of which it does not speak, although they are of its own.
    var excluded: [CompiledCondition] = []
    /// Whether it may be contradicted at any other place too, as where a reach is not known.
    var isOpen = false

    /// Whether it speaks of a report.
    func covers(_ subject: Subject, _ touches: (Int) -> Answer) -> Answer {
        speaks(of: subject) && (cover?.answer(at: subject.time, touches) ?? .yes)
    }

    /// Whether a report contradicts it, if the rule holds.
    func isContradicted(by subject: Subject, _ touches: (Int) -> Answer) -> Answer {
        let there = region.answer(at: subject.time, touches)
        return speaks(of: subject) && (isOpen ? max(there, .undeterminable) : there)
    }

    /// Whether it speaks of what was reported, wherever that is.
    func speaks(of subject: Subject) -> Answer {
        let isOfKind = conditions.reduce(Answer.no) { $0 || $1.holds(for: subject) }
        let isExcluded = excluded.reduce(Answer.no) { $0 || $1.holds(for: subject) }
        let isMeant = (isOfOthers ? !isOfKind : isOfKind) && !isExcluded
        guard let party else { return isMeant }
        return isMeant && (subject.party.map { Answer($0 == party) } ?? .undeterminable)
    }
}

extension Region {
    /// All places that are in none of the regions.
    static func outside(_ regions: [Region]) -> Region { .difference(.everywhere, .union(regions)) }

    /// One side of a line, the line itself with it, from a distance on.
    static func side(
        _ side: LineSide, of line: LineName, from distance: Distance = .zero
    ) -> Region {
        let band = DistanceBand.beyond(distance)
        return .beside(
            .line(line), left: side == .left ? band : nil, right: side == .right ? band : nil,
            ends: .round)
    }

    /// All places but those beyond the open ends of a line.
    static func alongside(_ line: LineName) -> Region {
        .beside(.line(line), left: .everything, right: .everything, ends: .flatWhereNearest)
    }

    /// Beyond the open ends of a line, from a distance on.
    static func beyondEnds(of line: LineName, from distance: Distance) -> Region {
        let band = DistanceBand.beyond(distance)
        return .difference(
            .beside(.line(line), left: band, right: band, ends: .round), .alongside(line))
    }

    /// Where what is to be withdrawn behind a line on a side may not be: where it lies less than the distance
    /// from the line on that side, or on the other.
    ///
    /// Beyond open ends the distance alone counts, unless the line's last edges are `prolonged`.
    static func short(
        of distance: Distance, behind line: LineName, on side: LineSide, ends: Rule.LineEnds
    ) -> Region {
        let allowed = Region.side(side, of: line, from: distance)
        return .outside(
            ends == .prolonged ? [allowed] : [allowed, .beyondEnds(of: line, from: distance)])
    }

    /// Where what is to stay on a side of a line may not be.
    static func across(_ line: LineName, from side: LineSide, ends: Rule.LineEnds) -> Region {
        .difference(
            ends == .prolonged ? .everywhere : .alongside(line), .side(side, of: line))
    }
}
