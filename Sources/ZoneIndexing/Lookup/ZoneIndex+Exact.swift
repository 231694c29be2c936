import Geodesy

extension ZoneIndex {
    /// The label of a position by the definitions alone, as every other way must find it.
    func exactLabel(
        _ position: Coordinate, uncertainty: Double, _ labels: inout ZoneLabels
    ) -> UInt32 {
        guard position.isValid, uncertainty >= 0, uncertainty.isFinite else {
            return ZoneLabels.unusable
        }
        var atoms = [Membership](repeating: .undeterminable, count: terms.atoms.count)
        var sides = [LineSide?](repeating: nil, count: terms.lineCount)
        for source in terms.sources.indices {
            let reading = terms.reading(of: position, uncertainty: uncertainty, source: source)
            for atom in terms.atomsOfSource[source] {
                atoms[atom] = terms.membership(
                    terms.atoms[atom], reading, uncertainty: uncertainty)
            }
            if case .line(let line) = terms.sources[source], case .line(let found) = reading {
                if let number = line.number { sides[number] = line.toldSide(found.nearest) }
            }
        }
        return labels.label(for: ZoneRow(terms.zones(from: atoms), sides: sides))
    }
}

extension LineSource {
    /// The side that verdicts tell: none beyond the farthest limit.
    func toldSide(_ nearest: NearestPlace) -> LineSide? {
        nearest.distance.metres <= limit + DistanceBand.coincidence ? nearest.side : nil
    }
}
