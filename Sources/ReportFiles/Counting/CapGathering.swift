import Agreements

/// Puts together what was found of a cap, from its windows in the order of time.
struct CapGathering {
    private let way: CountingPlan.CapWay
    private let rule: Rule
    private let hasRefused: Bool
    /// The time of the one window, where there is one only.
    private let whole: (from: Instant?, until: Instant?)
    private let bounds: SetEvaluation.Bounds
    /// What was declared complete of each of the rule's zones, in the order of time.
    private let declared: [[DeclaredComplete]]
    private var found: SetFindings.Cap
    /// What may be in a window that is not known.
    private var anyHigh: Int64 = 0
    private var isOpen = false
    private var current: (number: Int64, low: Int64, high: Int64, isOpen: Bool)?

    init(
        _ way: CountingPlan.CapWay, _ rule: Rule, hasRefused: Bool,
        whole: (from: Instant?, until: Instant?), bounds: SetEvaluation.Bounds,
        declared: [DeclaredComplete]
    ) {
        (self.way, self.rule, self.hasRefused) = (way, rule, hasRefused)
        (self.whole, self.bounds) = (whole, bounds)
        self.declared = rule.zones.map { zone in
            declared.filter { $0.zone == zone }.sorted { $0.from < $1.from }
        }
        let cap = rule.limits[way.cap]
        found = SetFindings.Cap(rule: rule.id, category: cap.category, cap: cap.count)
        isOpen = hasRefused
    }

    mutating func take(_ entry: CountEntry) {
        if entry.number == CountEntry.anyWindow {
            if entry.kind == .windowSum { anyHigh = entry.high }
            isOpen = isOpen || entry.isOpen
            return
        }
        if current?.number != entry.number { close() }
        let known = current ?? (entry.number, 0, 0, false)
        current = (
            entry.number, max(known.low, entry.low), max(known.high, entry.high),
            known.isOpen || entry.isOpen
        )
    }

    private mutating func close() {
        guard let current else { return }
        self.current = nil
        let span: (from: Instant?, until: Instant?) =
            way.isWhole
            ? whole
            : (way.windows?.start(of: current.number), way.windows?.start(of: current.number + 1))
        add(span, current.low, current.high.saturatingSum(anyHigh), isOpen || current.isOpen)
    }

    private mutating func add(
        _ span: (from: Instant?, until: Instant?), _ low: Int64, _ high: Int64, _ isOpen: Bool
    ) {
        let cap = Int64(found.cap)
        let finding: Finding =
            if low > cap {
                .apparentBreach
            } else if !isOpen, high <= cap, isDeclared(span) {
                .compliant
            } else { .undeterminable }
        let window = SetFindings.Window(
            from: span.from, until: span.until, low: Int(low), high: isOpen ? nil : Int(high),
            finding: finding)
        switch finding {
        case .apparentBreach: found.breaches += 1
        case .compliant: found.compliant += 1
        default: found.undeterminable += 1
        }
        if found.windows.count < SetFindings.mostWindows { found.windows.append(window) }
        if found.worst.map({ Self.isWorse(window, than: $0) }) ?? true { found.worst = window }
    }

    /// Whether one window is graver than an earlier one, or as grave with more in it.
    private static func isWorse(
        _ a: SetFindings.Window, than b: SetFindings.Window
    ) -> Bool {
        if a.finding != b.finding { return a.finding.order < b.finding.order }
        if a.low != b.low { return a.low > b.low }
        return (a.high ?? .max) > (b.high ?? .max)
    }

    /// Whether all of a window, as far as the rule holds in it, has been declared complete in all zones.
    private func isDeclared(_ span: (from: Instant?, until: Instant?)) -> Bool {
        guard var from = span.from, var until = span.until else { return false }
        from = max(from, bounds.from ?? from)
        until = min(until, bounds.until ?? until)
        return declared.allSatisfy { intervals in
            var reached = from
            for interval in intervals where interval.from <= reached {
                reached = max(reached, interval.until)
            }
            return reached >= until && reached > from
        } && !declared.isEmpty
    }

    /// What was found.
    mutating func finish() -> SetFindings.Cap {
        close()
        // What may be in any window, and nothing that is in one.
        if found.worst == nil { add(whole, 0, anyHigh, isOpen) }
        return found
    }
}
