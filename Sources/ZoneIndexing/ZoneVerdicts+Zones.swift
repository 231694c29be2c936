import Zones

/// One zone of many positions; each takes a fraction of what classifying the positions took.
extension ZoneVerdicts {
    /// How many of the positions have an answer of a zone; unless said otherwise, how many are
    /// certainly in it.
    ///
    /// - Precondition: the plan has the zone.
    /// - Complexity: linear in the positions: of each its label is looked at.
    public func count(inZone zone: ZoneNumber, _ answer: Answer = .inside) -> Int {
        withAnswers(inZone: zone) { answers in
            labels.reduce(0) { $0 + (answers[Int($1)] == answer ? 1 : 0) }
        }
    }

    /// Whether each of the positions has an answer of a zone, in their order; unless said otherwise,
    /// whether it is certainly in it.
    ///
    /// - Precondition: the plan has the zone.
    /// - Complexity: linear in the positions: of each its label is looked at.
    public func mask(inZone zone: ZoneNumber, _ answer: Answer = .inside) -> [Bool] {
        withAnswers(inZone: zone) { answers in
            labels.map { answers[Int($0)] == answer }
        }
    }

    /// Calls with the answer of each label that occurs.
    private func withAnswers<Result>(
        inZone zone: ZoneNumber, _ body: (UnsafeBufferPointer<Answer?>) -> Result
    ) -> Result {
        precondition(
            (0..<table.zoneCount).contains(zone.rawValue), "the plan has no zone \(zone)")
        return withUnsafeTemporaryAllocation(of: Answer?.self, capacity: table.count) { answers in
            answers.initialize(repeating: nil)
            for label in labels where answers[Int(label)] == nil {
                answers[Int(label)] = table.row(label).membership(inZone: zone.rawValue)
            }
            return body(UnsafeBufferPointer(answers))
        }
    }
}
