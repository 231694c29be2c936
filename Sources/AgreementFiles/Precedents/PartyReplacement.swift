import Agreements

/// Puts parties in the places of those of a precedent.
struct PartyReplacement {
    /// A party as it is to be named.
    struct Party: Hashable {
        let id: String
        let name: String
    }

    /// The new parties, by the identifiers of those in whose places they are.
    private let parties: [String: Party]

    init(_ parties: [String: Party]) { self.parties = parties }

    /// The agreement with the parties replaced wherever a party is named.
    func callAsFunction(_ root: [YAMLNode.Pair]) -> [YAMLNode.Pair] {
        root.map { section in
            let node = section.value
            switch section.key {
            case "parties": return section.with(declared(node))
            case "lines":
                return section.with(entries(node) { replaced($0, under: ["left", "right"]) })
            case "zones": return section.with(entries(node, zone))
            case "sites":
                return section.with(
                    entries(node) { site in
                        let site = replaced(site, under: ["party"])
                        return site.member("area").map { site.with("area", zone($0)) } ?? site
                    })
            case "rules": return section.with(entries(node, rule))
            case "obligations": return section.with(entries(node) { replaced($0, under: ["by"]) })
            case "suspended":
                return section.with(
                    node.with(.list((node.list ?? []).map { replaced($0, under: ["party"]) })))
            default: return section
            }
        }
    }

    private func entries(_ node: YAMLNode, _ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
        node.with(.mapping((node.mapping ?? []).map { $0.with(change($0.value)) }))
    }

    private func declared(_ node: YAMLNode) -> YAMLNode {
        node.with(
            .mapping(
                (node.mapping ?? []).map { pair in
                    guard let party = parties[pair.key] else { return pair }
                    let name = pair.value.with(.scalar(party.name))
                    let value = pair.value.mapping == nil ? name : pair.value.with("name", name)
                    return YAMLNode.Pair(key: party.id, keyMark: pair.keyMark, value: value)
                }))
    }

    /// The text or list of texts with the parties replaced.
    private func names(_ node: YAMLNode) -> YAMLNode {
        switch node.content {
        case .scalar(let text): parties[text].map { node.with(.scalar($0.id)) } ?? node
        case .list(let nodes): node.with(.list(nodes.map(names)))
        case .mapping: node
        }
    }

    private func replaced(_ node: YAMLNode, under keys: [String]) -> YAMLNode {
        guard let pairs = node.mapping else { return node }
        return node.with(
            .mapping(pairs.map { keys.contains($0.key) ? $0.with(names($0.value)) : $0 }))
    }

    private func zone(_ node: YAMLNode) -> YAMLNode {
        var node = replaced(node, under: ["side"])
        if let within = node.member("within") { node = node.with("within", widths(within)) }
        if let versions = node.member("versions"), let list = versions.list {
            node = node.with("versions", versions.with(.list(list.map(zone))))
        }
        return node
    }

    /// Widths by party, also of stretches.
    private func widths(_ node: YAMLNode) -> YAMLNode {
        switch node.content {
        case .scalar: return node
        case .list(let nodes):
            return node.with(
                .list(
                    nodes.map { stretch in
                        stretch.member("width").map { stretch.with("width", widths($0)) } ?? stretch
                    }))
        case .mapping(let pairs):
            return node.with(
                .mapping(
                    pairs.map { pair in
                        YAMLNode.Pair(
                            key: parties[pair.key]?.id ?? pair.key, keyMark: pair.keyMark,
                            value: pair.value)
                    }))
        }
    }

    /// A rule: its party, and those of its conditions.
    private func rule(_ node: YAMLNode) -> YAMLNode {
        guard let pairs = node.mapping else { return node }
        let conditions = ["prohibits", "withdraw", "for", "only", "exempt"]
        return node.with(
            .mapping(
                pairs.map { pair in
                    if pair.key == "party" { return pair.with(names(pair.value)) }
                    return conditions.contains(pair.key) ? pair.with(condition(pair.value)) : pair
                }))
    }

    private func condition(_ node: YAMLNode) -> YAMLNode {
        switch node.content {
        case .scalar: node
        case .list(let nodes): node.with(.list(nodes.map(condition)))
        case .mapping: entries(node) { replaced($0, under: ["party"]) }
        }
    }
}

extension PartyReplacement.Party {
    /// A party by the name that persons are shown; its identifier is that in lower case, with hyphens.
    ///
    /// - Parameter side: what it is called where the name has neither letters nor digits, or is a word for a side or for everybody.
    init(named name: String, side: String) {
        self.name = name
        var id = ""
        for scalar in name.lowercased().unicodeScalars {
            let properties = scalar.properties
            let isMark = !id.isEmpty && properties.generalCategory == .nonspacingMark
            if properties.isAlphabetic || properties.numericType != nil || isMark {
                id.unicodeScalars.append(scalar)
            } else if id.last != "-", !id.isEmpty {
                id += "-"
            }
        }
        if id.last == "-" { id.removeLast() }
        self.id = id.isEmpty || ["left", "right", "any"].contains(id) ? "party-" + side : id
    }
}
