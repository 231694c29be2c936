import Foundation
import TestSupport
import Testing

/// `dmz precedents` as it is run.
@Suite struct PrecedentCommandTests {
    private func run(_ line: String, in folder: TemporaryFolder? = nil) throws -> Program.Result {
        try Program.shell("$dmz precedents \(line)", in: try folder ?? workplace())
    }

    @Test("Without a word it lists the catalogue, within the width of a terminal")
    func list() throws {
        let (plain, named) = (try run(""), try run("list"))
        #expect(plain.status == 0 && plain.errors.isEmpty && plain.output == named.output)
        let lines = plain.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines[0].split(separator: " ").map(String.init) == [
                "agreement", "year", "widths", "categories", "schedule", "caps", "monitor",
            ])
        #expect(lines.allSatisfy { $0.count <= 104 })
        let korea = try #require(lines.first { $0.contains("korea-1953") })
        #expect(korea.contains("1953") && korea.contains("2 km") && korea.contains("MAC, NNSC"))
        #expect(plain.output.contains("* not yet held against the text"))
        let folder = Fixtures.root + "Sources/PrecedentTexts/Catalogue"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(
                lines.contains {
                    $0.hasPrefix("  \(file.dropLast(5)) ") || $0 == "  \(file.dropLast(5))"
                }, "\(file)")
        }
    }

    @Test("The list as CSV and as Markdown has a row for each precedent")
    func formats() throws {
        let folder = Fixtures.root + "Sources/PrecedentTexts/Catalogue"
        let count = try FileManager.default.contentsOfDirectory(atPath: folder).count
        let csv = try run("list --format csv")
        #expect(csv.output.hasPrefix("agreement,year,widths,categories,schedule,caps,monitor\r\n"))
        #expect(csv.output.components(separatedBy: "\r\n").count == count + 2)
        let markdown = try run("--format md")
        #expect(markdown.output.hasPrefix("| agreement | year |"))
        #expect(markdown.output.split(separator: "\n").count == count + 2)
    }

    @Test("show tells what it needs and where each figure comes from")
    func show() throws {
        let run = try run("show korea-1953")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("Korean Armistice Agreement, 1953\nMonitor: MAC, NNSC\n"))
        var rest = Substring(run.output)
        for title in ["Needs", "Widths", "Schedule", "Caps", "Facts", "Left out", "Sources"] {
            let place = try #require(rest.range(of: "\n\n\(title)\n"), "\(title)")
            rest = rest[place.upperBound...]
        }
        #expect(run.output.contains("unverified") && run.output.contains("sourced"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 102 })
        #expect(try self.run("show Korea-1953").output == run.output)
    }

    @Test("compare puts figures side by side")
    func compare() throws {
        let run = try run("compare korea-1953 kumanovo-1999 minsk-2015-package")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(
            lines[0].split(separator: " ").map(String.init) == [
                "korea-1953", "kumanovo-1999", "minsk-2015-package",
            ])
        let starts = ["year", "kind", "monitor", "widths", "categories", "schedule", "caps"]
        #expect(starts.allSatisfy { start in lines.contains { $0.hasPrefix("  \(start) ") } })
        let widths = try #require(lines.first { $0.hasPrefix("  widths ") })
        #expect(widths.contains("2 km") && widths.contains("5 km") && widths.contains("25 km"))
        #expect(lines.allSatisfy { $0.count <= 104 })
    }

    @Test("apply makes an agreement that check reads, with paths from its folder")
    func apply() throws {
        let folder = try workplace()
        let run = try run(
            "apply korea-1953 --line line.geojson --party-left 'Party North' --party-right 'Party: \"South\"' "
                + "--zero '2026-12-01T00:00+02:00 Europe/Kyiv' -o made.yaml", in: folder)
        #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
        #expect(
            run.errors.contains("dmz: left out: ")
                && run.errors.contains("not yet held against the text"))
        let made = try folder.read("made.yaml")
        #expect(made.hasPrefix("# Made from the precedent korea-1953: "))
        #expect(made.contains("not the agreement itself") && made.contains("line.geojson"))
        #expect(made.contains("left: party-north, right: party-south"))
        #expect(made.contains("zero: 2026-12-01T00:00+02:00 Europe/Kyiv"))
        let validated = try Program.shell("$dmz validate made.yaml", in: folder)
        #expect(validated.status == 0 && validated.output.contains("Party: \"South\""))

        let elsewhere = try Program.shell(
            "mkdir -p a/b && cd a && $dmz precedents apply korea-1953 --line mdl=../line.geojson -q -o b/m.yaml && "
                + "grep -c ': \\.\\./\\.\\./line.geojson' b/m.yaml && cd / && $dmz validate '\(folder.path)/a/b/m.yaml'",
            in: folder)
        #expect(elsewhere.status == 0 && elsewhere.errors.isEmpty, "\(elsewhere.errors)")
        let device = try self.run(
            "apply korea-1953 --line line.geojson -q -o /dev/stdout", in: folder)
        #expect(device.status == 0 && device.output.contains("{geometry: line.geojson"))
        // To standard output the paths are those of the working folder.
        let piped = try self.run(
            "apply korea-1953 --line '\(folder.path)/line.geojson' -q", in: folder)
        #expect(piped.status == 0 && piped.output.contains("{geometry: line.geojson"))
    }

    @Test("A file that is there is written over, as other commands do, and never an input")
    func overwriting() throws {
        let folder = try workplace()
        try folder.write("old", to: "made.yaml")
        #expect(
            try run("apply korea-1953 --line line.geojson -q -o made.yaml", in: folder).status == 0)
        #expect(try folder.read("made.yaml").hasPrefix("# Made"))
        let names = try folder.names()
        let input = try run("apply korea-1953 --line line.geojson -o line.geojson", in: folder)
        #expect(
            input.status == 64 && input.errors.contains("would be written over"), "\(input.errors)")
        let wrong = try run("apply korea-1953 --line r.geojson -o new.yaml", in: folder)
        #expect(wrong.status == 65 && wrong.errors.contains("r.geojson"), "\(wrong.errors)")
        let nowhere = try run(
            "apply korea-1953 --line line.geojson -o no/such/made.yaml", in: folder)
        #expect(nowhere.status == 1)
        #expect(try folder.names() == names)
    }

    @Test(
        "Statuses, and what is said",
        arguments: [
            ("show korea", 64, "there is no precedent 'korea'; did you mean 'korea-1953'"),
            ("show minsk", 64, "'minsk-2015-package'"),
            ("show korea-1952", 64, "did you mean 'korea-1953'"),
            ("show qqq", 64, "there is no precedent 'qqq'; dmz precedents lists them"),
            ("shwo korea-1953", 64, "there is no command 'shwo'; did you mean 'show'?"),
            ("show", 64, "Missing expected argument '<id>'"), ("show --help", 0, ""),
            ("compare korea-1953", 64, "two or more precedents are compared"),
            ("compare korea-1953 korea-1953", 64, "'korea-1953' is named twice"),
            ("compare korea-1953 nothing", 64, "there is no precedent 'nothing'"),
            ("list --format html", 64, "--format"),
            ("apply korea-1953", 64, "\n  mdl  --line FILE  the Military Demarcation Line"),
            (
                "apply minsk-2015-package", 64,
                "needs what only you can give:\n  de-facto    --line FILE    "
            ),
            ("apply minsk-2015-package --line line.geojson", 64, "\n  memorandum  --line-2 FILE  "),
            (
                "apply korea-1953", 64,
                "\n  optional: northern-boundary, southern-boundary, han-estuary, "
            ),
            ("apply hodeidah-2018", 64, "\n  city  --area city=FILE  "),
            (
                "apply korea-cma-2018 --line line.geojson", 64,
                "\n  marker-0646  --point marker-0646=LON,LAT  "
            ),
            ("apply dayton-1995 --line line.geojson", 64, "\n  zero  --zero MOMENT  "),
            ("apply korea-1953 --line missing.geojson", 1, "missing.geojson: "),
            ("apply korea-1953 --line .", 1, ""),
            ("apply korea-1953 --line ''", 64, "--line: the name of the file is empty"),
            ("apply korea-1953 --line -", 64, "cannot be standard input"),
            (
                "apply korea-1953 --line line.geojson --line line.geojson", 64,
                "--line: 'mdl' is given twice"
            ),
            ("apply korea-1953 --line mld=line.geojson", 64, "no need 'mld'; did you mean 'mdl'?"),
            (
                "apply korea-1953 --line line.geojson --area mdl=r.geojson", 64,
                "--area: 'mdl' is a line, to be given by --line FILE"
            ),
            (
                "apply korea-1953 --line line.geojson --point mdl=30,50", 64,
                "--point: 'mdl' is a line"
            ),
            (
                "apply korea-1953 --line line.geojson --give x=3", 64,
                "--give: korea-1953 has no need 'x'; "
            ),
            ("apply korea-1953 --line line.geojson --give x", 64, "--give: 'x' is not NAME=VALUE"),
            ("apply korea-1953 --line line.geojson --zero soon", 64, "the zero: "),
            (
                "apply korea-1953 --line line.geojson --party-left A --party-right a", 64,
                "are the same party"
            ),
            ("apply korea-1953 --line line.geojson -o ''", 64, "--output: the name is empty"),
            (
                "apply kumanovo-1999 --party-left X", 64,
                "--party-left: no line of kumanovo-1999 says whose side is which"
            ),
        ])
    func statuses(line: String, status: Int32, words: String) throws {
        let run = try run(line)
        #expect(run.status == status, "\(run.errors)")
        #expect(words.isEmpty || run.errors.contains(words), "\(run.errors)")
        if status != 0 { #expect(run.output.isEmpty) }
    }

    @Test("What is wrong with an inner command shows its own usage")
    func usage() throws {
        let run = try run("apply korea-1953")
        #expect(run.errors.contains("Usage: dmz precedents apply "), "\(run.errors)")
        #expect(run.errors.contains("'dmz precedents apply --help'"))
    }

    @Test(
        "The examples of help run as they are shown",
        arguments: ["", " list", " show", " apply", " compare"])
    func examples(command: String) throws {
        let folder = try workplace()
        let help = try Program.shell("$dmz help precedents\(command)", in: folder).output
        let examples = help.split(separator: "\n").filter { $0.hasPrefix("  dmz precedents") }
        #expect(!examples.isEmpty)
        for example in examples {
            let run = try Program.shell("$\(example.dropFirst(2))", in: folder)
            #expect(run.status == 0, "\(example): \(run.errors)")
        }
    }

    @Test("Moments that a new zero does not move are named where they contradict it")
    func ownMoments() throws {
        let folder = try workplace()
        try folder.write(
            #"{"type":"Polygon","coordinates":[[[28,49],[28.5,49],[28.5,50],[28,50],[28,49]]]}"#,
            to: "a.geojson")
        let run = try run(
            "apply karabakh-2020 --line line.geojson --area shusha=a.geojson --area agdam=a.geojson "
                + "--zero 2026-12-01T00:00+02:00 -o made.yaml", in: folder)
        #expect(
            run.status == 65
                && run.errors.contains("which the zero does not move: rules.agdam.due 2020-11-20"))
        #expect(!(try folder.names().contains("made.yaml")))
        // A position in a notation, and a length, by their names.
        let plant = try self.run(
            #"apply znpp-2023 --area plant=a.geojson --point "place=49°30'N 28°15'E" --give 'radius=5 km'"#,
            in: folder)
        #expect(
            plant.status == 0
                && plant.output.contains("surroundings: {within: 5 km, of: [28.25, 49.5]}"),
            "\(plant.errors)")
    }
}
