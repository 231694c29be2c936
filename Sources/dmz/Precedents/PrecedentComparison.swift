import AgreementFiles

/// Several precedents side by side, a row for each kind of figure.
struct PrecedentComparison {
    private let precedents: [Precedent]

    init(_ precedents: [Precedent]) { self.precedents = precedents }

    var text: String {
        let first = "categories".count
        let most = max(18, (WrappedTable.width - first - 2) / precedents.count - 2)
        let columns =
            [WrappedTable.Column("", first)] + precedents.map { WrappedTable.Column($0.id, most) }
        var rows: [[[String]]] = [
            [["year"]] + precedents.map { ["\($0.year)"] },
            [["kind"]] + precedents.map { [$0.kind.rawValue] },
            [["monitor"]] + precedents.map { [$0.monitor ?? "none"] },
        ]
        for kind in Precedent.Figure.Kind.allCases where kind != .fact {
            let cells = precedents.map { paragraphs(of: $0, kind) }
            rows.append([[kind.heading]] + cells.map { $0.isEmpty ? ["-"] : $0 })
        }
        var lines = WrappedTable.lines(columns, rows)
        let hasStars = precedents.flatMap(\.figures).contains {
            $0.kind != .fact && $0.provenance == .unverified
        }
        if hasStars { lines += ["", "  * not yet held against the text"] }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The figures of a kind, each with what it is of; one that stands in several rules is told once.
    private func paragraphs(of precedent: Precedent, _ kind: Precedent.Figure.Kind) -> [String] {
        var texts: [String] = []
        for figure in precedent.figures where figure.kind == kind {
            let text = figure.starred + (figure.about.isEmpty ? "" : ": " + figure.about)
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }
}
