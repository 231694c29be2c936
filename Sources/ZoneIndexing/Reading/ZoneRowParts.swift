import Geodesy

/// What a verdict is made of: memberships by each condition, and the sides of lines.
struct ZoneRowParts {
    private let terms: ZoneTerms
    private(set) var atoms: [Membership]
    private(set) var sides: [LineSide?]

    init(_ terms: ZoneTerms, atoms: [Membership], sides: [LineSide?]) {
        (self.terms, self.atoms, self.sides) = (terms, atoms, sides)
    }

    /// Far from everything.
    init(_ terms: ZoneTerms) {
        self.init(
            terms, atoms: Array(repeating: .outside, count: terms.atoms.count),
            sides: Array(repeating: nil, count: terms.lineCount))
    }

    /// Takes how a position lies to a source, by the definitions.
    mutating func set(_ source: Int, _ reading: SourceReading, uncertainty: Double) {
        for atom in terms.atomsOfSource[source] {
            atoms[atom] = terms.membership(terms.atoms[atom], reading, uncertainty: uncertainty)
        }
        if case .line(let line) = terms.sources[source], case .line(let found) = reading {
            if let number = line.number { sides[number] = line.toldSide(found.nearest) }
        }
    }

    /// Takes how a report lies to a line or point, as far as distances tell.
    mutating func set(
        _ source: Int, _ outcome: UncertainOutcome, _ thresholds: Thresholds, accuracy: Double
    ) {
        for atom in terms.atomsOfSource[source] {
            switch terms.atoms[atom] {
            // Where the bands to both sides differ, they have been found to say the same.
            case .line(_, let band, _, _), .point(_, let band):
                atoms[atom] = band.membership(outcome, thresholds, accuracy: accuracy)
            case .area, .aroundArea: break
            }
        }
        if source < sides.count { sides[source] = outcome.side }
    }

    /// The verdict.
    var row: ZoneRow { ZoneRow(terms.zones(from: atoms), sides: sides) }
}

extension LineSource {
    /// How far from the line verdicts tell its side, in metres: to the farthest limit.
    var toldReach: Double { limit + DistanceBand.coincidence }

    /// The side that verdicts tell.
    func toldSide(_ nearest: NearestPlace) -> LineSide? {
        nearest.distance.metres <= toldReach ? nearest.side : nil
    }
}
