import Agreements
import Foundation
import PrecedentTexts
import TestSupport
import Testing

@testable import AgreementFiles

/// The catalogue: each entry loads, its figures are where they say, and all numbers of the table and the clauses are among them.
@Suite struct PrecedentCatalogueTests {
    static let all = (try? Precedent.all) ?? []

    @Test("All files of the catalogue are part of the program and load")
    func load() throws {
        let folder = Fixtures.root + "Sources/PrecedentTexts/Catalogue"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        let precedents = try Precedent.all
        #expect(precedents.map { $0.id + ".yaml" }.sorted() == files.sorted())
        for precedent in precedents {
            let file = try Fixtures.file("Sources/PrecedentTexts/Catalogue/\(precedent.id).yaml")
            #expect(EmbeddedPrecedents.texts[precedent.id] == Array(file.utf8), "\(precedent.id)")
            #expect(try Precedent.named(precedent.id)?.title == precedent.title)
            #expect(precedent.id.contains("\(precedent.year)"), "\(precedent.id)")
            #expect(!precedent.sources.isEmpty && !precedent.about.isEmpty, "\(precedent.id)")
            #expect(
                precedent.kind == .agreement || precedent.title.lowercased().contains("proposal"),
                "\(precedent.title)")
        }
        #expect(precedents.map(\.year) == precedents.map(\.year).sorted())
        #expect(try Precedent.named("nowhere-1900") == nil)
    }

    // MARK: - Figures and the agreement

    @Test(
        "Every number of the agreement has a figure, and every figure stands where it says",
        arguments: all.map(\.id))
    func figures(id: String) throws {
        let precedent = try #require(try Precedent.named(id))
        let paths = precedent.figures.map(\.path).filter { !$0.isEmpty }
        for (path, text) in Self.scalars(precedent.template, []) {
            let section = path[0]
            guard
                ["zones", "rules", "sites", "obligations", "reach", "zero", "zeros"].contains(
                    section),
                !["clause", "quote", "provenance", "same", "act"].contains(path.last ?? ""),
                !Numbers.all(in: text).isEmpty, !Self.isIdentifier(text, path, of: precedent)
            else { continue }
            let hasFigure = paths.contains { path.starts(with: $0) }
            #expect(hasFigure, "\(id): \(path.joined(separator: ".")): \(text)")
        }
        for figure in precedent.figures where !figure.path.isEmpty {
            let node = try #require(precedent.template.node(at: figure.path))
            let there = Set(
                Self.scalars(node, []).flatMap {
                    Numbers.all(in: $0.text) + Numbers.all(in: $0.path.joined(separator: " "))
                })
            let wanted = Numbers.all(in: figure.text)
            #expect(
                wanted.isEmpty || wanted.contains { there.contains($0) },
                "\(id): \(figure.text) at \(figure.path.joined(separator: "."))")
        }
    }

    /// All scalars of a node, with the keys that lead to them; keys themselves are among the words.
    private static func scalars(_ node: YAMLNode, _ path: [String]) -> [(
        path: [String], text: String
    )] {
        switch node.content {
        case .scalar(let text): [(path, text)]
        case .list(let nodes): nodes.flatMap { scalars($0, path) }
        case .mapping(let pairs): pairs.flatMap { scalars($0.value, path + [$0.key]) }
        }
    }

    /// Whether a text names something of the agreement and is no number of it.
    private static func isIdentifier(_ text: String, _ path: [String], of precedent: Precedent)
        -> Bool
    {
        let sections = ["lines", "zones", "sites", "rules", "parties", "categories"]
        var names = sections.flatMap { precedent.template.member($0)?.mapping?.map(\.key) ?? [] }
        names += precedent.needs.map(\.id)
        let categories = precedent.template.member("categories")?.mapping ?? []
        names += categories.flatMap { $0.value.list?.compactMap(\.scalar) ?? [] }
        names += (precedent.template.member("lines")?.mapping ?? []).flatMap {
            $0.value.member("markers")?.mapping?.map(\.key) ?? []
        }
        return names.contains(text) || path.contains("prohibits") && !text.contains(" ")
    }

    // MARK: - The table and the clauses

    @Test("The numbers of each row of the comparative table are among the figures of its entries")
    func table() throws {
        let text = try Fixtures.text("catalogue/comparative-table.md")
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map {
            line in
            line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        }
        #expect(rows.count == 20)
        let names = rows.map { $0[0] }
        for precedent in Self.all {
            for name in precedent.tableRows {
                #expect(names.contains(name), "\(precedent.id): \(name)")
            }
        }
        for row in rows {
            // The lines and the monitor have no figures.
            try Self.check(row[0], row[2...5].joined(separator: " ; ")) {
                $0.tableRows.contains(row[0])
            }
        }
    }

    @Test("The numbers of each clause are among the figures of its entries")
    func clauses() throws {
        let rows = try Fixtures.text("agreements/clauses.csv").split(separator: "\n").dropFirst()
            .map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            }
        let groups = Set(rows.map { $0[0] })
        for precedent in Self.all {
            for name in precedent.clauseGroups {
                #expect(groups.contains(name), "\(precedent.id): \(name)")
            }
        }
        for row in rows {
            try Self.check(row[0], row[1]) { $0.clauseGroups.contains(row[0]) }
        }
    }

    /// Expects every number of a text in a figure of some entry, or an exception for it.
    private static func check(
        _ name: String, _ text: String, _ belongs: (Precedent) -> Bool
    ) throws {
        let entries = all.filter(belongs)
        let exceptions = try Fixtures.text("catalogue/exceptions.csv").split(separator: "\n")
            .map { $0.components(separatedBy: "|") }.filter { $0[0] == name }
        for exception in exceptions { #expect(exception.count == 3 && exception[2].count > 10) }
        if exceptions.contains(where: { $0[1] == "all" }) { return }
        #expect(!entries.isEmpty, "no entry has \(name)")
        let figures = entries.flatMap(\.figures)
        let known = Set(figures.flatMap { Numbers.all(in: $0.text) + Numbers.all(in: $0.about) })
        let excepted = exceptions.flatMap { Numbers.all(in: $0[1]) }
        for number in Numbers.all(in: text) {
            #expect(
                known.contains(number) || excepted.contains(number),
                "\(name): \(number) of '\(text)'")
        }
    }
}

/// Numbers as they stand in texts.
enum Numbers {
    /// The numbers of a text, with commas between thousands; digits in words such as `M4` or `2S5` are none.
    static func all(in text: String) -> [Double] {
        // `EIF+6`, `->10` and `10/20` are numbers with signs between.
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }
        return words.flatMap { word -> [Double] in
            let plain = word.drop { !$0.isNumber && !$0.isLetter }
            guard plain.first?.isNumber == true else { return [] }
            let number = plain.prefix { $0.isNumber || $0 == "." || $0 == "," }
            let rest = plain.dropFirst(number.count)
            // A unit may follow at once, as in `72h`; a type as `2S5` has other digits behind.
            guard !rest.contains(where: \.isNumber) else { return [] }
            return number.split(separator: ",").count > 1 && !isGrouped(number)
                ? number.split(separator: ",").compactMap { value($0) }
                : [value(number)].compactMap { $0 }
        }
    }

    private static func isGrouped(_ number: Substring) -> Bool {
        let parts = number.split(separator: ",")
        return parts[0].count <= 3
            && parts.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    }

    private static func value(_ text: Substring) -> Double? {
        var digits = text.filter { $0 != "," }
        while digits.hasSuffix(".") { digits.removeLast() }
        return Double(digits)
    }
}
