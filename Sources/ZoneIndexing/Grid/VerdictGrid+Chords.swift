import Geodesy

extension VerdictGrid {
    /// The label of an entry of a cell in which only the distance from a line is open, from the square
    /// of the least chord to the line; `nil` where something else is open, or it is too near to a
    /// threshold.
    @inline(__always)
    func label(of entry: Entry, squaredChord: Double, _ line: GridSources.Line) -> UInt32? {
        guard !entry.isLeaf, entry != .outside else { return nil }
        let decider = quickDeciders[Int(entry.number)]
        // An infinite one is not known.
        guard let measured = decider.sole, squaredChord < .infinity else { return nil }
        var k = Int(measured.least)
        while k < Int(measured.most) {
            let bounds = line.chordBounds[k]
            if squaredChord < bounds.below { break }
            guard squaredChord > bounds.above else { return nil }
            k += 1
        }
        return tables[Int(decider.table) + k - Int(measured.least)]
    }
}
