import AgreementFiles
import ArgumentParser
import ReportFiles
import SystemFiles

extension Precedents {
    /// Makes an agreement file of a precedent.
    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Makes an agreement file of a precedent and of lines, areas and places of your own.",
            discussion: """
                What the precedent needs is given by --line, --area, --point and --give; what is missing is asked for by name. What is \
                optional may be missing: what depends on it is left out, and told. The file says in its first lines of what it was made \
                and which of its figures are unverified.

                Exit status: 0 done, 1 bytes could not be read or written, 64 usage, 65 a file could not be used.

                \(Examples.text([Examples.applied]))
                """)

        @Argument(
            help: "The name of a precedent, as dmz precedents lists it.",
            completion: Precedents.names)
        var id: String
        @Option(
            name: .customLong("line"),
            help: ArgumentHelp(
                "A GeoJSON file with the first line that is needed, or with the line of that name.",
                valueName: "[name=]file"), completion: .file())
        var lines: [String] = []
        @Option(
            name: .customLong("line-2"),
            help: ArgumentHelp("A file with the second line that is needed.", valueName: "file"),
            completion: .file())
        var line2: String?
        @Option(
            name: .customLong("line-3"),
            help: ArgumentHelp("A file with the third.", valueName: "file"), completion: .file())
        var line3: String?
        @Option(
            name: .customLong("line-4"),
            help: ArgumentHelp("A file with the fourth.", valueName: "file"), completion: .file())
        var line4: String?
        @Option(
            name: .customLong("line-5"),
            help: ArgumentHelp("A file with the fifth.", valueName: "file"), completion: .file())
        var line5: String?
        @Option(
            name: .customLong("area"),
            help: ArgumentHelp(
                "A GeoJSON file with the area of that name.", valueName: "name=file"),
            completion: .file())
        var areas: [String] = []
        @Option(
            name: .customLong("point"),
            help: ArgumentHelp(
                "The place of that name: longitude and latitude, or any notation that explain reads.",
                valueName: "name=position"))
        var points: [String] = []
        @Option(
            name: .customLong("give"),
            help: ArgumentHelp(
                "What is needed under that name: a length such as '5 km', a moment, or any other.",
                valueName: "name=value"))
        var others: [String] = []
        @Option(
            help: ArgumentHelp(
                "The party in the place of that on the left of the first line.", valueName: "name"))
        var partyLeft: String?
        @Option(
            help: ArgumentHelp(
                "The party in the place of that on the right of the first line.", valueName: "name")
        )
        var partyRight: String?
        @Option(
            help:
                "The zero in the place of the precedent's, as in '2026-12-01T00:00+02:00 Europe/Kyiv', or unknown."
        )
        var zero: String?
        @Option(
            name: [.short, .long], help: "The file to write; standard output when not given.",
            completion: .file())
        var output: String?
        @Flag(name: [.short, .long], help: "Say nothing but errors.")
        var quiet = false

        func validate() throws { try Outputs.check([.init("--output", output)]) }

        func run() throws {
            do {
                try apply()
            } catch {
                throw Diagnostics.status(for: error)
            }
        }

        private func apply() throws {
            let precedent = try Precedents.named([id])[0]
            var given = PrecedentArguments(precedent)
            for word in lines { try given.add(line: word) }
            for (number, file) in [(2, line2), (3, line3), (4, line4), (5, line5)] {
                if let file { try given.add(line: number, file) }
            }
            for word in areas { try given.add(word, as: .area) }
            for word in points { try given.add(word, as: .point) }
            for word in others { try given.add(word, as: nil) }
            try given.add(partyLeft: partyLeft, partyRight: partyRight, zero: zero)
            try given.checkMissing()
            let output = try Outputs.open(self.output)
            _ = try Inputs.open([], besides: given.files, outputs: [self.output])
            // What goes to a device or pipe is of the working folder.
            let path =
                self.output.flatMap { name in
                    Outputs.isStandardOutput(name) || OutputFile.canonicalName(name) == nil
                        ? nil : name
                } ?? ""
            let applied = try Self.applied(precedent, given.given, as: path)
            try output.write(ByteBuffer(applied.text.utf8))
            try output.finish()
            if !quiet { report(applied) }
        }

        /// What is made; what was given and is none of what is needed is a fault of the command line.
        private static func applied(
            _ precedent: Precedent, _ given: Precedent.Given, as path: String
        ) throws -> AppliedPrecedent {
            do throws(AgreementFileErrors) {
                return try precedent.applied(to: given, as: path)
            } catch {
                guard error.errors.allSatisfy({ $0.code == .given }) else { throw error }
                throw ValidationError(error.description)
            }
        }

        /// Says what is not in the file, and what is noticed of it.
        private func report(_ applied: AppliedPrecedent) {
            for part in applied.leftOut {
                Diagnostics.say("dmz: left out: \(part.part): \(part.reason)")
            }
            for warning in applied.file.warnings { Diagnostics.say(warning.description) }
            let count = applied.unverified.count
            if count > 0 {
                Diagnostics.say(
                    "dmz: \(count) of its figures \(count == 1 ? "is" : "are") not yet held against the text; the "
                        + "first lines of the file name \(count == 1 ? "it" : "them")")
            }
        }
    }
}
