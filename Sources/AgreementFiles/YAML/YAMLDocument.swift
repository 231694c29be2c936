internal import Yams

/// Reads the one document of a YAML text into nodes.
enum YAMLDocument {
    /// The nodes of a document, and what is wrong with its keys.
    ///
    /// - Throws: `AgreementFileError` when the text is no YAML, holds several documents, is nested
    ///   too deep, or repeats too much of itself by aliases.
    static func read(
        _ text: String, file: String
    ) throws(AgreementFileError) -> (root: YAMLNode?, errors: [AgreementFileError]) {
        try YAMLGuard.check(text, file: file)
        let root: Node?
        do {
            // An empty resolver leaves every scalar a string. The text is given as bytes in UTF-8,
            // whatever the environment says.
            let parser = try Parser(
                yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
            root = try parser.singleRoot()
        } catch {
            throw fault(error, text, file: file)
        }
        guard let root else { return (nil, []) }
        // Without aliases a text has fewer nodes than characters.
        var converter = Converter(file: file, budget: text.utf8.count + 10_000)
        let node = try converter.convert(root, depth: 0)
        return (node, converter.errors)
    }

    private static func fault(
        _ error: any Error, _ text: String, file: String
    ) -> AgreementFileError {
        func fault(_ mark: TextMark?, _ reason: String) -> AgreementFileError {
            AgreementFileError(.syntax, file: file, at: mark, reason)
        }
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let place = context.map { " (\($0.text))" } ?? ""
            return fault(TextMark(mark), "this is not YAML: \(problem)\(place)")
        case YamlError.reader(let problem, let offset, _, _):
            let before = text.utf8.prefix(offset ?? 0)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            return fault(TextMark(line: line, column: 1), "this is not YAML: \(problem)")
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let first = TextMark(context.mark)
            let second = RepeatedKey.find(key, after: first, in: text)
            return fault(
                second ?? first,
                "the key '\(key)' is written a second time; the first is in line \(first.line)")
        default:
            return fault(nil, "this is not YAML: \(error)")
        }
    }
}

extension TextMark {
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

/// Turns the parser's nodes into ours, and ends when aliases repeat too much.
private struct Converter {
    let file: String
    var budget: Int
    var errors: [AgreementFileError] = []

    mutating func convert(_ node: Node, depth: Int) throws(AgreementFileError) -> YAMLNode {
        budget -= 1
        let mark = node.mark.map { TextMark($0) } ?? TextMark(line: 1, column: 1)
        guard budget >= 0 else {
            throw AgreementFileError(
                .syntax, file: file, at: mark,
                "aliases (*) repeat this so often that the file grows beyond measure; write it out")
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(content: .scalar(scalar.string), mark: mark)
        case .sequence(let sequence):
            var nodes: [YAMLNode] = []
            for node in sequence { nodes.append(try convert(node, depth: depth + 1)) }
            return YAMLNode(content: .list(nodes), mark: mark)
        case .mapping(let mapping):
            var pairs: [YAMLNode.Pair] = []
            var seen: [String: Int] = [:]
            for (key, value) in mapping {
                let keyMark = key.mark.map { TextMark($0) } ?? mark
                guard case .scalar(let scalar) = key else {
                    errors.append(
                        AgreementFileError(
                            .content, file: file, at: keyMark, "a key is a word, not a list"))
                    continue
                }
                if let first = seen.updateValue(keyMark.line, forKey: scalar.string) {
                    errors.append(
                        AgreementFileError(
                            .content, file: file, at: keyMark,
                            "the key '\(scalar.string)' is written a second time; the first is in "
                                + "line \(first)"))
                    continue
                }
                let node = try convert(value, depth: depth + 1)
                pairs.append(YAMLNode.Pair(key: scalar.string, keyMark: keyMark, value: node))
            }
            return YAMLNode(content: .mapping(pairs), mark: mark)
        case .alias:
            throw AgreementFileError(.syntax, file: file, at: mark, "an alias leads nowhere")
        }
    }
}
