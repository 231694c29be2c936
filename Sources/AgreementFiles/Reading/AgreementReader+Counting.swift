import Agreements

/// What says how reports are counted.
extension AgreementReader {
    /// A period such as `24 h`.
    mutating func period(_ node: YAMLNode, _ what: String) -> CountingPeriod? {
        guard let text = text(node, what) else { return nil }
        do throws(CountingPeriod.ParsingError) {
            return try CountingPeriod(parsing: text)
        } catch {
            refuse(node.mark, "\(what): \(error.description)")
            return nil
        }
    }

    /// The property by which objects are told apart.
    mutating func property(_ node: YAMLNode) -> String? {
        guard let text = text(node, "same") else { return nil }
        if text.allSatisfy(\.isWhitespace) || text == CompiledAgreement.countName {
            refuse(
                node.mark,
                "same is the property of reports by which objects are told apart, such as serial, not "
                    + node.inWords)
            return nil
        }
        return text
    }

    /// Says which categories of inventories nothing else knows, as misspelt ones are.
    mutating func warnOfInventories(_ agreement: Agreement) {
        let branches = agreement.categories.branches
        let known =
            agreement.rules.flatMap(\.categories) + branches.map(\.category)
            + branches.flatMap(\.members) + agreement.reach.map(\.category)
        let names = Set(known.map { CategoryTree.folded($0) })
        for site in agreement.sites {
            for item in site.inventory
            where agreement.categories.kinds(of: item.category).isDisjoint(with: names) {
                let meant = Spelling.nearest(to: item.category, in: known)
                warn(
                    marks[["sites", site.id, "inventory"]],
                    "site '\(site.id)': no rule and no list of categories knows '\(item.category)'"
                        + (meant.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
    }

    /// A number of objects; notes anything else.
    mutating func number(ofObjects node: YAMLNode, _ what: String) -> Int? {
        guard let number = node.scalar.flatMap({ Self.number($0) }),
            let count = Int(exactly: number), count >= 0
        else {
            refuse(node.mark, "\(what) is a whole number of 0 or more, not \(node.inWords)")
            return nil
        }
        return count
    }
}
