/// What was found about positions at one offset from a limit.
struct Tally {
    var positions = 0
    var wrongVerdicts = 0
    var wrongSides = 0
    /// Positions of which a zone or the side was not asked.
    var exempt = 0

    static func += (sum: inout Tally, other: Tally) {
        sum.positions += other.positions
        sum.wrongVerdicts += other.wrongVerdicts
        sum.wrongSides += other.wrongSides
        sum.exempt += other.exempt
    }
}

/// How far positions are from the nearest limit, the line itself counting as one.
enum Offset: Int, CaseIterable {
    case none, tenthMillimetre, centimetre, metre, hundredMetres, other

    init(_ distance: Double, limits: [Double]) {
        let gap = ([0] + limits).map { (distance - $0).magnitude }.min() ?? .infinity
        switch gap {
        case ..<0.5e-6: self = .none
        case 0.9e-4...1.1e-4: self = .tenthMillimetre
        case 0.009...0.011: self = .centimetre
        case 0.9...1.1: self = .metre
        case 90...110: self = .hundredMetres
        default: self = .other
        }
    }

    var name: String {
        ["0", "0.1 mm", "1 cm", "1 m", "100 m", "other"][rawValue]
    }
}
