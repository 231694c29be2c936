/// Finds the word that was meant by one that is not known.
package enum Spelling {
    /// The word nearest to one that is not known, or `nil` when none is near.
    ///
    /// Near means: at most a third of its letters have to be changed, added, dropped or swapped
    /// with their neighbour.
    ///
    /// - Parameter share: of so many letters one may be another, 3 unless said.
    package static func nearest(to word: String, in words: [String], share: Int = 3) -> String? {
        let sought = Array(word.lowercased())
        var best: (word: String, changes: Int)?
        for candidate in words {
            let changes = Self.changes(sought, Array(candidate.lowercased()))
            guard changes <= max(1, max(sought.count, candidate.count) / share) else { continue }
            if changes < best?.changes ?? .max { best = (candidate, changes) }
        }
        return best?.word
    }

    /// The number of single-letter changes between two words (optimal string alignment).
    static func changes(_ a: [Character], _ b: [Character]) -> Int {
        // Words of a file may be long; what differs that much in length is never near.
        guard a.count <= 64, b.count <= 64 else { return .max }
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    /// `, did you mean '…'?` where a known word is near, and otherwise which words are known.
    package static func hint(for word: String, in words: [String]) -> String {
        if let meant = nearest(to: word, in: words) { return "did you mean '\(meant)'?" }
        guard !words.isEmpty else { return "there is none" }
        return "known are " + words.prefix(20).joined(separator: ", ")
            + (words.count > 20 ? " and \(words.count - 20) more" : "")
    }
}
