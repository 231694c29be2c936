import AgreementFiles
import ArgumentParser
import SystemFiles

/// The catalogue of agreements that can be applied to other lines.
struct Precedents: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the figures of published agreements and applies them to other lines.",
        discussion: """
            The catalogue has the rules of published agreements and proposals, with each number and where it comes from. Lines, \
            areas and places are what you bring. Without a word behind it, the command lists the catalogue.

            \(Examples.text([Examples.precedents, Examples.applied]))
            """,
        subcommands: [List.self, Show.self, Apply.self, Compare.self], defaultSubcommand: List.self)

    /// The precedents of names.
    ///
    /// - Throws: `ValidationError` with the nearest names, where there is none of a name.
    static func named(_ ids: [String]) throws -> [Precedent] {
        let all = try all()
        return try ids.map { id in
            guard let found = all.first(where: { $0.id == id.lowercased() }) else {
                throw ValidationError(
                    "there is no precedent '\(String(visible: id))'; "
                        + NearPrecedents(to: id, in: all).hint)
            }
            return found
        }
    }

    /// The names, to be completed.
    static let names = CompletionKind.custom { _, _, _ in (try? Precedent.all.map(\.id)) ?? [] }

    /// All precedents.
    static func all() throws -> [Precedent] {
        do throws(AgreementFileErrors) {
            return try Precedent.all
        } catch {
            throw Diagnostics.status(for: error)
        }
    }
}

extension Precedents {
    /// A table of all precedents.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the catalogue with the figures of each text.",
            discussion: """
                Figures that are not yet held against the text have a star. Proposals are marked.

                \(Examples.text([Examples.precedents]))
                """)

        @Option(help: "How the table is written: text, csv or md.")
        var format = PrecedentFormat.text

        func run() throws {
            try Diagnostics.output(PrecedentTable(try Precedents.all()).text(format))
        }
    }

    /// All of one precedent.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Shows one text: what it arranges, what it needs, and where each figure comes from.",
            discussion: Examples.text([Examples.shown]))

        @Argument(
            help: "The name of a precedent, as dmz precedents lists it.",
            completion: Precedents.names)
        var id: String

        func run() throws {
            for precedent in try Precedents.named([id]) {
                try Diagnostics.output(PrecedentPage(precedent).text)
            }
        }
    }

    /// Several precedents beside each other.
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the figures of several texts side by side.",
            discussion: Examples.text([Examples.compared]))

        @Argument(help: "The names of two or more precedents.", completion: Precedents.names)
        var ids: [String]

        func validate() throws {
            guard ids.count > 1 else {
                throw ValidationError(
                    "two or more precedents are compared; dmz precedents show tells of one")
            }
            if let twice = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) {
                throw ValidationError("'\(String(visible: ids[twice]))' is named twice")
            }
        }

        func run() throws {
            try Diagnostics.output(PrecedentComparison(try Precedents.named(ids)).text)
        }
    }
}
