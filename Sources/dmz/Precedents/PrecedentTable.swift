import AgreementFiles
import ArgumentParser
import SystemFiles

/// How the list of precedents is written.
enum PrecedentFormat: String, CaseIterable, ExpressibleByArgument {
    case text, csv, md
}

/// The comparative table of precedents.
struct PrecedentTable {
    private let precedents: [Precedent]

    init(_ precedents: [Precedent]) { self.precedents = precedents }

    private static let kinds: [Precedent.Figure.Kind] = [.width, .category, .schedule, .cap]
    private static let headings = [
        "agreement", "year", "widths", "categories", "schedule", "caps", "monitor",
    ]

    func text(_ format: PrecedentFormat) -> String {
        switch format {
        case .text: table
        case .csv:
            ([Self.headings] + precedents.map(row)).map { row in
                row.map(Self.quoted).joined(separator: ",") + "\r\n"
            }.joined()
        case .md:
            (["| " + Self.headings.joined(separator: " | ") + " |"]
                + ["|" + Self.headings.map { _ in "---|" }.joined()]
                + precedents.map { precedent in
                    let cells = row(precedent).map {
                        $0.replacing("|", with: "\\|").replacing("<", with: "&lt;")
                            .replacing("*", with: "\\*")
                    }
                    return "| " + cells.joined(separator: " | ") + " |"
                }).map { $0 + "\n" }.joined()
        }
    }

    private var table: String {
        let most = [22, 4, 17, 11, 11, 12, 10]
        let columns = zip(Self.headings, most).map { WrappedTable.Column($0, $1) }
        let rows = precedents.map { precedent in
            // A figure that fits its column stays in one line.
            zip(row(precedent), most).map { cell, most in
                let figures = cell.split(separator: "; ")
                return [
                    figures.map {
                        $0.count < most ? $0.replacing(" ", with: WrappedTable.joint) : $0
                    }.joined(separator: "; ")
                ]
            }
        }
        var lines = WrappedTable.lines(columns, rows)
        let stars = precedents.flatMap(\.figures).contains {
            Self.kinds.contains($0.kind) && $0.provenance == .unverified
        }
        lines += ["", "  " + Self.note(hasStars: stars)]
        return lines.map { $0 + "\n" }.joined()
    }

    private static func note(hasStars: Bool) -> String {
        (hasStars ? "* not yet held against the text; " : "")
            + "dmz precedents show NAME tells of one."
    }

    private func row(_ precedent: Precedent) -> [String] {
        let name = precedent.id + (precedent.kind == .proposal ? " (proposal)" : "")
        let cells = Self.kinds.map { kind in
            let figures = precedent.figures.filter { $0.kind == kind }
            // One that is sourced in one place needs no star for another.
            let plain = figures.filter { $0.provenance != .unverified }.map { Self.brief($0.text) }
            var texts: [String] = []
            for figure in figures {
                let text = Self.brief(figure.text)
                let shown = plain.contains(text) ? text : text + "*"
                if !texts.contains(shown) { texts.append(shown) }
            }
            return texts.joined(separator: "; ")
        }
        return [name, "\(precedent.year)"] + cells + [precedent.monitor ?? "none"]
    }

    /// Of a moment only the day.
    private static func brief(_ figure: String) -> String {
        let day = figure.prefix(10)
        let isDay =
            day.split(separator: "-").map(\.count) == [4, 2, 2]
            && day.allSatisfy { $0.isNumber || $0 == "-" }
        return isDay ? String(day) : figure
    }

    /// A cell of CSV (RFC 4180); what spreadsheets take for a formula has an apostrophe in front.
    private static func quoted(_ cell: String) -> String {
        let isFormula = cell.first.map { "=+-@".contains($0) } ?? false
        let text = isFormula ? "'" + cell : cell
        return text.contains { ",\"\r\n".contains($0) }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

extension Precedent.Figure {
    /// The figure, with a star where it is unverified.
    var starred: String { text + (provenance == .unverified ? "*" : "") }
}

extension Precedent.Figure.Kind {
    /// The kind as a heading.
    var heading: String {
        switch self {
        case .width: "widths"
        case .category: "categories"
        case .schedule: "schedule"
        case .cap: "caps"
        case .fact: "facts"
        }
    }
}
