import Foundation
import TestSupport
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
    @Test("The examples' commands give the output shown")
    func examples() throws {
        let readme = try Fixtures.file("README.md")
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0].hasPrefix("$ dmz ") }
        #expect(starts.count == 2 && starts[0] < 40)
        for start in starts {
            let shown = lines[(start + 1)...].prefix { $0 != "```" }
            let arguments = lines[start].split(separator: " ").dropFirst(2).map(String.init)
            let result = try Program.run(arguments, in: Fixtures.root)
            #expect(result.status == 0)
            #expect(result.output == shown.joined(separator: "\n") + "\n")
        }
    }

    @Test("The agreement shown is the one that is run")
    func agreement() throws {
        let readme = try Fixtures.file("README.md")
        let file = try Fixtures.text("readme/agreement.yaml")
        #expect(readme.contains("```yaml\n" + file + "```"))
    }

    @Test("The table of the page on drawing is the one that is printed")
    func table() throws {
        let page = try Fixtures.file("docs/drawing.md")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("$ dmz zones ") })
        let shown = lines[(start + 1)...].prefix { $0 != "```" }
        let folder = try TemporaryFolder()
        let command = lines[start].dropFirst(2)
            .replacing("fixtures/", with: Fixtures.root + "fixtures/")
        let result = try Program.shell("$\(command)", in: folder)
        #expect(result.status == 0)
        #expect(result.output == shown.joined(separator: "\n") + "\n")
        #expect(try folder.names() == ["zones.geojson"])
    }

    @Test("The tables of the page on tables are those that are printed")
    func tables() throws {
        let page = try Fixtures.file("docs/tables.md")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0].hasPrefix("$ dmz ") }
        #expect(starts.count == 2)
        for start in starts {
            let shown = lines[(start + 1)...].prefix { $0 != "```" }
            let command = lines[start].dropFirst(2).replacing("| dmz ", with: "| $dmz ")
                .replacing("fixtures/", with: Fixtures.root + "fixtures/")
            let result = try Program.shell("$\(command)", in: TemporaryFolder())
            #expect(result.status == 0 && result.errors.isEmpty)
            #expect(result.output == shown.joined(separator: "\n") + "\n")
        }
    }

    @Test("What the page on precedents shows is what the program prints")
    func precedents() throws {
        let page = try Fixtures.file("docs/precedents.md")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0].hasPrefix("$ dmz precedents ") }
        #expect(starts.count == 3)
        for start in starts {
            let shown = lines[(start + 1)...].prefix { $0 != "```" }
            // Paths are told from the working folder.
            let result = try Program.shell(
                "cd '\(Fixtures.root)' && $\(lines[start].dropFirst(2))", in: TemporaryFolder())
            #expect(result.errors.isEmpty)
            #expect(result.output == shown.joined(separator: "\n") + "\n")
        }
    }
}
