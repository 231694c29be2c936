import Agreements

/// The keys of one mapping with their values.
struct Fields {
    fileprivate let pairs: [YAMLNode.Pair]
    /// Whether a key is near to one that is allowed; what is missing may be that one.
    let hasTypo: Bool

    func node(_ key: String) -> YAMLNode? { pairs.first { $0.key == key }?.value }

    func keyMark(_ key: String) -> TextMark? { pairs.first { $0.key == key }?.keyMark }

    /// Those of the given keys that are there, in the order given.
    func present(_ keys: [String]) -> [String] { keys.filter { node($0) != nil } }
}

extension AgreementReader {
    mutating func refuse(_ mark: TextMark?, _ reason: String) {
        errors.append(AgreementFileError(.content, file: file, at: mark, reason))
    }

    mutating func warn(_ mark: TextMark?, _ reason: String) {
        warnings.append(AgreementFileError(.warning, file: file, at: mark, reason))
    }

    /// The values of a mapping by their keys, all of which must be known; notes those that are not.
    mutating func fields(
        _ node: YAMLNode, _ what: String, keys: [String], shown: [String]? = nil
    ) -> Fields? {
        let shown = shown ?? keys
        guard let pairs = node.mapping else {
            refuse(
                node.mark,
                "\(what) is a mapping with the keys \(shown.joined(separator: ", ")), not "
                    + node.inWords)
            return nil
        }
        var hasTypo = false
        for pair in pairs where !keys.contains(pair.key) {
            let meant = Spelling.nearest(to: pair.key, in: shown)
            let hint =
                if let meant { "did you mean '\(meant)'?" } else if pair.key.first?.isNumber == true
                {
                    "a comma within braces ends a value: write the number before it without one"
                } else { "allowed are " + shown.joined(separator: ", ") }
            hasTypo = hasTypo || meant != nil
            refuse(pair.keyMark, "'\(pair.key)' is not a key of \(what); \(hint)")
        }
        return Fields(pairs: pairs, hasTypo: hasTypo)
    }

    /// The entries of a section such as `zones`, each by its identifier.
    mutating func entries(_ fields: Fields, _ section: String) -> [YAMLNode.Pair] {
        guard let node = fields.node(section) else { return [] }
        guard let pairs = node.mapping else {
            refuse(
                node.mark,
                "\(section) is a mapping from identifiers to what they stand for, not "
                    + node.inWords)
            return []
        }
        for pair in pairs { marks[[section, pair.key]] = pair.keyMark }
        return pairs
    }

    /// A scalar as the text written; notes anything else.
    mutating func text(_ node: YAMLNode, _ what: String) -> String? {
        guard let text = node.scalar else {
            refuse(node.mark, "\(what) is a text, not \(node.inWords)")
            return nil
        }
        return text
    }

    /// One text or a list of texts; notes anything else.
    mutating func texts(_ node: YAMLNode, _ what: String) -> [String]? {
        if let text = node.scalar, !text.isEmpty { return [text] }
        guard let nodes = node.list, !nodes.isEmpty else {
            refuse(node.mark, "\(what): a word or a list of words is expected, not \(node.inWords)")
            return nil
        }
        var texts: [String] = []
        for node in nodes {
            guard let text = text(node, what) else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// One of the words that a key allows; notes any other.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _ what: String, _ type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text(node, what) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        refuse(
            node.mark,
            "\(what) is one of \(known.joined(separator: ", ")), not \(node.inWords)"
                + (Spelling.nearest(to: text, in: known).map { "; did you mean '\($0)'?" } ?? ""))
        return nil
    }
}
