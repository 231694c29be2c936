extension Agreement {
    /// The zones that matter at a moment: those in which a rule is, or may be, in force then, and those that no
    /// rule names.
    public func zones(at moment: Instant) -> [Zone] {
        zones.filter { zone in
            let rules = rules.filter { $0.zones.contains(zone.id) }
            return rules.isEmpty
                || rules.contains { rule in
                    let from = rule.from.flatMap { resolve($0) }
                    let until = rule.until.flatMap { resolve($0) }
                    return (from.map { moment >= $0 } ?? true)
                        && (until.map { moment < $0 } ?? true)
                }
        }
    }
}
