import AgreementFiles
import Agreements

/// The precedents that somebody may have meant.
struct NearPrecedents {
    private let ids: [String]

    /// - Parameter word: a name that no precedent has.
    init(to word: String, in all: [Precedent]) {
        let sought = word.lowercased()
        // A part of the name or title, such as `minsk`; short words are in too many.
        let words: [Substring] = sought.split { !$0.isLetter && !$0.isNumber }
        let parts = words.filter { $0.count > 2 }
        let alike = all.filter { precedent in
            let text = (precedent.id + " " + precedent.title).lowercased()
            return !parts.isEmpty && parts.allSatisfy { text.contains($0) }
        }.map(\.id)
        let nearest = Spelling.nearest(to: sought, in: all.map(\.id), share: 2)
        let beginning = all.map(\.id).filter { id in
            parts.first.map { id.hasPrefix($0) } ?? false
        }
        var ids: [String] = []
        for id in [nearest].compactMap({ $0 }) + alike + beginning where !ids.contains(id) {
            ids.append(id)
        }
        self.ids = Array(ids.prefix(5))
    }

    /// What to write instead.
    var hint: String {
        ids.isEmpty
            ? "dmz precedents lists them"
            : "did you mean " + ids.map { "'\($0)'" }.joined(separator: " or ") + "?"
    }
}
