/// What follows from the outcomes of one source that were met.
struct KnownOutcomes {
    private var ofCells: [Consequences?] = []
    var ofReports: [UncertainOutcome: Consequences] = [:]

    func ofCell(_ number: Int) -> Consequences? {
        number < ofCells.count ? ofCells[number] : nil
    }

    mutating func take(_ found: Consequences, ofCell number: Int) {
        while number >= ofCells.count { ofCells.append(nil) }
        ofCells[number] = found
    }
}
