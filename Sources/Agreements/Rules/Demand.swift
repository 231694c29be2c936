import Geodesy

extension Rule {
    /// What a rule asks, and where.
    public enum Demand: Hashable, Sendable {
        /// Nothing of this kind may be in the zones; a place in any of them counts. Beside caps it may name
        /// nothing.
        case prohibits([CategoryCondition], in: [Zone.ID])
        /// Nothing of this kind may be anywhere but in the zones.
        case only([CategoryCondition], in: [Zone.ID])
        /// Nothing but what is of this kind may be in the zones.
        case reserve([Zone.ID], for: [CategoryCondition])
        /// What is of this kind stays so far behind the line on the side of its own party; across the line the
        /// distance is negative.
        case withdraw(
            [CategoryCondition], behind: Setback, of: ReferenceLine.ID, ends: LineEnds = .asReached)
        /// What is of this kind stays on the side of its own party; a place on the line is on both.
        case stay([CategoryCondition], of: ReferenceLine.ID, ends: LineEnds = .asReached)
    }

    /// How far behind a line something has to be.
    public enum Setback: Hashable, Sendable {
        /// A distance, met at exactly that or more.
        case distance(Distance)
        /// As far as it reaches, by the agreement's `reach`.
        case ownReach
    }

    /// What is asked beyond the open ends of a line, where its end is the nearest place on it.
    public enum LineEnds: String, CaseIterable, Hashable, Sendable {
        /// Beyond the perpendicular at the end there is no side: a withdrawal is met by distance alone, and a
        /// rule to stay on a side does not cover the place.
        case asReached = "as-reached"
        /// The last edge goes on as a geodesic, and parts the sides there.
        case prolonged
    }
}

extension Rule.Demand {
    /// The zones that are named; empty for what is measured from a line.
    public var zones: [Zone.ID] {
        switch self {
        case .prohibits(_, let zones), .only(_, let zones), .reserve(let zones, _): zones
        case .withdraw, .stay: []
        }
    }

    /// The line that is measured from, if any.
    public var line: ReferenceLine.ID? {
        switch self {
        case .withdraw(_, _, let line, _), .stay(_, let line, _): line
        case .prohibits, .only, .reserve: nil
        }
    }

    /// The conditions on what is spoken of.
    public var conditions: [CategoryCondition] {
        switch self {
        case .prohibits(let conditions, _), .only(let conditions, _),
            .reserve(_, let conditions), .withdraw(let conditions, _, _, _),
            .stay(let conditions, _, _):
            conditions
        }
    }

    /// The key that names it in agreement files.
    var key: String {
        switch self {
        case .prohibits: "prohibits"
        case .only: "only"
        case .reserve: "reserve"
        case .withdraw: "withdraw"
        case .stay: "stay"
        }
    }
}
