import Zones

extension Agreement {
    /// The moment that a time names under this agreement; `nil` while the zero that it is counted from is not
    /// known.
    ///
    /// - Precondition: `faults` is empty, so that a time counted from a zero has one.
    package func resolve(_ time: AgreementTime) -> Instant? {
        if case .at(let moment) = time { return moment }
        return zero(of: time)?.resolve(time)
    }

    /// The zero from which a time is counted, where it is known.
    package func zero(of time: AgreementTime) -> ZeroDay? {
        guard let name = time.zeroName else { return zero }
        return zeros.first { $0.name == name }?.day
    }

    /// Whether the agreement has the zero from which a time is counted, and be it unknown.
    func hasZero(of time: AgreementTime) -> Bool {
        guard let name = time.zeroName else {
            return !time.isCountedFromZero || zero != nil || isZeroUnknown
        }
        return zeros.contains { $0.name == name }
    }

    /// Whether a rule asks for the party of a report.
    package func asksParty(_ rule: Rule) -> Bool {
        let isMeasured = rule.demand.line != nil
        return isMeasured || !rule.parties.isEmpty || parties.contains { $0.role == .observer }
            || rule.conditions.contains { !$0.parties.isEmpty }
    }

    /// The numbers of the zones in an order in which each comes after those that it is made of, or
    /// `nil` when there is none.
    ///
    /// - Complexity: linear in the zones and in what they name.
    func zonesInOrder() -> [Int]? {
        let numbers = Dictionary(
            zones.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [Int] = []
        var missing = [Int](repeating: 0, count: zones.count)
        var users = [[Int]](repeating: [], count: zones.count)
        for (number, zone) in zones.enumerated() {
            for used in zone.regions.flatMap(\.zones).compactMap({ numbers[$0] }) {
                missing[number] += 1
                users[used].append(number)
            }
        }
        var ready = zones.indices.filter { missing[$0] == 0 }
        var next = 0
        while next < ready.count {
            let zone = ready[next]
            next += 1
            order.append(zone)
            for user in users[zone] {
                missing[user] -= 1
                if missing[user] == 0 { ready.append(user) }
            }
        }
        return order.count == zones.count ? order : nil
    }

    /// Whether a zone is made of another, directly or by way of others.
    func isMade(_ zone: Zone.ID, of other: Zone.ID) -> Bool {
        let used = Dictionary(
            zones.map { ($0.id, $0.regions.flatMap(\.zones)) },
            uniquingKeysWith: { first, _ in first })
        var open = used[zone] ?? []
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            if next == other { return true }
            guard seen.insert(next).inserted else { continue }
            open += used[next] ?? []
        }
        return false
    }
}
