extension ChangeCounts.Counts {
    /// Those of zones in an order that is always the same.
    package var sortedZones: [(key: Key, count: Int)] { Self.sorted(zones) }
    /// Those of rules, likewise.
    package var sortedRules: [(key: Key, count: Int)] { Self.sorted(rules) }
    /// Those of parties, likewise.
    package var sortedParties: [(party: String, count: Int)] {
        parties.sorted { $0.key < $1.key }.map { ($0.key.inWords, $0.value) }
    }

    private static func sorted(_ counts: [Key: Int]) -> [(key: Key, count: Int)] {
        counts.sorted {
            ($0.key.id, $0.key.before, $0.key.now) < ($1.key.id, $1.key.before, $1.key.now)
        }.map { ($0.key, $0.value) }
    }

    /// The counts as a member `changes`.
    func write(to out: inout JSONLines) {
        out.open("changes")
        out.member("judged", judged)
        out.member("changed", changed)
        for (name, counts) in [("zones", sortedZones), ("rules", sortedRules)] {
            out.openList(name)
            for (key, count) in counts {
                out.open(nil)
                out.member("id", key.id)
                out.member("before", key.before)
                out.member("now", key.now)
                out.member("count", count)
                out.close()
            }
            out.closeList()
        }
        out.open("parties")
        for (party, count) in sortedParties { out.member(party, count) }
        out.close()
        out.close()
    }
}
