import Foundation
import TestSupport
import Testing

/// What the program says of itself, and what it says to whoever types something else.
@Suite struct HelpTests {
    private static let commands = ["check", "measure", "validate", "explain", "zones"]

    @Test(
        "Help and the version that cannot be written are a fault of output",
        .enabled(if: Program.hasFullDevice),
        arguments: [
            "", "--help", "--version", "help zones", "check --help",
            "--generate-completion-script bash",
        ])
    func fullDisk(arguments: String) throws {
        let run = try Program.shell("$dmz \(arguments) >/dev/full", in: try TemporaryFolder())
        #expect(run.status == 1)
        #expect(
            run.errors == "dmz: standard output: cannot be written: no space left on device\n")
    }

    @Test("The version names the libraries in use")
    func version() throws {
        let run = try Program.run(["--version"])
        #expect(run.status == 0 && run.errors.isEmpty)
        let form = #/dmz 0\.2\.0 \(GEOS \d+\.\d+\.\d+\w*, PROJ \d+\.\d+\.\d+\w*\)\n/#
        #expect(run.output.wholeMatch(of: form) != nil, "\(run.output)")
    }

    @Test("Alone it shows three examples, and in full which commands there are, in groups")
    func overview() throws {
        let brief = try Program.run([])
        #expect(brief.status == 0 && brief.errors.isEmpty)
        #expect(Self.examples(in: brief.output).count == 3)
        #expect(brief.output.split(separator: "\n").count < 12)
        let help = try Program.run(["--help"]).output
        #expect(Self.examples(in: help) == Self.examples(in: brief.output))
        #expect(help.contains("REPORT SUBCOMMANDS:") && help.contains("AGREEMENT SUBCOMMANDS:"))
        for command in Self.commands { #expect(help.contains("\n  \(command) ")) }
        let check = try Program.run(["check", "--help"]).output
        for group in ["WRITING", "PROPERTIES OR COLUMNS OF REPORTS", "READING", "EXIT STATUS"] {
            #expect(check.contains("\n\(group):\n"))
        }
    }

    @Test("The example of each command runs as it is shown", arguments: commands)
    func examples(command: String) throws {
        let folder = try TemporaryFolder()
        for file in ["agreement.yaml", "reports.csv"] {
            try folder.write(try Fixtures.text("readme/\(file)"), to: file)
        }
        try folder.write(
            #"{"type":"LineString","coordinates":[[-32,47],[-29,48]]}"#, to: "line.geojson")
        for help in ["\(command) --help", "help \(command)"] {
            let text = try Program.shell("$dmz \(help)", in: folder).output
            let example = try #require(Self.examples(in: text).first)
            #expect(example.hasPrefix("dmz \(command) "))
            let run = try Program.shell("$\(example)", in: folder)
            #expect(run.status == 0, "\(example): \(run.errors)")
        }
    }

    /// The lines that can be typed.
    private static func examples(in help: String) -> [String] {
        help.split(separator: "\n").filter { $0.hasPrefix("  dmz ") }.map {
            String($0.dropFirst(2))
        }
    }

    @Test(
        "A mistyped command is answered with the nearest, also behind help",
        arguments: [
            ("chek a b", "check"), ("help zonse", "zones"), ("explian", "explain"),
        ])
    func nearest(arguments: String, meant: String) throws {
        let run = try Program.shell("$dmz \(arguments)", in: try TemporaryFolder())
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains("did you mean '\(meant)'?"))
        #expect(run.errors.contains("\nUsage: dmz <subcommand>\n"))
    }

    @Test(
        "What is wrong with a command shows its own usage",
        arguments: [
            ("check a.yaml r.geojson -o a.yaml", "check"), ("check a.yaml - -", "check"),
            ("measure line.geojson r.geojson -o line.geojson", "measure"),
            ("zones a.yaml -o a.yaml", "zones"), ("zones a.yaml --zone dmx", "zones"),
            ("zones a.yaml --tolerance 1", "zones"), ("check a.yaml r.geojson --nope", "check"),
            ("explain a.yaml 30 50", "explain"), ("explain a.yaml 30,500", "explain"),
            ("validate", "validate"),
        ])
    func usage(arguments: String, command: String) throws {
        let folder = try workplace()
        let run = try Program.shell("$dmz \(arguments)", in: folder)
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.errors.contains("Usage: dmz \(command) "), "\(run.errors)")
        #expect(run.errors.contains("'dmz \(command) --help'"))
        // Nothing was written over.
        #expect(try folder.read("a.yaml").hasPrefix("parties:"))
    }

    @Test(
        "A length or number that is below zero is told as such",
        arguments: [
            (
                "explain a.yaml 30,50 --uncertainty '-5 m'",
                "--uncertainty: '-5 m' is not a length: a length is at least zero"
            ),
            (
                "zones a.yaml --tolerance '-1 m'",
                "--tolerance: '-1 m' is not a length: a length is at least zero"
            ),
            ("zones a.yaml --tolerance -1", "'-1' is not a length: a length is at least zero"),
            ("zones a.yaml --tolerance --sides", "'--sides' is not a length"),
            ("check a.yaml r.geojson --threads -3", "--threads: -3 is not in 1...1024"),
        ])
    func belowZero(arguments: String, words: String) throws {
        let run = try Program.shell("$dmz \(arguments)", in: try workplace())
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test(
        "Names of files are completed",
        .enabled(if: OutputFaultTests.trial("command -v bash")),
        arguments: [
            (["validate", "a"], ["a.yaml"]), (["check", "a.yaml", "r"], ["r.geojson"]),
            (["zones", "a.yaml", "-o", "li"], ["line.geojson"]),
            (["measure", "li"], ["line.geojson"]),
            (["check", "a.yaml", "r.geojson", "--summary", "r"], ["r.geojson"]),
        ])
    func completion(words: [String], names: [String]) throws {
        let folder = try workplace()
        let typed = (["dmz"] + words).map { "'\($0)'" }.joined(separator: " ")
        try folder.write(
            """
            eval "$($dmz --generate-completion-script bash)"
            compopt() { :; }
            COMP_WORDS=(\(typed)); COMP_CWORD=\(words.count); COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
            _dmz dmz "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """, to: "complete.sh")
        let run = try Program.shell("bash complete.sh", in: folder)
        #expect(
            run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                == names, "\(run.errors)")
    }
}
