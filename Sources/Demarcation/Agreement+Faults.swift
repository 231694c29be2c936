import Geodesy

extension Agreement {
    /// What contradicts itself in the agreement, in the order of its parts.
    public var faults: [AgreementError] {
        var check = FaultFinder(self)
        return check.run()
    }

    /// What keeps the agreement from being used.
    ///
    /// - Throws: the first of `faults`.
    public func validate() throws(AgreementError) {
        if let first = faults.first { throw first }
    }
}

/// Looks through an agreement for contradictions.
private struct FaultFinder {
    let agreement: Agreement
    let parties: DeclaredNames
    let lines: DeclaredNames
    let zones: DeclaredNames
    var faults: [AgreementError] = []

    init(_ agreement: Agreement) {
        self.agreement = agreement
        parties = DeclaredNames(agreement.parties.map(\.id))
        lines = DeclaredNames(agreement.lines.map(\.id))
        zones = DeclaredNames(agreement.zones.map(\.id))
    }

    mutating func run() -> [AgreementError] {
        identifiers("parties", parties.all)
        identifiers("lines", lines.all)
        identifiers("zones", zones.all)
        identifiers("rules", agreement.rules.map(\.id))
        categories()
        for line in agreement.lines { check(line) }
        for zone in agreement.zones { check(zone) }
        exceptCycles()
        for rule in agreement.rules { check(rule) }
        return faults
    }

    private mutating func identifiers(_ key: String, _ ids: [String]) {
        var seen: Set<String> = []
        for id in ids {
            if id.allSatisfy(\.isWhitespace) {
                add(.emptyIdentifier, [key, id], found: id, "an identifier is empty")
            } else if !seen.insert(id).inserted {
                add(.duplicate, [key, id], found: id, "'\(id)' is there twice")
            }
        }
    }

    private mutating func unknown(
        _ id: String, _ what: String, among known: DeclaredNames, at path: [String]
    ) {
        guard !known.contains(id) else { return }
        faults.append(
            AgreementError(
                .unknown, path, found: id, allowed: known.all,
                "there is no \(what) '\(id)'; " + Spelling.hint(for: id, in: known.all)))
    }

    private mutating func categories() {
        for branch in agreement.categories.branches {
            let name = CategoryTree.folded(branch.category)
            let contained = branch.members.contains { member in
                CategoryTree.folded(member) == name
                    || agreement.categories.kinds(of: branch.category)
                        .contains(CategoryTree.folded(member))
            }
            if contained {
                add(
                    .categoryCycle, ["categories", branch.category], found: branch.category,
                    "the category '\(branch.category)' contains itself")
                return
            }
        }
    }

    private mutating func check(_ line: ReferenceLine) {
        for (key, party) in [("left", line.left), ("right", line.right)] {
            if let party { unknown(party, "party", among: parties, at: ["lines", line.id, key]) }
        }
        if let left = line.left, left == line.right {
            add(
                .sameSides, ["lines", line.id, "right"], found: left,
                "both sides of the line are \(left)'s")
        }
        length(line.accuracy, "an accuracy", at: ["lines", line.id, "accuracy"])
    }

    private mutating func check(_ zone: Zone) {
        let path = ["zones", zone.id]
        switch zone.definition {
        case .within(let left, let right, let line):
            unknown(line, "line", among: lines, at: path + ["of"])
            for width in [left, right].compactMap({ $0 }) {
                length(width, "a width", at: path + ["within"])
            }
            if (left ?? .zero) <= .zero, (right ?? .zero) <= .zero {
                add(.badLength, path + ["within"], "the zone has no width to either side")
            }
        case .between(let from, let to, _, let line):
            unknown(line, "line", among: lines, at: path + ["of"])
            length(from, "a distance", at: path + ["between"])
            length(to, "a distance", at: path + ["between"])
            if from >= to {
                add(
                    .badLength, path + ["between"],
                    "a band runs from the smaller distance to the greater, not from \(from) to "
                        + "\(to)")
            }
        case .aroundPoint(let radius, let centre):
            length(radius, "a radius", at: path + ["within"], allowingZero: false)
            if !centre.isValid {
                add(.badLength, path + ["of"], "[\(centre)] is not a position on the globe")
            }
        case .aroundArea(let distance, _, _):
            length(distance, "a distance", at: path + ["within"], allowingZero: false)
        case .along(_, let halfWidth):
            length(halfWidth, "a width", at: path + ["within"], allowingZero: false)
        case .area: break
        }
        for id in zone.except {
            unknown(id, "zone", among: zones, at: path + ["except"])
        }
    }

    private mutating func length(
        _ length: Distance, _ what: String, at path: [String], allowingZero: Bool = true
    ) {
        guard !length.metres.isFinite || length < .zero || (!allowingZero && length == .zero)
        else { return }
        add(
            .badLength, path, found: "\(length)",
            "\(what) is a finite length \(allowingZero ? "not below" : "above") zero, not \(length)"
        )
    }

    private mutating func exceptCycles() {
        if agreement.exceptedFirst() != nil { return }
        for zone in agreement.zones where agreement.excepts(zone.id, zone.id) {
            add(
                .exceptCycle, ["zones", zone.id, "except"], found: zone.id,
                "the zone is excepted from itself, by way of \(zone.except.joined(separator: ", "))"
            )
        }
    }

    private mutating func check(_ rule: Rule) {
        let path = ["rules", rule.id]
        if rule.zones.isEmpty { add(.emptyRule, path + ["in"], "the rule holds in no zone") }
        for zone in rule.zones { unknown(zone, "zone", among: zones, at: path + ["in"]) }
        for party in rule.parties {
            unknown(
                party, "party", among: parties, at: path + ["party"])
        }
        if rule.prohibits.isEmpty, rule.limits.isEmpty {
            add(.emptyRule, path, "the rule neither prohibits nor limits anything")
        }
        for cap in rule.limits where cap.count < 0 {
            add(
                .badLength, path + ["limits"], found: "\(cap.count)",
                "a number of \(cap.category) is not negative")
        }
        var isResolved = true
        for (key, time) in [("from", rule.from), ("until", rule.until)] {
            guard let time, time.isCountedFromZero, agreement.zero == nil else { continue }
            isResolved = false
            add(
                .noZero, path + [key], found: time.description,
                "\(time) is counted from the zero day, and the agreement has no 'zero'")
        }
        guard isResolved, let from = rule.from, let until = rule.until else { return }
        if agreement.resolve(until) <= agreement.resolve(from) {
            add(
                .endsBeforeItBegins, path + ["until"], found: until.description,
                "the rule ends at \(until), before or when it begins at \(from)")
        }
    }

    private mutating func add(
        _ code: AgreementError.Code, _ path: [String], found: String = "", _ reason: String
    ) {
        faults.append(AgreementError(code, path, found: found, reason))
    }
}

/// What an agreement declares of one sort.
private struct DeclaredNames {
    let all: [String]
    private let known: Set<String>

    init(_ names: [String]) {
        all = names
        known = Set(names)
    }

    func contains(_ name: String) -> Bool { known.contains(name) }
}
