extension FieldNames {
    /// The names that are asked for, each where it stands.
    private static var paths: [WritableKeyPath<FieldNames, String>] {
        [\.category, \.party, \.time, \.uncertainty]
    }
    private static var optionalPaths: [WritableKeyPath<FieldNames, String?>] {
        [\.date, \.end, \.id, \.longitude, \.latitude, \.position]
    }

    /// The names with which a file has what is asked for; as many, in the same order.
    ///
    /// - Parameter names: the names of the file's columns, or of a record's properties.
    func resolved(in names: [String]) -> FieldNames {
        if choices.isEmpty { return self }
        var fields = self
        let words = positionWords(in: names)
        func name(_ asked: String) -> String {
            let word =
                switch words.count {
                case 0: choices.words([asked], in: names).only
                case 1: words[0]
                default: nil as String?
                }
            return choices.name(asked, word: word, in: names)
        }
        for path in Self.paths { fields[keyPath: path] = name(self[keyPath: path]) }
        for path in Self.optionalPaths { fields[keyPath: path] = self[keyPath: path].map(name) }
        fields.pixel = pixel.map { $0.named(name) }
        fields.footprint = footprint.map { $0.named(name) }
        fields.renameExtras(name)
        fields.choices = NameChoices()
        return fields
    }

    /// What `*` stands for in all names of files with such columns.
    package func word(in layout: CSVLayout?) -> ChosenWord {
        guard choices.hasWords else { return .open }
        let words = positionWords(in: layout?.names ?? [])
        if words.count == 1 { return .word(words[0]) }
        return choices.isClosed ? .nothing : .open
    }

    /// The words that `*` may stand for in the names of positions.
    func positionWords(in names: [String]) -> [String] {
        choices.words([longitude, latitude, position].compactMap { $0 }, in: names)
    }
}

extension Array {
    /// The element, where there is one alone.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
