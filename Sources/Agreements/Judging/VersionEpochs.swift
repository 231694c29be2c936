/// The stretches of time in which no line and no zone of an agreement changes.
struct VersionEpochs: Hashable, Sendable {
    /// The moments at which one ends and the next begins, ascending.
    let turns: [Instant]

    init(_ agreement: Agreement) {
        let times =
            agreement.lines.flatMap { $0.versions.flatMap { [$0.from, $0.until] } }
            + agreement.zones.flatMap { $0.versions.flatMap { [$0.from, $0.until] } }
        turns = Set(times.compactMap { $0 }.compactMap { agreement.resolve($0) }).sorted()
    }

    /// How many there are.
    var count: Int { turns.count + 1 }

    /// A moment in one of them.
    func moment(in epoch: Int) -> Instant {
        epoch == 0 ? (turns.first?.before ?? Instant(seconds: 0)) : turns[epoch - 1]
    }

    /// Those in which something was observed; all of them where the time is not known.
    func reached(by time: TimeSpan?) -> ClosedRange<Int> {
        guard let time else { return 0...turns.count }
        return number(at: time.first)...number(at: time.last)
    }

    /// That in which a moment lies.
    func number(at moment: Instant) -> Int { turns.count { $0 <= moment } }
}

extension Agreement {
    /// The versions of something that may hold in an epoch, by their numbers; none where it is certain that none
    /// does.
    func versions<Form>(
        _ versions: [Version<Form>], in epoch: Int, of epochs: VersionEpochs
    ) -> [Int] {
        let moment = epochs.moment(in: epoch)
        let span = TimeSpan(first: moment, last: moment)
        let covers = versions.map {
            RuleWindow(from: $0.from, until: $0.until, in: self).covers(span)
        }
        return versions.indices.filter { covers[$0] != .no }
    }
}
