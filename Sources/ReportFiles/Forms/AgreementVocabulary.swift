import Agreements

/// The words of an agreement that reports use.
struct AgreementVocabulary: Sendable {
    private let form: ReportForm
    private let parties: Set<String>
    private let categories: Set<String>

    init(_ agreement: Agreement) {
        let form = ReportForm(agreement)
        func words(_ name: String) -> Set<String> {
            guard let field = form.fields.first(where: { $0.name == name }),
                case .words(let words) = field.kind
            else { return [] }
            return Set(words.map { CategoryTree.folded($0.name) })
        }
        parties = words("party")
        categories = words("category")
        self.form = form
    }

    /// What of a report's words the agreement does not know.
    func unknown(in report: Report) -> [String] {
        var found: [String] = []
        if let party = report.party.map({ CategoryTree.folded($0) }), !party.isEmpty,
            !parties.isEmpty, !parties.contains(party)
        {
            found.append(
                "'party' is '\(party)', which the agreement does not have; "
                    + Spelling.hint(for: party, in: parties.sorted()))
        }
        if let category = report.category.map({ CategoryTree.folded($0) }), !category.isEmpty,
            !categories.isEmpty,
            !CategoryTree.paths(category).contains(where: categories.contains)
        {
            found.append(
                "'category' is '\(category)', which the agreement does not name; "
                    + Spelling.hint(for: category, in: categories.sorted()))
        }
        return found
    }

    /// The columns that the agreement needs and a file does not have, each as a sentence.
    ///
    /// - Parameters:
    ///   - given: the members that some record gives.
    ///   - names: those that the file has.
    func missing(from given: Set<String>, _ names: [String]) -> [String] {
        let known = given.union(names)
        return form.fields.filter { field in
            field.isNeeded && !Self.found.contains(field.name) && !known.contains(field.name)
                && !known.contains(where: { field.name.hasPrefix($0 + "_") })
        }.map { "no record gives '\($0.name)': \($0.label). \($0.hint)" }
    }

    /// What is found under many names.
    private static let found: Set = [
        "id", "time", "longitude", "latitude", "uncertainty_m", "count",
    ]
}
