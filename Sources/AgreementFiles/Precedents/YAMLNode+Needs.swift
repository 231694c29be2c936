/// What stands in a node of a precedent for what somebody has to bring.
extension YAMLNode {
    /// The name of the need that the node stands for, as in `{needs: mdl}`.
    var need: String? {
        guard let pairs = mapping, pairs.count == 1, pairs[0].key == "needs" else { return nil }
        return pairs[0].value.scalar
    }

    /// The nodes in it that stand for needs, in their order.
    var needs: [YAMLNode] {
        if need != nil { return [self] }
        switch content {
        case .scalar: return []
        case .list(let nodes): return nodes.flatMap(\.needs)
        case .mapping(let pairs): return pairs.flatMap(\.value.needs)
        }
    }

    /// The value of a key of a mapping.
    func member(_ key: String) -> YAMLNode? { mapping?.first { $0.key == key }?.value }

    /// The node to which keys lead one after the other; those of lists are numbers from 0.
    func node(at path: some Collection<String>) -> YAMLNode? {
        guard let key = path.first else { return self }
        let next = list.flatMap { nodes in
            Int(key).flatMap { nodes.indices.contains($0) ? nodes[$0] : nil }
        }
        return (next ?? member(key))?.node(at: path.dropFirst())
    }

    /// The node with another content in the same place.
    func with(_ content: Content) -> YAMLNode { YAMLNode(content: content, mark: mark) }

    /// The node with each need replaced that has a value.
    func filling(_ values: [String: Content]) -> YAMLNode {
        if let need { return values[need].map { with($0) } ?? self }
        switch content {
        case .scalar: return self
        case .list(let nodes): return with(.list(nodes.map { $0.filling(values) }))
        case .mapping(let pairs):
            return with(.mapping(pairs.map { $0.with($0.value.filling(values)) }))
        }
    }
}

extension YAMLNode.Pair {
    /// The pair with another value.
    func with(_ value: YAMLNode) -> YAMLNode.Pair {
        YAMLNode.Pair(key: key, keyMark: keyMark, value: value)
    }
}
