/// Names that differ from file to file: for one that is asked for, those under which a file may have it.
///
/// A name may have one `*`, which stands for any word: the same in all names of a file.
package struct NameChoices: Hashable, Sendable {
    /// By the name that is asked for, the first of them, all that may stand for it, the likelier first.
    private var choices: [String: [String]] = [:]
    /// The word that `*` stands for, where an option or a profile has said it.
    private var word: String?
    /// Whether the word is to be found in each file.
    private var isWordOpen = true

    package init() {}

    /// Whether an option or a profile has said the word.
    var isClosed: Bool { !isWordOpen }
    /// Whether there are names with a `*`.
    var hasWords: Bool {
        choices.values.contains { $0.contains { NamePattern($0).hasWord } }
    }

    /// Whether all names stand in files as they are asked for.
    package var isEmpty: Bool { choices.isEmpty }

    /// Takes the names under which a file may have a value, and gives the one by which to ask for it.
    package mutating func add(_ names: [String]) -> String {
        let asked = names.first ?? ""
        if names.count > 1 || NamePattern(asked).hasWord { choices[asked] = names }
        return asked
    }

    /// Takes from a name that an option gives, in place of one of these, what `*` stands for; it stands for
    /// nothing where the name has none of their forms.
    package mutating func takeWord(from name: String?, inPlaceOf names: [String]) {
        isWordOpen = false
        guard let name else { return }
        for pattern in names.map(NamePattern.init) where word == nil {
            word = pattern.word(in: name)
        }
    }

    /// Says the word; `nil` where `*` stands for nothing.
    package mutating func close(_ word: String?) { (self.word, isWordOpen) = (word, false) }

    /// The words that `*` may stand for so that a file has all of some names.
    ///
    /// - Parameters:
    ///   - asked: the names as they are asked for; those without a `*` say nothing.
    ///   - names: the names that the file has.
    func words(_ asked: [String], in names: [String]) -> [String] {
        if !isWordOpen { return word.map { [$0] } ?? [] }
        let patterns = asked.compactMap { choices[$0]?.map(NamePattern.init) }.filter {
            $0.contains(where: \.hasWord)
        }
        guard let first = patterns.first else { return [] }
        let all = Set(names)
        var found: [String] = []
        for name in names {
            for word in first.compactMap({ $0.word(in: name) }) where !found.contains(word) {
                let isWhole = patterns.dropFirst().allSatisfy {
                    $0.contains { all.contains($0.name(with: word)) }
                }
                if isWhole { found.append(word) }
            }
        }
        return found
    }

    /// The name under which a file has a value; the asked one where it has none of them.
    func name(_ asked: String, word: String?, in names: [String]) -> String {
        guard let candidates = choices[asked] else { return asked }
        let known = candidates.map(NamePattern.init).compactMap { pattern in
            pattern.hasWord ? word.map { pattern.name(with: $0) } : pattern.name(with: "")
        }
        for name in known {
            if names.contains(name) { return name }
        }
        for name in known {
            let folded = name.lowercased()
            if let found = names.first(where: { $0.lowercased() == folded }) { return found }
        }
        return asked
    }
}
