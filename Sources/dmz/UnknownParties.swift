import Agreements
import GeoJSONText
import ReportFiles

/// Parties of reports that the agreement does not have, with those that may be meant.
enum UnknownParties {
    /// A sentence for each of the most frequent.
    static func hints(_ tally: Tally, _ agreement: Agreement) -> [String] {
        let sorted = tally.unknownParties.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(10).map { party, count in
            "party '\(shown(party))' is none of the agreement's: \(count.grouped) "
                + (count == 1 ? "report" : "reports") + "; " + meant(party, agreement.parties)
        }
    }

    /// Which party a word may stand for: by its name or by one that is spelt nearly so.
    private static func meant(_ word: String, _ parties: [Party]) -> String {
        let byName = parties.first {
            CategoryTree.folded($0.name) == CategoryTree.folded(word)
                || Spelling.nearest(to: word, in: [$0.name]) != nil
        }
        if let id = byName?.id ?? Spelling.nearest(to: word, in: parties.map(\.id)) {
            return "did you mean '\(shown(id))'?"
        }
        return "known are " + parties.prefix(20).map { shown($0.id) }.joined(separator: ", ")
    }

    private static func shown(_ text: String) -> String {
        Array(text.utf8).withUnsafeBytes { String(shown: $0) }
    }
}
