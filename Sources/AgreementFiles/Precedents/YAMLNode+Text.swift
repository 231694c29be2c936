/// Nodes as the text of a YAML file.
extension YAMLNode {
    private static let width = 120

    /// The text of a mapping: each key on a line of its own, and what fits on a line beside its key.
    ///
    /// - Parameter words: texts that stay texts also where they look like numbers.
    func text(words: Set<String> = []) -> String {
        YAMLText(words: words).lines(self, indent: 0).map { $0 + "\n" }.joined()
    }

    fileprivate var isEmpty: Bool {
        switch content {
        case .scalar: false
        case .list(let nodes): nodes.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        }
    }

    fileprivate static func fits(_ line: String) -> Bool { line.count <= width }
}

private struct YAMLText {
    /// Texts that stay texts also where they look like numbers.
    let words: Set<String>

    /// The lines of a node that does not stand beside its key.
    func lines(_ node: YAMLNode, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        switch node.content {
        case .scalar: return [space + flow(node)]
        case .list(let nodes) where !nodes.isEmpty:
            return nodes.flatMap { node -> [String] in
                let line = space + "- " + flow(node)
                if YAMLNode.fits(line) || node.scalar != nil || node.isEmpty { return [line] }
                var inner = lines(node, indent: indent + 2)
                inner[0] = space + "- " + inner[0].dropFirst(indent + 2)
                return inner
            }
        case .mapping(let pairs) where !pairs.isEmpty:
            return pairs.flatMap { pair -> [String] in
                let key = space + scalar(pair.key) + ":"
                let line = key + " " + flow(pair.value)
                // Sections have a line for each of their entries.
                let isSection =
                    indent == 0 && pair.value.mapping?.contains { $0.value.scalar == nil } == true
                if pair.value.scalar != nil || pair.value.isEmpty
                    || (YAMLNode.fits(line) && !isSection)
                {
                    return [line]
                }
                return [key] + lines(pair.value, indent: indent + 2)
            }
        default: return [space + flow(node)]
        }
    }

    /// The node in one line.
    private func flow(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text): scalar(text)
        case .list(let nodes): "[" + nodes.map(flow).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { scalar($0.key) + ": " + flow($0.value) }.joined(separator: ", ") + "}"
        }
    }

    /// A text as it is where no reader of YAML could take it for anything else, in quotes else.
    private func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// What readers of YAML take for other things than texts.
    private static let special: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity",
    ]

    private func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last,
            first.properties.isAlphabetic || Self.isDigit(first)
                || "./_-+".unicodeScalars.contains(first),
            last != " ", last != ":", !Self.special.contains(text.lowercased())
        else { return false }
        // Minutes or seconds of 60 to some.
        if text.contains(":"), scalars.allSatisfy({ Self.isDigit($0) || $0 == ":" }) {
            return false
        }
        if let number = Double(text) {
            // As JSON has them; 0646 is read as 422 by some.
            return "\(number)" == text || "\(Int(exactly: number) ?? -1)" == text
                ? !words.contains(text) : false
        }
        if "-+.".unicodeScalars.contains(first) {
            // A sign is not the mark of a list, nor three of them that of a document.
            guard scalars.count > 1, scalars[1] == "/" || (first == "." && scalars[1] == ".") else {
                return false
            }
        }
        for (k, scalar) in scalars.enumerated() {
            if scalar.properties.isAlphabetic || Self.isDigit(scalar) { continue }
            switch scalar {
            // As in a clock time, never before a space.
            case ":":
                guard k > 0, k + 1 < scalars.count, Self.isDigit(scalars[k - 1]),
                    Self.isDigit(scalars[k + 1])
                else { return false }
            case " ": if scalars[k - 1] == " " { return false }
            case "_", "-", ".", "/", "+", "(", ")", ";", "°", "'": continue
            default: return false
            }
        }
        return true
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || scalar.value == 0xFEFF
                || [0x2028, 0x2029, 0xFFFE, 0xFFFF].contains(scalar.value):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
