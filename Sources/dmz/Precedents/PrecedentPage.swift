import AgreementFiles
import SystemFiles

/// One precedent as a person reads it.
struct PrecedentPage {
    private let precedent: Precedent

    init(_ precedent: Precedent) { self.precedent = precedent }

    var text: String {
        var lines = WrappedTable.wrapped(
            precedent.title + ", \(precedent.year)"
                + (precedent.kind == .proposal ? " (a proposal, not an agreement)" : ""),
            WrappedTable.width)
        lines += ["Monitor: " + String(visible: precedent.monitor ?? "none"), ""]
        lines += WrappedTable.wrapped(precedent.about, WrappedTable.width)
        lines += section(
            "Needs",
            WrappedTable.lines(
                [.init("", 20), .init("", 8), .init("", 62)],
                precedent.needs.map { need in
                    [
                        [need.id], [need.kind.rawValue],
                        [need.about + (need.isOptional ? " (optional)" : "")],
                    ]
                }, withHeadings: false))
        for kind in Precedent.Figure.Kind.allCases {
            lines += section(kind.heading.capitalised, figures(kind))
        }
        lines += section(
            "Left out",
            WrappedTable.lines(
                [.init("", 34), .init("", 58)],
                precedent.leftOut.map { [[$0.clause], [$0.reason]] }, withHeadings: false))
        lines += section(
            "Sources",
            precedent.sources.flatMap {
                WrappedTable.wrapped($0, WrappedTable.width - 2).map { "  " + $0 }
            })
        return lines.map { $0 + "\n" }.joined()
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines
    }

    private func figures(_ kind: Precedent.Figure.Kind) -> [String] {
        let figures = precedent.figures.filter { $0.kind == kind }
        guard !figures.isEmpty else { return [] }
        return WrappedTable.lines(
            [
                .init("figure", 20), .init("of", 32), .init("clause", 14),
                .init("provenance", 10), .init("source", 16),
            ],
            figures.map { figure in
                [
                    [figure.text], [figure.about], [figure.clause ?? ""],
                    [figure.provenance.rawValue], [figure.source ?? ""],
                ]
            })
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
