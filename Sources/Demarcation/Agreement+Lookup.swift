extension Agreement {
    /// The moment that a time names under this agreement.
    ///
    /// - Precondition: `faults` is empty, so that a time counted from the zero has one.
    func resolve(_ time: AgreementTime) -> Instant {
        if let zero { return zero.resolve(time) }
        if case .at(let moment) = time { return moment }
        preconditionFailure("a time counted from the zero of an agreement that has none")
    }

    /// The lines by their identifiers; of equal ones the first.
    var lineNumbers: [ReferenceLine.ID: Int] {
        Dictionary(zip(lines.map(\.id), lines.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The zones by their identifiers; of equal ones the first.
    var zoneNumbers: [Zone.ID: Int] {
        Dictionary(zip(zones.map(\.id), zones.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The numbers of the zones in an order in which each comes after those excepted from it, or
    /// `nil` when there is none.
    func exceptedFirst() -> [Int]? {
        let numbers = zoneNumbers
        let excepted = zones.map { $0.except.compactMap { numbers[$0] } }
        var order: [Int] = []
        // Per zone how many of those excepted from it have been looked at; -1 when it is placed.
        var next = [Int](repeating: 0, count: zones.count)
        for first in zones.indices where next[first] >= 0 {
            var open = [first]
            while let zone = open.last {
                if next[zone] == excepted[zone].count {
                    next[zone] = -1
                    order.append(zone)
                    open.removeLast()
                    continue
                }
                let other = excepted[zone][next[zone]]
                next[zone] += 1
                if next[other] < 0 { continue }
                // Begun and not placed: it is on the way here.
                if next[other] > 0 || other == zone { return nil }
                open.append(other)
            }
        }
        return order
    }

    /// Whether a zone is excepted from another, directly or by way of others.
    func excepts(_ zone: Zone.ID, _ other: Zone.ID) -> Bool {
        let numbers = zoneNumbers
        var open = numbers[zone].map { zones[$0].except } ?? []
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            if next == other { return true }
            guard seen.insert(next).inserted else { continue }
            if let number = numbers[next] { open += zones[number].except }
        }
        return false
    }
}
