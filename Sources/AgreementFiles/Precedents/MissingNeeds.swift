/// Takes out of a precedent's agreement what depends on needs for which nothing was given.
///
/// What is left never asks more than the text: where one zone of several is missing, a rule that holds in any of them
/// holds in the others; but a zone from which another is taken away goes with it, and so does what may be in certain
/// zones only.
struct MissingNeeds {
    /// Something that was left out.
    struct LeftOut: Hashable {
        /// What it is, with its identifier.
        let part: String
        let reason: String
    }

    /// What happened to a zone.
    private enum State: Hashable {
        /// Something of it is left out.
        case narrowed
        case gone(reason: String)
    }

    private let needs: [String: Precedent.Need]
    private var sections: [YAMLNode.Pair]
    private(set) var leftOut: [LeftOut] = []
    /// Why lines are left out.
    private var lines: [String: String] = [:]
    /// The markers that are left out, by their lines.
    private var markers: [String: Set<String>] = [:]
    private var zones: [String: State] = [:]
    private var isAreaGone = false

    init(of needs: [Precedent.Need], in root: YAMLNode) {
        self.needs = Dictionary(needs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sections = root.mapping ?? []
    }

    /// The agreement without what depends on missing needs.
    mutating func prune() -> [YAMLNode.Pair] {
        guard sections.contains(where: { !$0.value.needs.isEmpty }) else { return sections }
        pruneGeneral()
        change("lines") { $0.prunedLine($1) }
        judgeZones()
        change("zones") { $0.prunedZone($1, what: "zone") }
        change("sites") { $0.prunedSite($1) }
        change("rules") { $0.prunedRule($1) }
        change("obligations") { $0.prunedObligation($1) }
        pruneSuspensions()
        return sections
    }

    // MARK: - Sections

    /// What is no entry of a section: an unknown zero stays one, everything else goes.
    private mutating func pruneGeneral() {
        let entries = ["lines", "zones", "rules", "sites", "obligations", "suspended"]
        var kept: [YAMLNode.Pair] = []
        for pair in sections {
            guard !entries.contains(pair.key), let reason = reason(of: pair.value) else {
                kept.append(pair)
                continue
            }
            switch pair.key {
            case "zero":
                kept.append(pair.with(pair.value.with(.scalar("unknown"))))
                note(
                    "the zero",
                    "\(reason); it is unknown, and what is counted from it undeterminable")
            case "zeros", "reach":
                var own: [YAMLNode.Pair] = []
                for entry in pair.value.mapping ?? [] {
                    guard let reason = self.reason(of: entry.value) else {
                        own.append(entry)
                        continue
                    }
                    if pair.key == "zeros" {
                        own.append(entry.with(entry.value.with(.scalar("unknown"))))
                    }
                    note("\(pair.key == "zeros" ? "zero" : "reach") '\(entry.key)'", reason)
                }
                if !own.isEmpty { kept.append(pair.with(pair.value.with(.mapping(own)))) }
            default:
                if pair.key == "area" { isAreaGone = true }
                note("the \(pair.key)", reason)
            }
        }
        sections = kept
    }

    /// Changes the entries of a section; one that comes to nothing goes, and so does an empty section.
    private mutating func change(
        _ section: String, _ change: (inout MissingNeeds, YAMLNode.Pair) -> YAMLNode?
    ) {
        guard let number = sections.firstIndex(where: { $0.key == section }) else { return }
        let node = sections[number].value
        var kept: [YAMLNode.Pair] = []
        for entry in node.mapping ?? [] {
            if let changed = change(&self, entry) { kept.append(entry.with(changed)) }
        }
        if kept.isEmpty {
            sections.remove(at: number)
        } else {
            sections[number] = sections[number].with(node.with(.mapping(kept)))
        }
    }

    private mutating func note(_ part: String, _ reason: String) {
        leftOut.append(LeftOut(part: part, reason: reason))
    }

    /// Why a node cannot stand: the first need in it that is missing.
    private func reason(of node: YAMLNode) -> String? {
        node.needs.first?.need.map { name in
            "needs " + name + (needs[name].map { ", \($0.about)" } ?? "")
        }
    }

    // MARK: - Lines

    private mutating func prunedLine(_ entry: YAMLNode.Pair) -> YAMLNode? {
        var node = entry.value
        if let list = node.member("markers"), list.need == nil {
            var own: [YAMLNode.Pair] = []
            for marker in list.mapping ?? [] {
                if let reason = reason(of: marker.value) {
                    markers[entry.key, default: []].insert(marker.key)
                    note("marker '\(marker.key)' of line '\(entry.key)'", reason)
                } else {
                    own.append(marker)
                }
            }
            if list.mapping != nil {
                node = node.with("markers", own.isEmpty ? nil : list.with(.mapping(own)))
            }
        }
        let followed = node.scalars(under: "along").first { lines[$0] != nil }
        let reason =
            self.reason(of: node) ?? followed.map { "follows line '\($0)', which is left out" }
            ?? self.marker(in: node, of: entry.key)
        guard let reason else { return node }
        lines[entry.key] = reason
        note("line '\(entry.key)'", reason)
        return nil
    }

    /// Why stretches cannot stand: the first marker they name that is left out.
    private func marker(in node: YAMLNode, of line: String) -> String? {
        let named = node.scalars(under: "from") + node.scalars(under: "to")
        return named.first { markers[line]?.contains($0) == true }.map {
            "names marker '\($0)', which is left out"
        }
    }

    // MARK: - Zones

    /// Finds what becomes of all zones, which may depend on each other in any order.
    private mutating func judgeZones() {
        func entries(_ section: String) -> [YAMLNode.Pair] {
            sections.first { $0.key == section }?.value.mapping ?? []
        }
        let all =
            entries("zones").map { ($0.key, $0.value) }
            + entries("sites").compactMap { site in site.value.member("area").map { (site.key, $0) }
            }
        var changed = true
        while changed {
            changed = false
            for (id, definition) in all {
                // What is gone stays gone; what is narrowed may go.
                if case .gone = zones[id] { continue }
                guard let state = state(of: definition), state != zones[id] else { continue }
                zones[id] = state
                changed = true
            }
        }
    }

    private func state(of definition: YAMLNode) -> State? {
        if let reason = reason(of: definition) { return .gone(reason: reason) }
        let forms = [definition] + (definition.member("versions")?.list ?? [])
        var worst: State?
        for form in forms {
            guard let state = ownState(of: form) else { continue }
            if case .gone = state { return state }
            worst = state
        }
        return worst
    }

    private func ownState(of form: YAMLNode) -> State? {
        for key in ["of", "between", "half", "along"] {
            for name in form.member(key)?.words ?? [] {
                if lines[name] != nil {
                    return .gone(reason: "is measured from line '\(name)', which is left out")
                }
                if key == "of", let reason = marker(in: form, of: name) {
                    return .gone(reason: reason)
                }
            }
        }
        if isAreaGone, form.member("ends")?.scalar == "clipped" {
            return .gone(reason: "is clipped to the area of operations, which is left out")
        }
        // Without these it would be larger than meant.
        let taken =
            (form.member("except")?.words ?? [])
            + (form.member("difference")?.words ?? []).dropFirst()
        if let zone = taken.first(where: { zones[$0] != nil }) {
            return .gone(reason: "is without zone '\(zone)', which is left out in whole or in part")
        }
        let cut =
            (form.member("intersection")?.words ?? [])
            + (form.member("difference")?.words ?? []).prefix(1)
        if let zone = cut.first(where: { isGone($0) }) {
            return .gone(reason: "lies in zone '\(zone)', which is left out")
        }
        let united = form.member("union")?.words ?? []
        if let zone = united.first, united.allSatisfy({ isGone($0) }) {
            return .gone(reason: "consists of zone '\(zone)' and the like, which are left out")
        }
        return (cut + united).contains { zones[$0] != nil } ? .narrowed : nil
    }

    private func isGone(_ zone: String) -> Bool {
        if case .gone = zones[zone] { true } else { false }
    }

    private mutating func prunedZone(_ entry: YAMLNode.Pair, what: String) -> YAMLNode? {
        if case .gone(let reason) = zones[entry.key] {
            note("\(what) '\(entry.key)'", reason)
            return nil
        }
        return prunedUnions(entry.value, "\(what) '\(entry.key)'")
    }

    /// A definition whose unions have no zones that are left out.
    private mutating func prunedUnions(_ node: YAMLNode, _ what: String) -> YAMLNode {
        var node = node
        if let list = node.member("versions")?.list {
            let forms = list.map { prunedUnions($0, what) }
            node = node.with("versions", node.with(.list(forms)))
        }
        return withoutGone(node, "union", what) ?? node
    }

    /// A mapping whose list of zones has none that is left out; `nil` where none stays.
    private mutating func withoutGone(
        _ node: YAMLNode, _ key: String, _ what: String
    ) -> YAMLNode? {
        guard let list = node.member(key) else { return node }
        let gone = list.words.filter { isGone($0) }
        if gone.isEmpty { return node }
        guard let nodes = list.list, gone.count < nodes.count else { return nil }
        for zone in gone { note("zone '\(zone)' in \(what)", "it is left out") }
        let kept = nodes.filter { !gone.contains($0.scalar ?? "") }
        // A union is one of two zones or more, which may be the same.
        let isAlone = key == "union" && kept.count == 1
        return node.with(key, list.with(.list(isAlone ? kept + kept : kept)))
    }

    private mutating func prunedSite(_ entry: YAMLNode.Pair) -> YAMLNode? {
        if let reason = reason(of: entry.value) {
            note("site '\(entry.key)'", reason)
            return nil
        }
        guard let area = entry.value.member("area") else { return entry.value }
        return prunedZone(entry.with(area), what: "site").map { entry.value.with("area", $0) }
    }

    // MARK: - Rules and what else names zones

    private mutating func prunedRule(_ entry: YAMLNode.Pair) -> YAMLNode? {
        let (node, what) = (entry.value, "rule '\(entry.key)'")
        if let reason = reason(of: node) {
            note(what, reason)
            return nil
        }
        if let line = node.member("of")?.scalar, lines[line] != nil {
            note(what, "is measured from line '\(line)', which is left out")
            return nil
        }
        if node.member("only") != nil {
            // It would be forbidden where it is allowed.
            return whole(node, what)
        }
        return pruned(node, what, ["in", "reserve"])
    }

    private mutating func prunedObligation(_ entry: YAMLNode.Pair) -> YAMLNode? {
        let what = "obligation '\(entry.key)'"
        if let reason = reason(of: entry.value) {
            note(what, reason)
            return nil
        }
        let narrowed = (entry.value.member("in")?.words ?? []).contains { zones[$0] == .narrowed }
        return narrowed ? whole(entry.value, what) : pruned(entry.value, what, ["in"])
    }

    /// The node, unless something of its zones is left out.
    private mutating func whole(_ node: YAMLNode, _ what: String) -> YAMLNode? {
        guard let zone = (node.member("in")?.words ?? []).first(where: { zones[$0] != nil }) else {
            return node
        }
        note(what, "is about zone '\(zone)', which is left out in whole or in part")
        return nil
    }

    /// The node without zones that are left out; `nil` where none stays.
    private mutating func pruned(_ node: YAMLNode, _ what: String, _ keys: [String]) -> YAMLNode? {
        var node = node
        for key in keys {
            guard let kept = withoutGone(node, key, what) else {
                let zones = (node.member(key)?.words ?? []).map { "'\($0)'" }
                note(
                    what,
                    "is about zone \(zones.joined(separator: ", ")), which \(zones.count == 1 ? "is" : "are") "
                        + "left out")
                return nil
            }
            node = kept
        }
        return node
    }

    private mutating func pruneSuspensions() {
        func identifiers(_ section: String) -> Set<String> {
            Set((sections.first { $0.key == section }?.value.mapping ?? []).map(\.key))
        }
        guard let number = sections.firstIndex(where: { $0.key == "suspended" }) else { return }
        let (node, rules) = (sections[number].value, identifiers("rules"))
        var kept: [YAMLNode] = []
        for suspension in node.list ?? [] {
            if let reason = reason(of: suspension) {
                note("a suspension", reason)
            } else if let list = suspension.member("rules") {
                let left = list.words.filter { rules.contains($0) }
                if left.isEmpty {
                    note("a suspension", "is about rules that are left out")
                } else {
                    let nodes = left.map { list.with(.scalar($0)) }
                    kept.append(suspension.with("rules", list.with(.list(nodes))))
                }
            } else {
                kept.append(suspension)
            }
        }
        if kept.isEmpty {
            sections.remove(at: number)
        } else {
            sections[number] = sections[number].with(node.with(.list(kept)))
        }
    }
}

extension YAMLNode {
    /// The words of a list, or the one word.
    fileprivate var words: [String] { scalar.map { [$0] } ?? list?.compactMap(\.scalar) ?? [] }

    /// The words that stand anywhere in it as values of a key.
    fileprivate func scalars(under key: String) -> [String] {
        switch content {
        case .scalar: []
        case .list(let nodes): nodes.flatMap { $0.scalars(under: key) }
        case .mapping(let pairs):
            pairs.flatMap { pair in
                (pair.key == key ? pair.value.scalar.map { [$0] } ?? [] : [])
                    + pair.value.scalars(under: key)
            }
        }
    }

    /// A mapping with another value of a key, or without the key.
    func with(_ key: String, _ value: YAMLNode?) -> YAMLNode {
        with(
            .mapping(
                (mapping ?? []).compactMap { pair in
                    pair.key == key ? value.map { pair.with($0) } : pair
                }))
    }
}
