import Agreements

extension Precedent {
    private static let keys = [
        "title", "year", "kind", "monitor", "table", "clauses", "about", "sources", "needs",
        "agreement", "figures", "left-out",
    ]
    private static let required = ["title", "year", "kind", "about", "agreement", "figures"]

    /// A precedent from the text of its entry.
    ///
    /// - Throws: `AgreementFileErrors` with all that is wrong in it.
    init(id: String, yaml: String) throws(AgreementFileErrors) {
        let file = id + ".yaml"
        let root: YAMLNode?
        let keyErrors: [AgreementFileError]
        do throws(AgreementFileError) {
            (root, keyErrors) = try YAMLDocument.read(yaml, file: file)
        } catch {
            throw AgreementFileErrors(errors: [error])
        }
        var reader = AgreementReader(file: file, folder: "", errors: keyErrors)
        guard let top = root,
            let fields = reader.fields(top, "a precedent", keys: Self.keys)
        else {
            if root == nil { reader.refuse(nil, "the file is empty") }
            throw AgreementFileErrors(errors: reader.errors)
        }
        for key in Self.required where fields.node(key) == nil && !fields.hasTypo {
            reader.refuse(top.mark, "the precedent has no '\(key)'")
        }
        func text(_ key: String) -> String {
            fields.node(key).flatMap { reader.text($0, key) } ?? ""
        }
        func texts(_ key: String) -> [String] {
            fields.node(key).flatMap { $0.list?.isEmpty == true ? [] : reader.texts($0, key) } ?? []
        }
        self.id = id
        title = text("title")
        year = reader.year(fields.node("year"))
        kind = fields.node("kind").flatMap { reader.word($0, "kind", Kind.self) } ?? .agreement
        let monitor = text("monitor")
        self.monitor = monitor.isEmpty || monitor == "none" ? nil : monitor
        about = text("about").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        (sources, tableRows, clauseGroups) = (texts("sources"), texts("table"), texts("clauses"))
        needs = reader.needs(fields.node("needs"))
        template =
            fields.node("agreement") ?? YAMLNode(content: .mapping([]), mark: top.mark)
        if template.mapping == nil {
            reader.refuse(template.mark, "agreement is a mapping, not \(template.inWords)")
        }
        reader.check(needs, in: template, at: fields.keyMark("needs"))
        figures = reader.figures(fields.node("figures"), of: template)
        leftOut = reader.leftOut(fields.node("left-out"))
        guard reader.errors.isEmpty else { throw AgreementFileErrors(errors: reader.errors) }
    }
}

extension AgreementReader {
    fileprivate mutating func year(_ node: YAMLNode?) -> Int {
        guard let node else { return 0 }
        if let year = node.scalar.flatMap({ Int($0) }), (1000...9999).contains(year) { return year }
        refuse(node.mark, "the year is a number of four digits, not \(node.inWords)")
        return 0
    }

    /// The needs, each by its name.
    fileprivate mutating func needs(_ node: YAMLNode?) -> [Precedent.Need] {
        guard let node else { return [] }
        guard let pairs = node.mapping else {
            refuse(node.mark, "needs is a mapping from names to needs, not \(node.inWords)")
            return []
        }
        return pairs.compactMap { need($0) }
    }

    private mutating func need(_ entry: YAMLNode.Pair) -> Precedent.Need? {
        let kinds = Precedent.Need.Kind.allCases
        let keys = kinds.map(\.rawValue)
        let what = "need '\(entry.key)'"
        guard let fields = fields(entry.value, what, keys: keys + ["optional"]) else { return nil }
        let optional = fields.node("optional")
        if let optional, optional.scalar != "true", optional.scalar != "false" {
            refuse(optional.mark, "optional is true or false, not \(optional.inWords)")
        }
        let present = kinds.filter { fields.node($0.rawValue) != nil }
        guard present.count == 1, let node = fields.node(present[0].rawValue) else {
            if !fields.hasTypo {
                refuse(
                    entry.keyMark,
                    "\(what) says with one of \(keys.joined(separator: ", ")) what it is")
            }
            return nil
        }
        return text(node, what).map {
            Precedent.Need(
                id: entry.key, kind: present[0], about: $0, isOptional: optional?.scalar == "true")
        }
    }

    /// Notes what the agreement needs and does not ask for, and the other way round.
    fileprivate mutating func check(
        _ needs: [Precedent.Need], in template: YAMLNode, at mark: TextMark?
    ) {
        let known = needs.map(\.id)
        var used: Set<String> = []
        for node in template.needs {
            let name = node.need ?? ""
            used.insert(name)
            if !known.contains(name) {
                refuse(
                    node.mark, "there is no need '\(name)'; \(Spelling.hint(for: name, in: known))")
            }
        }
        for need in needs where !used.contains(need.id) {
            refuse(mark, "need '\(need.id)' stands nowhere in the agreement")
        }
    }

    /// The figures, each of which stands where it says.
    fileprivate mutating func figures(
        _ node: YAMLNode?, of template: YAMLNode
    ) -> [Precedent.Figure] {
        guard let node else { return [] }
        guard let nodes = node.list else {
            refuse(node.mark, "figures are a list, not \(node.inWords)")
            return []
        }
        return nodes.compactMap { figure($0, of: template) }
    }

    private mutating func figure(_ node: YAMLNode, of template: YAMLNode) -> Precedent.Figure? {
        let keys = ["figure", "of", "at", "what", "provenance", "clause", "source"]
        guard let fields = fields(node, "a figure", keys: keys) else { return nil }
        for key in ["figure", "of", "provenance"] where fields.node(key) == nil && !fields.hasTypo {
            refuse(node.mark, "the figure has no '\(key)'")
        }
        func text(_ key: String) -> String? { fields.node(key).flatMap { self.text($0, key) } }
        let path = (text("at") ?? "").split(separator: ".").map(String.init)
        if let at = fields.node("at"), template.node(at: path) == nil {
            refuse(at.mark, "there is no '\(path.joined(separator: "."))' in the agreement")
        }
        let kind = fields.node("of").flatMap { word($0, "of", Precedent.Figure.Kind.self) }
        let provenance = fields.node("provenance").flatMap {
            word($0, "provenance", Precedent.Figure.Provenance.self)
        }
        guard let kind, let provenance, let figure = text("figure") else { return nil }
        return Precedent.Figure(
            text: figure, kind: kind, path: path, about: text("what") ?? "",
            provenance: provenance, clause: text("clause"), source: text("source"))
    }

    fileprivate mutating func leftOut(_ node: YAMLNode?) -> [Precedent.LeftOut] {
        guard let node else { return [] }
        guard let nodes = node.list else {
            refuse(node.mark, "left-out is a list, not \(node.inWords)")
            return []
        }
        var found: [Precedent.LeftOut] = []
        for node in nodes {
            guard let fields = fields(node, "what is left out", keys: ["clause", "why"]) else {
                continue
            }
            guard let clause = fields.node("clause"), let why = fields.node("why") else {
                if !fields.hasTypo { refuse(node.mark, "what is left out has 'clause' and 'why'") }
                continue
            }
            found.append(
                Precedent.LeftOut(
                    clause: text(clause, "the clause") ?? "", reason: text(why, "the reason") ?? "")
            )
        }
        return found
    }
}
