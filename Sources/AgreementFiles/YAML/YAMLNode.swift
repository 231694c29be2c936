/// A node of a YAML document, with every scalar as the text that was written.
///
/// YAML would read `no` as false, `12:30` as 750 and `0646` as 422; here they stay what they are.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case list([YAMLNode])
        case mapping([Pair])
    }

    struct Pair: Sendable {
        let key: String
        let keyMark: TextMark
        let value: YAMLNode
    }

    let content: Content
    let mark: TextMark

    var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    var list: [YAMLNode]? {
        if case .list(let nodes) = content { nodes } else { nil }
    }

    var mapping: [Pair]? {
        if case .mapping(let pairs) = content { pairs } else { nil }
    }

    /// What the node is, in words for a sentence.
    var inWords: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : "'\(text.prefix(60))'"
        case .list(let nodes): "a list of \(nodes.count)"
        case .mapping(let pairs):
            pairs.isEmpty ? "an empty mapping" : "a mapping with '\(pairs[0].key)'"
        }
    }
}
