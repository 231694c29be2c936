import SystemFiles

/// The comment at the beginning of a file that was made from a precedent.
struct PrecedentHeader {
    let precedent: Precedent
    /// The figures that are unverified, with the keys that lead to them.
    let unverified: [(figure: Precedent.Figure, path: [String])]
    /// The rules that are unverified, with or without figures.
    let rules: [String]
    let leftOut: [AppliedPrecedent.LeftOut]
    /// Moments of the precedent's own time, where the zero is another.
    let ownMoments: [String]

    private static let width = 110

    /// The lines of the comment.
    var text: String {
        let kind = precedent.kind == .proposal ? "proposal" : "agreement"
        var lines = Self.wrapped(
            "Made from the precedent \(precedent.id): \(precedent.title), \(precedent.year).")
        lines += Self.wrapped(
            "This is not the \(kind) itself. Lines, areas, places and parties are those that were given; the rules "
                + "are as the precedent has them and bind nobody. Hold every figure against the text before use."
        )
        lines += list(
            "Figures that are unverified, not yet held against the text:",
            unverified.map { figure, path in
                let clause = figure.clause.map { " (\($0))" } ?? ""
                let about = figure.about.isEmpty ? "" : ", \(figure.about)"
                return "\(figure.text)\(about)\(clause): \(path.joined(separator: "."))"
            })
        if !rules.isEmpty {
            lines += Self.wrapped(
                "Rules that are unverified: " + rules.joined(separator: ", "), indent: 2)
        }
        lines += list(
            "Moments of the precedent's own time, which the zero does not move:", ownMoments)
        lines += list("Left out:", leftOut.map { "\($0.part): \($0.reason)" })
        return lines.map { ("# " + $0).trimmingSpaces + "\n" }.joined()
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty
            ? [] : [title] + items.flatMap { Self.wrapped("- " + $0, indent: 2) }
    }

    /// A text in lines, from the second on with spaces in front.
    private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in String(visible: text).split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > width {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + [line]
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
