extension Agreement {
    /// The moment that a time names under this agreement.
    ///
    /// - Precondition: `faults` is empty, so that a time counted from the zero has one.
    func resolve(_ time: AgreementTime) -> Instant {
        if let zero { return zero.resolve(time) }
        if case .at(let moment) = time { return moment }
        preconditionFailure("a time counted from the zero of an agreement that has none")
    }

    /// The numbers of the zones in an order in which each comes after those excepted from it, or
    /// `nil` when there is none.
    func exceptedFirst() -> [Int]? {
        var order: [Int] = []
        var isPlaced = [Bool](repeating: false, count: zones.count)
        let numbers = Dictionary(
            zones.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        while order.count < zones.count {
            let before = order.count
            for (z, zone) in zones.enumerated() where !isPlaced[z] {
                let excepted = zone.except.compactMap { numbers[$0] }
                guard excepted.allSatisfy({ isPlaced[$0] }) else { continue }
                isPlaced[z] = true
                order.append(z)
            }
            if order.count == before { return nil }
        }
        return order
    }

    /// Whether a zone is excepted from another, directly or by way of others.
    func excepts(_ zone: Zone.ID, _ other: Zone.ID) -> Bool {
        var open = zones.first { $0.id == zone }?.except ?? []
        var seen: Set<Zone.ID> = []
        while let next = open.popLast() {
            if next == other { return true }
            guard seen.insert(next).inserted else { continue }
            open += zones.first { $0.id == next }?.except ?? []
        }
        return false
    }
}
